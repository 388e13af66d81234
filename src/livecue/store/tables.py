"""What every part of the store reads with."""

from pathlib import Path
from typing import Any

import apsw

from livecue.store.connection import refusing


class Tables:
    """One open database.

    Every method raises `StoreRefused` when the file will not be read or written.
    """

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection

    def _rows(self, sql: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        with refusing(self._path):
            return self._connection.execute(sql, values).fetchall()

    def _values(self, sql: str, values: tuple[str, ...] = ()) -> list[str]:
        return [str(row[0]) for row in self._rows(sql, values)]
