"""The practice's window: an introduction, the role-play, and both looked at side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from livecue.config import OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.glyph import picture
from livecue.overlay.state import OverlayState
from livecue.overlay.view import View
from livecue.practice.moments import Match, told
from livecue.practice.players import Player
from livecue.practice.rehearsal import Line, Rehearsal
from livecue.practice.words import introduction, looking_back, said_html
from livecue.start.pieces import button, row, text
from livecue.translation import words, words_of
from livecue.wording import clock

_LOOK_MS = 100
"""How often the shape and the words follow the time."""

_SHAPE_PX = 72
_WIDTH_PX, _HEIGHT_PX = 580, 460
_LINES_SHOWN = 2
_LARGER = 1.25
"""What is read while listening, over the system's own size of letters."""


class PracticeWindow(QWidget):
    """Predict, see, and be told why.

    Args:
        rehearsal: the role-play.
        player: moves through it.
        settings: the overlay's, for how long a cue stays.
    """

    def __init__(self, rehearsal: Rehearsal, player: Player, settings: OverlaySettings) -> None:
        super().__init__()
        self._rehearsal = rehearsal
        self._player = player
        self._settings = settings
        self._to_come: list[AnyEvent] = []
        self._state = OverlayState(settings)
        self._pressed: list[float] = []
        self._running = False
        self._read = ""
        self.setWindowTitle(words("livecue: practice"))
        self.resize(QSize(_WIDTH_PX, _HEIGHT_PX).boundedTo(self.screen().availableSize()))
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages)
        self._make_introduction()
        self._make_role_play()
        self._make_looking_back()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._begin.setFocus()

    def begin(self) -> None:
        """From the start of the role-play."""
        self._to_come = list(self._rehearsal.events)
        self._state = OverlayState(self._settings)
        self._pressed = []
        self._marked.setText("")
        self._pages.setCurrentIndex(1)
        self._mark.setFocus()
        self._go_on()
        self.look()

    def mark(self) -> None:
        """The clinician would pause now."""
        at = self._player.at_s
        self._pressed.append(at)
        self._marked.setText(words("You would have paused at {time}.").format(time=clock(at)))

    def stand_still(self) -> None:
        """Stop for a moment, or go on."""
        if self._running:
            self._player.pause()
            self._timer.stop()
            self._running = False
            self._still.setText(words("Go on (P)"))
        else:
            self._go_on()

    def look_back(self) -> None:
        """Both side by side."""
        self._player.pause()
        self._timer.stop()
        self._running = False
        reached_s = self._player.at_s
        so_far = [cue for cue in told(self._rehearsal.events) if cue.at <= reached_s]
        moments = Match(so_far, self._pressed).moments()
        self._back.setHtml(looking_back(moments, self._rehearsal.lines))
        self._pages.setCurrentIndex(2)
        self._back.setFocus()

    def look(self) -> None:
        """Follow the time: the shape, the words, the bar."""
        at = self._player.at_s
        while self._to_come and (self._to_come[0].emitted_at or 0.0) <= at:
            self._state.push(self._to_come.pop(0))
        self._show(self._state.view(at), at)
        if at >= self._rehearsal.duration_s:
            self.look_back()

    def release(self) -> None:
        """Stop the sound; nobody looks any more."""
        self._timer.stop()
        self._player.close()

    def _go_on(self) -> None:
        self._player.play()
        self._timer.start()
        self._running = True
        self._still.setText(words("Stand still (P)"))

    def _show(self, view: View, at: float) -> None:
        self._shape.setPixmap(picture(view.face, _SHAPE_PX, self.devicePixelRatioF()))
        self._shape.setAccessibleName(words_of(view.words))
        self._face_words.setText(words_of(view.words))
        why = "; ".join(view.why)
        self._why.setText(f"{why[:1].upper()}{why[1:]}." if why else "")
        self._suggestion.setText(view.suggestion)
        begun = [line for line in self._rehearsal.lines if line.start <= at]
        self._read_out(begun[-_LINES_SHOWN:])
        self._bar.setValue(round(at))
        self._bar.setFormat(f"{clock(at)} / {clock(self._rehearsal.duration_s)}")

    def _read_out(self, lines: Sequence[Line]) -> None:
        """What is being said; of more than fits, its end."""
        said = "<br><br>".join(said_html(line) for line in lines)
        if said != self._read:
            self._read = said
            self._said.setHtml(said)
            bar = self._said.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _make_introduction(self) -> None:
        page, layout = _page()
        heading = QLabel(f"<h2>{words('Practice on a role-play')}</h2>")
        minutes = round(self._rehearsal.duration_s / 60)
        said = text(introduction(minutes, self._player.heard), size=_LARGER)
        said.setTextFormat(Qt.TextFormat.RichText)
        self._begin = button(words("Begin"), self.begin)
        self._begin.setDefault(True)
        layout.addWidget(heading)
        layout.addWidget(said)
        layout.addStretch()
        layout.addLayout(row(self._begin, button(words("Close"), self.close)))
        self._pages.addWidget(page)

    def _make_role_play(self) -> None:
        page, layout = _page()
        self._shape = QLabel()
        self._shape.setFixedSize(_SHAPE_PX, _SHAPE_PX)
        self._face_words, self._why, self._suggestion = (
            text(bold=True),
            text(),
            text(slanted=True),
        )
        beside = QVBoxLayout()
        for label in (self._face_words, self._why, self._suggestion):
            beside.addWidget(label)
        beside.addStretch()
        top = QHBoxLayout()
        top.addWidget(self._shape, alignment=Qt.AlignmentFlag.AlignTop)
        top.addSpacing(12)
        top.addLayout(beside, stretch=1)
        self._said = _reading()
        self._said.setAccessibleName(words("what they say"))
        self._marked = text()
        self._bar = QProgressBar()
        self._bar.setRange(0, round(self._rehearsal.duration_s))
        self._bar.setAccessibleName(words("how far the role-play is"))
        self._mark = button(words("I would pause here (space bar)"), self.mark)
        self._mark.setMinimumHeight(44)
        self._still = button(words("Stand still (P)"), self.stand_still)
        QShortcut(QKeySequence("P"), page, self.stand_still)
        look_back = button(words("Look back now"), self.look_back)
        layout.addLayout(top)
        layout.addWidget(self._said, stretch=1)
        layout.addWidget(self._marked)
        layout.addWidget(self._mark)
        layout.addWidget(self._bar)
        layout.addLayout(row(self._still, look_back))
        self._pages.addWidget(page)

    def _make_looking_back(self) -> None:
        page, layout = _page()
        self._back = QTextBrowser()
        self._back.setAccessibleName(words("who noticed what"))
        self._back.setTabChangesFocus(True)
        layout.addWidget(QLabel(f"<h2>{words('Side by side')}</h2>"))
        layout.addWidget(self._back)
        layout.addLayout(row(button(words("Close"), self.close)))
        self._pages.addWidget(page)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.setSpacing(12)
    return page, layout


def _reading() -> QTextBrowser:
    """Text as if it stood on the window itself; it scrolls where there is little room."""
    page = QTextBrowser()
    page.setFrameShape(QFrame.Shape.NoFrame)
    page.viewport().setAutoFillBackground(False)
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    font = page.font()
    font.setPointSizeF(font.pointSizeF() * _LARGER)
    page.setFont(font)
    page.document().setDocumentMargin(0)
    return page
