"""The start window: all that is chosen and agreed before a session, on one page."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livecue.capture.source import Samples
from livecue.errors import InputError
from livecue.events import HealthName
from livecue.hearing.enrolment import Enrolment
from livecue.start.agreed_part import AgreedPart
from livecue.start.asks import Asks
from livecue.start.beside import Beside, Listening
from livecue.start.choices import FIRST_SESSIONS, Choices, outcome
from livecue.start.client_part import ClientPart
from livecue.start.cues_part import CuesPart
from livecue.start.memory import Memory
from livecue.start.meter import Meter
from livecue.start.pieces import button, row, text
from livecue.start.sound_part import SoundPart
from livecue.start.voice_page import VoicePage
from livecue.start.waiting import waiting_page
from livecue.translation import words

_WIDTH_PX, _HEIGHT_PX = 940, 640
_SCREEN_SHARE = 0.95
"""Of a small screen no more is taken."""
_TWO_COLUMNS_FROM_PX = 760
_WAITING = 2
"""The page that is shown while a session is made ready."""


class StartWindow(QWidget):
    """Asks, then makes the session ready. closed: it is over; `ready` then says how.

    ready: what `make_ready` gave; `None` if the window was closed instead.
    """

    closed = Signal()

    def __init__(self, asks: Asks, memory: Memory) -> None:
        super().__init__()
        self._asks = asks
        self._memory = memory
        self.choices: Choices | None = None
        self.ready: object = None
        self._listening: Listening | None = None
        self._works: list[Beside] = []
        self._given_up = False
        self.setWindowTitle(words("livecue: a session"))
        self._make_parts()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_form())
        self._voice_page = VoicePage(asks.load_learner)
        self._voice_page.over.connect(self._voice_learnt)
        self._pages.addWidget(self._voice_page)
        self._pages.addWidget(waiting_page())
        QVBoxLayout(self).addWidget(self._pages)
        room = QGuiApplication.primaryScreen().availableSize() * _SCREEN_SHARE
        self.resize(min(_WIDTH_PX, room.width()), min(_HEIGHT_PX, room.height()))
        self._client_changed()
        self._follow()
        QTimer.singleShot(0, self, self._begin)

    def now_chosen(self) -> Choices:
        """What stands in the window.

        Raises:
            InputError: the client has no name that can be used.
        """
        return self._chosen(self._client.client())

    def say(self, sentence: str) -> None:
        """A sentence beside Start."""
        self._outcome.setText(sentence)

    def start(self) -> None:
        """Make the session ready, or say what is missing."""
        try:
            choices = self.now_chosen()
        except InputError as error:
            self.say(str(error))
            self._client.begin()
            return
        self.say(outcome(choices))
        if not choices.may_listen:
            self._agreed.begin()
            return
        self.choices = choices
        self._memory.keep_choices(choices, cues_asked=self._cues.asked)
        self._stop_listening()
        self._pages.setCurrentIndex(_WAITING)
        self._beside(lambda: self._asks.make_ready(choices), self._is_ready)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, wherever nothing else takes it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._pages.currentIndex() == 0:
            self.start()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for it."""
        wide = event.size().width() >= _TWO_COLUMNS_FROM_PX
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the microphone. What is being made ready cannot be stopped: it is let go."""
        if self._is_waiting():
            self._given_up = True
            self.hide()
            event.ignore()
            return
        self._stop_listening()
        self._voice_page.stop()
        for work in self._works:
            work.wait()
        super().closeEvent(event)
        self.closed.emit()

    # What happens

    def _begin(self) -> None:
        self._listen()
        if self._client.known is not None:
            self._agreed.begin()
        else:
            self._client.begin()

    def _listen(self) -> None:
        self._stop_listening()
        self._meter = Meter()
        name = self._sound.microphone
        self._listening = Listening(lambda: self._asks.open_microphone(name), self)
        self._listening.told(self._hear, self._trouble, self._unheard)
        self._listening.start()
        self._sound.show_level(self._meter.reading())

    def _stop_listening(self) -> None:
        if self._listening is not None:
            self._listening.stop()
            self._listening = None

    def _hear(self, samples: Samples) -> None:
        self._sound.show_level(self._meter.push(samples))

    def _trouble(self, what: HealthName) -> None:
        self._sound.show_level(self._meter.trouble(what))

    def _unheard(self, sentence: str) -> None:
        self._sound.show_level(self._meter.failed(sentence))

    def _learn_voice(self) -> None:
        self._stop_listening()
        name = self._sound.microphone
        self._voice_page.ask(
            self._asks.voice() or words("me"), lambda: self._asks.open_microphone(name)
        )
        self._pages.setCurrentIndex(1)

    def _voice_learnt(self, voice: Enrolment | None) -> None:
        self._pages.setCurrentIndex(0)
        if voice is not None:
            self.say(self._asks.keep_voice(self._voice_page.name, voice))
            self._sound.show_voice(self._asks.voice())
        self._listen()
        self._agreed.begin()

    def _practise(self) -> None:
        self._asks.practise(self.say, self)

    def _beside(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._works.append(Beside(work, self))
        self._works[-1].done.connect(done)
        self._works[-1].failed.connect(self._failed)
        self._works[-1].start()

    def _is_ready(self, ready: object) -> None:
        if self._given_up:
            self._asks.let_go(ready)
        else:
            self.ready = ready
        self._pages.setCurrentIndex(0)
        self.close()

    def _is_waiting(self) -> bool:
        return self._pages.currentIndex() == _WAITING

    def _failed(self, sentence: str) -> None:
        self.choices = None
        self._pages.setCurrentIndex(0)
        if self._given_up:
            self.close()
            return
        self._sound.look_again()
        self._listen()
        self.say(sentence)
        self._start.setFocus()

    def _client_changed(self) -> None:
        self._agreed.ask_anew(self._client.known, nobody=self._client.is_nobody)

    def _follow(self) -> None:
        chosen = self._chosen(None)
        self.say(outcome(chosen))
        self._cues.follow(chosen.kept if chosen.may_listen else chosen.keep)

    def _chosen(self, client: str | None) -> Choices:
        agreed = self._agreed
        choices = Choices(
            client=client,
            place=self._sound.place,
            microphone=self._sound.microphone,
            played=self._sound.played,
            keep=agreed.keep,
            agreed=agreed.agreed,
            cues_hidden=False,
            session=self._client.session,
            readiness=self._client.readiness,
        )
        return choices.with_cues(hidden=self._cues.hidden and choices.kept != "nothing")

    # How it looks

    def _make_parts(self) -> None:
        asks = self._asks
        self._outcome = text(bold=True)
        self._start = button(words("Start"), self.start)
        self._start.setDefault(True)
        self._cues = CuesPart(shown_before=self._memory.cues_shown, practise=self._practise)
        self._cues.setVisible(asks.sessions < FIRST_SESSIONS)
        self._client = ClientPart(asks.clients, asks.known, keeps=asks.keeps)
        self._sound = SoundPart(
            asks.devices, self._memory, self._learn_voice if asks.keeps else None
        )
        self._sound.show_voice(asks.voice())
        self._agreed = AgreedPart(self._memory.keep)
        self._client.changed.connect(self._client_changed)
        self._sound.microphone_changed.connect(self._listen)
        for part in (self._client, self._sound, self._agreed, self._cues):
            part.changed.connect(self._follow)
        self._agreed.same_pressed.connect(self._start.setFocus)

    def _make_form(self) -> QWidget:
        left, right, inside = QVBoxLayout(), QVBoxLayout(), QWidget()
        left.addWidget(self._client)
        left.addWidget(self._sound)
        for note in self._asks.notes:
            left.addWidget(text(note))
        left.addStretch()
        right.addWidget(self._agreed)
        right.addWidget(self._cues)
        right.addStretch()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.addLayout(left, 2)
        self._columns.addLayout(right, 3)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, stretch=1)
        foot = row(button(words("Close"), self.close), self._start, stretch=False)
        foot.insertWidget(0, self._outcome, stretch=1)
        layout.addLayout(foot)
        return page
