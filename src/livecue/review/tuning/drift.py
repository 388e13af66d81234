"""How a client's usual pauses move over sessions: what was fitted once need not fit for ever."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from livecue.review.paper import on_paper
from livecue.review.tuning.plot import title_of
from livecue.review.tuning.suggest import Baseline
from livecue.translation import words
from livecue.wording import local_time

_COLOUR_OF = {"response": "client", "within_turn": "change_talk"}
_SYMBOL_OF = {"response": "o", "within_turn": "t"}


class DriftPlot(QWidget):
    """The median of each kind of pause, session by session, and the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = pg.PlotWidget()
        self._picture.setAccessibleName(words("usual pauses over the sessions"))
        item = self._picture.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.setLabel("left", words("half are shorter than (s)"))
        self._legend = item.addLegend(offset=(-10, 10))
        self.said = QLabel()
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(words("Sessions marked as engaged, oldest first")))
        column.addWidget(self._picture, 1)
        column.addWidget(self.said)

    def show_sessions(self, baselines: Sequence[Baseline]) -> None:
        """One line for each kind of pause."""
        colours = on_paper(self._picture, self.palette())
        item = self._picture.getPlotItem()
        item.clear()
        self._legend.setLabelTextColor(colours.ink)
        highest = 1.0
        for usual in baselines:
            medians = [one.median_s for one in usual.sessions]
            known = [(n, median) for n, median in enumerate(medians) if median is not None]
            highest = max([highest, *(median for _, median in known)])
            colour = colours.of(_COLOUR_OF[usual.kind])
            item.plot(
                [n for n, _ in known],
                [median for _, median in known],
                pen=pg.mkPen(colour, width=2),
                symbol=_SYMBOL_OF[usual.kind],
                symbolBrush=pg.mkBrush(colour),
                symbolPen=pg.mkPen(colour),
                name=title_of(usual.kind),
            )
        item.setYRange(0, highest * 1.15, padding=0)
        dates = [local_time(one.started_at)[:10] for one in baselines[0].sessions]
        item.getAxis("bottom").setTicks([list(enumerate(dates))])
        item.setXRange(-0.5, max(len(dates) - 0.5, 0.5), padding=0)
        self.said.setText(" ".join(filter(None, map(_moved, baselines))))


def _moved(usual: Baseline) -> str:
    """From the first session to the last, in words."""
    medians = [one.median_s for one in usual.sessions if one.median_s is not None]
    if len(medians) < 2:
        return ""
    return words("{pauses}: half were shorter than {first} s at first, {last} s of late.").format(
        pauses=title_of(usual.kind), first=f"{medians[0]:.1f}", last=f"{medians[-1]:.1f}"
    )
