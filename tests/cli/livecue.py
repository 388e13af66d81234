"""livecue as a person runs it: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

_MAIN = "from livecue.cli import main; main()"
_LEFT_OUT = ("LIVECUE_PASSPHRASE", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")


def command(*arguments: str | Path) -> list[str]:
    """The words that start livecue."""
    return [sys.executable, "-c", _MAIN, *(str(argument) for argument in arguments)]


def environment(home: Path, **more: str) -> dict[str, str]:
    """An environment without screen or keyring, whose livecue keeps everything in `home`."""
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return {
        **kept,
        "LIVECUE_HOME": str(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        **more,
    }


def livecue(home: Path, *arguments: str | Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run livecue to its end, with no terminal to ask at."""
    return subprocess.run(
        command(*arguments),
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
