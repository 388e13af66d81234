"""Opening another of livecue's windows, in a program of its own beside this one."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from livecue.start.opened import ASKS_IN_WINDOWS, PASSPHRASE_COMES
from livecue.translation import words

_LOOK_MS = 300

Say = Callable[[str], None]
"""Shows one sentence."""

Opens = Callable[[Say, QObject], None]
"""Opens something, and says what becomes of it while the window that asked is there."""

_running: list["subprocess.Popen[bytes]"] = []
"""They go on when the window that opened them is gone."""


def open_elsewhere(
    command: Sequence[str], say: Say, parent: QObject, passphrase: str | None = None
) -> None:
    """Open `livecue COMMAND`.

    Args:
        say: told that it opens, and why not if it does not.
        parent: the window that asked.
        passphrase: of the store, if it was typed in this program, so that it is not asked again.
    """
    _running[:] = [process for process in _running if process.poll() is None]
    errors = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - open for as long as it runs
    process = subprocess.Popen(
        [sys.executable, "-m", "livecue", *command],
        stdin=subprocess.DEVNULL if passphrase is None else subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        env={**os.environ, ASKS_IN_WINDOWS: "1" if passphrase is None else PASSPHRASE_COMES},
        start_new_session=True,
    )
    _running.append(process)
    if process.stdin is not None:
        with contextlib.suppress(BrokenPipeError), process.stdin as given:
            given.write(f"{passphrase}\n".encode())
    say(words("It opens in a window of its own."))
    timer = QTimer(parent)

    def look() -> None:
        code = process.poll()
        if code is None:
            return
        timer.stop()
        errors.seek(0)
        say("" if code == 0 else _last_line(errors.read().decode(errors="replace")))
        errors.close()

    timer.timeout.connect(look)
    timer.start(_LOOK_MS)


def _last_line(told: str) -> str:
    lines = told.strip().splitlines()
    return lines[-1].removeprefix("livecue: ") if lines else words("It did not open.")
