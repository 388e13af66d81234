"""What will be kept, and what everybody agreed to today."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QGroupBox, QLabel, QVBoxLayout

from livecue.config import CONSENT_SCOPES, ConsentScope
from livecue.start.choices import (
    KEEPS,
    Keep,
    asked_for,
    keep_meaning,
    keep_words,
    scope_name,
    scope_words,
)
from livecue.start.known import KnownClient
from livecue.start.pieces import button, named, outlined, text
from livecue.translation import words
from livecue.wording import local_time


class AgreedPart(QGroupBox):
    """What to keep, what to say to the client, and a box for each thing, empty every time."""

    changed = Signal()
    same_pressed = Signal()

    def __init__(self, keep: Keep) -> None:
        super().__init__(words("Kept, and agreed to"))
        self._nobody = False
        self._last: tuple[ConsentScope, ...] = ()
        self._keep = QComboBox()
        named(self._keep, words("What is to be kept"))
        for one in KEEPS:
            self._keep.addItem(keep_words(one), one)
        self._keep.setCurrentIndex(KEEPS.index(keep))
        self._keep_label = text(words("What is to be kept"))
        self._keep_label.setBuddy(self._keep)
        self._keep_says = text()
        self._ask = text(words("Ask everybody present, in your own words:"), bold=True)
        self._script = text(slanted=True)
        self._last_time = text()
        self._same = button(words("Asked again today: the same (S)"), self._take_the_same)
        QShortcut(QKeySequence("S"), self, self._take_the_same)
        self._boxes: dict[ConsentScope, QCheckBox] = {}
        self._meanings: dict[ConsentScope, QLabel] = {}
        self._lay_out()
        self._keep.currentIndexChanged.connect(lambda _index: self._follow())
        self._follow()

    @property
    def keep(self) -> Keep:
        """What is to be kept."""
        chosen: Keep = self._keep.currentData()
        return "nothing" if self._nobody else chosen

    @property
    def agreed(self) -> frozenset[ConsentScope]:
        """The boxes that are ticked."""
        return frozenset(
            scope for scope, box in self._boxes.items() if box.isChecked() and not box.isHidden()
        )

    def ask_anew(self, client: KnownClient | None, *, nobody: bool) -> None:
        """Another client: nothing is agreed to yet. nobody: the clinician tries it out alone."""
        self._nobody = nobody
        self._last = () if client is None or client.agreed is None else client.agreed
        for box in self._boxes.values():
            box.setChecked(False)
        if client is not None and self._last:
            names = ", ".join(scope_name(scope) for scope in self._last)
            last = words("Last time ({day}): {names}.")
            self._last_time.setText(last.format(day=local_time(client.agreed_at)[:10], names=names))
        self._last_time.setVisible(bool(self._last))
        self._same.setVisible(bool(self._last))
        self._follow()

    def begin(self) -> None:
        """Take the keyboard: a returning client has one thing to press."""
        (self._same if not self._same.isHidden() else self._boxes["listen"]).setFocus()

    def _take_the_same(self) -> None:
        if self._same.isHidden():
            return
        for scope, box in self._boxes.items():
            box.setChecked(scope in self._last)
        self.same_pressed.emit()

    def _follow(self) -> None:
        """Ask only for what is wanted."""
        asked = asked_for(self.keep)
        for scope, box in self._boxes.items():
            box.setVisible(scope in asked)
            self._meanings[scope].setVisible(scope in asked)
        for number, scope in enumerate(asked, start=1):
            name = scope_name(scope)
            self._boxes[scope].setText(f"{number}  {name[:1].upper()}{name[1:]}")
        for widget in (self._keep_label, self._keep, self._keep_says, self._ask):
            widget.setVisible(not self._nobody)
        self._keep_says.setText(keep_meaning(self.keep))
        self._script.setText(_script(nobody=self._nobody))
        self.changed.emit()

    def _press(self, number: int) -> None:
        asked = asked_for(self.keep)
        if number <= len(asked):
            self._boxes[asked[number - 1]].click()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        for widget in (self._keep_label, self._keep, self._keep_says):
            layout.addWidget(widget)
        layout.addWidget(self._ask)
        layout.addWidget(self._script)
        layout.addWidget(self._last_time)
        layout.addWidget(self._same)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for number, scope in enumerate(CONSENT_SCOPES, start=1):
            box = QCheckBox()
            outlined(box)
            named(box, scope_name(scope), scope_words(scope))
            box.toggled.connect(lambda _on: self.changed.emit())
            QShortcut(QKeySequence(str(number)), self, partial(self._press, number))
            self._boxes[scope], self._meanings[scope] = box, text(scope_words(scope))
            grid.addWidget(box, number, 0)
            grid.addWidget(self._meanings[scope], number, 1)
        layout.addLayout(grid)


def _script(*, nobody: bool) -> str:
    if nobody:
        return words("Is anybody else within hearing? Then they must agree too.")
    return words(
        "“May livecue listen today? It is a program on this computer that notices pauses and turns "
        "of the talk, and tells me alone. Nothing leaves the computer. Each of you may say no to "
        "any part, or change your mind at any time, and have it all erased: it makes no difference "
        "to your care.”"
    )
