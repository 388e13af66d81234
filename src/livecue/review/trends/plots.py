"""One figure over sessions, with its interval, and a line where sessions stop being alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from livecue.review.paper import on_paper
from livecue.review.trends.intervals import Figure

_HINT_PX = (300, 130)
_APART = 0.1
"""How far beside each other the lines of one picture stand, so that intervals can be told apart."""
_SYMBOLS = ("o", "t", "s", "d")
_DATE = slice(5, 10)
"""Month and day of an ISO date."""


@dataclass(frozen=True)
class Line:
    """One figure, session by session. key: whose colour it has (see `replay.colours`)."""

    name: str
    key: str
    figures: Sequence[Figure]


class TrendPlot(QWidget):
    """Lines over sessions, and the same in words for whoever does not see them."""

    def __init__(self, title: str, unit: str) -> None:
        super().__init__()
        self._title = title
        self._lines: Sequence[Line] = ()
        self._dates: Sequence[str] = ()
        self._breaks: Sequence[tuple[str, ...]] = ()
        heading = QLabel(f"{title} ({unit})" if unit else title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.legend = QLabel()
        self.legend.setWordWrap(True)
        self.picture = _Picture()
        self.picture.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picture.setMinimumHeight(120)
        item = self.picture.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.getAxis("left").setWidth(36)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.legend)
        column.addWidget(self.picture, 1)

    def show_lines(
        self, lines: Sequence[Line], dates: Sequence[str], breaks: Sequence[tuple[str, ...]]
    ) -> None:
        """Draw them. dates: of the sessions, ISO; breaks: what changed before each session."""
        self._lines, self._dates, self._breaks = lines, dates, breaks
        self.picture.setAccessibleName(self._title)
        self.picture.setAccessibleDescription("; ".join(map(_said, lines)))
        self._draw()

    def changeEvent(self, event: object) -> None:
        """Another palette: other colours."""
        super().changeEvent(event)  # type: ignore[arg-type]
        if getattr(self, "_lines", ()):
            self._draw()

    def _draw(self) -> None:
        colours = on_paper(self.picture, self.palette())
        item = self.picture.getPlotItem()
        item.clear()
        for n, changed in enumerate(self._breaks):
            if changed:
                dashes = Qt.PenStyle.DashLine
                item.addItem(pg.InfiniteLine(n - 0.5, 90, pg.mkPen(colours.ink, style=dashes)))
        highest = 0.0
        for at, line in enumerate(self._lines):
            highest = max([highest, *(f.high for f in line.figures if f.high is not None)])
            self._line(line, at, colours.of(line.key).name())
        item.setYRange(0, highest * 1.15 or 1.0, padding=0)
        item.setXRange(-0.6, max(len(self._dates) - 0.4, 0.6), padding=0)
        ticks = [(n, date[_DATE]) for n, date in enumerate(self._dates)]
        item.getAxis("bottom").setTicks([ticks])
        self.legend.setVisible(len(self._lines) > 1)
        self.legend.setText(
            "   ".join(
                _named(line.name, _MARKS[at % len(_MARKS)], colours.of(line.key).name())
                for at, line in enumerate(self._lines)
            )
        )

    def _line(self, line: Line, at: int, colour: str) -> None:
        item = self.picture.getPlotItem()
        aside = (at - (len(self._lines) - 1) / 2) * _APART
        known = [
            (n + aside, f.value, f.low, f.high)
            for n, f in enumerate(line.figures)
            if f.value is not None and f.low is not None and f.high is not None
        ]
        for x, _, low, high in known:
            item.plot([x, x], [low, high], pen=pg.mkPen(colour, width=2))
        edges = [-1.0, *(n - 0.5 for n, changed in enumerate(self._breaks) if changed), inf]
        for first, stop in pairwise(edges):
            alike = [(x, value) for x, value, *_ in known if first < x < stop]
            item.plot(
                [x for x, _ in alike],
                [value for _, value in alike],
                pen=pg.mkPen(colour, width=1),
                symbol=_SYMBOLS[at % len(_SYMBOLS)],
                symbolSize=8,
                symbolBrush=pg.mkBrush(colour),
                symbolPen=pg.mkPen(colour),
            )


class _Picture(pg.PlotWidget):  # type: ignore[misc]
    def sizeHint(self) -> QSize:
        """Small: it grows with the window."""
        return QSize(*_HINT_PX)


_MARKS = ("●", "▼", "■", "◆")
"""The symbols, as letters."""


def _named(name: str, mark: str, colour: str) -> str:
    return f'<span style="color:{colour}">{mark}</span> {name}'


def _said(line: Line) -> str:
    values = ", ".join("–" if f.value is None else f"{f.value:g}" for f in line.figures)
    return f"{line.name}: {values}"
