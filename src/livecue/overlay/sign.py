"""What the window draws: the shape, with its name beside it if that is wanted."""

from typing import get_args

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QFont, QFontMetrics, QPainter, QPen, QPixmap

from livecue.config import OverlaySettings
from livecue.overlay.glyph import picture
from livecue.overlay.palette import Palette, colour
from livecue.overlay.view import FACE_WORDS, Face, View
from livecue.translation import words_of

_LETTERS = 0.34
"""Height of the letters' line, of the shape's side."""

_SMALLEST_LETTERS_PX = 11


def sign_size(settings: OverlaySettings) -> QSize:
    """How large the window is: the same for every state, so that nothing moves at a change."""
    side = settings.size_px
    if not settings.words:
        return QSize(side, side)
    metrics = QFontMetrics(_font(side))
    widest = max(metrics.horizontalAdvance(words_of(FACE_WORDS[face])) for face in get_args(Face))
    return QSize(side + _gap(side) + widest + 2 * _padding(side), side)


def sign(view: View, settings: OverlaySettings, scaling: float, colours: Palette) -> QPixmap:
    """A view on nothing.

    The shape is at the edge of the screen, its name on the side away from it.

    Args:
        scaling: device pixels in one of the settings'.
    """
    shape = picture(view.face, settings.size_px, scaling, colours, view.badge, view.step)
    if not settings.words:
        return shape
    size = sign_size(settings)
    whole = QPixmap(size * scaling)
    whole.setDevicePixelRatio(scaling)
    whole.fill(Qt.GlobalColor.transparent)
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at_right = settings.corner.endswith("right")
    painter.drawPixmap(QPointF(size.width() - settings.size_px if at_right else 0, 0), shape)
    _plate(painter, view.words, size, settings.size_px, at_right, colours)
    painter.end()
    return whole


def between(before: QPixmap, after: QPixmap, share: float) -> QPixmap:
    """One picture giving way to another: `share` 0-1 of it is done."""
    mixed = QPixmap(after.size())
    mixed.setDevicePixelRatio(after.devicePixelRatio())
    mixed.fill(Qt.GlobalColor.transparent)
    whole = QRectF(QPointF(0, 0), after.deviceIndependentSize())
    painter = QPainter(mixed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    for shape, weight in ((before, 1 - share), (after, share)):
        painter.setOpacity(weight)
        painter.drawPixmap(whole, shape, QRectF(shape.rect()))
    painter.end()
    return mixed


def outline(shape: QPixmap) -> QBitmap:
    """Where a picture is more than half solid."""
    halfway = Qt.ImageConversionFlag.ThresholdAlphaDither
    return QBitmap.fromImage(shape.toImage().createAlphaMask(halfway))


def _plate(
    painter: QPainter, words: str, size: QSize, side: int, at_right: bool, colours: Palette
) -> None:
    """The words on paper of their own, so that they can be read on any screen."""
    font = _font(side)
    width = QFontMetrics(font).horizontalAdvance(words) + 2 * _padding(side)
    height = QFontMetrics(font).height() + _padding(side)
    left = size.width() - side - _gap(side) - width if at_right else side + _gap(side)
    plate = QRect(left, (side - height) // 2, width, height)
    painter.setPen(QPen(colour(colours.ink), 1))
    painter.setBrush(colour(colours.paper))
    painter.drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(font)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _font(side: int) -> QFont:
    font = QFont()
    font.setPixelSize(max(_SMALLEST_LETTERS_PX, round(_LETTERS * side)))
    return font


def _gap(side: int) -> int:
    return max(3, side // 12)


def _padding(side: int) -> int:
    return max(4, side // 7)
