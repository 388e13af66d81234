"""`livecue trends`: one client over sessions."""

from typing import Annotated

import typer

from livecue.errors import MissingError


def trends(
    client: Annotated[str, typer.Argument(metavar="CLIENT", help="the client's pseudonym")],
    as_json: Annotated[bool, typer.Option("--json", help="print what the window shows")] = False,
) -> None:
    """What was noticed with one client, over sessions."""
    from livecue.cli.of_client import store_of_client
    from livecue.cli.user_settings import user_settings
    from livecue.overlay.display import can_show_windows
    from livecue.review.trends.run import show, trends_of

    settings = user_settings()
    with store_of_client(client) as store:
        if not as_json and not can_show_windows():
            raise MissingError("There is no screen to show a window on; use --json.")
        report = trends_of(store, client)
    if as_json:
        typer.echo(report.model_dump_json())
    else:
        show(report, settings)
