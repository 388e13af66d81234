"""Opening a kept session's timeline in a window of its own."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import IO

from livecue.translation import words

_FAILS_WITHIN_S = 2.0
"""A program that cannot begin says so by then."""


def look_at(session_id: str) -> Callable[[], str]:
    """Opens `livecue replay` beside this program.

    Returns:
        Does it, and gives what to say about it.
    """

    def look() -> str:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", "livecue", "replay", session_id],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
                start_new_session=True,
            )
            try:
                if process.wait(_FAILS_WITHIN_S) == 0:
                    return ""
            except subprocess.TimeoutExpired:
                return words("The timeline opens in a window of its own.")
            return _last_line(said)

    return look


def _last_line(said: IO[str]) -> str:
    said.seek(0)
    lines = said.read().strip().splitlines()
    return lines[-1].removeprefix("livecue: ") if lines else words("The timeline did not open.")
