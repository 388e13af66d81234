"""What this machine can show."""

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Literal

from livecue.translation import speak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

OverlayChoice = Literal["auto", "qt", "terminal", "none"]
"""Where cues are shown; `auto` is the best that this machine can."""

_OPENS = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
_PATIENCE_S = 10.0


def can_show_windows() -> bool:
    """Whether there is a screen to put a window on.

    Tried out in a process of its own (about 0.2 s): Qt ends the process that asks for a screen
    which is gone, or for which a system library is missing.
    """
    if sys.platform.startswith("linux") and not (
        os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    ):
        return False
    try:
        tried = subprocess.run(
            [sys.executable, "-c", _OPENS], capture_output=True, check=False, timeout=_PATIENCE_S
        )
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0


def choose_platform() -> None:
    """Ask Qt for X11 where Wayland offers both, before the first window is made.

    A Wayland compositor puts a window where it likes, gives a new one the focus and keeps none on
    top; on the X server that runs inside it (Xwayland) a window can be what the overlay is.
    """
    if os.environ.get("WAYLAND_DISPLAY") and os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb;wayland")


def application(language: str) -> "QApplication":
    """The one application of all windows; made, in the user's language, if there is none.

    Args:
        language: as `WindowSettings` has it.

    Raises:
        MissingError: there are no words in the language that is set.
    """
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    choose_platform()
    app = QApplication(["livecue"])
    speak(language)
    return app
