"""`livecue` alone: the start window."""

import typer

from livecue.cli.user_settings import user_settings
from livecue.errors import MissingError
from livecue.overlay.display import can_show_windows
from livecue.paths import home


def start(context: typer.Context) -> None:
    """Hears signs of ambivalence in a session, and says so quietly. It supports a clinician's
    judgement; it never judges a person, and no cue never means no ambivalence.

    Without a command it opens the start window.
    """
    if context.invoked_subcommand is not None:
        return
    if not can_show_windows():
        raise MissingError(
            "There is no screen to show the start window on; 'livecue listen -h' shows how a "
            "session is started at a terminal."
        )
    from livecue.start.run import start as open_windows

    open_windows(user_settings().in_the_room(), home())
