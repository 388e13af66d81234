"""`livecue clients`: who sessions are kept under, by pseudonym."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from livecue.cli.consent import ask_passphrase, confirmed
from livecue.config import ClientProfile, Retention
from livecue.errors import InputError
from livecue.paths import home
from livecue.store.beyond import beyond_lines

if TYPE_CHECKING:
    from livecue.store.database import Store

app = typer.Typer(
    help="Clients, by pseudonym: add, list, show, keep, hold, lift, forget.", no_args_is_help=True
)

Pseudonym = Annotated[
    str, typer.Argument(metavar="ID", help="the client's pseudonym, never a name")
]


def Days(of_what: str) -> Any:  # noqa: N802 - stands where typer's own names stand
    """The option that says how long something is kept."""
    return typer.Option(metavar="DAYS", help=f"how long {of_what} is kept; or 'always'")


@app.command(epilog="Example: livecue clients add river")
def add(client: Pseudonym) -> None:
    """Add a client."""
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
    for name, value in record.profile.model_dump(
        exclude_defaults=True, exclude={"adopted", "retention"}
    ).items():
        own = f"{len(value)} pauses" if isinstance(value, tuple) else value
        typer.echo(f"  own {name.replace('_', ' ')}: {own}")
    for setting in record.profile.adopted:
        typer.echo(
            f"  {setting.setting} = {setting.value}, adopted {local_time(setting.at)}, "
            f"before that {setting.before}"
        )
    typer.echo(f"Sessions kept: {record.sessions}")
    typer.echo("How long they are kept:")
    for line in _how_long(record.profile.retention):
        typer.echo(f"  {line}")
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
        beyond = store.forget_client(client)
    typer.echo(f"Client {client} and {sessions} session(s) are erased.")
    for line in beyond_lines(beyond):
        typer.echo(line)


@app.command(epilog="Example: livecue clients hold river")
def hold(client: Pseudonym) -> None:
    """See that nothing of a client is erased, by anybody or by time, until the hold is lifted."""
    with _store_with(client) as store:
        store.hold_client(client)
    typer.echo(f"Client {client} is on hold: nothing is erased until 'livecue clients lift'.")


@app.command(epilog="Example: livecue clients lift river")
def lift(client: Pseudonym) -> None:
    """Lift a client's hold."""
    with _store_with(client) as store:
        store.hold_client(client, lifted=True)
    typer.echo(f"The hold on client {client} is lifted.")


@app.command(epilog="Example: livecue clients keep river --sessions 365 --words 30 --sound 0")
def keep(
    client: Pseudonym,
    sessions: Annotated[str | None, Days("a session, all of it")] = None,
    words: Annotated[str | None, Days("what was said")] = None,
    sound: Annotated[str | None, Days("the sound")] = None,
) -> None:
    """Say how long a client's sessions are kept, in days from each session's day.

    It is applied whenever livecue starts; 0 erases at the next start, 'always' keeps until you
    forget. With --words 0 --sound 0 only the timeline stays.
    """
    given = {"sessions": sessions, "words": words, "sound": sound}
    changes = {
        f"{name}_days": _days(f"--{name}", days) for name, days in given.items() if days is not None
    }
    with _store_with(client) as store:
        profile = (
            store.change_profile(client, partial(_kept_for, changes=changes))
            if changes
            else store.profile(client)
        )
    for line in _how_long(profile.retention):
        typer.echo(line)


def _kept_for(profile: ClientProfile, changes: dict[str, int | None]) -> ClientProfile:
    retention = profile.retention.model_copy(update=changes)
    return profile.model_copy(update={"retention": retention})


def _how_long(retention: Retention) -> list[str]:
    kept = {
        "sessions": retention.sessions_days,
        "words": retention.words_days,
        "sound": retention.sound_days,
    }
    return [
        f"{name}: {'always' if days is None else f'{days} days'}" for name, days in kept.items()
    ]


def _days(option: str, text: str) -> int | None:
    if text == "always":
        return None
    try:
        return Retention(sessions_days=int(text)).sessions_days
    except ValueError as error:
        raise InputError(
            f"{option} is '{text}'; give a number of days from 0 on, or always."
        ) from error


def _kept_store() -> "Store | None":
    from livecue.store.opening import open_kept_store

    return open_kept_store(home(), ask_passphrase)


def _store_with(client: str) -> "Store":
    from livecue.store.unknown import unknown_client

    store = _kept_store()
    if store is None:
        raise unknown_client(client)
    return store
