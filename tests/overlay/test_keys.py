"""The keyboard of a session that has no window."""

import os
import pty
import subprocess
import sys
import threading
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from livecue.config import OverlaySettings
from livecue.errors import MissingError
from livecue.events import Action
from livecue.overlay.hands import Hands
from livecue.overlay.keys import Keys, key_words
from livecue.overlay.state import OverlayState
from tests.events import action, cue
from tests.overlay.twins import ControlsTwin

ROOT = Path(__file__).resolve().parents[2]


class Terminal:
    """Keys on a session's twin, with what is printed."""

    def __init__(self) -> None:
        self.controls = ControlsTwin()
        self.state = OverlayState(OverlaySettings())
        self._file = StringIO()
        hands = Hands(self.state)
        hands.steer(self.controls)
        self.keys = Keys(hands, Console(file=self._file, width=120))

    @property
    def printed(self) -> str:
        return self._file.getvalue()


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("h", ("act", "hold", None)),
        ("s", ("act", "snooze", None)),
        ("e", ("act", "mode", "exploring")),
        ("b", ("act", "next_step", "back")),
        ("c", ("act", "next_step", "no")),
        ("f", ("act", "next_step", "far_away")),
        ("n", ("act", "next_step", None)),
        ("m", ("act", "mark", None)),
        ("x", ("act", "swap_speakers", None)),
        ("o", ("act", "off_record", None)),
        ("q", ("stop",)),
    ],
)
def test_each_key_has_its_hand(terminal: Terminal, key: str, done: tuple[object, ...]) -> None:
    terminal.keys.press(key)
    assert terminal.controls.done == [done]


def test_o_listens_again_when_off_the_record(terminal: Terminal) -> None:
    terminal.keys.press("o")
    terminal.keys.press("o")
    assert terminal.controls.done == [("act", "off_record", None), ("act", "on_record", None)]


@pytest.mark.parametrize(
    ("key", "begun", "ends"),
    [
        ("h", action(5, "hold"), ("act", "release", None)),
        ("s", action(5, "snooze", 300.0), ("act", "snooze", 0.0)),
        ("e", action(5, "mode", "exploring"), ("act", "mode", "technique")),
    ],
)
def test_a_key_ends_what_it_began(
    terminal: Terminal, key: str, begun: Action, ends: tuple[object, ...]
) -> None:
    terminal.state.push(begun)
    terminal.keys.press(key)
    assert terminal.controls.done == [ends]


def test_erasing_asks_once_more(terminal: Terminal) -> None:
    terminal.keys.press("d")
    assert "Once more within 3 seconds" in terminal.printed
    terminal.keys.press("d")
    assert terminal.controls.erased


@pytest.mark.parametrize(("key", "helpful"), [("+", True), ("-", False)])
def test_the_last_cue_is_rated(terminal: Terminal, key: str, helpful: bool) -> None:
    terminal.keys.press(key)
    assert terminal.controls.done == []
    assert "no cue yet" in terminal.printed

    terminal.state.push(cue(10, "yes_but"))
    terminal.keys.press(key)
    assert terminal.controls.done == [("rate", 10.0, helpful)]


def test_a_question_mark_lists_every_key(terminal: Terminal) -> None:
    terminal.keys.press("?")
    assert all(f"{key}  {words}" in terminal.printed for key, words in key_words().items())


@pytest.mark.parametrize("key", ["z", "help", "[b]"])
def test_an_unknown_key_says_so_and_does_nothing(terminal: Terminal, key: str) -> None:
    terminal.keys.press(key)
    assert f"'{key}' does nothing; ? lists the keys." in terminal.printed
    assert terminal.controls.done == []


def test_lines_are_read_from_a_terminal_until_it_goes(terminal: Terminal) -> None:
    person, descriptor = pty.openpty()
    terminal.controls.fails = MissingError("The microphone is gone.")
    terminal.keys.start(descriptor)
    (thread,) = (one for one in threading.enumerate() if one.name == "keys")
    os.write(person, b"H\n\n  m \nq\n")
    terminal.controls.stopped.wait()
    os.write(person, b"\x04")
    thread.join()
    os.close(person)
    os.close(descriptor)
    assert terminal.controls.done == [("act", "hold", None), ("act", "mark", None), ("stop",)]
    assert "The microphone is gone." in terminal.printed


def test_nothing_is_read_where_standard_input_is_no_terminal(terminal: Terminal) -> None:
    reads, writes = os.pipe()
    os.write(writes, b"q\n")
    terminal.keys.start(reads)
    assert not [one for one in threading.enumerate() if one.name == "keys"]
    assert terminal.printed == ""
    os.close(reads)
    os.close(writes)


def test_a_program_in_the_background_reads_nothing() -> None:
    script = (
        "import fcntl, subprocess, sys, termios\n"
        "from livecue.overlay.keys import is_at_hand\n"
        "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
        "print(is_at_hand(0), flush=True)\n"
        "again = 'from livecue.overlay.keys import is_at_hand; print(is_at_hand(0))'\n"
        "subprocess.run([sys.executable, '-c', again], process_group=0, check=True)\n"
    )
    person, descriptor = pty.openpty()
    told = subprocess.run(
        [sys.executable, "-c", script],
        stdin=descriptor,
        capture_output=True,
        check=True,
        start_new_session=True,
    )
    os.close(person)
    os.close(descriptor)
    assert told.stdout.split() == [b"True", b"False"]


def test_a_session_ends_though_its_keyboard_still_waits() -> None:
    """A thread that waits for a key must not keep Python from ending."""
    script = (
        "from livecue.overlay.hands import Hands\n"
        "from livecue.overlay.keys import Keys\n"
        "from rich.console import Console\n"
        "from livecue.config import OverlaySettings\n"
        "from livecue.overlay.state import OverlayState\n"
        "from tests.overlay.twins import ControlsTwin\n"
        "hands = Hands(OverlayState(OverlaySettings()))\n"
        "hands.steer(ControlsTwin())\n"
        "Keys(hands, Console()).start()\n"
    )
    person, descriptor = pty.openpty()
    ended = subprocess.run(
        [sys.executable, "-c", script], stdin=descriptor, capture_output=True, check=False, cwd=ROOT
    )
    os.close(person)
    os.close(descriptor)
    assert (ended.returncode, ended.stderr) == (0, b"")
