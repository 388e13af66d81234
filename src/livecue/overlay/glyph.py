"""The overlay's shapes, one for each face: told apart by form first, by colour second.

Every shape has a dark rim with a light halo around it, so that one of the two stands out on any
screen, light or dark.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPixmap

from livecue.overlay.palette import LIGHT, RGB, Palette, colour
from livecue.overlay.view import STEPS, Badge, Face

_SIDE = 100.0
"""The square that the shapes are drawn in, scaled to the window afterwards."""

_BADGE_AT = QPointF(76, 24)


def picture(
    face: Face,
    side_px: int,
    scaling: float = 1.0,
    colours: Palette = LIGHT,
    badge: Badge | None = None,
    step: int | None = None,
) -> QPixmap:
    """A face on nothing.

    Args:
        side_px: its width and height, at normal scaling.
        scaling: device pixels in one of these.
        badge: a part of the hearing fails; a small mark says so at the upper right.
        step: while exploring, which of the five steps; dots below the shape.
    """
    shape = QPixmap(round(side_px * scaling), round(side_px * scaling))
    shape.setDevicePixelRatio(scaling)
    shape.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side_px / _SIDE, side_px / _SIDE)
    pencil = _Pencil(painter, colours)
    if face == "exploring" and step is not None:
        _exploring_at(pencil, step)
    else:
        _SHAPES[face](pencil)
    if badge is not None and face != "trouble":
        _BADGES[badge](pencil)
    painter.end()
    return shape


class _Pencil:
    """Draws forms with their rim and halo."""

    def __init__(self, painter: QPainter, colours: Palette) -> None:
        self.painter = painter
        self.colours = colours

    def ring(self, radius: float, inside: RGB) -> None:
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for shade, width in ((self.colours.halo, 21.0), (self.colours.rim, 14.0), (inside, 7.0)):
            self.painter.setPen(QPen(colour(shade), width))
            self.painter.drawEllipse(QPointF(50, 50), radius, radius)

    def bar(self, start: QPointF, end: QPointF, inside: RGB) -> None:
        for shade, width in ((self.colours.halo, 22.0), (self.colours.rim, 18.0), (inside, 9.0)):
            round_end = Qt.PenCapStyle.RoundCap
            self.painter.setPen(QPen(colour(shade), width, Qt.PenStyle.SolidLine, round_end))
            self.painter.drawLine(start, end)

    def fill(self, path: QPainterPath, inside: RGB, rim: float = 5.0, halo: float = 12.0) -> None:
        for shade, width, body in (
            (self.colours.halo, halo, self.colours.halo),
            (self.colours.rim, rim, inside),
        ):
            self.painter.setPen(QPen(colour(shade), width, j=Qt.PenJoinStyle.RoundJoin))
            self.painter.setBrush(QBrush(colour(body)))
            self.painter.drawPath(path)

    def plain(self, path: QPainterPath, inside: RGB) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(colour(inside)))
        self.painter.drawPath(path)


def _listening(pencil: _Pencil) -> None:
    pencil.ring(22, pencil.colours.grey)


def _noticed(pencil: _Pencil) -> None:
    pencil.fill(_circle(50, 50, 24), pencil.colours.sky)


def _stay(pencil: _Pencil) -> None:
    for x in (19.0, 50.0, 81.0):
        pencil.fill(_circle(x, 50, 11), pencil.colours.sky)


def _consider_pausing(pencil: _Pencil) -> None:
    pencil.fill(_rounded(8, 8, 84, 84, 20), pencil.colours.orange)
    for left in (32.0, 56.0):
        pencil.plain(_rounded(left, 28, 12, 44, 4), pencil.colours.rim)


def _exploring(pencil: _Pencil, y: float = 50.0) -> None:
    left, right = _circle(36, y, 27), _circle(64, y, 27)
    pencil.fill(left, pencil.colours.sky)
    pencil.fill(right, pencil.colours.orange)
    pencil.plain(left.intersected(right), pencil.colours.halo)


def _exploring_at(pencil: _Pencil, step: int) -> None:
    """The steps that were come to are large dots, those to come small ones."""
    _exploring(pencil, 36.0)
    for number in range(1, STEPS + 1):
        x = 14.0 + 18.0 * (number - 1)
        if number <= step:
            pencil.fill(_circle(x, 86, 7), pencil.colours.orange, rim=4, halo=9)
        else:
            pencil.fill(_circle(x, 86, 2.5), pencil.colours.halo, rim=3, halo=7)


def _change_talk(pencil: _Pencil) -> None:
    pencil.fill(_polygon([(50, 10), (90, 84), (10, 84)]), pencil.colours.green)


def _ready_to_return(pencil: _Pencil) -> None:
    arrow = [(10, 36), (52, 36), (52, 12), (92, 50), (52, 88), (52, 64), (10, 64)]
    pencil.fill(_polygon(arrow), pencil.colours.green)


def _held(pencil: _Pencil) -> None:
    pencil.fill(_rounded(20, 20, 60, 60, 8), pencil.colours.grey)


def _snoozed(pencil: _Pencil) -> None:
    moon = _circle(50, 50, 34).subtracted(_circle(66, 40, 30))
    pencil.fill(moon, pencil.colours.grey)


def _off_record(pencil: _Pencil) -> None:
    pencil.ring(34, pencil.colours.grey)
    pencil.bar(QPointF(24, 76), QPointF(76, 24), pencil.colours.grey)


def _trouble(pencil: _Pencil) -> None:
    pencil.fill(_diamond(QPointF(50, 50), 42), pencil.colours.vermilion)
    pencil.plain(_rounded(45, 28, 10, 28, 3), pencil.colours.halo)
    pencil.plain(_circle(50, 67, 6), pencil.colours.halo)


_SHAPES: dict[Face, Callable[[_Pencil], None]] = {
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


def _words_late(pencil: _Pencil) -> None:
    """An hourglass."""
    x, y = _BADGE_AT.x(), _BADGE_AT.y()
    glass = [(x - 13, y - 16), (x + 13, y - 16), (x - 13, y + 16), (x + 13, y + 16)]
    pencil.fill(_polygon(glass), pencil.colours.vermilion)


def _fault(pencil: _Pencil) -> None:
    pencil.fill(_diamond(_BADGE_AT, 16), pencil.colours.vermilion)


_BADGES: dict[Badge, Callable[[_Pencil], None]] = {"words_late": _words_late, "fault": _fault}


def _circle(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _rounded(x: float, y: float, width: float, height: float, corner: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), corner, corner)
    return path


def _diamond(centre: QPointF, reach: float) -> QPainterPath:
    x, y = centre.x(), centre.y()
    return _polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)])


def _polygon(points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path
