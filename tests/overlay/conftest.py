"""A real X server with a real window manager, another program's window, and hands."""

import json
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from livecue.overlay.memory import Memory
from tests.display import Screen

_OTHER_WINDOW = Path(__file__).with_name("other_window.py")


@pytest.fixture(scope="session")
def qapp_args(xvfb: Screen) -> list[str]:
    """pytest-qt's application opens on the X server, which is there before it."""
    return ["livecue"]


@pytest.fixture
def memory_file(tmp_path: Path) -> Path:
    """Where the overlay remembers its looks and its place."""
    return tmp_path / "overlay.ini"


@pytest.fixture
def memory(memory_file: Path) -> Memory:
    """The memory in that file."""
    return Memory(memory_file)


class Hands:
    """A person at the mouse and the keyboard; the windows go on meanwhile."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def point(self, *places: QPoint) -> None:
        """Move the cursor to a place, then at once to the next."""
        moves = [("mousemove", str(at.x()), str(at.y())) for at in places]
        self.do(*[word for move in moves for word in move])

    def do(self, *arguments: str) -> None:
        """One xdotool command, to its end."""
        with subprocess.Popen(["xdotool", *arguments]) as process:
            self._qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        assert process.returncode == 0


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    """Hands that let go at the end."""
    if shutil.which("xdotool") is None:
        pytest.skip("xdotool is not installed (package xdotool)")
    hands = Hands(qtbot)
    hands.do("mousemove", "640", "700")
    yield hands
    hands.do("mouseup", "1", "keyup", "alt", "mousemove", "640", "700")


class OtherWindow:
    """A window of another program, which tells what reaches it."""

    def __init__(self, qtbot: QtBot, *how: str) -> None:
        self._qtbot = qtbot
        self._told: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.seen: list[dict[str, Any]] = []
        self._process = subprocess.Popen(
            [sys.executable, str(_OTHER_WINDOW), *how], stdout=subprocess.PIPE, text=True
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self.wait_for(lambda: {"focus": True} in self.seen)

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Go on with the windows until something has reached it."""

        def look() -> bool:
            while not self._told.empty():
                self.seen.append(self._told.get())
            return happened()

        self._qtbot.waitUntil(look, timeout=30_000)

    @property
    def text(self) -> str:
        """What stands in it."""
        return next((one["text"] for one in reversed(self.seen) if "text" in one), "")

    @property
    def clicks(self) -> int:
        """How often it was clicked."""
        return self.seen.count({"click": True})

    @property
    def lost_focus(self) -> bool:
        """Whether the focus ever left it."""
        return {"focus": False} in self.seen

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._reader.join()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as told:
            for line in told:
                self._told.put(json.loads(line))


@pytest.fixture
def open_other(qtbot: QtBot) -> Iterator[Callable[..., OtherWindow]]:
    """Opens windows of other programs, and closes them at the end."""
    opened: list[OtherWindow] = []

    def open_one(*how: str) -> OtherWindow:
        opened.append(OtherWindow(qtbot, *how))
        return opened[-1]

    yield open_one
    for other in opened:
        other.close()
