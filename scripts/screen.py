"""A screen made of software for scripts that look at windows, and a desktop's dark colours."""

import os
import subprocess

from PySide6.QtGui import QColor, QPalette


def start_screen(size: str) -> dict[str, str]:
    """Start Xvfb; it goes by itself when the last window on it does.

    Args:
        size: in pixels, as "1920x1080".

    Returns:
        What a process needs in its environment to show its windows there.
    """
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", "1", "-terminate", "-nolisten", "tcp"),
            *("-screen", "0", f"{size}x24"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert server.stdout is not None
    display = ":" + server.stdout.readline().decode().strip()
    return {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def use_screen(size: str) -> None:
    """Start one for this process and those that it starts."""
    os.environ.update(start_screen(size))


def dark() -> QPalette:
    """What a desktop with dark windows gives."""
    palette = QPalette(QColor("#2b2b2b"))
    role = QPalette.ColorRole
    palette.setColor(role.Base, QColor("#1e1e1e"))
    for text in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(text, QColor("#f0f0f0"))
    palette.setColor(role.PlaceholderText, QColor("#a0a0a0"))
    return palette
