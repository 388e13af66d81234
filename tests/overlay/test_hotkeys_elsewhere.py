"""What Windows and macOS are asked for, told to twins of their libraries.

Neither has been tried on the system itself.
"""

import ctypes
import queue
import threading
from functools import partial
from types import SimpleNamespace
from typing import Any

from livecue.config import Combination, HandName
from livecue.overlay.hotkeys.macos import MacHotKeys
from livecue.overlay.hotkeys.windows import WindowsHotKeys

WANTED: dict[HandName, Combination] = {
    "hold": Combination.parse("Ctrl+Alt+Shift+H"),
    "mark": Combination.parse("Meta+F9"),
    "swap": Combination.parse("Ctrl+Alt+0"),
}
QUIT, HOT_KEY = 0x12, 0x312


def _library(twin: object) -> SimpleNamespace:
    """Its functions, which begin with a capital, as ctypes has them: they can be given types."""
    names = [name for name in dir(twin) if name[0].isupper()]
    return SimpleNamespace(**{name: partial(getattr(twin, name)) for name in names})


class User32:
    """Registers all keys but one, and gives the messages that it is told to."""

    def __init__(self) -> None:
        self.registered: dict[int, tuple[int, int]] = {}
        self.messages: queue.SimpleQueue[tuple[int, int]] = queue.SimpleQueue()
        self.threads: set[int] = set()
        self.api = _library(self)

    def PeekMessageW(self, *_: Any) -> int:  # noqa: N802 - the system's name
        return 0

    def RegisterHotKey(self, _window: None, number: int, modifiers: int, key: int) -> int:  # noqa: N802
        self.threads.add(threading.get_ident())
        if key == ord("0"):
            return 0
        self.registered[number] = (modifiers, key)
        return 1

    def UnregisterHotKey(self, _window: None, number: int) -> int:  # noqa: N802
        self.threads.add(threading.get_ident())
        self.registered.pop(number, None)
        return 1

    def GetMessageW(self, message: Any, *_: Any) -> int:  # noqa: N802
        self.threads.add(threading.get_ident())
        kind, number = self.messages.get()
        message._obj.message, message._obj.number = kind, number
        return int(kind != QUIT)

    def PostThreadMessageW(self, thread: int, kind: int, *_: Any) -> int:  # noqa: N802
        assert thread == 4711
        self.messages.put((kind, 0))
        return 1


def test_windows_is_asked_on_one_thread_and_tells_of_each_press() -> None:
    user32 = User32()
    keys = WindowsHotKeys(user32.api, SimpleNamespace(GetCurrentThreadId=lambda: 4711))
    pressed: queue.SimpleQueue[HandName] = queue.SimpleQueue()
    assert keys.take(WANTED, pressed.put) == ["swap"]
    # Alt, Ctrl and Shift; the Windows key and F9; none of them repeated.
    assert user32.registered == {1: (0x4007, ord("H")), 2: (0x4008, 0x78)}
    user32.messages.put((HOT_KEY, 2))
    user32.messages.put((0x100, 1))
    user32.messages.put((HOT_KEY, 1))
    assert [pressed.get(), pressed.get()] == ["mark", "hold"]
    keys.give_back()
    assert user32.registered == {}
    assert len(user32.threads) == 1
    assert threading.get_ident() not in user32.threads


class Carbon:
    """Registers all keys but one, and presses those that it is told to."""

    def __init__(self) -> None:
        self.registered: dict[int, tuple[int, int, int]] = {}
        self.handler: Any = None
        self.number = (0, 0)
        self.api = _library(self)

    def GetEventDispatcherTarget(self) -> int:  # noqa: N802
        return 1

    def InstallEventHandler(self, *asked: Any) -> int:  # noqa: N802
        _, self.handler, count, kind, _, installed = asked
        assert (count, kind._obj.kind, kind._obj.event) == (1, int.from_bytes(b"keyb", "big"), 5)
        installed._obj.value = 99
        return 0

    def RegisterEventHotKey(self, *asked: Any) -> int:  # noqa: N802
        code, modifiers, identity, _, _, registered = asked
        if code == 29:
            return -9878  # eventHotKeyExistsErr
        self.registered[identity.number] = (code, modifiers, identity.signature)
        registered._obj.value = identity.number
        return 0

    def GetEventParameter(self, *asked: Any) -> int:  # noqa: N802
        asked[-1]._obj.signature, asked[-1]._obj.number = self.number
        return 0

    def UnregisterEventHotKey(self, registered: ctypes.c_void_p) -> int:  # noqa: N802
        del self.registered[registered.value or 0]
        return 0

    def RemoveEventHandler(self, installed: ctypes.c_void_p) -> int:  # noqa: N802
        assert installed.value == 99
        self.handler = None
        return 0

    def press(self, number: int, signature: int) -> None:
        self.number = (signature, number)
        assert self.handler(None, 1, None) == 0


def test_macos_is_asked_by_the_keys_place_and_tells_of_each_press() -> None:
    carbon = Carbon()
    keys = MacHotKeys(carbon.api)
    pressed: list[HandName] = []
    assert keys.take(WANTED, pressed.append) == ["swap"]
    ours = int.from_bytes(b"lvcu", "big")
    assert carbon.registered == {1: (4, 0x1A00, ours), 2: (101, 0x100, ours)}
    carbon.press(2, ours)
    carbon.press(1, ours)
    carbon.press(1, 5)
    assert pressed == ["mark", "hold"]
    keys.give_back()
    assert carbon.registered == {}
    assert carbon.handler is None
