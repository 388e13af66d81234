"""The side of the review's window: the list of moments, one of them in words, and what can be done
about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from livecue.events import Cue, Marker, Turn
from livecue.review.replay.colours import colours_of
from livecue.review.replay.corrections import other
from livecue.review.replay.html import page, row
from livecue.review.replay.moment import moment_of
from livecue.review.replay.timeline import Item, Timeline
from livecue.translation import words, words_of
from livecue.wording import SPEAKER_WORDS

WIDTH_PX = 340


class Panel(QWidget):
    """Everything that was noticed, in words; it can be used with the keyboard alone."""

    chosen = Signal(object)
    """Another `Item` of the list."""
    asked = Signal(str)
    """A button was pressed: "helpful", "unhelpful", "strike", "productive", "other" or "undo"."""
    noted = Signal(str)
    """A note was written."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Item] = []
        self.turn: Turn | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(words("what was noticed, in order of time"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._row_changed)
        self.page = QTextBrowser()
        self.page.setAccessibleName(words("the moment in words"))
        self.page.setOpenLinks(False)
        self.page.setTabChangesFocus(True)
        self.helpful = self._button(words("Helpful (H)"), "helpful")
        self.unhelpful = self._button(words("Not helpful (U)"), "unhelpful")
        self.strike = self._button(words("Strike out (X)"), "strike")
        self.productive = self._button(words("It was productive (V)"), "productive")
        self.other = self._button("", "other")
        self.undo = self._button(words("Take back last correction or note (Ctrl+Z)"), "undo")
        self.note = QLineEdit()
        self.note.setPlaceholderText(words("Note on this moment (M), Enter keeps it"))
        self.note.setAccessibleName(words("note on this moment"))
        self.note.returnPressed.connect(self._write)
        self._of_cue = _side_by_side(self.helpful, self.unhelpful)
        self._of_sign = _side_by_side(self.strike, self.productive)
        self._of_nothing = QWidget()
        self._hands = QStackedWidget()
        for hands in (self._of_nothing, self._of_cue, self._of_sign):
            self._hands.addWidget(hands)
        self._hands.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_timeline(self, timeline: Timeline, struck: Callable[[Marker], bool]) -> None:
        """List what was noticed."""
        self._timeline = timeline
        self._items = timeline.noticed()
        self.list.blockSignals(True)
        self.list.clear()
        for item in self._items:
            out = isinstance(item.of, Marker) and struck(item.of)
            self.list.addItem(row(item, out))
        self.list.blockSignals(False)

    def show_item(self, item: Item | None, correctable: bool) -> None:
        """Show one thing in words, with what can be done about it."""
        self.list.blockSignals(True)
        self.list.setCurrentRow(self._items.index(item) if item in self._items else -1)
        self.list.blockSignals(False)
        moment = None if item is None else moment_of(self._timeline, item)
        colour = colours_of(self.palette()).of("yes_but").name()
        self.page.setHtml(
            page(moment, colour) if moment is not None else f"<p>{words('Choose a moment.')}</p>"
        )
        of = None if item is None else item.of
        stands = item is not None and item.stands != "no longer"
        silence = isinstance(of, Marker) and of.marker == "silence"
        counted = isinstance(of, Marker) and of.evidence.uncounted is None
        told = item is not None and item.stands != "only now"
        page_of = self._of_cue if isinstance(of, Cue) and told else self._of_nothing
        self._hands.setCurrentWidget(
            self._of_sign if isinstance(of, Marker) and stands else page_of
        )
        self.productive.setVisible(silence and counted)
        self.turn = None if moment is None or not stands else moment.turn
        self.other.setVisible(self.turn is not None)
        if self.turn is not None:
            to = words_of(SPEAKER_WORDS[other(self.turn.speaker)])
            self.other.setText(words("This turn was the {speaker}'s (S)").format(speaker=to))
        self.undo.setVisible(correctable)

    def item_beside(self, second: float, forward: bool) -> Item | None:
        """The next thing of the list after a moment, or the one before."""
        if forward:
            return next((one for one in self._items if one.start > second + 0.001), None)
        return next((one for one in reversed(self._items) if one.start < second - 0.001), None)

    def step(self, by: int) -> None:
        """To the next line of the list, or the one before."""
        at = self.list.currentRow() + by
        if 0 <= at < self.list.count():
            self.list.setCurrentRow(at)

    def _row_changed(self, at: int) -> None:
        if 0 <= at < len(self._items):
            self.chosen.emit(self._items[at])

    def _write(self) -> None:
        written = self.note.text().strip()
        if written:
            self.noted.emit(written)
            self.note.clear()

    def _button(self, says: str, asks: str) -> QPushButton:
        button = QPushButton(says)
        button.clicked.connect(lambda: self.asked.emit(asks))
        return button

    def _lay_out(self) -> None:
        self.setMinimumWidth(WIDTH_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        heading = QLabel(words("Noticed"))
        heading.setBuddy(self.list)
        layout.addWidget(heading)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.page, 4)
        layout.addWidget(self._hands)
        for button in (self.other, self.undo):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing jumps while one steps through
            button.setSizePolicy(policy)
            layout.addWidget(button)
        layout.addWidget(self.note)


def _side_by_side(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return row
