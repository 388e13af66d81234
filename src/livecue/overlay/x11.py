"""What only X11 has to be asked about, and told."""

import ctypes

from PySide6.QtGui import QGuiApplication, QNativeInterface


def is_x11() -> bool:
    """Whether the windows are on an X server."""
    return QGuiApplication.platformName() == "xcb"


def is_composited() -> bool:
    """Whether windows on this screen can be seen through.

    Always so but on an X server without a compositing manager, where what is transparent is drawn
    black. Such a manager owns the selection _NET_WM_CM_Sn (Extended Window Manager Hints).
    """
    app = QGuiApplication.instance()
    if not is_x11() or not isinstance(app, QGuiApplication):
        return True
    native = app.nativeInterface()
    assert isinstance(native, QNativeInterface.QX11Application)
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    atom = x11.XInternAtom(native.display(), b"_NET_WM_CM_S0", False)
    return bool(x11.XGetSelectionOwner(native.display(), atom))
