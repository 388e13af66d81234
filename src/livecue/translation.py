"""The words of windows and reports in the user's language.

English stands in the code. A catalogue (Qt's, one file a language) gives the same sentence in
another one; where it has none, the English stays.
"""

from PySide6.QtCore import QCoreApplication

CONTEXT = "livecue"
"""The one context of all catalogues: a sentence has one translation."""


def words(english: str) -> str:
    """The sentence in the user's language; names in braces are filled in by the caller.

    Args:
        english: a literal, so that catalogues can be written from the code: the words of
            `words("Kept for {days} days").format(days=30)`.
    """
    return QCoreApplication.translate(CONTEXT, english)
