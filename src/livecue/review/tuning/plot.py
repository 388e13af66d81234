"""One kind of pause as a picture: how long they are, and a handle on what is called long."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livecue.hearing.thresholds import ClientPause
from livecue.review.paper import on_paper
from livecue.review.tuning.suggest import STEP_S, Baseline, Suggestion
from livecue.translation import words

SHORTEST_S, LONGEST_S = 0.2, 15.0
"""What the picture holds: from the shortest silence that is a pause to the highest setting."""
LEAST_S = 0.5
"""No handle goes lower: a breath is longer than that."""
BARS = 24
TICKS_S = (0.2, 0.5, 1, 2, 3, 5, 10, 15)
_HINT_PX = (300, 150)
PAGE_S = 1.0
"""How far Page Up and Page Down move the handle."""


def title_of(kind: ClientPause) -> str:
    """A kind of pause in words."""
    if kind == "response":
        return words("Before the client answers")
    return words("While the client has the word")


class PausePlot(QWidget):
    """A histogram over a scale on which each step doubles, and the handle.

    moved: the handle was put somewhere, in seconds. By mouse on the picture, or by keys: arrows
    for a tenth, Page Up and Page Down for a second, Home for what is suggested.
    """

    moved = Signal(float)

    def __init__(self, kind: ClientPause) -> None:
        super().__init__()
        self.kind = kind
        self._durations: Sequence[float] = ()
        self._suggested_s: float | None = None
        self._seconds = 0.0
        self._learnt = False
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._above = QLabel()
        self.suggest = QPushButton()
        self.suggest.clicked.connect(self._use_suggestion)
        self.spin = QDoubleSpinBox()
        self.spin.setRange(LEAST_S, LONGEST_S)
        self.spin.setSingleStep(STEP_S)
        self.spin.setDecimals(1)
        self.spin.setSuffix(words(" s"))
        self.spin.setKeyboardTracking(False)
        self.spin.setAccessibleName(words("{pauses}: long from").format(pauses=title_of(kind)))
        self.spin.valueChanged.connect(self._by_hand)
        self.plot = _Picture(self)
        self._lay_out()

    def show_pauses(self, usual: Baseline, suggested: Suggestion) -> None:
        """What is usual, and what is suggested for it."""
        self._durations = usual.durations_s
        self._suggested_s = suggested.seconds
        self._reason.setText(suggested.reason)
        self.suggest.setText(
            words("Use what is suggested: {seconds} s").format(seconds=suggested.seconds)
        )
        self.plot.show_bars(self._durations, suggested.seconds)
        self._say()

    def put(self, seconds: float, learnt: bool = False) -> None:
        """Put the handle somewhere, without telling. learnt: nobody set it."""
        self._learnt = learnt
        self._seconds = round(min(max(seconds, LEAST_S), LONGEST_S), 1)
        self.spin.blockSignals(True)
        self.spin.setValue(self._seconds)
        self.spin.blockSignals(False)
        self.plot.put(self._seconds)
        self._say()

    @property
    def seconds(self) -> float:
        """Where the handle is."""
        return self._seconds

    def _by_hand(self, seconds: float) -> None:
        if round(seconds, 1) != self._seconds:
            self.put(seconds)
            self.moved.emit(self._seconds)

    def drag(self, seconds: float) -> None:
        """The handle was moved on the picture."""
        self._by_hand(round(min(max(seconds, LEAST_S), LONGEST_S), 1))
        self.plot.put(self._seconds)

    def step(self, by_s: float) -> None:
        """The handle was moved by a key."""
        self.drag(self._seconds + by_s)

    def _use_suggestion(self) -> None:
        if self._suggested_s is not None:
            self.drag(self._suggested_s)

    def to_suggestion(self) -> None:
        """The handle to what is suggested."""
        self._use_suggestion()

    def _say(self) -> None:
        above = sum(duration >= self._seconds for duration in self._durations)
        said = words("Longer pauses: {above} of {all}").format(
            above=above, all=len(self._durations)
        )
        self._above.setText(f"{said} ({words('learnt, not set')})" if self._learnt else said)

    def _lay_out(self) -> None:
        title = QLabel(title_of(self.kind))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        long_from = QLabel(words("Long from"))
        long_from.setBuddy(self.spin)
        row = QHBoxLayout()
        row.addWidget(long_from)
        row.addWidget(self.spin)
        row.addWidget(self._above, 1)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.suggest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(head)
        column.addWidget(self.plot, 1)
        column.addLayout(row)
        column.addWidget(self._reason)


class _Picture(pg.PlotWidget):  # type: ignore[misc]
    """The bars, what is suggested as a dashed line, and the handle."""

    def __init__(self, owner: PausePlot) -> None:
        super().__init__()
        self._owner = owner
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            words("{pauses}: how long they are; the arrow keys move the handle").format(
                pauses=title_of(owner.kind)
            )
        )
        self.setMinimumHeight(140)
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.setXRange(math.log(SHORTEST_S), math.log(LONGEST_S), padding=0.02)
        item.getAxis("bottom").setTicks([[(math.log(s), f"{s:g} s") for s in TICKS_S]])
        item.getAxis("left").setWidth(32)
        self._bars = pg.BarGraphItem(x=[], height=[], width=1)
        self._suggested = pg.InfiniteLine(angle=90)
        self.handle = pg.InfiniteLine(angle=90, movable=True)
        self.handle.sigPositionChanged.connect(self._dragged)
        self._putting = False
        for drawn in (self._bars, self._suggested, self.handle):
            item.addItem(drawn)
        self._paint()

    def sizeHint(self) -> QSize:
        """Small: it grows with the window."""
        return QSize(*_HINT_PX)

    def show_bars(self, durations: Sequence[float], suggested_s: float) -> None:
        """How many pauses there are of each length."""
        edges = np.linspace(math.log(SHORTEST_S), math.log(LONGEST_S), BARS + 1)
        logs = [math.log(min(max(d, SHORTEST_S), LONGEST_S)) for d in durations]
        counts, _ = np.histogram(logs, edges)
        middles = [(a + b) / 2 for a, b in pairwise(edges)]
        self._bars.setOpts(x=middles, height=counts, width=0.92 * (edges[1] - edges[0]))
        self.getPlotItem().setYRange(0, max(counts.max(initial=1), 4) * 1.15, padding=0)
        self._suggested.setValue(math.log(suggested_s))

    def put(self, seconds: float) -> None:
        """The handle to a length."""
        self._putting = True
        self.handle.setValue(math.log(seconds))
        self._putting = False

    def _dragged(self) -> None:
        if not self._putting:
            self._owner.drag(math.exp(self.handle.value()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages move the handle."""
        keys = {
            Qt.Key.Key_Left: -STEP_S,
            Qt.Key.Key_Right: STEP_S,
            Qt.Key.Key_PageDown: -PAGE_S,
            Qt.Key.Key_PageUp: PAGE_S,
        }
        if event.key() == Qt.Key.Key_Home:
            self._owner.to_suggestion()
        elif event.key() in keys:
            self._owner.step(keys[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: object) -> None:
        """Another palette: other colours."""
        super().changeEvent(event)
        if hasattr(self, "handle"):
            self._paint()

    def _paint(self) -> None:
        colours = on_paper(self, self.palette())
        bars = colours.of("pauses")
        self._bars.setOpts(brush=pg.mkBrush(bars), pen=pg.mkPen(bars))
        dashes = Qt.PenStyle.DashLine
        self._suggested.setPen(pg.mkPen(colours.of("change_talk"), width=2, style=dashes))
        self.handle.setPen(pg.mkPen(colours.of("yes_but"), width=3))
        self.handle.setHoverPen(pg.mkPen(colours.ink, width=4))
