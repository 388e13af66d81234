"""Hot keys on Windows: RegisterHotKey, on a thread of its own that reads its messages.

Names and numbers are those of WinUser.h.
"""

import ctypes
import threading
from ctypes import POINTER, Structure, byref, c_int, c_ssize_t, c_uint, c_ulong, c_void_p
from typing import Any

from livecue.config import Combination, HandName, Modifier
from livecue.overlay.hotkeys.grabbing import Pressed, Wanted

_MODIFIERS: dict[Modifier, int] = {"Alt": 0x1, "Ctrl": 0x2, "Shift": 0x4, "Meta": 0x8}
_NO_REPEAT = 0x4000
_VK_F1 = 0x70
_WM_QUIT, _WM_HOTKEY = 0x0012, 0x0312
_NO_REMOVE = 0


class _Message(Structure):
    """MSG."""

    _fields_ = (
        ("window", c_void_p),
        ("message", c_uint),
        ("number", c_void_p),
        ("details", c_ssize_t),
        ("time_ms", c_ulong),
        ("x", c_int),
        ("y", c_int),
    )


class WindowsHotKeys:
    """Keys registered with the system, for this session's user alone.

    Args:
        user32, kernel32: the system's libraries, or twins of them.
    """

    def __init__(self, user32: Any = None, kernel32: Any = None) -> None:
        # On 64-bit Windows, which livecue needs, all functions are called alike.
        self._user32 = user32 or ctypes.CDLL("user32")
        self._kernel32 = kernel32 or ctypes.CDLL("kernel32")
        self._user32.GetMessageW.argtypes = [POINTER(_Message), c_void_p, c_uint, c_uint]
        self._user32.PeekMessageW.argtypes = [POINTER(_Message), c_void_p, c_uint, c_uint, c_uint]
        self._user32.RegisterHotKey.argtypes = [c_void_p, c_int, c_uint, c_uint]
        self._user32.UnregisterHotKey.argtypes = [c_void_p, c_int]
        self._user32.PostThreadMessageW.argtypes = [c_ulong, c_uint, c_void_p, c_void_p]
        self._registered = threading.Event()
        self._refused: list[HandName] = []
        self._thread: threading.Thread | None = None
        self._thread_id = 0

    def take(self, wanted: Wanted, pressed: Pressed) -> list[HandName]:
        """Register the keys; the system tells them to the thread that registered."""
        self._thread = threading.Thread(
            target=self._run, args=(wanted, pressed), name="hot keys", daemon=True
        )
        self._thread.start()
        self._registered.wait()
        return self._refused

    def give_back(self) -> None:
        """Unregister them."""
        if self._thread is not None:
            self._user32.PostThreadMessageW(self._thread_id, _WM_QUIT, None, None)
            self._thread.join()
            self._thread = None

    def _run(self, wanted: Wanted, pressed: Pressed) -> None:
        message = _Message()
        # Without a look the thread would have no queue that a message could be posted to.
        self._user32.PeekMessageW(byref(message), None, 0, 0, _NO_REMOVE)
        self._thread_id = self._kernel32.GetCurrentThreadId()
        hands = dict(enumerate(wanted, start=1))
        for number, hand in hands.items():
            modifiers, key = _codes(wanted[hand])
            if not self._user32.RegisterHotKey(None, number, modifiers, key):
                self._refused.append(hand)
        self._registered.set()
        while self._user32.GetMessageW(byref(message), None, 0, 0) > 0:
            if message.message == _WM_HOTKEY and (message.number or 0) in hands:
                pressed(hands[message.number or 0])
        for number in hands:
            self._user32.UnregisterHotKey(None, number)


def _codes(combination: Combination) -> tuple[int, int]:
    """The modifiers, and the virtual key: letters and digits have the codes of ASCII."""
    key = combination.key
    code = ord(key) if len(key) == 1 else _VK_F1 + int(key[1:]) - 1
    return sum(_MODIFIERS[name] for name in combination.modifiers) | _NO_REPEAT, code
