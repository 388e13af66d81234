"""A screen made of software: Xvfb, with openbox to manage its windows."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_PATIENCE_S = 20.0

_servers: list["subprocess.Popen[bytes]"] = []
"""Kept to the end of the process: a server goes by itself when its last window does."""


@dataclass(frozen=True)
class Screen:
    """A running X server. `display` is its name, as in `DISPLAY`."""

    display: str
    width_px: int = 1280
    height_px: int = 800


@pytest.fixture(scope="session")
def xvfb() -> Iterator[Screen]:
    """A screen for this process and those it starts, by `DISPLAY`; Qt is left to find it."""
    for program in ("Xvfb", "openbox"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed (packages xvfb, openbox)")
    with pytest.MonkeyPatch.context() as patch:
        screen = Screen(_start_server())
        patch.setenv("DISPLAY", screen.display)
        patch.delenv("WAYLAND_DISPLAY", raising=False)
        manager = _start_manager()
        yield screen
        manager.terminate()
        manager.wait()


def _start_server() -> str:
    """Start Xvfb on a display it finds free, and say which.

    With -terminate it ends when the last client leaves. It is not killed here, because Qt, which
    lives as long as the process, ends a process whose screen goes away.
    """
    reads, writes = os.pipe()
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x800x24"),
            *("-terminate", "-nolisten", "tcp"),
        ],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    )
    _servers.append(server)
    os.close(writes)
    with os.fdopen(reads) as told:
        number = told.readline().strip()
    if not number:
        raise RuntimeError(f"Xvfb did not start (it ended with {server.wait()})")
    return f":{number}"


def _start_manager() -> "subprocess.Popen[bytes]":
    """Start openbox, and wait until it manages windows."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready"
        manager = subprocess.Popen(
            ["openbox", "--startup", f"touch {ready}"], stderr=subprocess.DEVNULL
        )
        give_up_s = time.monotonic() + _PATIENCE_S
        while not ready.exists():
            if manager.poll() is not None or time.monotonic() > give_up_s:
                raise RuntimeError("openbox did not start")
            time.sleep(0.05)
    return manager
