"""Hands on the controls from the keyboard of a terminal: a letter, then Enter."""

import os
import threading
from collections.abc import Iterator

from rich.console import Console

from livecue.errors import LivecueError
from livecue.events import ActionName
from livecue.overlay.controls import Controls
from livecue.overlay.state import OverlayState

_ACTIONS: dict[str, tuple[ActionName, str | None, str]] = {
    "h": ("hold", None, "hold: something more important"),
    "g": ("release", None, "go on after a hold"),
    "s": ("snooze", None, "snooze"),
    "e": ("mode", "exploring", "explore both sides"),
    "b": ("mode", "technique", "back to the work"),
    "n": ("next_step", None, "next step"),
    "m": ("mark", None, "mark this moment"),
    "x": ("swap_speakers", None, "swap the two speakers"),
}

KEYS: dict[str, str] = {
    **{letter: words for letter, (_, _, words) in _ACTIONS.items()},
    "o": "off the record, or listen again",
    "+": "the last cue was helpful",
    "-": "the last cue was not helpful",
    "q": "end the session",
    "?": "this list",
}
"""What each key does, in words."""


class Keys:
    """The keyboard of a session that has no window.

    Args:
        controls: the session.
        state: of the terminal's overlay; it knows which cue was drawn last.
        console: where an answer is written.
    """

    def __init__(self, controls: Controls, state: OverlayState, console: Console) -> None:
        self._controls = controls
        self._state = state
        self._console = console

    def start(self, descriptor: int = 0) -> None:
        """Read keys beside the session, if `descriptor` (standard input) is a keyboard at hand."""
        if not is_at_hand(descriptor):
            return
        self._say("A letter and Enter steers the session; ? lists them.")
        threading.Thread(target=self._read, args=(descriptor,), name="keys", daemon=True).start()

    def press(self, key: str) -> None:
        """Do what a key stands for, or say that it stands for nothing."""
        if key in _ACTIONS:
            action, value, words = _ACTIONS[key]
            self._controls.act(action, value)
            self._say(words)
        elif key == "o":
            self._controls.act("on_record" if self._state.off_record else "off_record")
        elif key in ("+", "-"):
            self._rate(helpful=key == "+")
        elif key == "q":
            self._controls.stop()
        elif key == "?":
            self._say("\n".join(f"  {letter}  {words}" for letter, words in KEYS.items()))
        else:
            self._say(f"'{key}' does nothing; ? lists the keys.")

    def _rate(self, helpful: bool) -> None:
        cue_at = self._state.last_cue_at
        if cue_at is None:
            self._say("There has been no cue yet.")
        else:
            self._controls.rate(cue_at, helpful)
            self._say(KEYS["+" if helpful else "-"])

    def _read(self, descriptor: int) -> None:
        for line in _lines(descriptor):
            try:
                if line:
                    self.press(line.lower())
            except LivecueError as error:
                self._say(str(error))

    def _say(self, words: str) -> None:
        self._console.print(words, markup=False, highlight=False)


def is_at_hand(descriptor: int) -> bool:
    """Whether someone can type there: a terminal, and this program not in its background.

    A program in the background is stopped by the system when it reads from its terminal.
    """
    if not os.isatty(descriptor):
        return False
    try:
        return not hasattr(os, "tcgetpgrp") or os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError:  # a terminal that does not govern this program, and so does not stop it
        return True


def _lines(descriptor: int) -> Iterator[str]:
    """Typed lines, to the end of the input.

    Read without Python's own buffer: a thread that waits inside it keeps Python from ending.
    """
    waiting = b""
    while chunk := _read_some(descriptor):
        *lines, waiting = (waiting + chunk).split(b"\n")
        for line in lines:
            yield line.decode(errors="replace").strip()


def _read_some(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1024)
    except OSError:  # the terminal is gone, which is the end of what can be typed there
        return b""
