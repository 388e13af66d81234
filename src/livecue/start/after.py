"""What is told after a session, before the start window comes again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livecue.events import Cue, End, Marker, current
from livecue.start.elsewhere import Opens
from livecue.start.pieces import button, row, text
from livecue.start.running import Ended
from livecue.store.beyond import beyond_lines
from livecue.translation import words, words_of
from livecue.wording import DISCLAIMER, MARKER_WORDS, times

_WIDTH_PX = 560
_MINUTE_S = 60


class AfterWindow(QWidget):
    """A short look back. go_on: whether the start window is wanted again.

    Args:
        lines: what is told.
        look: opens the timeline; `None` where nothing is kept.
    """

    closed = Signal()

    def __init__(self, lines: list[str], look: Opens | None) -> None:
        super().__init__()
        self.go_on = False
        self.setWindowTitle(words("livecue: after the session"))
        layout = QVBoxLayout(self)
        layout.addWidget(text(words("The session is over"), bold=True, size=1.3))
        for line in lines:
            layout.addWidget(text(line))
        self._says = text()
        layout.addWidget(self._says)
        layout.addStretch()
        self._look = button(words("Look at the timeline"), self._open)
        self._look.setVisible(look is not None)
        self._opens = look
        self._done_button = button(words("Done"), self._done)
        self._done_button.setDefault(True)
        layout.addLayout(row(self._look, self._done_button))
        self.resize(_WIDTH_PX, self.sizeHint().height())
        self._done_button.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever waits for it goes on."""
        super().closeEvent(event)
        self.closed.emit()

    def _open(self) -> None:
        if self._opens is not None:
            self._opens(self._says.setText, self)
            self._done_button.setFocus()

    def _done(self) -> None:
        self.go_on = True
        self.close()


def summary(ended: Ended, *, cues_hidden: bool) -> list[str]:
    """How long it was, what was noticed, and where it is."""
    if ended.erased:
        return [
            words("It was stopped and erased. Nothing of it is kept."),
            *beyond_lines(ended.beyond),
        ]
    lines = [_how_long(event.at) for event in ended.events if isinstance(event, End)]
    lines.append(_noticed(ended))
    if ended.refused is not None:
        lines.append(str(ended.refused))
    elif ended.kept:
        lines.append(words("It is kept on this computer, encrypted."))
        if cues_hidden and any(isinstance(event, Cue) for event in ended.events):
            lines.append(words("There were cues: you see them now, in the timeline."))
    else:
        lines.append(words("Nothing of it is kept."))
    if ended.kept_late:
        lines.append(
            words("What could not be kept while it ran is kept now, except for its sound.")
        )
    lines.append(words_of(DISCLAIMER))
    return lines


def _how_long(seconds: float) -> str:
    if seconds < 2 * _MINUTE_S:
        return words("It was {count} seconds long.").format(count=round(seconds))
    return words("It was {count} minutes long.").format(count=round(seconds / _MINUTE_S))


def _noticed(ended: Ended) -> str:
    counts: dict[str, int] = {}
    for event in current(ended.events):
        if isinstance(event, Marker):
            sign = words_of(MARKER_WORDS[event.marker])
            counts[sign] = counts.get(sign, 0) + 1
    if not counts:
        return words("Nothing was noticed.")
    signs = ", ".join(f"{sign} {times(count)}" for sign, count in counts.items())
    return words("Noticed: {signs}.").format(signs=signs)
