"""What would have come, session by session, in a table and in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from livecue.events import Cue
from livecue.review.tuning.client import Answer, Told
from livecue.translation import words, words_of
from livecue.wording import CUE_WORDS, clock, local_time, reasons

DATE = 10
"""Characters of a date in `local_time`."""


class Answers(QWidget):
    """A row a session, one for all of them as a rate, and below the cues that would differ."""

    def __init__(self) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self._heading = QLabel()
        self._heading.setWordWrap(True)
        self.table = QTableWidget()
        self.table.setAccessibleName(words("what would have come, by session"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().setVisible(False)
        self.table.itemSelectionChanged.connect(self._list)
        self.changes = QListWidget()
        self.changes.setAccessibleName(words("the cues that would differ"))
        self.changes.setWordWrap(True)
        self._notes = QLabel()
        self._notes.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self.table, 3)
        column.addWidget(self.changes, 2)
        column.addWidget(self._notes)

    def show_answer(self, answer: Answer) -> None:
        """Fill the table; the row that was chosen stays chosen."""
        self._answer = answer
        chosen = self.table.currentRow()
        columns = _columns()
        rows = [*(_row(told) for told in answer.sessions), _rates(answer)]
        self.table.blockSignals(True)
        self.table.setColumnCount(len(columns))
        self.table.setHorizontalHeaderLabels(columns)
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                self.table.setItem(at, column, _cell(text, column, at == len(rows) - 1))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.selectRow(chosen if 0 <= chosen < len(rows) else len(rows) - 1)
        self.table.blockSignals(False)
        self._heading.setText(_heading(answer))
        self._notes.setText(_notes(answer))
        self._list()

    def _list(self) -> None:
        """The cues of the chosen session that would differ; of the last row, all of them."""
        if self._answer is None:
            return
        row = self.table.currentRow()
        sessions = self._answer.sessions
        chosen = sessions[row : row + 1] if 0 <= row < len(sessions) else sessions
        self.changes.clear()
        for told in chosen:
            of = "" if len(chosen) == 1 else f"{local_time(told.started_at)[:DATE]}  "
            differ = [(cue, True) for cue in told.comes] + [(cue, False) for cue in told.goes]
            for cue, comes in sorted(differ, key=lambda one: one[0].at):
                self.changes.addItem(of + _difference(cue, comes))
        if not self.changes.count():
            self.changes.addItem(words("No cue would differ."))


def _columns() -> list[str]:
    return [
        words("Session"),
        words("cues\nas set"),
        words("as\ntried"),
        words("new"),
        words("gone"),
        words("helpful,\nkept"),
        words("not helpful,\nkept"),
    ]


def _row(told: Told) -> list[str]:
    marked = {True: words("engaged"), False: words("not engaged"), None: words("not marked")}
    return [
        f"{local_time(told.started_at)[:DATE]}  {marked[told.engaged]}",
        str(len(told.now)),
        str(len(told.then)),
        str(len(told.comes)),
        str(len(told.goes)),
        _of(told.right, told.right + told.missed),
        _of(told.wrong, told.wrong + told.spared),
    ]


def _rates(answer: Answer) -> list[str]:
    sessions = answer.sessions
    counts = [
        sum(len(told.now) for told in sessions),
        sum(len(told.then) for told in sessions),
        sum(len(told.comes) for told in sessions),
        sum(len(told.goes) for told in sessions),
    ]
    right, missed = sum(t.right for t in sessions), sum(t.missed for t in sessions)
    wrong, spared = sum(t.wrong for t in sessions), sum(t.spared for t in sessions)
    return [
        words("All, for 50 minutes"),
        *(f"{rate:.1f}" if (rate := answer.per_session(n)) is not None else "" for n in counts),
        _of(right, right + missed),
        _of(wrong, wrong + spared),
    ]


def _of(part: int, whole: int) -> str:
    """Nobody's word on a cue is not a word for or against it."""
    if not whole:
        return words("unrated")
    return words("{part} of {whole}").format(part=part, whole=whole)


def _cell(text: str, column: int, last: bool) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    if column:
        cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    if last:
        font = cell.font()
        font.setBold(True)
        cell.setFont(font)
    return cell


def _heading(answer: Answer) -> str:
    new = sum(len(told.comes) for told in answer.sessions)
    gone = sum(len(told.goes) for told in answer.sessions)
    if not answer.values:
        return words("What came, with the settings as they are. Move a handle to try others.")
    return words("Cues with these settings: {new} new, {gone} gone, sessions: {count}.").format(
        new=new, gone=gone, count=len(answer.sessions)
    )


def _difference(cue: Cue, comes: bool) -> str:
    said = words("{time}  {cue}: {reasons}").format(
        time=clock(cue.at), cue=words_of(CUE_WORDS[cue.cue]), reasons=reasons(cue)
    )
    would = words("would come") if comes else words("would come no longer")
    return f"{said}  –  {would}"


def _notes(answer: Answer) -> str:
    notes = [words("A cue called helpful need not have been right; one not rated is unknown.")]
    wordless = sum(not told.with_words for told in answer.sessions)
    if wordless:
        notes.append(
            words(
                "Sessions of which no words were kept: {count}. There, exploring and work in "
                "silence are taken as they were heard then."
            ).format(count=wordless)
        )
    return " ".join(notes)
