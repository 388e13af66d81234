"""Hands from another process of the same user: `livecue hand` reaches the running sessions.

Through a Unix socket (a named pipe on Windows): no network. Where it is, and the key that must be
shown there, stand in a file in livecue's own folder that only its owner can read: one for each
session, so that several can run at once.
"""

import contextlib
import hmac
import json
import os
import secrets
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import get_args

from livecue.config import HandName
from livecue.errors import MissingError
from livecue.overlay.hands import Hands

_WHERE = "session.reach"
"""Begins the name of each file; the nanosecond it was written at ends it."""

_LONGEST_BYTES = 4096
_ASKED_WITHIN_S = 1.0
"""Whoever connects says at once what they want."""

_ANSWERED_WITHIN_S = 10.0
"""A sound server that hangs lets go of the microphone after 2 s."""

_NO_SESSION = (
    "No session of yours is running here; start one with 'livecue' or 'livecue listen', or set "
    "LIVECUE_HOME as it was for the session."
)


@dataclass(frozen=True)
class _Where:
    """Where a session is reached, and the key to show there."""

    address: str
    key: str

    @classmethod
    def read(cls, path: Path) -> "_Where | None":
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, folder: Path) -> Path:
        """Put it into a file of its own, whole from the first."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{_WHERE}.{time.time_ns()}"
        written = path.with_name(f"{path.name}.new")
        descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"address": self.address, "key": self.key}, file)
        return written.replace(path)


@contextlib.contextmanager
def reachable(hands: Hands, folder: Path) -> Iterator[None]:
    """Let `livecue hand` reach these hands, meanwhile.

    Args:
        folder: livecue's own. Where nothing can be written there, the session is not reached, and
            goes on.
    """
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            address = stack.enter_context(_address())
            where = _Where(address, secrets.token_hex(32))
            listener = stack.enter_context(Listener(address))
            path = where.write(folder)
            stack.callback(path.unlink, missing_ok=True)
            served = threading.Thread(
                target=_serve, args=(listener, hands, where.key), name="reach", daemon=True
            )
            served.start()
            stack.callback(_end, where, served)
        yield


def ask(folder: Path, name: HandName) -> str:
    """Do one thing to the session that runs now; of several, to the one begun last.

    Stopping to listen is done to all that listen. Only where none does, the hand that stops it has
    the one begun last listen again.

    Returns:
        What was done, or why not, in words.

    Raises:
        MissingError: no session of this user runs, or it does not answer.
    """
    if name == "off_record":
        stopped = _begin_everywhere(folder, name)
        if stopped:
            return stopped
    for path in _newest_first(folder):
        with _said(path, name) as connection:
            answer = None if connection is None else _answer_of(connection)
        if answer is not None:
            return answer
    raise MissingError(_NO_SESSION)


def _begin_everywhere(folder: Path, name: HandName) -> str:
    """Do what can be begun and ended to all in which it does not stand; what they answered.

    All are told before the first is waited for.
    """
    with contextlib.ExitStack() as stack:
        told = [
            stack.enter_context(_said(path, name, begin=True)) for path in _newest_first(folder)
        ]
        answers = [_answer_of(connection) for connection in told if connection is not None]
    return "\n".join(dict.fromkeys(answer for answer in answers if answer))


def _newest_first(folder: Path) -> Sequence[Path]:
    """The files of all sessions, that begun last first."""
    found = [path for path in folder.glob(f"{_WHERE}.*") if path.suffix[1:].isdecimal()]
    return sorted(found, key=lambda path: int(path.suffix[1:]), reverse=True)


@contextlib.contextmanager
def _said(path: Path, name: HandName, *, begin: bool = False) -> Iterator[Connection | None]:
    """Ask the session of a file for a hand; `None` if it is gone, and then its file goes too."""
    where = _Where.read(path)
    try:
        connection = None if where is None else _say(where, name, begin=begin)
    except (FileNotFoundError, ConnectionRefusedError):  # its program was killed
        path.unlink(missing_ok=True)
        connection = None
    except OSError:  # it ended just now
        connection = None
    if connection is None:
        yield None
        return
    with connection:
        yield connection


def _answer_of(connection: Connection) -> str | None:
    """What a session says; `None` if it ended meanwhile.

    Raises:
        MissingError: it does not answer.
    """
    try:
        if connection.poll(_ANSWERED_WITHIN_S):
            return connection.recv_bytes(_LONGEST_BYTES).decode()
    except (OSError, EOFError):
        return None
    raise MissingError("The session does not answer; steer it from its own menu.")


@contextlib.contextmanager
def _address() -> Iterator[str]:
    """A place to listen that nobody else can come to: a name on Windows, else a folder's socket."""
    if sys.platform == "win32":
        yield rf"\\.\pipe\livecue-{secrets.token_hex(16)}"
        return
    # Not in livecue's own folder: the path of a socket may be a hundred letters long at most.
    with tempfile.TemporaryDirectory(prefix="livecue-") as folder:
        yield str(Path(folder) / "hands")


def _serve(listener: Listener, hands: Hands, key: str) -> None:
    """Answer one after the other, until it is told to end."""
    while True:
        try:
            with listener.accept() as connection:
                if not _answer(connection, hands, key):
                    return
        except (OSError, EOFError):  # whoever asked is gone
            continue


def _answer(connection: Connection, hands: Hands, key: str) -> bool:
    """Do what is asked; whether to go on listening."""
    if not connection.poll(_ASKED_WITHIN_S):
        return True
    try:
        asked = json.loads(connection.recv_bytes(_LONGEST_BYTES))
        shown, name = str(asked["key"]), asked["hand"]
    except (ValueError, KeyError, TypeError):
        return True
    if not hmac.compare_digest(shown.encode(), key.encode()):
        return True
    if name in get_args(HandName):
        stands = bool(asked.get("begin")) and hands.is_on(name)
        connection.send_bytes(b"" if stands else hands.press(name).words.encode())
    return name is not None


def _end(where: _Where, served: threading.Thread) -> None:
    """Wake who waits for the next one to ask, and have it end."""
    with contextlib.suppress(OSError):
        _say(where, None).close()
    served.join()


def _say(where: _Where, name: HandName | None, *, begin: bool = False) -> Connection:
    """Ask for a hand, or for an end to listening. begin: only where what it begins does not stand.

    Raises:
        OSError: nobody is there.
    """
    connection = Client(where.address)
    asked = {"key": where.key, "hand": name, "begin": begin}
    connection.send_bytes(json.dumps(asked).encode())
    return connection
