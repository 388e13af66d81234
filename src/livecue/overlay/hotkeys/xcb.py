"""The little of XCB that grabbing keys needs (libxcb, by ctypes).

Structures and numbers are those of the X Window System Protocol, version 11.
"""

import ctypes
from collections.abc import Iterator
from ctypes import POINTER, Structure, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from dataclasses import dataclass
from typing import Any

from livecue.errors import MissingError

_KEY_PRESS, _KEY_RELEASE, _MAPPING_NOTIFY = 2, 3, 34
_SENT = 0x80
"""Set in an event that another program made up; such a one presses nothing."""

_GRAB_ASYNC = 1
_ANY_KEY, _ANY_MODIFIER = 0, 1 << 15


class _Setup(Structure):
    """The beginning of what the server says of itself, as far as the range of its key codes."""

    _fields_ = (
        ("status", c_uint8),
        ("pad0", c_uint8),
        ("protocol", c_uint16 * 2),
        ("length", c_uint16),
        ("numbers", c_uint32 * 4),
        ("vendor_length", c_uint16),
        ("maximum_request", c_uint16),
        ("counts", c_uint8 * 6),
        ("min_keycode", c_uint8),
        ("max_keycode", c_uint8),
    )


class _Screens(Structure):
    """A place in the list of screens; the first thing in a screen is its root window."""

    _fields_ = (("screen", POINTER(c_uint32)), ("left", c_int), ("index", c_int))


class _Cookie(Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Mapping(Structure):
    """The beginning of an answer with key symbols."""

    _fields_ = (
        ("type", c_uint8),
        ("symbols_per_code", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
    )


class _Key(Structure):
    """A key event."""

    _fields_ = (
        ("type", c_uint8),
        ("code", c_uint8),
        ("sequence", c_uint16),
        ("time_ms", c_uint32),
        ("windows", c_uint32 * 3),
        ("places", ctypes.c_int16 * 4),
        ("modifiers", c_uint16),
    )


@dataclass(frozen=True)
class KeyEvent:
    """A grabbed key goes down or up. time_ms: on the server's clock."""

    pressed: bool
    code: int
    modifiers: int
    time_ms: int


@dataclass(frozen=True)
class Remapped:
    """The keyboard has another layout from here on."""


class Connection:
    """A connection to the X server that `DISPLAY` names.

    Raises:
        MissingError: there is no libxcb, or no server.
    """

    def __init__(self) -> None:
        self._xcb, self._free = _libraries()
        number = c_int(0)
        self._handle = c_void_p(self._xcb.xcb_connect(None, ctypes.byref(number)))
        if self.broken:
            self.close()
            raise MissingError("There is no X server to take keys on.")
        setup = self._xcb.xcb_get_setup(self._handle)
        self._codes = (setup.contents.min_keycode, setup.contents.max_keycode)
        screens = self._xcb.xcb_setup_roots_iterator(setup)
        for _ in range(number.value):
            self._xcb.xcb_screen_next(ctypes.byref(screens))
        self._root = screens.screen.contents.value

    @property
    def descriptor(self) -> int:
        """What to wait on for events."""
        return int(self._xcb.xcb_get_file_descriptor(self._handle))

    @property
    def broken(self) -> bool:
        """Whether the server is gone."""
        return bool(self._xcb.xcb_connection_has_error(self._handle))

    def close(self) -> None:
        """End the connection; the server lets go of all that it held."""
        self._xcb.xcb_disconnect(self._handle)

    def keyboard(self) -> dict[int, list[int]]:
        """The codes of the keys that give each symbol, with or without Shift."""
        first, last = self._codes
        cookie = self._xcb.xcb_get_keyboard_mapping(self._handle, first, last - first + 1)
        answer = self._xcb.xcb_get_keyboard_mapping_reply(self._handle, cookie, None)
        codes: dict[int, list[int]] = {}
        if not answer:
            return codes
        symbols = self._xcb.xcb_get_keyboard_mapping_keysyms(answer)
        width = answer.contents.symbols_per_code
        for place in range((last - first + 1) * width):
            of_symbol = codes.setdefault(symbols[place], [])
            if first + place // width not in of_symbol:
                of_symbol.append(first + place // width)
        self._free(answer)
        return codes

    def grab(self, code: int, modifiers: int) -> bool:
        """Take a key on all windows; whether it was free."""
        cookie = self._xcb.xcb_grab_key_checked(
            self._handle, 0, self._root, modifiers, code, _GRAB_ASYNC, _GRAB_ASYNC
        )
        refusal = self._xcb.xcb_request_check(self._handle, cookie)
        if refusal:
            self._free(refusal)
        return not refusal

    def let_go(self) -> None:
        """Take no key any more."""
        self._xcb.xcb_ungrab_key(self._handle, _ANY_KEY, self._root, _ANY_MODIFIER)
        self._xcb.xcb_flush(self._handle)

    def events(self) -> Iterator[KeyEvent | Remapped]:
        """What has happened; never waits."""
        while event := self._xcb.xcb_poll_for_event(self._handle):
            key = event.contents
            kind = key.type
            if kind in (_KEY_PRESS, _KEY_RELEASE):
                yield KeyEvent(kind == _KEY_PRESS, key.code, key.modifiers, key.time_ms)
            elif kind & ~_SENT == _MAPPING_NOTIFY:
                yield Remapped()
            self._free(event)


_CALLS: tuple[tuple[Any, ...], ...] = (
    ("xcb_connect", c_void_p, ctypes.c_char_p, POINTER(c_int)),
    ("xcb_connection_has_error", c_int, c_void_p),
    ("xcb_disconnect", None, c_void_p),
    ("xcb_flush", c_int, c_void_p),
    ("xcb_get_file_descriptor", c_int, c_void_p),
    ("xcb_get_setup", POINTER(_Setup), c_void_p),
    ("xcb_setup_roots_iterator", _Screens, POINTER(_Setup)),
    ("xcb_screen_next", None, POINTER(_Screens)),
    ("xcb_get_keyboard_mapping", _Cookie, c_void_p, c_uint8, c_uint8),
    ("xcb_get_keyboard_mapping_reply", POINTER(_Mapping), c_void_p, _Cookie, c_void_p),
    ("xcb_get_keyboard_mapping_keysyms", POINTER(c_uint32), POINTER(_Mapping)),
    ("xcb_grab_key_checked", _Cookie, c_void_p, c_uint8, c_uint32, c_uint16, *[c_uint8] * 3),
    ("xcb_ungrab_key", _Cookie, c_void_p, c_uint8, c_uint32, c_uint16),
    ("xcb_request_check", c_void_p, c_void_p, _Cookie),
    ("xcb_poll_for_event", POINTER(_Key), c_void_p),
)
"""What is called: its name, what it gives back, and what it takes."""


def _libraries() -> tuple[Any, Any]:
    """libxcb with the types of what is called, and what frees its answers."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise MissingError("Hot keys need libxcb (package libxcb1).") from error
    free = ctypes.CDLL(None).free
    free.argtypes, free.restype = [c_void_p], None
    for name, result, *arguments in _CALLS:
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb, free
