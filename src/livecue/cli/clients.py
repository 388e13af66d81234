"""`livecue clients`: who sessions are kept under, by pseudonym."""

from typing import TYPE_CHECKING, Annotated

import typer

from livecue.cli.consent import ask_passphrase, confirmed
from livecue.paths import home

if TYPE_CHECKING:
    from livecue.store.database import Store

app = typer.Typer(help="Clients, by pseudonym: add, list, show, forget.", no_args_is_help=True)

Pseudonym = Annotated[
    str, typer.Argument(metavar="ID", help="the client's pseudonym, never a name")
]


@app.command(epilog="Example: livecue clients add river")
def add(client: Pseudonym) -> None:
    """Add a client."""
    from livecue.config import ClientProfile
    from livecue.store.opening import open_store
    from livecue.store.pseudonym import check_pseudonym

    check_pseudonym(client)
    with open_store(home(), ask_passphrase) as store:
        store.add_client(client, ClientProfile())
    typer.echo(f"Client {client} is added.")


@app.command("list", epilog="Example: livecue clients list")
def list_clients() -> None:
    """List the clients, a line each."""
    store = _kept_store()
    if store is None:
        return
    from livecue.wording import local_time

    with store:
        for record in store.clients():
            sessions = "1 session" if record.sessions == 1 else f"{record.sessions} sessions"
            typer.echo(f"{record.pseudonym}  {sessions}  since {local_time(record.added_at)}")


@app.command(epilog="Example: livecue clients show river")
def show(client: Pseudonym) -> None:
    """Show a client: profile, sessions, and what was agreed to in each."""
    from livecue.wording import local_time

    with _store_with(client) as store:
        record = store.client(client)
    typer.echo(f"Client {record.pseudonym}, since {local_time(record.added_at)}")
    for name, value in record.profile.model_dump(exclude_defaults=True).items():
        own = f"{len(value)} pauses" if isinstance(value, tuple) else value
        typer.echo(f"  own {name.replace('_', ' ')}: {own}")
    typer.echo(f"Sessions kept: {record.sessions}")
    for consent in record.consents:
        typer.echo(f"  {consent.session}  agreed to {', '.join(consent.scopes)}")


@app.command(epilog="Example: livecue clients forget river")
def forget(
    client: Pseudonym,
    yes: Annotated[bool, typer.Option("--yes", help="do not ask again")] = False,
) -> None:
    """Erase a client and all their sessions. This cannot be undone."""
    with _store_with(client) as store:
        sessions = store.client(client).sessions
        if not confirmed(f"Erase client {client} and {sessions} session(s) for good?", yes):
            typer.echo("Nothing was erased.")
            return
        store.forget_client(client)
    typer.echo(f"Client {client} and {sessions} session(s) are erased.")


def _kept_store() -> "Store | None":
    from livecue.store.opening import open_kept_store

    return open_kept_store(home(), ask_passphrase)


def _store_with(client: str) -> "Store":
    from livecue.store.unknown import unknown_client

    store = _kept_store()
    if store is None:
        raise unknown_client(client)
    return store
