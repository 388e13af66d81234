"""The replay window with an hour of session in it, on a real X server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from livecue.capture.source import SAMPLE_RATE_HZ, Block
from livecue.errors import StoreRefused
from livecue.events import Action, AnyEvent, Correction, Cue, Feedback, Marker, MarkerName
from livecue.review.replay.conclusions import Conclusions
from livecue.review.replay.play import KeptSound
from livecue.review.replay.timeline import Item
from livecue.review.replay.window import ReplayWindow, Reviewed
from livecue.wording import DISCLAIMER, KEPT_OFF_SCREENS, MACHINERY, MACHINERY_WHOLE
from tests.review.long_session import long_log

HOUR = 8
"""Times that the bundled session fits into not quite an hour."""


@pytest.fixture(scope="module")
def hour() -> list[AnyEvent]:
    return long_log(HOUR)


@pytest.fixture(scope="module")
def short() -> list[AnyEvent]:
    return long_log(1)


class Kept:
    """What the store would keep."""

    def __init__(self, log: list[AnyEvent]) -> None:
        self.log = log
        self.added: list[AnyEvent] = []

    def add(self, make: Callable[[int], AnyEvent]) -> AnyEvent:
        self.added.append(make(self.log[-1].seq + 1 + len(self.added)))
        return self.added[-1]


@contextmanager
def opened(qtbot: QtBot, kept: Kept) -> Iterator[ReplayWindow]:
    window = ReplayWindow(
        Reviewed(kept.log, kept.add, Conclusions("en", lambda: None), lambda: None)
    )
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.lanes.plot.setFocus()
    yield window
    window.close()
    window.deleteLater()


def sign(window: ReplayWindow, name: MarkerName, nth: int = 0) -> Item:
    return window.timeline.lane(name).items[nth]


def settle(qtbot: QtBot, window: ReplayWindow) -> None:
    """Wait until what follows is worked out."""
    qtbot.waitUntil(lambda: not window.busy, timeout=30_000)


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def click_at(qtbot: QtBot, window: ReplayWindow, second: float, y: float) -> None:
    plot = window.lanes.plot
    place = plot.plotItem.vb.mapViewToScene(QPointF(second, y))
    at: QPoint = plot.mapFromScene(place)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_an_hour_is_opened_scrolled_and_a_sign_in_it_looked_at(
    qtbot: QtBot, hour: list[AnyEvent]
) -> None:
    with opened(qtbot, Kept(hour)) as window:
        assert window.timeline.duration_s > 50 * 60
        assert window.lanes.seen() == pytest.approx((0.0, window.timeline.duration_s))
        press(qtbot, window.lanes.plot, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
        start, end = window.lanes.seen()
        assert end - start == pytest.approx(window.timeline.duration_s / 4)
        press(qtbot, window.lanes.plot, Qt.Key.Key_Right)
        assert window.lanes.seen()[0] == pytest.approx(start + 0.1 * (end - start))
        item = sign(window, "yes_but", 9)
        window.lanes.see(item.start - 60, item.start + 60)
        row = next(row for row in window.lanes.rows if row.lane.key == "yes_but")
        click_at(qtbot, window, (item.start + item.end) / 2, row.middle)
        shown = window.panel.page.toPlainText()
        assert shown.startswith("Reservation voiced")
        assert isinstance(item.of, Marker)
        assert all(word in shown for word in item.of.evidence.words)
        assert "clinician:" in shown


def test_moments_are_stepped_through_by_keys_and_the_list_goes_along(
    qtbot: QtBot, short: list[AnyEvent]
) -> None:
    with opened(qtbot, Kept(short)) as window:
        noticed = window.timeline.noticed()
        press(qtbot, window.lanes.plot, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_Down)
        assert window.panel.list.currentRow() == 2
        assert window.at_s == pytest.approx(noticed[2].start)
        press(qtbot, window.lanes.plot, Qt.Key.Key_B)
        assert window.panel.list.currentRow() == 1


def test_a_sign_is_struck_out_by_a_key_and_what_follows_is_worked_out_anew(
    qtbot: QtBot, short: list[AnyEvent]
) -> None:
    kept = Kept(short)
    with opened(qtbot, kept) as window:
        window.choose(sign(window, "yes_but"))
        press(qtbot, window.lanes.plot, Qt.Key.Key_X)
        settle(qtbot, window)
        [said] = kept.added
        assert isinstance(said, Correction)
        assert said.by == "clinician"
        assert sign(window, "yes_but").stands == "no longer"
        assert window.said.text().startswith("After your corrections")
        rows = [window.panel.list.item(n).text() for n in range(window.panel.list.count())]
        assert any(row.endswith("reservation voiced, struck out") for row in rows)
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, window)
        assert sign(window, "yes_but").stands == "yes"
        assert window.said.text() == ""


def test_a_silence_is_named_productive_and_a_turn_given_to_the_other(
    qtbot: QtBot, short: list[AnyEvent]
) -> None:
    kept = Kept(short)
    with opened(qtbot, kept) as window:
        window.choose(sign(window, "silence"))
        press(qtbot, window.lanes.plot, Qt.Key.Key_V)
        settle(qtbot, window)
        assert not sign(window, "silence").counts
        assert "you named it productive" in window.panel.page.toPlainText()
        window.choose(sign(window, "yes_but"))
        assert "This turn was the clinician's" in window.panel.other.text()
        press(qtbot, window.lanes.plot, Qt.Key.Key_S)
        settle(qtbot, window)
        assert sign(window, "yes_but").stands == "no longer"


def test_cues_are_rated_notes_kept_and_the_session_marked(
    qtbot: QtBot, short: list[AnyEvent]
) -> None:
    kept = Kept(short)
    with opened(qtbot, kept) as window:
        cue = window.timeline.lane("cues").items[0]
        window.choose(cue)
        press(qtbot, window.lanes.plot, Qt.Key.Key_H)
        settle(qtbot, window)
        assert "You found it helpful." in window.panel.page.toPlainText()
        press(qtbot, window.lanes.plot, Qt.Key.Key_M)
        assert window.panel.note.hasFocus()
        QTest.keyClicks(window.panel.note, "xshb pause here")
        press(qtbot, window.panel.note, Qt.Key.Key_Return)
        settle(qtbot, window)
        window.engaged.no.click()
        settle(qtbot, window)
    rated, note, engaged = kept.added
    assert isinstance(cue.of, Cue)
    assert isinstance(rated, Feedback)
    assert (rated.cue_at, rated.helpful) == (cue.of.at, True)
    assert isinstance(note, Action)
    assert (note.action, note.at, note.value) == ("note", cue.start, "xshb pause here")
    assert isinstance(engaged, Action)
    assert engaged.action == "not_engaged"


def test_a_note_and_that_the_client_took_part_are_taken_back_by_ctrl_z(
    qtbot: QtBot, short: list[AnyEvent]
) -> None:
    with opened(qtbot, Kept(short)) as window:
        before = window.timeline.lane("marks").items
        window.note("a slip of the pen")
        settle(qtbot, window)
        assert len(window.timeline.lane("marks").items) == len(before) + 1
        window.engaged.yes.click()
        settle(qtbot, window)
        for _ in range(2):
            assert window.panel.undo.isVisible()
            QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            settle(qtbot, window)
        assert not window.engaged.yes.isChecked()
        assert not window.engaged.no.isChecked()
        assert window.timeline.lane("marks").items == before
        assert not window.panel.undo.isVisible()


def test_it_plays_as_a_silent_cursor_where_no_sound_was_kept(
    qtbot: QtBot, short: list[AnyEvent]
) -> None:
    with opened(qtbot, Kept(short)) as window:
        press(qtbot, window.lanes.plot, Qt.Key.Key_Period, Qt.Key.Key_Period, Qt.Key.Key_Period)
        press(qtbot, window.lanes.plot, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: window.at_s > 4.0, timeout=30_000)
        press(qtbot, window.lanes.plot, Qt.Key.Key_P)
        stood = window.at_s
        qtbot.wait(100)
        assert window.at_s == stood


def test_what_the_store_refuses_is_said_in_the_window(qtbot: QtBot, short: list[AnyEvent]) -> None:
    def refuse(make: Callable[[int], AnyEvent]) -> AnyEvent:
        raise StoreRefused("The disk is full.")

    kept = Kept(short)
    kept.add = refuse  # type: ignore[method-assign]
    with opened(qtbot, kept) as window:
        window.choose(sign(window, "yes_but"))
        press(qtbot, window.lanes.plot, Qt.Key.Key_X)
        assert window.said.text() == "The disk is full."
        window.engaged.yes.click()
        assert window.said.text() == "The disk is full."


def test_without_words_it_shows_none_and_corrections_still_work(qtbot: QtBot) -> None:
    kept = Kept(long_log(1, consent=("listen", "timeline")))
    with opened(qtbot, kept) as window:
        assert "No words of this session were kept." in window.said.text()
        window.choose(sign(window, "yes_but"))
        assert "no words" in window.panel.page.toPlainText()
        press(qtbot, window.lanes.plot, Qt.Key.Key_S)
        settle(qtbot, window)
        assert sign(window, "yes_but").stands == "no longer"
        assert "only pauses are worked out anew" in window.said.text()


def test_everything_has_a_name_and_can_be_reached_by_tab(
    qtbot: QtBot, short: list[AnyEvent]
) -> None:
    with opened(qtbot, Kept(short)) as window:
        window.choose(sign(window, "silence"))
        kinds = (QAbstractButton, QLineEdit, QListWidget, QTextBrowser)
        wanted = [w for kind in kinds for w in window.findChildren(kind) if w.isVisible()]
        wanted.append(window.lanes.plot)
        reached: set[QWidget] = set()
        for _ in range(40):
            reached.add(window.focusWidget())
            press(qtbot, window.focusWidget(), Qt.Key.Key_Tab)
        nameless = [w for w in wanted if not _name(w)]
        assert not nameless
        beyond = [
            w for w in wanted if w not in reached and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert not [w for w in beyond if not isinstance(w, QAbstractButton) or not w.group()]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_disclaimer_is_always_there(qtbot: QtBot, short: list[AnyEvent]) -> None:
    with opened(qtbot, Kept(short)) as window:
        assert DISCLAIMER in [label.text() for label in window.findChildren(QLabel)]


def test_sound_that_cannot_be_read_is_said_and_it_plays_in_silence(
    qtbot: QtBot, short: list[AnyEvent]
) -> None:
    def damaged() -> KeptSound:
        def blocks() -> Iterator[Block]:
            yield Block(0.0, np.zeros((SAMPLE_RATE_HZ, 1), dtype=np.int16))
            raise StoreRefused("The sound is not as it was kept.")

        return KeptSound(blocks())

    conclusions = Conclusions("en", lambda: None)
    window = ReplayWindow(Reviewed(short, Kept(short).add, conclusions, damaged))
    qtbot.addWidget(window)
    window.play_or_pause()
    assert window.said.text() == "The sound is not as it was kept."
    qtbot.waitUntil(lambda: window.at_s > 0.1, timeout=30_000)
    assert not window.has_sound


def test_its_words_are_neutral_and_name_no_machinery(qtbot: QtBot, short: list[AnyEvent]) -> None:
    with opened(qtbot, Kept(short)) as window:
        shown: list[str] = []
        names: tuple[MarkerName, ...] = ("silence", "yes_but")
        for name in names:
            window.choose(sign(window, name))
            shown += [label.text() for label in window.findChildren(QLabel)]
            shown += [button.text() for button in window.findChildren(QAbstractButton)]
        shown += [window.panel.list.item(n).text() for n in range(window.panel.list.count())]
        said = " ".join(shown).lower()
    assert "leaning towards staying" in said
    assert not [word for word in (*KEPT_OFF_SCREENS, *MACHINERY) if word in said]
    assert not set(MACHINERY_WHOLE) & set(said.split())
