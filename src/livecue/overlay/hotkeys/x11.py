"""Hot keys on an X server: keys grabbed on a connection and a thread of their own.

XCB and not Xlib, since there an answer tells which key another program holds; Xlib ends the program
that asks. See the X Window System Protocol, GrabKey.
"""

import os
import select
import threading
from collections.abc import Iterator
from itertools import chain, combinations

from livecue.config import HandName, Modifier
from livecue.overlay.hotkeys.grabbing import Pressed, Wanted
from livecue.overlay.hotkeys.xcb import Connection, KeyEvent

_MASKS: dict[Modifier, int] = {"Shift": 1 << 0, "Ctrl": 1 << 2, "Alt": 1 << 3, "Meta": 1 << 6}
"""Alt is the first of the server's own modifiers and Meta (the Windows key) the fourth, as nearly
every layout has it."""

_CAPS_LOCK, _NUM_LOCK = 1 << 1, 1 << 4
_COUNTED = sum(_MASKS.values())

_F1 = 0xFFBE
"""The number of the key symbol F1; the others follow. Letters have those of Latin-1."""

Places = dict[tuple[int, int], HandName]
"""A key's code on this keyboard and the modifiers that must be held, and what that does."""


class X11HotKeys:
    """Keys grabbed on the screen that `DISPLAY` names."""

    def __init__(self) -> None:
        self._connection: Connection | None = None
        self._thread: threading.Thread | None = None
        self._told, self._tell = os.pipe()

    def take(self, wanted: Wanted, pressed: Pressed) -> list[HandName]:
        """Grab the keys, and listen to them on a thread of their own."""
        self._connection = connection = Connection()
        places = _places(connection, wanted)
        granted = _grab_all(connection, places)
        self._thread = threading.Thread(
            target=self._listen,
            args=(connection, wanted, places, pressed),
            name="hot keys",
            daemon=True,
        )
        self._thread.start()
        return [hand for hand in wanted if hand not in granted]

    def give_back(self) -> None:
        """Let go of the keys with the connection."""
        os.write(self._tell, b".")
        if self._thread is not None:
            self._thread.join()
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        os.close(self._told)
        os.close(self._tell)

    def _listen(
        self, connection: Connection, wanted: Wanted, places: Places, pressed: Pressed
    ) -> None:
        held = _Held()
        while True:
            for event in connection.events():
                if not isinstance(event, KeyEvent):
                    places = _moved(connection, wanted, places)
                elif held.begins(event):
                    hand = places.get((event.code, event.modifiers & _COUNTED))
                    if hand is not None:
                        pressed(hand)
            if connection.broken:
                return
            ready, _, _ = select.select([connection.descriptor, self._told], [], [])
            if self._told in ready:
                return


class _Held:
    """Tells a press from its repetitions: a key that is held is let go and pressed at one time."""

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._let_go: dict[int, int] = {}

    def begins(self, event: KeyEvent) -> bool:
        """Whether somebody pressed the key now."""
        if not event.pressed:
            self._down.discard(event.code)
            self._let_go[event.code] = event.time_ms
            return False
        repeated = event.code in self._down or self._let_go.get(event.code) == event.time_ms
        self._down.add(event.code)
        return not repeated


def _places(connection: Connection, wanted: Wanted) -> Places:
    """Where on this keyboard the combinations are."""
    keyboard = connection.keyboard()
    return {
        (code, sum(_MASKS[modifier] for modifier in combination.modifiers)): hand
        for hand, combination in wanted.items()
        for code in keyboard.get(_symbol(combination.key), ())
    }


def _grab_all(connection: Connection, places: Places) -> set[HandName]:
    """Take what is free; the hands that have a key."""
    return {hand for place, hand in places.items() if _grab(connection, *place)}


def _moved(connection: Connection, wanted: Wanted, places: Places) -> Places:
    """The server told of another layout, as it also does when another keyboard is typed on."""
    now = _places(connection, wanted)
    if now != places:
        connection.let_go()
        _grab_all(connection, now)
    return now


def _grab(connection: Connection, code: int, modifiers: int) -> bool:
    """Take a key with any locks on: it is the same key. Whether all of them were free."""
    refused = [locks for locks in _locks() if not connection.grab(code, modifiers | locks)]
    return not refused


def _locks() -> Iterator[int]:
    both = (_CAPS_LOCK, _NUM_LOCK)
    return (sum(some) for some in chain.from_iterable(combinations(both, n) for n in range(3)))


def _symbol(key: str) -> int:
    """The number of a key's symbol: that of its small letter."""
    return ord(key.lower()) if len(key) == 1 else _F1 + int(key[1:]) - 1
