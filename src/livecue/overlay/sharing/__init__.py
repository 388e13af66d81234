"""Keeping the overlay out of shared screens: what this system can do, and doing it.

One module for each kind of system. Each says first what is true of it (`can_hide`): what is not
sure is never told as a yes.
"""

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from livecue.overlay.sharing import macos, wayland, windows, x11
from livecue.overlay.sharing.answer import SHARING_WORDS, Sharing
from livecue.translation import words_of

__all__ = ["SHARING_WORDS", "Sharing", "hide", "hides_from_sharing", "sentence"]


def hides_from_sharing() -> Sharing:
    """What this system can do. Needs an application, which knows what it is shown on."""
    match _system():
        case "windows":
            return windows.can_hide(windows.build())
        case "cocoa":
            return macos.can_hide()
        case "wayland":
            return wayland.can_hide()
        case "xcb":
            return x11.can_hide()
        case _:  # a screen that we know nothing of
            return "no"


def hide(window: QWidget) -> Sharing:
    """Ask for a window to be left out, and say what came of it.

    The system forgets it with the native window, so ask again when Qt makes that anew.
    """
    match _system():
        case "windows":
            return windows.hide(int(window.winId()), windows.user32(), windows.build())
        case "cocoa":
            return macos.hide(int(window.winId()), macos.objective_c())
        case _:
            return hides_from_sharing()


def sentence(sharing: Sharing) -> str:
    """An answer in words."""
    return words_of(SHARING_WORDS[sharing])


def _system() -> str:
    """Qt's name for what windows are shown on, where it is the system's own."""
    shown_on = QGuiApplication.platformName()
    own = {"windows": "win32", "cocoa": "darwin"}
    return shown_on if own.get(shown_on, sys.platform) == sys.platform else ""
