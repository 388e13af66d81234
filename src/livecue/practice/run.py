"""The practice from its start to its end, on the main thread."""

from livecue.config import Settings
from livecue.overlay.display import application
from livecue.paths import shipped
from livecue.practice.players import open_player
from livecue.practice.rehearsal import load_rehearsal
from livecue.practice.window import PracticeWindow


def practise(settings: Settings) -> None:
    """Show the window, and come back when it is closed.

    Raises:
        MissingError: what came with livecue is not whole.
    """
    rehearsal = load_rehearsal(settings)
    app = application(settings.windows.language)
    app.setQuitOnLastWindowClosed(True)
    window = PracticeWindow(
        rehearsal, open_player(shipped("examples") / "session.opus"), settings.overlay
    )
    window.show()
    app.exec()
    window.release()
