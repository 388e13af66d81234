"""The sound of sessions: a sealed file for each, whose key is in the encrypted database.

Out there, hours of sound cost an erasure nothing: without its key a file is noise, and is deleted.
"""

import secrets
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw
from cryptography.exceptions import InvalidTag

from livecue.capture.source import Block, Samples
from livecue.errors import StoreRefused
from livecue.store.connection import transaction
from livecue.store.flac import decode, encode
from livecue.store.sealed import SealedWriter, records, seal_anew
from livecue.store.unknown import unknown_session

_SUFFIX = ".sealed"
_HEAD = struct.Struct(">dB")
"""Before the FLAC of a stretch: session second of its first sample, and how many channels."""


class Sound:
    """All sound of one store.

    Args:
        connection: to the store's database.
        folder: made when there is first something to keep.
    """

    def __init__(self, connection: apsw.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._writers: dict[str, SealedWriter] = {}

    def keep(self, session_id: str, start_s: float, samples: Samples) -> None:
        """Keep one stretch; it is on the disk when this returns.

        Raises:
            StoreRefused: there is no such session, its sound broke off, or it cannot be written.
        """
        stretch = _HEAD.pack(start_s, samples.shape[1]) + encode(samples)
        with _refusing(self._folder):
            # Out of the table while it writes: one that failed must not go on.
            writer = self._writers.pop(session_id, None) or self._begin(session_id)
            try:
                writer.append(stretch)
            except FileNotFoundError as error:
                raise StoreRefused(
                    f"The sound of session '{session_id}' was deleted meanwhile, and so no more of "
                    "it can be kept; begin another session to keep its sound."
                ) from error
            self._writers[session_id] = writer

    def blocks(self, session_id: str) -> Iterator[Block]:
        """All whole stretches in order, read one by one: a slow listener holds back no erasure.

        Raises:
            InputError: the session is forgotten meanwhile.
            StoreRefused: the file is gone, was changed, or cannot be read.
        """
        rows: list[Any] = self._connection.execute(
            "select file, key from sound where session = ?", (session_id,)
        ).fetchall()
        for name, key in rows:  # one, or none where nothing was kept
            path = self._path(name)
            with _refusing(self._folder):
                try:
                    for stretch in records(path, key):
                        start_s, channels = _HEAD.unpack_from(stretch)
                        yield Block(start_s, decode(stretch[_HEAD.size :], channels))
                except FileNotFoundError as error:
                    if not self._has_session(session_id):
                        raise unknown_session(session_id) from error
                    raise StoreRefused(
                        f"The sound of session '{session_id}' is not in its file {path} any more; "
                        "put back a backup of that file."
                    ) from error
                except InvalidTag as error:
                    raise StoreRefused(
                        f"The sound of session '{session_id}' in {path} is not as it was kept; put "
                        "back a backup of that file."
                    ) from error

    def files(self) -> list[str]:
        """The names of all files that there is a key of."""
        rows = self._connection.execute("select file from sound").fetchall()
        return [self._path(str(name)).name for (name,) in rows]

    def delete_forgotten(self) -> None:
        """Delete every file that has no key any more.

        Raises:
            StoreRefused: one cannot be deleted.
        """
        with _refusing(self._folder):
            if not self._folder.exists():
                return
            # Files first: a key is there before its file, so that none is taken for forgotten
            # whose key another program makes meanwhile.
            files = [path for path in self._folder.iterdir() if path.suffix == _SUFFIX]
            kept = {name for (name,) in self._connection.execute("select file from sound")}
            for path in files:
                if path.stem not in kept:
                    path.unlink(missing_ok=True)

    def seal_anew(self) -> list[str]:
        """Give every file a new key and a new name. Nothing else may use the store meanwhile.

        Returns:
            Sessions whose sound is damaged or gone, and stays as it is.

        Raises:
            StoreRefused: a file cannot be written. Those before it have their new keys.
        """
        damaged: list[str] = []
        rows: list[Any] = self._connection.execute("select * from sound").fetchall()
        for session_id, old, old_key in rows:
            new, new_key = secrets.token_hex(8), secrets.token_bytes(32)
            with _refusing(self._folder):
                try:
                    seal_anew(self._path(old), old_key, self._path(new), new_key)
                except (InvalidTag, FileNotFoundError):
                    damaged.append(session_id)
                    self._path(new).unlink(missing_ok=True)
                    continue
                with transaction(self._connection):
                    self._connection.execute("insert into resealing values (?)", (session_id,))
                    self._connection.execute(
                        "update sound set file = ?, key = ? where session = ?",
                        (new, new_key, session_id),
                    )
                    self._connection.execute("delete from resealing")
                self._path(old).unlink(missing_ok=True)
        return damaged

    def _begin(self, session_id: str) -> SealedWriter:
        """A new file, after its key."""
        name, key = secrets.token_hex(8), secrets.token_bytes(32)
        rows = self._connection.execute(
            "insert into sound select id, ?, ? from sessions where id = ?"
            " on conflict do nothing returning session",
            (name, key, session_id),
        ).fetchall()
        if not rows:
            why = "has broken off" if self._has_session(session_id) else "is not in the store"
            raise StoreRefused(
                f"Session '{session_id}' {why}, and so its sound cannot be kept; begin another "
                "session to keep it."
            )
        self._folder.mkdir(mode=0o700, exist_ok=True)
        return SealedWriter(self._path(name), key)

    def _has_session(self, session_id: str) -> bool:
        found = "select exists (select * from sessions where id = ?)"
        return bool(self._connection.execute(found, (session_id,)).get)

    def _path(self, name: str) -> Path:
        return self._folder / (name + _SUFFIX)


@contextmanager
def _refusing(folder: Path) -> Iterator[None]:
    """What the system says of a file, in one sentence that tells what to do."""
    try:
        yield
    except OSError as error:
        raise StoreRefused(
            f"The sound in {folder} cannot be read, written or deleted ({error.strerror}); see "
            "that there is room on the disk, and that this user may write to that folder."
        ) from error
