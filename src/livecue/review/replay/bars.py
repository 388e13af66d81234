"""The bars above and below the lanes: whose session it is, and playing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from livecue.review.replay.play import SPEEDS, Player
from livecue.translation import words
from livecue.wording import clock


class EngagedBar(QWidget):
    """Whose session it is, and the clinician's own word on whether the client took part."""

    said = Signal(bool)
    """The client took part, or did not."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = QLabel()
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.yes = QRadioButton(words("Yes"))
        self.no = QRadioButton(words("No"))
        question = QLabel(words("Did the client take part?"))
        self.yes.setAccessibleName(words("the client took part"))
        self.no.setAccessibleName(words("the client did not take part"))
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading, 1)
        layout.addWidget(question)
        for button, engaged in ((self.yes, True), (self.no, False)):
            self._group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(lambda _, engaged=engaged: self.said.emit(engaged))

    def show_heading(self, heading: str) -> None:
        """Whose session it is."""
        self._heading.setText(heading)

    def show_engaged(self, engaged: bool | None) -> None:
        """What the clinician said last; `None` is nothing."""
        self._group.setExclusive(False)  # else Qt keeps one of them chosen
        self.yes.setChecked(engaged is True)
        self.no.setChecked(engaged is False)
        self._group.setExclusive(True)


class PlayBar(QWidget):
    """Playing, its speed, and what the drawing means."""

    pressed = Signal()
    speed_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._button = QPushButton(words("Play (P)"))
        self._button.clicked.connect(self.pressed)
        self._speed = QComboBox()
        self._speed.setAccessibleName(words("speed"))
        for speed in SPEEDS:
            self._speed.addItem(f"{speed}×", speed)
        self._speed.currentIndexChanged.connect(lambda at: self.speed_chosen.emit(SPEEDS[at]))
        self._place = QLabel()
        self._how = QLabel()
        legend = QLabel(
            words(
                "Filled counts, an outline does not; dotted was there and would not come any more, "
                "with a thick edge it comes only now. Hatched: not heard. Dashed line: longer "
                "pauses than usual reach above it."
            )
        )
        legend.setWordWrap(True)
        controls = QHBoxLayout()
        for widget in (self._button, self._speed, self._place):
            controls.addWidget(widget)
        controls.addWidget(self._how, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(controls)
        layout.addWidget(legend)

    def show_place(self, player: Player, until_s: float) -> None:
        """Where the replay is, and whether it is heard."""
        self._button.setText(words("Stand still (P)") if player.wanted else words("Play (P)"))
        self._place.setText(f"{clock(player.cursor.at_s)} / {clock(until_s)}")
        self._how.setText(_how(player))

    def change_speed(self, by: int) -> None:
        """Faster, or slower."""
        at = self._speed.currentIndex() + by
        self._speed.setCurrentIndex(min(max(0, at), len(SPEEDS) - 1))


def _how(player: Player) -> str:
    if not player.wanted:
        return ""
    if player.finding:
        return words("finding the sound")
    if player.heard:
        return ""
    if player.has_sound:
        return words("silent at this speed")
    return words("silent: no sound of it is kept, or there is no loudspeaker")
