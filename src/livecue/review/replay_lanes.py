"""The lanes drawn over time, with an overview strip below: seen, scrolled, zoomed, clicked.

Everything that a lane holds is drawn in a few strokes of one pen, so that an hour scrolls freely.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livecue.review.replay_colours import Colours, colours_of
from livecue.review.replay_rows import Row, Spot, item_at, rows_of
from livecue.review.timeline import Item, Lane, Timeline
from livecue.translation import words
from livecue.wording import MARKER_WORDS, clock

CLOSEST_S = 10.0
"""The shortest stretch that fills the window."""
REACH_PX = 8.0
"""How far from a thing a click still means it."""
_OVERVIEW_PX = 56
_EDGE_PX = 3.0
"""A sign is at least this wide, also where an hour fills the window."""
_MOMENT_PX = 13
_SYMBOLS = {"cues": "t", "marks": "d", "hearing": "x"}
_TICKS_S = (5, 10, 30, 60, 300, 600, 1800)
_TICKS_WANTED = 10


class LanesView(QWidget):
    """The lanes, and the strip of the whole session below."""

    chosen = Signal(object)
    """An `Item` was clicked."""
    pointed = Signal(float)
    """A place without anything was clicked, at that session second."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self._colours = colours_of(self.palette())
        self.plot = _plot(self._colours)
        self._strip = _plot(self._colours)
        self._strip.setFixedHeight(_OVERVIEW_PX)
        self._strip.hideAxis("bottom")
        self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strip.setAccessibleName(words("overview of the whole session"))
        self.plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self._strip)
        self._cursor = pg.InfiniteLine(pen=pg.mkPen(self._colours.ink, width=1))
        self._strip_cursor = pg.InfiniteLine(pen=pg.mkPen(self._colours.ink, width=2))
        self._chosen_band = pg.LinearRegionItem(movable=False, pen=pg.mkPen(None))
        band = QColor(self._colours.ink)
        band.setAlphaF(0.10)
        self._chosen_band.setBrush(band)
        self._chosen_band.setZValue(-10)
        edge = pg.mkPen(self._colours.ink, width=1.5)
        self._window = pg.LinearRegionItem(
            brush=band, hoverBrush=band, pen=edge, bounds=(0.0, timeline.duration_s)
        )
        self._moving = False
        self._window.sigRegionChanged.connect(self._strip_moved)
        self.plot.plotItem.vb.sigXRangeChanged.connect(self._range_moved)
        self.plot.scene().sigMouseClicked.connect(self._clicked)
        self.show_timeline(timeline)
        self.see(0.0, timeline.duration_s)

    # What is seen

    def show_timeline(self, timeline: Timeline) -> None:
        """Draw a timeline in place of the one before; the stretch that is seen stays."""
        self._timeline = timeline
        self.rows = rows_of(timeline)
        for plot in (self.plot, self._strip):
            plot.clear()
        _draw(self.plot, timeline, self.rows, self._colours)
        _draw_overview(self._strip, timeline, self._colours)
        for item in (self._chosen_band, self._cursor):
            self.plot.addItem(item, ignoreBounds=True)
        for item in (self._window, self._strip_cursor):
            self._strip.addItem(item, ignoreBounds=True)
        self._fit(timeline)
        self.plot.setAccessibleName(words("timeline"))
        self.plot.setAccessibleDescription(
            words("Arrow keys move along it; plus and minus make it larger and smaller.")
        )

    def _fit(self, timeline: Timeline) -> None:
        """Limits, and the names of lanes beside them."""
        bottom = max(row.bottom for row in self.rows)
        length = max(timeline.duration_s, CLOSEST_S)
        box = self.plot.plotItem.vb
        box.setLimits(
            xMin=0.0, xMax=length, minXRange=CLOSEST_S, maxXRange=length, yMin=0.0, yMax=bottom
        )
        box.setYRange(0.0, bottom, padding=0)
        names = self.plot.getAxis("left")
        names.setTicks([[(row.middle, row.lane.name) for row in self.rows]])
        wide = max(self.fontMetrics().horizontalAdvance(row.lane.name) for row in self.rows) + 14
        names.setWidth(wide)
        self._strip.getAxis("left").setWidth(wide)
        self._strip.getAxis("left").setTicks([[(0.5, words("overview"))]])
        self._strip.plotItem.vb.setXRange(0.0, length, padding=0)
        self._strip.plotItem.vb.setYRange(0.0, 1.0, padding=0)

    def seen(self) -> tuple[float, float]:
        """The stretch that fills the window, in session seconds."""
        (start, end), _ = self.plot.plotItem.vb.viewRange()
        return float(start), float(end)

    def see(self, start: float, end: float) -> None:
        """Show a stretch, as far as the session goes."""
        length = min(max(end - start, CLOSEST_S), max(self._timeline.duration_s, CLOSEST_S))
        start = min(max(0.0, start), max(0.0, self._timeline.duration_s - length))
        self.plot.plotItem.vb.setXRange(start, start + length, padding=0)

    def move_on(self, share: float) -> None:
        """Move on by a share of what is seen; back, if negative."""
        start, end = self.seen()
        self.see(start + share * (end - start), end + share * (end - start))

    def zoom(self, factor: float) -> None:
        """See `factor` of the time that is seen, round the cursor or what is in the middle."""
        start, end = self.seen()
        at = self._cursor.value()
        share = (at - start) / (end - start) if start <= at <= end else 0.5
        middle, length = start + share * (end - start), (end - start) * factor
        self.see(middle - share * length, middle + (1 - share) * length)

    def reveal(self, second: float) -> None:
        """Scroll only where the moment is not seen."""
        start, end = self.seen()
        if not start <= second <= end:
            self.see(second - (end - start) / 2, second + (end - start) / 2)

    def choose(self, item: Item | None) -> None:
        """Stand out one thing."""
        self._chosen_band.setVisible(item is not None)
        if item is not None:
            self._chosen_band.setRegion((item.start, max(item.end, item.start + 0.5)))
            self.reveal(item.start)

    def move_cursor(self, second: float) -> None:
        """Where the replay is."""
        self._cursor.setValue(second)
        self._strip_cursor.setValue(second)

    # Hands

    def _clicked(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.plot.setFocus()
        box = self.plot.plotItem.vb
        at: QPointF = box.mapSceneToView(event.scenePos())
        second_s = box.viewPixelSize()[0]
        found = item_at(self.rows, Spot(at.x(), at.y(), REACH_PX * float(second_s)))
        if found is not None:
            self.chosen.emit(found)
        else:
            self.pointed.emit(min(max(0.0, at.x()), self._timeline.duration_s))

    def _strip_moved(self) -> None:
        if not self._moving:
            start, end = self._window.getRegion()
            self.see(float(start), float(end))

    def _range_moved(self) -> None:
        self._moving = True
        self._window.setRegion(self.seen())
        self._moving = False


def _plot(colours: Colours) -> Any:
    """An empty plot over time, which moves along alone."""
    plot = pg.PlotWidget(background=colours.paper)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=True, y=False)
    plot.invertY(True)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(pg.mkPen(colours.faint))
        axis.setTextPen(pg.mkPen(colours.ink))
        axis.setStyle(tickLength=0 if side == "left" else 4)
    bottom = plot.getAxis("bottom")
    bottom.enableAutoSIPrefix(False)
    bottom.tickStrings = lambda values, *_: [clock(round(value)) for value in values]
    bottom.tickSpacing = lambda least, most, _: _spacing(most - least)
    return plot


