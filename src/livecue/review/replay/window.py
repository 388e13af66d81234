"""The replay window: a session's lanes, one moment in words, and a hand to put things right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from livecue.errors import LivecueError
from livecue.events import Action, ActionName, AnyEvent, Cue, Feedback, Marker
from livecue.review.replay.bars import EngagedBar, PlayBar
from livecue.review.replay.conclusions import Conclusions
from livecue.review.replay.corrections import (
    Make,
    can_undo,
    give_to_other,
    name_productive,
    strike_out,
    undo,
)
from livecue.review.replay.html import changes
from livecue.review.replay.keys import set_keys
from livecue.review.replay.lanes import LanesView
from livecue.review.replay.panel import Panel
from livecue.review.replay.play import KeptSound, Player
from livecue.review.replay.timeline import Item, timeline_of
from livecue.review.replay.worker import Worker
from livecue.session.by_hand import ByHand, sign_of
from livecue.translation import words, words_of
from livecue.wording import DISCLAIMER

_TICK_MS = 33
"""How often the cursor moves while it plays."""
_WIDTH_PX, _HEIGHT_PX = 1180, 720


@dataclass(frozen=True)
class Reviewed:
    """One kept session. keep: keeps one event more of it. sound: reads what was kept of its sound,
    `None` where nothing was."""

    log: Sequence[AnyEvent]
    keep: Callable[[Make], AnyEvent]
    conclusions: Conclusions
    sound: Callable[[], KeptSound | None]


class ReplayWindow(QMainWindow):
    """Everything can be done with the keyboard alone; what the store refuses is said here."""

    def __init__(self, session: Reviewed) -> None:
        super().__init__()
        self._session = session
        self._log = list(session.log)
        self.timeline = timeline_of(self._log)
        self._item: Item | None = None
        self._player: Player | None = None
        self._worker = Worker(session.conclusions, self._concluded, self._progress)
        self.setWindowTitle(words("livecue: replay"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.lanes = LanesView(self.timeline)
        self.panel = Panel()
        self.play_bar = PlayBar()
        self.engaged = EngagedBar()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setVisible(False)
        self._bar.setAccessibleName(words("working out anew"))
        self._bar.setFormat(words("working out anew") + " %p %")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._lay_out()
        self._listen()
        self._show()
        self.lanes.plot.setFocus()
        if can_undo(self._log):
            self._conclude()

    # What is shown

    @property
    def at_s(self) -> float:
        """The moment that notes are about: where the replay is."""
        return 0.0 if self._player is None else self._player.cursor.at_s

    @property
    def busy(self) -> bool:
        """Whether something is being worked out anew."""
        return self._worker.busy

    @property
    def has_sound(self) -> bool:
        """Whether the session can be heard."""
        return self._the_player().has_sound

    def choose(self, item: Item | None) -> None:
        """Look at one thing, and be at that moment."""
        self._item = item
        self.lanes.choose(item)
        self.panel.show_item(item, can_undo(self._log))
        if item is not None:
            self.go_to(item.start)

    def go_to(self, second: float) -> None:
        """Be at a moment."""
        self._the_player().go_to(second)
        self.tick()

    def point(self, second: float) -> None:
        """Be at a moment at which nothing was noticed."""
        self.choose(None)
        self.go_to(second)

    def play_or_pause(self) -> None:
        """Move on from here, or stand still."""
        player = self._the_player()
        if player.wanted:
            player.pause()
            self._timer.stop()
        else:
            player.play()
            self._timer.start()
        self.tick()

    def tick(self) -> None:
        """Show where the replay is."""
        player = self._the_player()
        try:
            at = player.tick()
        except LivecueError as error:  # the sound that was kept cannot be read
            player.be_silent()
            self._say(str(error))
            at = player.tick()
        if at >= self.timeline.duration_s and player.wanted:
            player.pause()
            self._timer.stop()
        self.lanes.move_cursor(at)
        if player.wanted:
            self.lanes.reveal(at)
        self.play_bar.show_place(player, self.timeline.duration_s)

    def _the_player(self) -> Player:
        """Made when it is first needed: reading sound takes a moment."""
        if self._player is None:
            sound = None
            try:
                sound = self._session.sound()
            except LivecueError as error:
                self._say(str(error))
            self._player = Player(self.timeline.duration_s, sound)
        return self._player

    def _show(self) -> None:
        struck = ByHand.of(self._log).struck
        self.panel.show_timeline(self.timeline, lambda marker: sign_of(marker) in struck)
        self.engaged.show_engaged(self.timeline.engaged)
        self._say(*self.timeline.limits, changes(self.timeline))
        self.choose_again()

    def choose_again(self) -> None:
        """The thing that was looked at, as it is now; the same moment stays."""
        item = self._item
        again = None if item is None else self.timeline.again(item)
        self._item = again
        self.lanes.choose(again)
        self.panel.show_item(again, can_undo(self._log))

    def _say(self, *sentences: str) -> None:
        self.said.setText(" ".join(filter(None, sentences)))
        self.said.setVisible(bool(self.said.text()))

    # Hands

    def ask(self, what: str) -> None:
        """Do what a button or a key asks for, where it makes sense."""
        of = None if self._item is None else self._item.of
        end_s = self.timeline.duration_s
        try:
            if what in ("helpful", "unhelpful") and isinstance(of, Cue):
                self._rate(of, what == "helpful")
            elif what == "strike" and isinstance(of, Marker):
                strike_out(self._keep, self._log, of, end_s)
            elif what == "productive" and isinstance(of, Marker) and of.marker == "silence":
                name_productive(self._keep, self._log, of, end_s)
            elif what == "other" and self.panel.turn is not None:
                give_to_other(self._keep, self._log, self.panel.turn, end_s)
            elif what == "undo":
                undo(self._keep, self._log, end_s)
            else:
                return
        except LivecueError as error:
            self._say(str(error))
            return
        self._conclude()

    def note(self, written: str) -> None:
        """Keep the clinician's own words on this moment."""
        self._act("note", self.at_s, written)
        self._conclude()

    def mark_engaged(self, engaged: bool) -> None:
        """Keep whether the client took part."""
        self._act("engaged" if engaged else "not_engaged", self.timeline.duration_s)
        self._conclude()

    def _act(self, action: ActionName, at: float, value: str | None = None) -> None:
        try:
            self._keep(lambda seq: Action(seq=seq, at=at, action=action, value=value))
        except LivecueError as error:
            self._say(str(error))

    def _rate(self, cue: Cue, helpful: bool) -> None:
        end_s = self.timeline.duration_s
        self._keep(lambda seq: Feedback(seq=seq, at=end_s, cue_at=cue.at, helpful=helpful))

    def _keep(self, make: Make) -> AnyEvent:
        event = self._session.keep(make)
        self._log.append(event)
        return event

    # Worked out anew

    def _conclude(self) -> None:
        self._bar.setValue(0)
        self._bar.setVisible(True)
        self._worker.conclude(self._log)

    def _progress(self, share: float) -> None:
        self._bar.setValue(round(100 * share))

    def _concluded(self, now: list[AnyEvent] | Exception) -> None:
        self._bar.setVisible(False)
        if isinstance(now, LivecueError):
            self._say(str(now))
            return
        if isinstance(now, Exception):
            raise now
        self.timeline = timeline_of(self._log, now)
        self.lanes.show_timeline(self.timeline)
        self._show()

    # The window

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        lanes, beside = QVBoxLayout(left), QVBoxLayout(right)
        for box in (lanes, beside):
            box.setContentsMargins(0, 0, 0, 0)
        lanes.addWidget(self.lanes, 1)
        lanes.addWidget(self.play_bar)
        beside.addWidget(self.panel)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        split.setCollapsible(1, False)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        self.engaged.show_heading(self.timeline.heading)
        for widget in (self.engaged, self.said, self._bar):
            layout.addWidget(widget)
        layout.addWidget(split, 1)
        disclaimer = QLabel(words_of(DISCLAIMER))
        disclaimer.setWordWrap(True)
        layout.addWidget(disclaimer)
        self.setCentralWidget(whole)

    def _listen(self) -> None:
        self.lanes.chosen.connect(self.choose)
        self.lanes.pointed.connect(self.point)
        self.panel.chosen.connect(self.choose)
        self.panel.asked.connect(self.ask)
        self.panel.noted.connect(self.note)
        self.engaged.said.connect(self.mark_engaged)
        self.play_bar.pressed.connect(self.play_or_pause)
        self.play_bar.speed_chosen.connect(lambda speed: self._the_player().go_at(speed))
        set_keys(self)

    def step(self, forward: bool) -> None:
        """To the next moment, or to the one before."""
        if self.panel.list.currentRow() >= 0:
            self.panel.step(1 if forward else -1)
            return
        item = self.panel.item_beside(self.at_s, forward)
        if item is not None:
            self.choose(item)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing goes on behind a closed window."""
        self._timer.stop()
        if self._player is not None:
            self._player.pause()
        self._worker.wait()
        event.accept()
