"""The practice from its start to its end, on the main thread."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from livecue.config import Settings
from livecue.overlay.display import application
from livecue.paths import shipped
from livecue.practice.players import open_player
from livecue.practice.rehearsal import load_rehearsal
from livecue.practice.window import PracticeWindow
from livecue.translation import words

_WAITING_PX = (360, 120)


def practise(settings: Settings) -> None:
    """Show the window, and come back when it is closed.

    Raises:
        MissingError: what came with livecue is not whole.
    """
    app = application(settings.windows.language)
    app.setQuitOnLastWindowClosed(True)
    waiting = _waiting(app)
    try:
        rehearsal = load_rehearsal(settings)
        player = open_player(shipped("examples") / "session.opus")
    finally:
        waiting.close()
    window = PracticeWindow(rehearsal, player, settings.overlay)
    window.show()
    app.exec()
    window.release()


def _waiting(app: QApplication) -> QLabel:
    """What is seen for the seconds in which the role-play is read."""
    label = QLabel(words("Getting ready."))
    label.setWindowTitle(words("livecue: practice"))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.resize(*_WAITING_PX)
    label.show()
    app.processEvents()
    return label
