"""The overlay's shapes, one for each face: told apart by form first, by colour second.

Every shape has a dark rim with a light one around it, so that one of the two stands out on any
screen, light or dark. Colours are from the Okabe-Ito palette, which is safe for
the common kinds of colour blindness (Okabe & Ito, 2008, Color Universal Design).
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBitmap, QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from livecue.overlay.view import Face

_RIM = QColor(30, 30, 30)
_PAPER = QColor(250, 250, 250)
_GREY = QColor(150, 150, 150)
_SKY = QColor(86, 180, 233)
_ORANGE = QColor(230, 159, 0)
_GREEN = QColor(0, 158, 115)
_VERMILION = QColor(213, 94, 0)

_SIDE = 100.0
"""The square that the shapes are drawn in, scaled to the window afterwards."""


def picture(face: Face, side_px: int, scaling: float = 1.0, trouble: bool = False) -> QPixmap:
    """A face on nothing.

    Args:
        side_px: its width and height, at normal scaling.
        scaling: device pixels in one of these.
        trouble: a part of the hearing fails; a small diamond says so at the lower right.
    """
    shape = QPixmap(round(side_px * scaling), round(side_px * scaling))
    shape.setDevicePixelRatio(scaling)
    shape.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side_px / _SIDE, side_px / _SIDE)
    _SHAPES[face](painter)
    if trouble and face != "trouble":
        _diamond(painter, QPointF(79, 79), 16)
    painter.end()
    return shape


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


def _listening(painter: QPainter) -> None:
    _ring(painter, 22, _GREY)


def _noticed(painter: QPainter) -> None:
    _fill(painter, _circle(50, 50, 24), _SKY)


def _stay(painter: QPainter) -> None:
    for x in (18.0, 50.0, 82.0):
        _fill(painter, _circle(x, 50, 12), _SKY)


def _consider_pausing(painter: QPainter) -> None:
    _fill(painter, _rounded(8, 8, 84, 84, 20), _ORANGE)
    for left in (32.0, 56.0):
        _plain(painter, _rounded(left, 28, 12, 44, 4), _RIM)


def _exploring(painter: QPainter) -> None:
    _fill(painter, _circle(36, 50, 27), _SKY)
    _fill(painter, _circle(64, 50, 27), _ORANGE)
    _plain(painter, _circle(36, 50, 27).intersected(_circle(64, 50, 27)), _PAPER)


def _change_talk(painter: QPainter) -> None:
    _fill(painter, _polygon([(50, 10), (90, 84), (10, 84)]), _GREEN)


def _ready_to_return(painter: QPainter) -> None:
    _fill(
        painter,
        _polygon([(10, 36), (52, 36), (52, 12), (92, 50), (52, 88), (52, 64), (10, 64)]),
        _GREEN,
    )


def _held(painter: QPainter) -> None:
    _fill(painter, _rounded(20, 20, 60, 60, 8), _GREY)


def _snoozed(painter: QPainter) -> None:
    moon = _circle(50, 50, 34).subtracted(_circle(66, 40, 30))
    _fill(painter, moon, _GREY)


def _off_record(painter: QPainter) -> None:
    _ring(painter, 34, _GREY)
    for colour, width in ((_PAPER, 22.0), (_RIM, 18.0), (_GREY, 9.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(24, 76), QPointF(76, 24))


def _trouble(painter: QPainter) -> None:
    _diamond(painter, QPointF(50, 50), 42)
    _plain(painter, _rounded(45, 28, 10, 28, 3), _PAPER)
    _plain(painter, _circle(50, 67, 6), _PAPER)


_SHAPES: dict[Face, Callable[[QPainter], None]] = {
    "listening": _listening,
    "noticed": _noticed,
    "stay": _stay,
    "consider_pausing": _consider_pausing,
    "exploring": _exploring,
    "change_talk": _change_talk,
    "ready_to_return": _ready_to_return,
    "held": _held,
    "snoozed": _snoozed,
    "off_record": _off_record,
    "trouble": _trouble,
}


def _ring(painter: QPainter, radius: float, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shade, width in ((_PAPER, 18.0), (_RIM, 14.0), (colour, 7.0)):
        painter.setPen(QPen(shade, width))
        painter.drawEllipse(QPointF(50, 50), radius, radius)


def _diamond(painter: QPainter, centre: QPointF, reach: float) -> None:
    x, y = centre.x(), centre.y()
    points = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    _fill(painter, _polygon(points), _VERMILION)


def _fill(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    painter.setPen(QPen(_PAPER, 9, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(QBrush(_PAPER))
    painter.drawPath(path)
    painter.setPen(QPen(_RIM, 5, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(QBrush(colour))
    painter.drawPath(path)


def _plain(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawPath(path)


def _circle(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _rounded(x: float, y: float, width: float, height: float, corner: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), corner, corner)
    return path


def _polygon(points: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path
