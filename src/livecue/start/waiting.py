"""What is shown while a session is made ready."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from livecue.start.notes import menu_words
from livecue.start.pieces import text
from livecue.translation import words


def waiting_page() -> QWidget:
    """What comes next, and where the session is ended."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addStretch()
    layout.addWidget(text(words("Getting ready."), bold=True, size=1.3))
    layout.addWidget(
        text(
            words(
                "The first time this takes up to a minute: livecue tries how quickly this computer "
                "can read words. Then the small shape appears in a corner of the screen, and "
                "livecue listens."
            )
        )
    )
    layout.addWidget(text(menu_words()))
    layout.addStretch()
    return page