def _spacing(length_s: float) -> list[tuple[float, float]]:
    """Round times apart, some ten in the window."""
    apart_s = next((s for s in _TICKS_S if length_s / s <= _TICKS_WANTED), _TICKS_S[-1])
    return [(float(apart_s), 0.0)]


# Drawing


def _draw(plot: Any, timeline: Timeline, rows: Sequence[Row], colours: Colours) -> None:
    plot.addItem(_lines([row.bottom for row in rows], timeline.duration_s, colours))
    gaps = timeline.lane("not_heard").items
    bottom = rows[-1].bottom
    if gaps:
        hatch = QBrush(colours.of("not_heard"), Qt.BrushStyle.BDiagPattern)
        plot.addItem(_bars(gaps, [0.0] * len(gaps), [bottom] * len(gaps), pg.mkPen(None), hatch))
    for row in rows:
        if row.lane.kind == "moments":
            plot.addItem(_moments(row, colours))
            continue
        for items, pen, brush in _strokes(row.lane, colours):
            tops = [row.top_of(item) for item in items]
            plot.addItem(_bars(items, tops, [row.floor] * len(items), pen, brush))
        if row.lane.kind == "pauses":
            plot.addItem(_usual(timeline, row, colours))


def _strokes(lane: Lane, colours: Colours) -> Iterable[tuple[list[Item], QPen, QBrush]]:
    """A lane's things by how they look: full, long, not counted, new, or gone."""
    colour, sign = colours.of(lane.key), _is_sign(lane)
    edge = _EDGE_PX if sign else 1.0
    full = pg.mkPen(colour, width=edge)
    new, gone = pg.mkPen(colours.ink, width=2), pg.mkPen(colour, width=1.5)
    gone.setStyle(Qt.PenStyle.DotLine)
    hollow, filled = QBrush(Qt.BrushStyle.NoBrush), QBrush(colour)
    long = QBrush(colours.of("silence"))
    long_pen = pg.mkPen(colours.of("silence"), width=1.0)
    looks: list[tuple[Callable[[Item], bool], QPen, QBrush]] = [
        (lambda i: i.stands == "yes" and i.counts and not i.long, full, filled),
        (lambda i: i.stands == "yes" and i.counts and i.long, long_pen, long),
        (lambda i: i.stands == "yes" and not i.counts, pg.mkPen(colour, width=1.5), hollow),
        (lambda i: i.stands == "only now", new, filled),
        (lambda i: i.stands == "no longer", gone, hollow),
    ]
    for belongs, pen, brush in looks:
        items = [item for item in lane.items if belongs(item)]
        if items:
            yield items, pen, brush


