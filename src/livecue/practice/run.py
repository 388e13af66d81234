"""The practice from its start to its end, on the main thread."""

from PySide6.QtWidgets import QApplication

from livecue.config import Settings
from livecue.overlay.display import choose_platform
from livecue.paths import shipped
from livecue.practice.players import open_player
from livecue.practice.rehearsal import load_rehearsal
from livecue.practice.window import PracticeWindow
from livecue.translation import speak


def practise(settings: Settings) -> None:
    """Show the window, and come back when it is closed.

    Raises:
        MissingError: what came with livecue is not whole.
    """
    rehearsal = load_rehearsal(settings)
    choose_platform()
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["livecue"])
    if existing is None:
        speak(settings.windows.language)
    app.setQuitOnLastWindowClosed(True)
    window = PracticeWindow(
        rehearsal, open_player(shipped("examples") / "session.opus"), settings.overlay
    )
    window.show()
    app.exec()
    window.release()
