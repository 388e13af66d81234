"""The words of windows and reports in the user's language.

English stands in the code. A catalogue (Qt's, one file a language, config/translations) gives the
same sentence in another one; where it has none, the English stays. `scripts/write_translations.py`
writes the catalogues from the code.
"""

import sys

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
