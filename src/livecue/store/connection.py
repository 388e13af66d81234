"""The way into the encrypted database file, and what is said when it stays shut."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from livecue.errors import StoreRefused
from livecue.store.schema import STEPS

_PATIENCE_MS = 10_000
"""How long to wait for another program that is writing; its transactions last milliseconds, and
only an erasure lasts longer."""


class WrongKeyError(StoreRefused):
    """The key is another one, or the file is broken: nobody can tell which."""


def connect(path: Path, key: bytes) -> apsw.Connection:
    """A connection to the store at `path`, made if it is not there, with its tables up to date.

    Every page on disk, also in the write-ahead log, is ChaCha20-Poly1305 (SQLite3 Multiple
    Ciphers); the header tells only page size and format. Temporary tables stay in memory.

    Args:
        key: 32 bytes, used as they are.

    Raises:
        StoreRefused: the key is wrong, the file is broken or newer than this livecue, or the
            folder may not be written.
    """
    _make_private(path)
    with refusing(path):
        connection = apsw.Connection(str(path))
        try:
            connection.set_busy_timeout(_PATIENCE_MS)
            connection.pragma("cipher", "chacha20")
            connection.pragma("key", "raw:" + key.hex())
            connection.execute("select count(*) from sqlite_master")
            connection.pragma("journal_mode", "wal")
            connection.pragma("synchronous", "full")
            connection.pragma("secure_delete", True)
            connection.pragma("temp_store", "memory")
            connection.pragma("foreign_keys", True)
            _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All that is done inside is kept, or none of it.

    A connection's own `with` would stop every thread of the program, sound included, while it
    waits for another program; a statement does not.
    """
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


@contextmanager
def alone(connection: apsw.Connection, path: Path) -> Iterator[None]:
    """No other program has the store open, nor can open it, while this lasts.

    Raises:
        StoreRefused: another program has it open. Nothing was changed.
    """
    connection.set_busy_timeout(0)
    try:
        # Leaving the write-ahead log needs to be the only one that has the file open.
        left = connection.pragma("journal_mode", "delete")
        connection.pragma("locking_mode", "exclusive")
        connection.execute("begin exclusive")
        connection.execute("commit")
    except apsw.BusyError as error:
        _go_back(connection)
        raise StoreRefused(
            f"Another program has the store {path} open; close it and try again. Nothing was "
            "changed."
        ) from error
    assert left == "delete"
    try:
        yield
    finally:
        _go_back(connection)


def _go_back(connection: apsw.Connection) -> None:
    with suppress(apsw.ConnectionClosedError):  # it was closed meanwhile: another file is there now
        connection.pragma("locking_mode", "normal")
        connection.execute("select count(*) from sqlite_master")  # lets go of the lock
        connection.pragma("journal_mode", "wal")
        connection.set_busy_timeout(_PATIENCE_MS)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """What SQLite says, in one sentence that tells what to do."""
    try:
        yield
    except apsw.Error as error:
        for kind, sentence in _SENTENCES.items():
            if isinstance(error, kind):
                refused = WrongKeyError if kind is apsw.NotADBError else StoreRefused
                raise refused(sentence.format(path=path)) from error
        raise StoreRefused(f"The store {path} refused ({error}).") from error


_SENTENCES: dict[type[apsw.Error], str] = {
    apsw.NotADBError: "The key does not open the store {path}, or the file is broken; "
    "put back the store.key that belongs to it, or a backup of both.",
    apsw.CorruptError: "The store {path} is broken; put back a backup of it.",
    apsw.FullError: "The disk is full, and the store {path} could not be written; "
    "make room on the disk.",
    apsw.ReadOnlyError: "The store {path} may not be written; "
    "allow this user to write to it and to its folder.",
    apsw.PermissionsError: "The store {path} may not be used; "
    "allow this user to read and write it and its folder.",
    apsw.CantOpenError: "The store {path} cannot be opened; "
    "see that it is a file, and that this user may write to its folder.",
    apsw.BusyError: "Another program is holding the store {path}; close it and try again.",
    apsw.IOError: "The disk failed while the store {path} was in use; check the disk.",
}


def _make_private(path: Path) -> None:
    """Folder and file, for this user only; SQLite gives its other files the same permissions."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreRefused(
            f"The store {path} cannot be made or written ({error.strerror}); see that its folder "
            "can be written, or name another with LIVECUE_HOME."
        ) from error


def _bring_up_to_date(connection: apsw.Connection, path: Path) -> None:
    """Take the steps that this file has not taken, each whole or not at all."""
    while (version := connection.pragma("user_version")) != len(STEPS):
        if version > len(STEPS):
            raise StoreRefused(
                f"The store {path} was written by a newer livecue; install that one to open it."
            )
        with transaction(connection):
            if connection.pragma("user_version") == version:  # no other program was quicker
                connection.execute(STEPS[version])
                connection.pragma("user_version", version + 1)
