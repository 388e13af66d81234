"""`livecue clients ready`: how many sessions there were, and how ready the client says they are."""

from typing import Annotated

import typer

from livecue.cli.consent import ask_passphrase
from livecue.errors import InputError
from livecue.paths import home

UNKNOWN = "unknown"


def ready(
    client: Annotated[str, typer.Argument(metavar="ID", help="the client's pseudonym")],
    sessions: Annotated[
        str | None,
        typer.Option(metavar="NUMBER", help="sessions before the next one; or unknown"),
    ] = None,
    readiness: Annotated[
        str | None,
        typer.Option(metavar="0-10", help="how ready, in the client's own word; or unknown"),
    ] = None,
) -> None:
    """Say where a client is in treatment: early, and not sure to be ready, exploring leads."""
    from livecue.store.opening import open_store

    if sessions is None and readiness is None:
        raise InputError("Nothing was said; give --sessions, --readiness, or both.")
    changes = {
        "sessions_before": _number("--sessions", sessions, 1000),
        "readiness": _number("--readiness", readiness, 10),
    }
    given = {"sessions_before": sessions, "readiness": readiness}
    changes = {name: value for name, value in changes.items() if given[name] is not None}
    with open_store(home(), ask_passphrase) as store:
        store.change_profile(client, lambda profile: profile.model_copy(update=changes))
    typer.echo(f"Client {client}: noted.")


def _number(option: str, said: str | None, most: int) -> int | None:
    """`None` where it is not known."""
    if said is None or said == UNKNOWN:
        return None
    if not said.isdecimal() or int(said) > most:
        raise InputError(f"{option} is '{said}'; give a number from 0 to {most}, or '{UNKNOWN}'.")
    return int(said)
