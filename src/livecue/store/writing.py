"""Which sessions are being written at this moment, by whatever program.

A program that writes a session holds a lock on a file of its own, in the store's folder. The system
lets go of it when the program ends, also when it is killed.
"""

import hashlib
import os
import sys
import time
from pathlib import Path

from livecue.errors import StoreRefused

_FOLDER = "writing"
_SUFFIX = ".lock"
_TRIES = 5
_BETWEEN_TRIES_S = 0.02
"""Whoever only looks whether a session is being written holds its lock for a moment."""


class Claim:
    """This program writes the session, until `release` or its end.

    Raises:
        StoreRefused: another program writes it already, or the file cannot be made.
    """

    def __init__(self, home: Path, session_id: str) -> None:
        self._path = _path(home, session_id)
        self._descriptor: int | None = None
        try:
            self._path.parent.mkdir(mode=0o700, exist_ok=True)
            self._descriptor = self._locked()
        except OSError as error:
            raise StoreRefused(
                f"{self._path} cannot be written ({error.strerror}); see that there is room on the "
                "disk, and that this user may write to that folder."
            ) from error
        if self._descriptor is None:
            raise StoreRefused(f"Another livecue is writing session '{session_id}' already.")

    def release(self) -> None:
        """The session is written."""
        if self._descriptor is not None:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)
            self._descriptor = None

    def __del__(self) -> None:
        """Nobody writes it any more who could."""
        self.release()

    def _locked(self) -> int | None:
        for _ in range(_TRIES):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            if _lock(descriptor) and self._path.exists():  # not taken for a left-over meanwhile
                return descriptor
            os.close(descriptor)
            time.sleep(_BETWEEN_TRIES_S)
        return None


def is_written(home: Path, session_id: str) -> bool:
    """Whether a program is writing this session now."""
    return _is_held(_path(home, session_id))


def anything_is_written(home: Path) -> bool:
    """Whether a program is writing any session now."""
    return any(_is_held(path) for path in (home / _FOLDER).glob(f"*{_SUFFIX}"))


def _is_held(path: Path) -> bool:
    try:
        with path.open("r+b") as file:
            if not _lock(file.fileno()):
                return True
            path.unlink(missing_ok=True)  # its program was killed
    except OSError:  # it is gone
        pass
    return False


def _path(home: Path, session_id: str) -> Path:
    """Named so that the file does not tell when the session was."""
    return home / _FOLDER / (hashlib.sha256(session_id.encode()).hexdigest()[:16] + _SUFFIX)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
