"""Hands from another process of the same user: `livecue hand` reaches the running session.

Through a Unix socket (a named pipe on Windows): no network. Where it is, and the key that must be
shown there, stand in a file in livecue's own folder that only its owner can read.
"""

import contextlib
import hmac
import json
import os
import secrets
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import get_args

from livecue.config import HandName
from livecue.errors import MissingError
from livecue.overlay.hands import Hands

_WHERE = "session.reach"
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
    def read(cls, folder: Path) -> "_Where | None":
        try:
            return cls(**json.loads((folder / _WHERE).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        written = folder / f"{_WHERE}.{os.getpid()}"
        written.unlink(missing_ok=True)
        descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"address": self.address, "key": self.key}, file)
        written.replace(folder / _WHERE)


@contextlib.contextmanager
def reachable(hands: Hands, folder: Path) -> Iterator[None]:
    """Let `livecue hand` reach these hands, meanwhile. Of two sessions the later is reached.

    Args:
        folder: livecue's own. Where nothing can be written there, the session is not reached, and
            goes on.
    """
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            address = stack.enter_context(_address())
            where = _Where(address, secrets.token_hex(32))
            listener = stack.enter_context(Listener(address))
            where.write(folder)
            stack.callback(_forget, where, folder)
            served = threading.Thread(
                target=_serve, args=(listener, hands, where.key), name="reach", daemon=True
            )
            served.start()
            stack.callback(_end, where, served)
        yield


def ask(folder: Path, name: HandName) -> str:
    """Do one thing to the session that runs now.

    Returns:
        What was done, or why not, in words.

    Raises:
        MissingError: no session of this user runs, or it does not answer.
    """
    where = _Where.read(folder)
    if where is None:
        raise MissingError(_NO_SESSION)
    try:
        with _say(where, name) as connection:
            if not connection.poll(_ANSWERED_WITHIN_S):
                raise MissingError("The session does not answer; steer it from its own menu.")
            return connection.recv_bytes(_LONGEST_BYTES).decode()
    except (OSError, EOFError) as error:
        raise MissingError(_NO_SESSION) from error


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
        connection.send_bytes(hands.press(name).words.encode())
    return name is not None


def _end(where: _Where, served: threading.Thread) -> None:
    """Wake who waits for the next one to ask, and have it end."""
    with contextlib.suppress(OSError):
        _say(where, None).close()
    served.join()


def _say(where: _Where, name: HandName | None) -> Connection:
    """Ask for a hand, or for an end to listening."""
    connection = Client(where.address)
    connection.send_bytes(json.dumps({"key": where.key, "hand": name}).encode())
    return connection


def _forget(where: _Where, folder: Path) -> None:
    """Take the file away, unless a later session wrote its own."""
    if _Where.read(folder) == where:
        (folder / _WHERE).unlink(missing_ok=True)
