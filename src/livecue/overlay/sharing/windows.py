"""Windows: a window can be left out of every picture of the screen.

`SetWindowDisplayAffinity`: WDA_EXCLUDEFROMCAPTURE leaves it out, from Windows 10 version 2004 on;
WDA_MONITOR, the older way, leaves an empty patch in its place (Microsoft's reference of winuser.h).
"""

import ctypes
import sys
from typing import Any

from livecue.overlay.sharing.answer import Sharing

WDA_MONITOR = 0x01
WDA_EXCLUDEFROMCAPTURE = 0x11

VERSION_2004 = 19041
"""The build number of Windows 10 version 2004."""


def can_hide(build: int) -> Sharing:
    """What a build of Windows can do."""
    return "yes" if build >= VERSION_2004 else "not_guaranteed"


def hide(handle: int, library: Any, build: int) -> Sharing:
    """Leave a window out of pictures of the screen.

    An older build can take the newer word and do as with the older one, so the build decides what
    its success is worth.

    Args:
        handle: of a top-level window of this process (HWND).
        library: of the windows, see `user32`.
    """
    affine = library.SetWindowDisplayAffinity
    affine.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    affine.restype = ctypes.c_int
    if affine(handle, WDA_EXCLUDEFROMCAPTURE):
        return can_hide(build)
    return "not_guaranteed" if affine(handle, WDA_MONITOR) else "no"


def build() -> int:
    """The build number of this Windows."""
    return int(getattr(sys, "getwindowsversion")().build)  # noqa: B009 - unknown elsewhere


def user32() -> Any:
    """The system's library of windows."""
    return getattr(ctypes, "WinDLL")("user32")  # noqa: B009 - unknown elsewhere
