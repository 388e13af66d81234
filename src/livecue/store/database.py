"""The store: sessions as append-only logs of events, and the clients they belong to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from livecue.errors import StoreRefused
from livecue.store import erasure
from livecue.store.connection import alone, connect, refusing
from livecue.store.forgetting import Forgetting
from livecue.store.records import BackupRecord, now

STORE_FILE = "store.db"


class Store(Forgetting):
    """One open store. Any number of programs may read and write it at the same time.

    Every method raises `StoreRefused` when the file will not be read or written.
    """

    @classmethod
    def open(cls, home: Path, key: bytes) -> Self:
        """The store in folder `home`, made if it is not there.

        Args:
            key: 32 bytes.

        Raises:
            StoreRefused: the key is wrong, or the file is broken or may not be written.
        """
        store = cls(home / STORE_FILE, connect(home / STORE_FILE, key))
        with refusing(store._path):
            if erasure.is_unfinished(store._connection):
                erasure.finish(store._connection, store._path, store._sound)
            else:
                store._sound.delete_forgotten()
        return store

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No other program has the store open, nor can open it, while this lasts.

        Raises:
            StoreRefused: another program has it open. Nothing was changed.
        """
        with refusing(self._path), alone(self._connection, self._path):
            yield

    def rekey(self, key: bytes) -> None:
        """Encrypt the database anew, under another key; whoever calls is `alone`.

        It is whole or not done at all, also when the program is killed.
        """
        with refusing(self._path):
            self._connection.pragma("rekey", "raw:" + key.hex())

    def seal_sound_anew(self) -> list[str]:
        """Give the sound of each session another key; whoever calls is `alone`.

        Returns:
            Sessions whose sound is damaged, and stays as it is.
        """
        with refusing(self._path):
            return self._sound.seal_anew()

    def copy_into(self, path: Path, to: str) -> BackupRecord:
        """Write the database as it is at this moment to a new file, under the same key.

        Args:
            to: where the backup that is made of it will be.

        Returns:
            The record of that backup, which the copy holds and this store does not yet.
        """
        path.touch(mode=0o600)
        with refusing(self._path):
            self._connection.execute("vacuum into ?", (str(path),))
            backup = BackupRecord(at=now(), to=to)
            self._connection.execute("attach ? as copy", (str(path),))  # under the same key
            try:
                self._connection.execute(
                    "insert into copy.backups (at, target) values (?, ?)", (backup.at, backup.to)
                )
            finally:
                self._connection.execute("detach copy")
        return backup

    def check(self) -> None:
        """See that every page of the database is whole.

        Raises:
            StoreRefused: one is not.
        """
        with refusing(self._path):
            if self._connection.pragma("quick_check") != "ok":
                raise StoreRefused(f"The store {self._path} is broken; put back a backup of it.")

    @staticmethod
    def is_in(home: Path) -> bool:
        """Whether folder `home` holds a store."""
        return (home / STORE_FILE).exists()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
