"""`livecue hand`: a hand on the session that runs now, for keys that the desktop itself binds."""

from typing import Annotated

import typer

from livecue.config import HandName
from livecue.paths import home


def hand(
    name: Annotated[HandName, typer.Argument(help="what to do; docs/keys.md says what each is")],
) -> None:
    """One hand on the session that runs now: hold, snooze, mark, …

    What stands (hold, snooze, off_record, explore, hide) is ended by the same word. The session is
    reached inside this computer, by its own user alone.
    """
    from livecue.overlay.reach import ask

    typer.echo(ask(home(), name))