def _is_sign(lane: Lane) -> bool:
    return lane.kind == "spans" and lane.key in MARKER_WORDS


def _bars(
    items: Sequence[Item], tops: Sequence[float], floors: Sequence[float], pen: QPen, brush: QBrush
) -> Any:
    starts = np.array([item.start for item in items])
    ends = np.array([max(item.end, item.start + 0.05) for item in items])
    return pg.BarGraphItem(
        x0=starts, x1=ends, y0=np.array(tops), y1=np.array(floors), pen=pen, brush=brush
    )


def _moments(row: Row, colours: Colours) -> Any:
    colour = colours.of(row.lane.key)
    spots = [
        {
            "pos": (item.start, row.middle),
            "pen": _moment_pen(item, colours, colour),
            "brush": QBrush(colour) if item.counts and item.stands != "no longer" else QBrush(),
        }
        for item in row.lane.items
    ]
    return pg.ScatterPlotItem(spots, symbol=_SYMBOLS[row.lane.key], size=_MOMENT_PX)


def _moment_pen(item: Item, colours: Colours, colour: QColor) -> QPen:
    if item.stands == "only now":
        return QPen(pg.mkPen(colours.of("yes_but"), width=2.5))
    pen = QPen(pg.mkPen(colour, width=1.5))
    if item.stands == "no longer":
        pen.setStyle(Qt.PenStyle.DotLine)
    return pen


def _usual(timeline: Timeline, row: Row, colours: Colours) -> Any:
    """The line above which a pause is longer than usual."""
    steps = [(0.0, timeline.usual[0][1]), *timeline.usual] if timeline.usual else []
    at = np.array([second for second, _ in steps] + [timeline.duration_s])
    high = np.array([row.floor - row.height_of(usual_s) for _, usual_s in steps])
    pen = pg.mkPen(colours.ink, width=1)
    pen.setStyle(Qt.PenStyle.DashLine)
    return pg.PlotCurveItem(at if len(high) else np.array([]), high, stepMode="center", pen=pen)


def _lines(levels: Sequence[float], length_s: float, colours: Colours) -> Any:
    at = np.array([0.0, length_s] * len(levels))
    pen = pg.mkPen(colours.faint)
    return pg.PlotCurveItem(at, np.repeat(np.array(levels), 2), connect="pairs", pen=pen)


def _draw_overview(plot: Any, timeline: Timeline, colours: Colours) -> None:
    """Speech of the client above, signs and cues below."""
    for key, top, floor in (("clinician", 0.08, 0.24), ("client", 0.28, 0.44)):
        _strip_bars(plot, timeline.lane(key).items, top, floor, colours.of(key))
    for lane in timeline.lanes:
        if _is_sign(lane):
            there = [item for item in lane.items if item.stands != "no longer"]
            _strip_bars(plot, there, 0.52, 0.72, colours.of(lane.key))
    cues = [item for item in timeline.lane("cues").items if item.stands != "no longer"]
    _strip_bars(plot, cues, 0.76, 0.96, colours.ink)


def _strip_bars(plot: Any, items: Sequence[Item], top: float, floor: float, colour: QColor) -> None:
    if items:
        count = len(items)
        plot.addItem(_bars(items, [top] * count, [floor] * count, pg.mkPen(colour), QBrush(colour)))
