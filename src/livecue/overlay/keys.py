"""Hands on the controls from the keyboard of a terminal: a letter, then Enter."""

import os
import threading
from collections.abc import Iterator

from rich.console import Console

from livecue.config import HandName
from livecue.overlay.hands import Hands, hand_words

_HANDS: dict[str, HandName] = {
    "h": "hold",
    "s": "snooze",
    "o": "off_record",
    "e": "explore",
    "n": "next_step",
    "b": "step_back",
    "c": "says_no",
    "f": "far_away",
    "w": "why",
    "m": "mark",
    "+": "helpful",
    "-": "not_helpful",
    "x": "swap",
    "d": "erase",
    "q": "end",
}
"""The letter of each hand."""


class Keys:
    """The keyboard of a session that has no window.

    Args:
        hands: on the session.
        console: where an answer is written.
    """

    def __init__(self, hands: Hands, console: Console) -> None:
        self._hands = hands
        self._console = console

    def start(self, descriptor: int = 0) -> None:
        """Read keys beside the session, if `descriptor` (standard input) is a keyboard at hand."""
        if not is_at_hand(descriptor):
            return
        self._say("A letter and Enter steers the session; ? lists them.")
        threading.Thread(target=self._read, args=(descriptor,), name="keys", daemon=True).start()

    def press(self, key: str) -> None:
        """Do what a key stands for, or say that it stands for nothing."""
        if key in _HANDS:
            self._say(self._hands.press(_HANDS[key]).words)
        elif key == "?":
            self._say("\n".join(f"  {letter}  {words}" for letter, words in key_words().items()))
        else:
            self._say(f"'{key}' does nothing; ? lists the keys.")

    def _read(self, descriptor: int) -> None:
        for line in _lines(descriptor):
            if line:
                self.press(line.lower())

    def _say(self, words: str) -> None:
        self._console.print(words, markup=False, highlight=False)


def key_words() -> dict[str, str]:
    """What each key does, in words."""
    return {**{key: hand_words(name) for key, name in _HANDS.items()}, "?": "This list"}


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
