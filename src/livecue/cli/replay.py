"""`livecue replay`: a kept session on a timeline, to look at and to put right."""

from typing import Annotated

import typer

from livecue.errors import InputError, MissingError


def replay(
    session: Annotated[
        str, typer.Argument(metavar="SESSION", help="as 'livecue sessions list' shows it, or last")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="print what the window shows")] = False,
) -> None:
    """Go through a kept session: what was said, noticed and cued, on one timeline."""
    from livecue.cli.finding import store_with
    from livecue.cli.user_settings import user_settings

    store, session_id = store_with(session)
    with store:
        events = store.events(session_id)
        if len(events) < 2:
            raise InputError(f"Session '{session_id}' holds nothing but its beginning.")
        if as_json:
            from livecue.review.replay.run import printed

            typer.echo(printed(events))
            return
        from livecue.overlay.display import can_show_windows

        if not can_show_windows():
            raise MissingError(
                "There is no screen to show a window on; use --json, or 'livecue sessions show'."
            )
        from livecue.review.replay.run import show

        show(store, session_id, events, user_settings().windows.language)
