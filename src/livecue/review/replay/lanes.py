"""The lanes over time, with an overview strip below: seen, scrolled, zoomed, clicked."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livecue.review.replay.colours import colours_of
from livecue.review.replay.drawing import draw_lanes, draw_overview, empty_plot
from livecue.review.replay.rows import Spot, item_at, rows_of
from livecue.review.replay.timeline import Item, Timeline
from livecue.translation import words

CLOSEST_S = 10.0
"""The shortest stretch that fills the window."""
REACH_PX = 8.0
"""How far from a thing a click still means it."""
_OVERVIEW_PX = 56


class LanesView(QWidget):
    """The lanes, and the strip of the whole session below."""

    chosen = Signal(object)
    """An `Item` was clicked."""
    pointed = Signal(float)
    """A place without anything was clicked, at that session second."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self._colours = colours_of(self.palette())
        self.plot = empty_plot(self._colours)
        self._strip = empty_plot(self._colours)
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
        draw_lanes(self.plot, timeline, self.rows, self._colours)
        draw_overview(self._strip, timeline, self._colours)
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
