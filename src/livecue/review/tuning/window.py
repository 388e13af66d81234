"""The tuning window: this client's pauses, a handle on each, and what would have come."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from livecue.config import ClientProfile, Settings
from livecue.config.listing import replayable
from livecue.config.settings import Value
from livecue.errors import LivecueError
from livecue.hearing.thresholds import CLIENT_PAUSES, Known, log_of, threshold_s
from livecue.markers.sureness import Costs
from livecue.review.tuning.answers import Answers
from livecue.review.tuning.client import SETTING_OF, Tuner, adopt, tunables, undo
from livecue.review.tuning.drift import DriftPlot
from livecue.review.tuning.form import SURE, SettingsForm
from livecue.review.tuning.plot import PausePlot
from livecue.review.tuning.suggest import Baseline, Place
from livecue.translation import words, words_of
from livecue.wording import DISCLAIMER, local_time

_WIDTH_PX, _HEIGHT_PX = 1180, 740

Change = Callable[[ClientProfile], ClientProfile]
"""The new profile of a client, given the one that is kept."""


class TuningWindow(QMainWindow):
    """Everything can be done with the keyboard alone; what the store refuses is said here.

    settings: everybody's, without the client's own. change: changes the client's profile as it is
    kept at that moment, and returns it. costs: of each level of sureness; `None` where they are
    not here.
    """

    def __init__(
        self,
        tuner: Tuner,
        settings: Settings,
        change: Callable[[Change], ClientProfile],
        costs: Costs | None,
    ) -> None:
        super().__init__()
        self.tuner = tuner
        self._everybodys = settings
        self._change = change
        self._tried: dict[str, Value] = {}
        self.plots = {kind: PausePlot(kind) for kind in CLIENT_PAUSES}
        self.drift = DriftPlot()
        self.answers = Answers()
        listed = [one for one in replayable() if one.name not in SETTING_OF.values()]
        now = {one.name: one.of(tuner.settings) for one in listed}
        self.form = SettingsForm(listed, now, costs)
        self.place = QComboBox()
        self.place.setAccessibleName(words("where the sessions were held"))
        self.place.addItem(words("in the room"), "room")
        self.place.addItem(words("in a video call"), "call")
        self.adopt = QPushButton()
        self.undo = QPushButton()
        self.back = QPushButton(words("&Back to how it is set"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self._usual = QLabel()
        self._usual.setWordWrap(True)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self.ask)
        self.setWindowTitle(words("livecue: tuning for {client}").format(client=tuner.client))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._lay_out()
        self._listen()
        self.place.setCurrentIndex(self.place.findData(tuner.place()))
        self._show()
        self.plots["response"].plot.setFocus()

    def ask(self) -> None:
        """What would have come with what is tried."""
        self.answers.show_answer(self.tuner.ask(self._in_force))

    # What is tried

    def _moved(self, name: str, value: Value) -> None:
        if self._set_now(name) == value:
            self._tried.pop(name, None)
        else:
            self._tried[name] = value
        self.said.setText("")
        if name == SURE:
            self.form.show_only(self._at_this_level)
            self.said.setText(self._resting())
        self._show_buttons()
        self._asking.start()

    def _set_now(self, name: str) -> Value:
        section, _, field = name.partition(".")
        value: Value = getattr(getattr(self.tuner.settings, section), field)
        return value

    def _as_tried(self, name: str) -> Value:
        return self._tried.get(name, self._set_now(name))

    @property
    def _at_this_level(self) -> set[str]:
        """The settings that change something at the level of sureness that is tried."""
        return {one.name for one in tunables(self.tuner.settings.with_values(self._tried))}

    @property
    def _in_force(self) -> dict[str, Value]:
        """What is tried, without what belongs to another level of sureness."""
        names = self._at_this_level
        return {name: value for name, value in self._tried.items() if name in names}

    def _resting(self) -> str:
        """What was fitted to this client at another level than the one that is tried."""
        count = len(set(self.tuner.settings.profile.own) - self._at_this_level)
        return (
            words(
                "Fitted to this client at another level, and without effect at this one: {count}."
            ).format(count=count)
            if count
            else ""
        )

    def _go_back(self) -> None:
        self._tried = {}
        self._show()

    # Adopting

    def _adopt(self) -> None:
        at, tried = datetime.now(UTC).isoformat(timespec="seconds"), self._in_force
        if self._put(lambda kept: adopt(kept, self._everybodys.for_client(kept), tried, at)):
            self.said.setText(
                words("Adopted for {client}; the next session begins with it.").format(
                    client=self.tuner.client
                )
            )

    def _undo(self) -> None:
        if self._put(undo):
            self.said.setText(words("Undone: it is as it was before."))

    def _put(self, change: Change) -> bool:
        try:
            profile = self._change(change)
        except LivecueError as error:
            self.said.setText(str(error))
            return False
        self.tuner = replace(self.tuner, settings=self._everybodys.for_client(profile))
        self._tried = {}
        self._show()
        return True

    # What is shown

    def _show(self) -> None:
        """Everything, with what is tried."""
        where: Place = self.place.currentData()
        baselines = self.tuner.baselines(where)
        for usual, suggested in zip(baselines, self.tuner.suggestions(where), strict=True):
            plot = self.plots[usual.kind]
            plot.show_pauses(usual, suggested)
            set_s = float(self._as_tried(SETTING_OF[usual.kind]))
            plot.put(set_s or self._learnt_s(usual), learnt=not set_s)
        self.drift.show_sessions(baselines)
        self._usual.setText(_usual(baselines[0]))
        self.form.put({name: self._as_tried(name) for name in self.form.fields})
        self.form.show_only(self._at_this_level)
        self._show_buttons()
        self.ask()

    def _learnt_s(self, usual: Baseline) -> float:
        """Where nothing is set: what would be learnt from these pauses."""
        logs = [log_of(duration_s) for duration_s in usual.durations_s]
        silence = self.tuner.settings.silence
        return round(threshold_s(usual.kind, Known.of(logs) if logs else None, silence), 1)

    def _show_buttons(self) -> None:
        count = len(self._in_force)
        self.adopt.setText(
            words("&Adopt {count} settings").format(count=count)
            if count != 1
            else words("&Adopt this setting")
        )
        self.adopt.setEnabled(bool(count))
        self.back.setEnabled(bool(self._tried))
        adopted = self.tuner.settings.profile.adopted
        self.undo.setEnabled(bool(adopted))
        self.undo.setText(
            words("&Undo what was adopted on {date}").format(date=local_time(adopted[-1].at))
            if adopted
            else words("&Undo: nothing was adopted yet")
        )

    def _listen(self) -> None:
        for kind, plot in self.plots.items():
            name = SETTING_OF[kind]
            plot.moved.connect(lambda seconds, name=name: self._moved(name, seconds))
        self.form.changed.connect(lambda name: self._moved(name, self.form.values()[name]))
        self.place.currentIndexChanged.connect(lambda _: self._show())
        self.adopt.clicked.connect(self._adopt)
        self.undo.clicked.connect(self._undo)
        self.back.clicked.connect(self._go_back)
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)

    def _lay_out(self) -> None:
        pauses = QWidget()
        column = QVBoxLayout(pauses)
        for plot in self.plots.values():
            column.addWidget(plot, 1)
        tabs = QTabWidget()
        tabs.setAccessibleName(words("what can be tried"))
        scrolled = QScrollArea()
        scrolled.setWidget(pauses)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        tabs.addTab(scrolled, words("&Pauses"))
        tabs.addTab(self.form, words("&Other settings"))
        tabs.addTab(self.drift, words("Over &time"))
        sides = QSplitter()
        sides.addWidget(tabs)
        sides.addWidget(self.answers)
        sides.setSizes([_WIDTH_PX // 2, _WIDTH_PX // 2])
        sides.setChildrenCollapsible(False)
        held = QLabel(words("Sessions &held"))
        held.setBuddy(self.place)
        top = QHBoxLayout()
        top.addWidget(self._usual, 1)
        top.addWidget(held)
        top.addWidget(self.place)
        buttons = QHBoxLayout()
        buttons.addWidget(self.adopt)
        buttons.addWidget(self.back)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.said, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.addLayout(top)
        rows.addWidget(sides, 1)
        rows.addLayout(buttons)
        note = QLabel(words_of(DISCLAIMER))
        note.setWordWrap(True)
        rows.addWidget(note)
        self.setCentralWidget(whole)


def _usual(usual: Baseline) -> str:
    """What this rests on."""
    if not usual.sessions:
        said = words(
            "No session here is marked as engaged. Mark those in which the client took part, in "
            "the replay: what is usual is taken from them alone, so that withdrawing never "
            "becomes usual."
        )
    elif len(usual.sessions) == 1:
        said = words("What is usual is taken from the one session that you marked as engaged.")
    else:
        said = words(
            "What is usual is taken from the {count} sessions that you marked as engaged."
        ).format(count=len(usual.sessions))
    left = usual.unmarked + usual.not_engaged
    if left:
        said += " " + words("Not used: {unmarked} not marked, {others} marked otherwise.").format(
            unmarked=usual.unmarked, others=usual.not_engaged
        )
    return said
