"""Where the session is, and what it is heard with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
)

from livecue.capture.devices import InputDevice
from livecue.start.choices import Place
from livecue.start.memory import Memory
from livecue.start.meter import Reading
from livecue.start.pieces import button, named, outlined, text
from livecue.translation import words

_BAR_STEPS = 100


class SoundPart(QGroupBox):
    """In the room or in a video call; the microphone with its level; the clinician's own voice.

    Args:
        devices: lists what can be heard now.
        memory: what was chosen last.
        learn_voice: called to learn the clinician's voice; `None` where it cannot be kept.
    """

    changed = Signal()
    microphone_changed = Signal()

    def __init__(
        self,
        devices: Callable[[], Sequence[InputDevice]],
        memory: Memory,
        learn_voice: Callable[[], None] | None,
    ) -> None:
        super().__init__(words("Place and sound"))
        self._devices = devices
        self._memory = memory
        self._room = QRadioButton(words("In the room"))
        self._call = QRadioButton(words("Video call"))
        for place in (self._room, self._call):
            outlined(place)
        (self._call if memory.place == "call" else self._room).setChecked(True)
        self._microphone, self._played = QComboBox(), QComboBox()
        for box in (self._microphone, self._played):  # a long name must not widen the window
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        named(self._microphone, words("Microphone"))
        named(self._played, words("The client is heard from"))
        self._played_label = text(words("The client is heard from"))
        self._bar = QProgressBar()
        self._bar.setRange(0, _BAR_STEPS)
        self._bar.setTextVisible(False)
        named(self._bar, words("How loud it is"))
        self._says = text()
        self._voice = text()
        self._learn = button("", learn_voice or (lambda: None))
        self._can_learn = learn_voice is not None
        self._lay_out()
        self.look_again()
        self._room.toggled.connect(self._place_changed)
        self._microphone.activated.connect(lambda _index: self.microphone_changed.emit())
        self._place_changed()

    @property
    def place(self) -> Place:
        """Where it is."""
        return "call" if self._call.isChecked() else "room"

    @property
    def microphone(self) -> str | None:
        """By name; `None` is the usual one."""
        return self._chosen(self._microphone)

    @property
    def played(self) -> str | None:
        """What the client is heard from in a call, by name; `None` is the usual one."""
        return self._chosen(self._played) if self.place == "call" else None

    def show_level(self, reading: Reading) -> None:
        """The bar, and the sentence."""
        self._bar.setValue(round(reading.bar * _BAR_STEPS))
        if reading.says != self._says.text():
            self._says.setText(reading.says)
            self._bar.setAccessibleDescription(reading.says)

    def show_voice(self, name: str | None) -> None:
        """Whether the clinician's voice is known, and whose it is."""
        if name is None:
            self._voice.setText(
                words("Your voice is not known yet. Unless you teach it, speak first in a session.")
            )
            self._learn.setText(words("Learn my voice (20 seconds)"))
        else:
            self._voice.setText(words("Your voice is known: {name}.").format(name=name))
            self._learn.setText(words("Learn it anew"))

    def look_again(self) -> None:
        """List what there is now."""
        found = list(self._devices())
        # The same microphone comes under several ways; people know it by the best one's name.
        best = [device for device in found if device.host_api == found[0].host_api]
        self._fill(self._microphone, [d for d in best if not d.loopback], self._memory.microphone)
        self._fill(self._played, [d for d in found if d.loopback], self._memory.played)

    def _fill(self, box: QComboBox, devices: Sequence[InputDevice], before: str | None) -> None:
        chosen = box.currentData() if box.count() else before
        box.clear()
        usual = next((device.name for device in devices if device.default), None)
        box.addItem(
            words("The usual one")
            if usual is None
            else words("The usual one: {name}").format(name=usual),
            None,
        )
        for device in devices:
            box.addItem(device.name, device.source or device.name)
        box.setCurrentIndex(max(0, box.findData(chosen)) if chosen else 0)

    def _chosen(self, box: QComboBox) -> str | None:
        chosen = box.currentData()
        return chosen if isinstance(chosen, str) else None

    def _place_changed(self) -> None:
        in_call = self.place == "call"
        self._played_label.setVisible(in_call)
        self._played.setVisible(in_call)
        self._voice.setVisible(not in_call)  # in a call each voice has a channel of its own
        self._learn.setVisible(not in_call and self._can_learn)
        self.changed.emit()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        places = QHBoxLayout()
        places.addWidget(self._room)
        places.addWidget(self._call)
        places.addStretch()
        layout.addLayout(places)
        layout.addWidget(_label(words("Microphone"), self._microphone))
        microphone = QHBoxLayout()
        microphone.addWidget(self._microphone, stretch=1)
        microphone.addWidget(self._again())
        layout.addLayout(microphone)
        layout.addWidget(self._bar)
        layout.addWidget(self._says)
        layout.addWidget(self._played_label)
        layout.addWidget(self._played)
        layout.addWidget(self._voice)
        learn = QHBoxLayout()
        learn.addWidget(self._learn)
        learn.addStretch()
        layout.addLayout(learn)

    def _again(self) -> QPushButton:
        def again() -> None:
            self.look_again()
            self.microphone_changed.emit()

        look = button(words("Look again"), again)
        named(look, words("Look again for microphones"))
        return look


def _label(said: str, asked: QComboBox) -> QLabel:
    label = text(said)
    label.setBuddy(asked)
    return label
