"""macOS: a window can ask to be left out, and not every program obeys.

`NSWindow.sharingType` of `NSWindowSharingNone` keeps a window out of screenshots and of some
recordings. Since macOS 15 what records through ScreenCaptureKit shows it all the same, and Apple
now calls the value a legacy constant (Apple's reference of AppKit; electron/electron issue 48258).
"""

import ctypes
from typing import Any

from livecue.overlay.sharing.answer import Sharing

NS_WINDOW_SHARING_NONE = 0


def can_hide() -> Sharing:
    """What macOS can do, in any version."""
    return "not_guaranteed"


def hide(view: int, library: Any) -> Sharing:
    """Ask for a window to be left out.

    Args:
        view: the window's NSView, as Qt gives it.
        library: of Objective-C, see `objective_c`.
    """
    window = _send(library, view, b"window")
    if not window:
        return "no"
    _send(library, window, b"setSharingType:", NS_WINDOW_SHARING_NONE)
    return "not_guaranteed"


def objective_c() -> Any:
    """The library through which every object of the system is spoken to."""
    return ctypes.CDLL("/usr/lib/libobjc.A.dylib")


def _send(library: Any, receiver: int, message: bytes, *values: int) -> int | None:
    """One message to one object; the types are told each time, for they differ by message."""
    library.sel_registerName.argtypes = [ctypes.c_char_p]
    library.sel_registerName.restype = ctypes.c_void_p
    send = library.objc_msgSend
    send.argtypes = [ctypes.c_void_p, ctypes.c_void_p, *[ctypes.c_ulong for _ in values]]
    send.restype = ctypes.c_void_p
    answer: int | None = send(receiver, library.sel_registerName(message), *values)
    return answer
