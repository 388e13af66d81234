"""Hot keys on macOS: Carbon's RegisterEventHotKey, which asks for no permission.

Names and numbers are those of CarbonEvents.h and Events.h (HIToolbox). The events come with those
of the main thread's windows.
"""

import ctypes
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    byref,
    c_int32,
    c_uint32,
    c_ulong,
    c_void_p,
)
from typing import Any

from livecue.config import Combination, HandName, Modifier
from livecue.overlay.hotkeys.grabbing import Pressed, Wanted

_CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
_MODIFIERS: dict[Modifier, int] = {"Meta": 1 << 8, "Shift": 1 << 9, "Alt": 1 << 11, "Ctrl": 1 << 12}

_KEYS = dict(
    zip(
        [*"ASDFHGZXCV", *"BQWERYT123465", *"97", *"80", *"OU", *"IP", *"LJ", *"K", *"NM"],
        [*range(10), *range(11, 24), 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 45, 46],
        strict=True,
    )
) | dict(
    zip(
        [f"F{n}" for n in range(1, 13)],
        [122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111],
        strict=True,
    )
)
"""Virtual key codes: places on the keyboard, named as on an American one."""


def _four(letters: str) -> int:
    return int.from_bytes(letters.encode("ascii"), "big")


_SIGNATURE = _four("lvcu")
_KEYBOARD, _HOT_KEY_PRESSED = _four("keyb"), 5
_DIRECT_OBJECT, _TYPE_HOT_KEY_ID = _four("----"), _four("hkid")


class _HotKeyId(Structure):
    """EventHotKeyID."""

    _fields_ = (("signature", c_uint32), ("number", c_uint32))


class _EventType(Structure):
    """EventTypeSpec."""

    _fields_ = (("kind", c_uint32), ("event", c_uint32))


_HANDLER = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p)


class MacHotKeys:
    """Keys registered with the system while this program runs.

    Args:
        carbon: the system's library, or a twin of it.
    """

    def __init__(self, carbon: Any = None) -> None:
        self._carbon = carbon or ctypes.CDLL(_CARBON)
        self._carbon.GetEventDispatcherTarget.restype = c_void_p
        self._carbon.InstallEventHandler.argtypes = [
            *(c_void_p, _HANDLER, c_ulong, POINTER(_EventType), c_void_p, POINTER(c_void_p)),
        ]
        self._carbon.RegisterEventHotKey.argtypes = [
            *(c_uint32, c_uint32, _HotKeyId, c_void_p, c_uint32, POINTER(c_void_p)),
        ]
        self._carbon.GetEventParameter.argtypes = [
            *(c_void_p, c_uint32, c_uint32, c_void_p, c_ulong, c_void_p, c_void_p),
        ]
        self._carbon.UnregisterEventHotKey.argtypes = [c_void_p]
        self._carbon.RemoveEventHandler.argtypes = [c_void_p]
        self._registered: list[c_void_p] = []
        self._installed = c_void_p()
        self._handler = _HANDLER(lambda *_: 0)

    def take(self, wanted: Wanted, pressed: Pressed) -> list[HandName]:
        """Register the keys; `pressed` is called on the main thread."""
        hands = dict(enumerate(wanted, start=1))

        def handle(_next: int, event: int, _data: int) -> int:
            number = _HotKeyId()
            self._carbon.GetEventParameter(
                *(event, _DIRECT_OBJECT, _TYPE_HOT_KEY_ID, None),
                *(ctypes.sizeof(number), None, byref(number)),
            )
            if number.signature == _SIGNATURE and number.number in hands:
                pressed(hands[number.number])
            return 0

        self._handler = _HANDLER(handle)  # kept: the system calls it as long as it is installed
        target = self._carbon.GetEventDispatcherTarget()
        kind = _EventType(_KEYBOARD, _HOT_KEY_PRESSED)
        self._carbon.InstallEventHandler(
            target, self._handler, 1, byref(kind), None, byref(self._installed)
        )
        return [hand for number, hand in hands.items() if not self._register(number, wanted[hand])]

    def give_back(self) -> None:
        """Unregister them."""
        for registered in self._registered:
            self._carbon.UnregisterEventHotKey(registered)
        self._registered.clear()
        if self._installed:
            self._carbon.RemoveEventHandler(self._installed)
            self._installed = c_void_p()

    def _register(self, number: int, combination: Combination) -> bool:
        registered = c_void_p()
        refused = self._carbon.RegisterEventHotKey(
            _KEYS[combination.key],
            sum(_MODIFIERS[name] for name in combination.modifiers),
            _HotKeyId(_SIGNATURE, number),
            self._carbon.GetEventDispatcherTarget(),
            0,
            byref(registered),
        )
        if not refused:
            self._registered.append(registered)
        return not refused
