"""What this machine can show."""

import os
import sys


def can_show_windows() -> bool:
    """Whether there is a screen to put a window on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))
