"""The strokes of the review's lanes: everything of one look in one stroke, so that an hour scrolls.

What a lane holds stands in `rows`; pyqtgraph draws it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from livecue.review.replay.colours import Colours
from livecue.review.replay.rows import Row
from livecue.review.replay.timeline import Item, Lane, Timeline
from livecue.wording import MARKER_WORDS, clock

_EDGE_PX = 3.0
"""A sign is at least this wide, also where an hour fills the window."""
_MOMENT_PX = 13
_SYMBOLS = {"cues": "t", "marks": "d", "hearing": "x"}
_TICKS_S = (5, 10, 30, 60, 300, 600, 1800)
_TICKS_WANTED = 10


def empty_plot(colours: Colours) -> Any:
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


def draw_lanes(plot: Any, timeline: Timeline, rows: Sequence[Row], colours: Colours) -> None:
    """Every lane in its row, and hatching over all where nothing was heard."""
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


def draw_overview(plot: Any, timeline: Timeline, colours: Colours) -> None:
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
