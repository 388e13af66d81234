"""Where the shape stands, and its words beside it: geometry alone."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize

Corner = Literal["top_left", "top_right", "bottom_left", "bottom_right"]

_MARGIN_PX = 12
_GAP_PX = 6


def in_corner(corner: Corner, size: QSize, screen: QRect) -> QPoint:
    """The place in a corner of the screen, a little away from its edges."""
    room = screen.adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
    window = QRect(room.topLeft(), size)
    if corner.endswith("right"):
        window.moveRight(room.right())
    if corner.startswith("bottom"):
        window.moveBottom(room.bottom())
    return window.topLeft()


def on_screen(window: QRect, screens: Sequence[QRect]) -> QPoint | None:
    """The window's place, moved wholly inside the screen it lies on; `None` if it lies on none."""
    for screen in screens:
        if screen.contains(window.center()):
            return _inside(window, screen)
    return None


def beside(shape: QRect, words: QSize, screen: QRect) -> QPoint:
    """A place for the words: below the shape, above it where the screen ends."""
    window = QRect(shape.bottomLeft() + QPoint(0, _GAP_PX), words)
    if window.bottom() > screen.bottom():
        window.moveBottom(shape.top() - _GAP_PX)
    return _inside(window, screen)


def _inside(window: QRect, screen: QRect) -> QPoint:
    x = min(window.x(), screen.x() + screen.width() - window.width())
    y = min(window.y(), screen.y() + screen.height() - window.height())
    return QPoint(max(x, screen.x()), max(y, screen.y()))
