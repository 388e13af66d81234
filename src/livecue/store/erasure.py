"""Erasing for good: rows, freed pages, the write-ahead log, and files of sound."""

import math
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import apsw

from livecue.errors import StoreRefused
from livecue.store.connection import transaction
from livecue.store.sound import Sound

_T = TypeVar("_T")

SNAPSHOT = "snapshot.part"
"""Where the database lies, encrypted, while it is copied into a backup."""

STAGE = "restoring.part"
"""Where a backup is unpacked, as it was encrypted, before it becomes the store."""

_SOUND_GOES: tuple[tuple[str, str, str], ...] = (
    ("sound", "session", "session"),
    ("sound", "session", "sound"),
)
_WHAT_GOES: tuple[tuple[str, str, str], ...] = (
    ("events", "session", "session"),
    ("consents", "session", "session"),
    ("exports", "session", "session"),
    ("wordless", "session", "session"),
    ("holds", "session", "session"),
    ("holds", "client", "client"),
    ("sessions", "id", "session"),
    ("clients", "pseudonym", "client"),
    ("voices", "name", "voice"),
)
"""Table, the column that says whose a row is, and what that is; what refers to others is first."""


def begin(
    connection: apsw.Connection,
    what: str,
    *,
    sessions: Sequence[str] = (),
    client: str | None = None,
    voice: str | None = None,
    words: Sequence[str] = (),
    sound: Sequence[str] = (),
) -> None:
    """Write down what is to go, so that an erasure that is cut short is finished later.

    In a transaction of the caller's.

    Args:
        what: is told of it for ever, with the day and without a name.
        words: sessions whose words the caller takes out in the same transaction.
        sound: sessions of which only the sound is to go.
    """
    goes: dict[str, Sequence[str]] = {
        "session": sessions,
        "client": [client] if client is not None else [],
        "voice": [voice] if voice is not None else [],
        "words": words,
        "sound": sound,
    }
    for kind, names in goes.items():
        connection.executemany(
            f"insert into forgetting ({kind}) values (?)", [(name,) for name in names]
        )
    today = datetime.now(UTC).date().isoformat()
    connection.execute("insert into forgotten (day, what) values (?, ?)", (today, what))


def is_unfinished(connection: apsw.Connection) -> bool:
    """Whether an erasure was begun and not finished."""
    return bool(connection.execute("select exists (select * from forgetting)").get)


def finish(connection: apsw.Connection, path: Path, sound: Sound) -> None:
    """Take away all that was to go, then write the file anew without it.

    Raises:
        StoreRefused: another program is reading pages that should go, sound cannot be deleted, or
            the disk is full.
    """
    # Whole files first: the disk may be full of them.
    _delete_copies(path.parent)
    with_room(connection, path, lambda: _delete_rows(connection, _SOUND_GOES))
    sound.delete_forgotten()
    with_room(connection, path, lambda: _delete_rows(connection, _SOUND_GOES + _WHAT_GOES))
    _delete_copies(path.parent)  # also one that was made meanwhile
    with_room(connection, path, lambda: connection.execute("vacuum"))
    _empty_the_write_ahead_log(connection, path)
    connection.execute("delete from forgetting")
    _empty_the_write_ahead_log(connection, path)


def with_room(connection: apsw.Connection, path: Path, step: Callable[[], _T]) -> _T:
    """Take a step; where the disk is full, once more in the room that the write-ahead log took.

    Raises:
        StoreRefused: the disk is still full.
    """
    try:
        return step()
    except apsw.FullError:
        with suppress(apsw.BusyError, apsw.FullError):
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    try:
        return step()
    except apsw.FullError as error:
        # At most every page is written once more.
        needed = connection.pragma("page_count") * connection.pragma("page_size")
        raise StoreRefused(
            f"The disk is full, and to forget something the store {path} is written anew; see that "
            f"{math.ceil(needed / 1e6) + 1} MB are free on that disk, and try again."
        ) from error


def _delete_rows(connection: apsw.Connection, what: Sequence[tuple[str, str, str]]) -> None:
    with transaction(connection):
        for table, column, kind in what:
            connection.execute(
                f"delete from {table} where {column} in (select {kind} from forgetting)"
            )


def _delete_copies(home: Path) -> None:
    """What a backup or a restoring that was killed may have left."""
    try:
        (home / SNAPSHOT).unlink(missing_ok=True)
        if (home / STAGE).exists():
            shutil.rmtree(home / STAGE)
    except OSError as error:
        raise StoreRefused(
            f"What a backup left in {home} cannot be deleted ({error.strerror}); see that this "
            "user may write to that folder."
        ) from error


def _empty_the_write_ahead_log(connection: apsw.Connection, path: Path) -> None:
    try:
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    except apsw.BusyError as error:
        raise StoreRefused(
            f"It is forgotten, but another program is still reading from {path}, and traces are "
            "left in it until that is closed; livecue erases them when it next opens the store."
        ) from error
