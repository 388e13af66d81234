"""Where the shape stands, and its words beside it: geometry alone."""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize

Corner = Literal["top_left", "top_right", "bottom_left", "bottom_right"]

CORNERS: tuple[Corner, ...] = ("top_left", "top_right", "bottom_left", "bottom_right")

INSET = QPoint(12, 12)
"""How far a corner's place is from the two edges of the screen, in pixels."""

_GAP_PX = 6


def place_in(screen: QRect, size: QSize, corner: Corner, inset: QPoint = INSET) -> QPoint:
    """The place of a window so far from the two edges of a corner, wholly on the screen."""
    window = QRect(screen.topLeft() + inset, size)
    if corner.endswith("right"):
        window.moveRight(screen.right() - inset.x())
    if corner.startswith("bottom"):
        window.moveBottom(screen.bottom() - inset.y())
    return _inside(window, screen)


def nearest_corner(window: QRect, screen: QRect) -> Corner:
    """The corner that a window is nearest to."""
    at, middle = window.center(), screen.center()
    if at.y() <= middle.y():
        return "top_left" if at.x() <= middle.x() else "top_right"
    return "bottom_left" if at.x() <= middle.x() else "bottom_right"


def inset_of(window: QRect, screen: QRect, corner: Corner) -> QPoint:
    """How far a window is from the two edges of a corner; 0 where it reaches beyond."""
    x = window.left() - screen.left()
    y = window.top() - screen.top()
    if corner.endswith("right"):
        x = screen.right() - window.right()
    if corner.startswith("bottom"):
        y = screen.bottom() - window.bottom()
    return QPoint(max(0, x), max(0, y))


def beside(shape: QRect, words: QSize, screen: QRect) -> QPoint:
    """A place for the words: below the shape, above it where the screen ends.

    Their outer edge is the shape's own, on whichever side of the screen it stands.
    """
    window = QRect(shape.bottomLeft() + QPoint(0, _GAP_PX), words)
    if shape.center().x() > screen.center().x():
        window.moveRight(shape.right())
    if window.bottom() > screen.bottom():
        window.moveBottom(shape.top() - _GAP_PX)
    return _inside(window, screen)


def _inside(window: QRect, screen: QRect) -> QPoint:
    x = min(window.x(), screen.x() + screen.width() - window.width())
    y = min(window.y(), screen.y() + screen.height() - window.height())
    return QPoint(max(x, screen.x()), max(y, screen.y()))
