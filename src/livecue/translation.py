"""The words of windows and reports in the user's language.

English stands in the code. A catalogue (Qt's, one file a language, config/translations) gives the
same sentence in another one; where it has none, the English stays. `scripts/write_translations.py`
writes the catalogues from the code.
"""

import sys

from livecue.errors import MissingError
from livecue.paths import shipped

CONTEXT = "livecue"
"""The one context of all catalogues: a sentence has one translation."""


def words(english: str) -> str:
    """The sentence in the user's language; names in braces are filled in by the caller.

    Where no window was opened there is no Qt: the command line speaks English.

    Args:
        english: a literal, so that catalogues can be written from the code: the words of
            `words("Kept for {days} days").format(days=30)`.
    """
    return words_of(english)


def words_of(constant: str) -> str:
    """The same for a sentence that stands in a table, such as `wording.MARKER_WORDS`."""
    qt = sys.modules.get("PySide6.QtCore")  # loading it for this alone would cost 0.1 s
    if qt is None:
        return constant
    return str(qt.QCoreApplication.translate(CONTEXT, constant))


def speak(language: str) -> None:
    """Give all windows the user's language; once, after the application is made.

    Args:
        language: a two-letter code, or "auto" for the system's own, and English where there is no
            catalogue for that.

    Raises:
        MissingError: there is no catalogue in the language asked for.
    """
    from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

    app = QCoreApplication.instance()
    wanted = QLocale.system().name()[:2] if language == "auto" else language
    if app is None or wanted == "en":
        return
    ours = str(shipped("config") / "translations")
    # Qt has words of its own, such as those on the buttons of a question.
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"{CONTEXT}_{wanted}", ours), (f"qtbase_{wanted}", qts)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
        elif folder == ours and language == "auto":
            return  # all in English, then, and no button in another language
        elif folder == ours:
            raise MissingError(
                f"livecue has no words in the language '{language}'; set language under [windows] "
                'in config.toml to "en", "de" or "auto".'
            )
