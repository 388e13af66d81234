"""The replay's keys: everything can be done without a mouse (docs/review.md lists them)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from livecue.review.replay.window import ReplayWindow

_ZOOM = 0.5
"""Part of the time seen that is seen after one press of plus."""
_STEP, _PAGE = 0.1, 0.9
"""Shares of what is seen that the arrow keys move by, alone and with Shift."""


def set_keys(window: "ReplayWindow") -> None:
    """Make the window listen to them."""
    for keys, does in _window_keys(window).items():
        QShortcut(QKeySequence(keys), window, does)
    for keys, does in _lane_keys(window).items():
        shortcut = QShortcut(QKeySequence(keys), window.lanes.plot, does)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _window_keys(window: "ReplayWindow") -> dict[str, Callable[[], object]]:
    """Keys that do the same wherever the focus is, unless something is being written."""
    return {
        "P": window.play_or_pause,
        ",": lambda: window.play_bar.change_speed(-1),
        ".": lambda: window.play_bar.change_speed(1),
        "N": lambda: window.step(True),
        "B": lambda: window.step(False),
        "H": lambda: window.ask("helpful"),
        "U": lambda: window.ask("unhelpful"),
        "X": lambda: window.ask("strike"),
        "V": lambda: window.ask("productive"),
        "S": lambda: window.ask("other"),
        "M": window.panel.note.setFocus,
        "Ctrl+Z": lambda: window.ask("undo"),
        "+": lambda: window.lanes.zoom(_ZOOM),
        "=": lambda: window.lanes.zoom(_ZOOM),
        "-": lambda: window.lanes.zoom(1 / _ZOOM),
        "0": lambda: window.lanes.see(0.0, window.timeline.duration_s),
        "Ctrl+W": window.close,
    }


def _lane_keys(window: "ReplayWindow") -> dict[str, Callable[[], object]]:
    """Keys while the focus is on the lanes."""
    return {
        "Left": lambda: window.lanes.move_on(-_STEP),
        "Right": lambda: window.lanes.move_on(_STEP),
        "Shift+Left": lambda: window.lanes.move_on(-_PAGE),
        "Shift+Right": lambda: window.lanes.move_on(_PAGE),
        "Up": lambda: window.step(False),
        "Down": lambda: window.step(True),
        "Home": lambda: window.go_to(0.0),
        "End": lambda: window.go_to(window.timeline.duration_s),
        "Space": window.play_or_pause,
    }
