"""The clinician's own voice, learnt in twenty seconds."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from livecue.capture.source import Samples, Source
from livecue.errors import InputError
from livecue.events import HealthName
from livecue.hearing.enrolment import WANTED_S, Enrolling, Enrolment
from livecue.hearing.voiceprint import VoiceEncoder
from livecue.overlay.view import TROUBLE_WORDS
from livecue.start.beside import Beside, Listening
from livecue.start.own_voice import level_words
from livecue.start.pieces import button, named, row, text
from livecue.store.pseudonym import check_pseudonym
from livecue.translation import words, words_of


@dataclass(frozen=True)
class Learner:
    """What learns a voice, loaded once."""

    enrolling: Callable[[], Enrolling]
    encoder: VoiceEncoder


class VoicePage(QWidget):
    """Listens until there is enough. over: the voice, or `None` if it was given up.

    Args:
        load: loads what learns a voice (under a second).
    """

    over = Signal(object)

    def __init__(self, load: Callable[[], Learner]) -> None:
        super().__init__()
        self._load = load
        self._learner: Learner | None = None
        self._enrolling: Enrolling | None = None
        self._listening: Listening | None = None
        self._work: Beside | None = None
        self._name = QLineEdit()
        named(self._name, words("Your name here"))
        self._says = text()
        self._bar = QProgressBar()
        self._bar.setRange(0, round(WANTED_S))
        self._bar.setFormat(
            words("{have} of {wanted} seconds of speech").format(have="%v", wanted="%m")
        )
        named(self._bar, words("How much of your voice was heard"))
        self._begin = button(words("Begin"), self._listen)
        self._back = button(words("Back"), lambda: self._finish(None))
        self._lay_out()

    @property
    def name(self) -> str:
        """Whose voice it is."""
        return self._name.text().strip()

    def ask(self, name: str, open_source: Callable[[], Source]) -> None:
        """Show how it is done, for a voice of this name."""
        self._open = open_source
        self._name.setText(name)
        self._name.setEnabled(True)
        self._begin.setVisible(True)
        self._bar.setValue(0)
        self._says.setText("")
        self._begin.setFocus()

    def stop(self) -> None:
        """Let go of the microphone."""
        if self._listening is not None:
            self._listening.stop()
            self._listening = None
        if self._work is not None:
            self._work.wait()
            self._work = None

    def _listen(self) -> None:
        try:
            check_pseudonym(self.name)
        except InputError:
            self._says.setText(words("Write a name first: 1 to 40 letters."))
            self._name.setFocus()
            return
        self._name.setEnabled(False)
        self._begin.setVisible(False)
        self._back.setFocus()
        self._says.setText(words("Speak on."))
        self._beside(self._load, self._loaded)

    def _loaded(self, learner: Learner) -> None:
        self._learner = learner
        self._enrolling = learner.enrolling()
        self._listening = Listening(self._open, self)
        self._listening.told(self._hear, self._trouble, self._failed)
        self._listening.start()

    def _hear(self, samples: Samples) -> None:
        if self._enrolling is None:
            return
        progress = self._enrolling.push(samples)
        self._bar.setValue(round(min(progress.speech_s, WANTED_S)))
        said = level_words(progress.level)
        self._says.setText(words("Speak on: {level}.").format(level=said))
        if progress.enough:
            self._judge(self._enrolling)

    def _judge(self, enrolling: Enrolling) -> None:
        assert self._learner is not None
        encoder = self._learner.encoder
        self._enrolling = None
        self.stop()
        self._says.setText(words("That is enough. One moment."))
        self._beside(lambda: enrolling.finish(encoder), self._finish)

    def _beside(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._work = Beside(work, self)
        self._work.done.connect(done)
        self._work.failed.connect(self._failed)
        self._work.start()

    def _trouble(self, what: HealthName) -> None:
        if what in TROUBLE_WORDS:
            self._says.setText(words_of(TROUBLE_WORDS[what]))

    def _failed(self, sentence: str) -> None:
        self.stop()
        self.ask(self.name, self._open)
        self._says.setText(sentence)

    def _finish(self, voice: Enrolment | None) -> None:
        self._enrolling = None
        self.stop()
        self.over.emit(voice)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(text(words("Learn my voice"), bold=True, size=1.3))
        layout.addWidget(
            text(
                words(
                    "Speak alone for about twenty seconds, with the microphone where it stands in "
                    "a session: read aloud, or describe the room. Kept, encrypted, is what tells "
                    "your voice from another; the sound is not kept."
                )
            )
        )
        label = text(words("Your name here"))
        label.setBuddy(self._name)
        for widget in (label, self._name, self._bar, self._says):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addLayout(row(self._back, self._begin))
