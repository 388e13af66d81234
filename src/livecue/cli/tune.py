"""`livecue tune`: what a client's kept sessions say about settings that fit this client."""

from typing import Annotated

import typer

from livecue.errors import MissingError


def tune(
    client: Annotated[str, typer.Argument(metavar="CLIENT", help="the client's pseudonym")],
    as_json: Annotated[bool, typer.Option("--json", help="print what the window shows")] = False,
) -> None:
    """Fit what is called a long pause, and other settings, to one client."""
    from livecue.cli.of_client import store_of_client
    from livecue.cli.user_settings import user_settings
    from livecue.overlay.display import can_show_windows
    from livecue.review.tuning.run import show, tuner_of

    settings = user_settings().in_the_room()  # as the next session with the client begins
    with store_of_client(client) as store:
        if not as_json and not can_show_windows():
            raise MissingError("There is no screen to show a window on; use --json.")
        tuner = tuner_of(store, client, settings)
        if as_json:
            typer.echo(tuner.report(tuner.place()).model_dump_json())
            return
        show(tuner, settings, store)
