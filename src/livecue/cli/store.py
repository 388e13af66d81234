"""`livecue store`: what all that is kept lies in: its backups, its key, its own record."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from livecue.cli.consent import ask_passphrase, choose_passphrase, confirmed
from livecue.errors import InputError
from livecue.paths import home

if TYPE_CHECKING:
    from livecue.store.database import Store
    from livecue.store.key import Guards
    from livecue.store.records import HoldRecord

app = typer.Typer(
    help="All that is kept: show its record, back it up, restore it, change its passphrase or key.",
    no_args_is_help=True,
)


@app.command(epilog="Example: livecue store show")
def show() -> None:
    """Show where it is, what opens it, what is on hold, its backups, and what was forgotten."""
    from livecue.wording import local_time

    with _kept_store() as store:
        typer.echo(f"Kept in {home()}, encrypted. {_what_opens_it()}")
        typer.echo(f"Sessions: {len(store.sessions())}. Clients: {len(store.clients())}.")
        for hold in store.holds():
            typer.echo(f"On hold since {local_time(hold.at)}: {_held(hold)}")
        for backup in store.backups():
            typer.echo(f"Backup of {local_time(backup.at)}: {backup.to}")
        for forgotten in store.forgotten():
            typer.echo(f"Forgotten on {forgotten.day}: {forgotten.what}")


@app.command(epilog="Example: livecue store backup /media/stick/livecue.backup")
def backup(to: Annotated[Path, typer.Argument(metavar="FILE", help="a file to be made")]) -> None:
    """Write all that is kept, sound too, to one encrypted file; sessions may go on meanwhile."""
    from livecue.store.backup import back_up
    from livecue.store.key import read_key_file

    with _kept_store() as store:
        back_up(store, home(), to)
    typer.echo(f"Backed up, encrypted, to {to}.")
    if read_key_file(home()).passphrase is None:
        typer.echo(
            "It opens only with the keyring of this system. If that could be lost, choose a "
            "passphrase with 'livecue store passphrase', and make another backup."
        )
    else:
        typer.echo("The passphrase of today opens it, also on another computer.")


@app.command(epilog="Example: livecue store restore /media/stick/livecue.backup")
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="made by 'livecue store backup'")],
    replace: Annotated[
        bool, typer.Option("--replace", help="put it in place of all that is kept here now")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="do not ask again")] = False,
) -> None:
    """Put back all that is in a backup. It is checked first, and nothing is changed if damaged."""
    from livecue.store.restoring import restore as put_back

    if replace and not confirmed(f"Erase all that is kept in {home()} for the backup?", yes):
        typer.echo("Nothing was changed.")
        return
    sessions = put_back(file, home(), _guards(), replace=replace)
    typer.echo(
        f"Restored, with {sessions} session(s). What was forgotten since the backup was made is "
        "there again; forget it once more."
    )


@app.command(epilog="Example: livecue store passphrase")
def passphrase() -> None:
    """Choose the passphrase, or another one, that opens all that is kept, here or elsewhere.

    Where the system's keyring has the key, that opens it too, as before.
    """
    from livecue.store.rotation import set_passphrase

    with _kept_store():
        pass  # it opens: nobody is asked for a new passphrase in vain
    chosen = choose_passphrase()
    if chosen is None:
        raise InputError("A passphrase is chosen at a terminal; run this at one.")
    set_passphrase(home(), _guards(), chosen)
    typer.echo("The new passphrase opens what is kept. Backups open with the one of their day.")


@app.command("rotate-key", epilog="Example: livecue store rotate-key")
def rotate_key() -> None:
    """Encrypt all that is kept anew, under a new key, for when the old one may be known to others.

    Only while no other livecue has it open. The passphrase stays.
    """
    from livecue.store.rotation import rotate_key as rotate

    with _kept_store() as store:
        backups = store.backups()
    damaged = rotate(home(), _guards())
    typer.echo("All that is kept is encrypted under a new key.")
    if damaged:
        typer.echo(f"The sound of {', '.join(damaged)} is damaged, and stays as it was.")
    if backups:
        typer.echo("Backups made before it hold the old key, and open only with the passphrase:")
        for made in backups:
            typer.echo(f"  {made.to}")


@contextmanager
def _kept_store() -> "Iterator[Store]":
    from livecue.store.opening import open_kept_store

    store = open_kept_store(home(), ask_passphrase)
    if store is None:
        raise InputError(f"Nothing is kept in {home()} yet.")
    with store:
        yield store


def _guards() -> "Guards":
    from livecue.store.key import Guards
    from livecue.store.opening import system_keyring

    return Guards(system_keyring(), ask_passphrase)


def _what_opens_it() -> str:
    from livecue.store.key import read_key_file

    file = read_key_file(home())
    if file.passphrase is None:
        return "The system's keyring opens it; there is no passphrase."
    if file.in_keyring:
        return "The system's keyring opens it, and so does the passphrase."
    return "The passphrase opens it."


def _held(hold: "HoldRecord") -> str:
    if hold.client is not None:
        return f"client {hold.client} (livecue clients lift {hold.client})"
    return f"session {hold.session} (livecue sessions lift {hold.session})"
