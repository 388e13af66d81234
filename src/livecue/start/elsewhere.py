"""Opening another of livecue's windows, in a program of its own beside this one."""

import os
import subprocess
import sys
import tempfile
from typing import IO

from livecue.translation import words

ASKS_IN_WINDOWS = "LIVECUE_ASKS_IN_WINDOWS"
"""Set for a program that is opened from a window: nobody sits at a terminal of it."""

_FAILS_WITHIN_S = 3.0
"""A program that cannot begin says so by then."""


def open_elsewhere(*command: str) -> str:
    """Open `livecue COMMAND`; takes some seconds, so call it beside a window.

    Returns:
        What to say about it: nothing, or why it did not open.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "livecue", *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={**os.environ, ASKS_IN_WINDOWS: "1"},
            start_new_session=True,
        )
        try:
            ended = process.wait(_FAILS_WITHIN_S)
        except subprocess.TimeoutExpired:
            return words("It opens in a window of its own.")
        return "" if ended == 0 else _last_line(said)


def _last_line(said: IO[str]) -> str:
    said.seek(0)
    lines = said.read().strip().splitlines()
    return lines[-1].removeprefix("livecue: ") if lines else words("It did not open.")
