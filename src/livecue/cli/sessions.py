"""`livecue sessions`: what was kept, to look at and to erase."""

from typing import Annotated

import typer

from livecue.cli.consent import ask_passphrase, confirmed
from livecue.cli.finding import store_with
from livecue.paths import home
from livecue.store.beyond import beyond_lines

app = typer.Typer(
    help="Sessions that were kept: list, show, hold, lift, forget.", no_args_is_help=True
)

SessionId = Annotated[
    str, typer.Argument(metavar="SESSION", help="as 'livecue sessions list' shows it, or last")
]
AsJson = Annotated[bool, typer.Option("--json", help="a JSON object a line")]


@app.command("list", epilog="Example: livecue sessions list --json")
def list_sessions(as_json: AsJson = False) -> None:
    """List the sessions, a line each, newest first."""
    from livecue.cli.timeline import session_line
    from livecue.store.opening import open_kept_store

    store = open_kept_store(home(), ask_passphrase)
    if store is None:
        return

    with store:
        for record in store.sessions():
            typer.echo(record.model_dump_json() if as_json else session_line(record))


@app.command(epilog="Example: livecue sessions show 20260412-091500-3fa9")
def show(session: SessionId, as_json: AsJson = False) -> None:
    """Show a session: its timeline, or with --json all its events."""
    from livecue.cli.timeline import print_timeline

    store, session = store_with(session)
    with store:
        events = store.events(session)
    if not as_json:
        print_timeline(events)
        return
    for event in events:
        typer.echo(event.model_dump_json())


@app.command(epilog="Example: livecue sessions forget 20260412-091500-3fa9")
def forget(
    session: SessionId,
    yes: Annotated[bool, typer.Option("--yes", help="do not ask again")] = False,
) -> None:
    """Erase a session. This cannot be undone."""
    store, session = store_with(session)
    with store:
        if not confirmed(f"Erase session {session} for good?", yes):
            typer.echo("Nothing was erased.")
            return
        beyond = store.forget_session(session)
    typer.echo(f"Session {session} is erased.")
    for line in beyond_lines(beyond):
        typer.echo(line)


@app.command(epilog="Example: livecue sessions hold 20260412-091500-3fa9")
def hold(session: SessionId) -> None:
    """See that a session is not erased, by anybody or by time, until the hold is lifted."""
    store, session = store_with(session)
    with store:
        store.hold_session(session)
    typer.echo(f"Session {session} is on hold: it is not erased until 'livecue sessions lift'.")


@app.command(epilog="Example: livecue sessions lift 20260412-091500-3fa9")
def lift(session: SessionId) -> None:
    """Lift a session's hold."""
    store, session = store_with(session)
    with store:
        store.hold_session(session, lifted=True)
    typer.echo(f"The hold on session {session} is lifted.")
