"""The tuning window: a handle moved by hand and by key, adopting, and the way back."""

import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from livecue.config import ClientProfile, Retention, Settings
from livecue.errors import StoreRefused
from livecue.events import AnyEvent
from livecue.markers.sureness import Cost, Costs, Told
from livecue.review.tuning.client import Tuner, newest_first
from livecue.review.tuning.kept import KeptSession
from livecue.review.tuning.walk import keep
from livecue.review.tuning.window import Change, TuningWindow
from tests.review.clients import dated, marked, rated
from tests.review.sessions import GUIDE, LEXICON, bundled_lines, heard

Keep = Callable[[Change], ClientProfile]

COSTS = Costs(
    sessions=28,
    levels={
        "quiet": Cost(
            signs={"yes_but": Told(told=18, there=34), "homework": Told(told=1, there=24)},
            cues=Told(told=5, there=22),
            false_cues=0.5,
        ),
        "balanced": Cost(
            signs={"yes_but": Told(told=22, there=34)},
            cues=Told(told=7, there=22),
            false_cues=1.1,
        ),
        "sensitive": Cost(
            signs={"yes_but": Told(told=27, there=34)},
            cues=Told(told=9, there=22),
            false_cues=3.2,
        ),
    },
)


@pytest.fixture(scope="module")
def log() -> list[AnyEvent]:
    return heard(bundled_lines())


@pytest.fixture(scope="module")
def kept(log: list[AnyEvent]) -> tuple[KeptSession, ...]:
    logs = [marked(dated(log, 0)), rated(dated(log, 1), helpful=True)]
    return newest_first([keep(one, LEXICON) for one in logs])


@pytest.fixture
def profiles() -> list[ClientProfile]:
    """What was kept, in order; at first nothing of the client's own."""
    return [ClientProfile()]


@pytest.fixture
def window(
    qtbot: QtBot, kept: tuple[KeptSession, ...], profiles: list[ClientProfile]
) -> TuningWindow:
    def keep(change: Change) -> ClientProfile:
        profiles.append(change(profiles[-1]))
        return profiles[-1]

    window = opened(qtbot, kept, keep)
    with qtbot.waitExposed(window):
        window.show()
    return window


def opened(qtbot: QtBot, kept: tuple[KeptSession, ...], keep: Keep) -> TuningWindow:
    window = TuningWindow(Tuner("river", Settings(), kept, GUIDE), Settings(), keep, COSTS)
    qtbot.addWidget(window)
    return window


def tried(window: TuningWindow) -> str:
    """Cues that would have come in the newest session."""
    cell = window.answers.table.item(0, 2)
    assert cell is not None
    return cell.text()


def test_it_opens_on_the_cues_that_came(window: TuningWindow) -> None:
    table = window.answers.table
    assert table.rowCount() == 3
    now, then = table.item(0, 1), table.item(0, 2)
    assert now is not None
    assert then is not None
    assert now.text() == then.text() != "0"
    assert not window.adopt.isEnabled()


def test_the_handle_moves_by_keys_and_the_answer_follows(
    qtbot: QtBot, window: TuningWindow
) -> None:
    plot = window.plots["response"]
    before, came = plot.seconds, tried(window)
    plot.plot.setFocus()
    QTest.keyClick(plot.plot, Qt.Key.Key_Left)
    assert plot.seconds == pytest.approx(before - 0.1)
    for _ in range(3):
        QTest.keyClick(plot.plot, Qt.Key.Key_PageDown)
    assert plot.seconds == 0.5
    qtbot.waitUntil(lambda: tried(window) != came)
    assert window.adopt.isEnabled()
    QTest.keyClick(plot.plot, Qt.Key.Key_Home)
    assert f"{plot.seconds:.1f} s" in plot.suggest.text()


def test_the_handle_moves_by_mouse(qtbot: QtBot, window: TuningWindow) -> None:
    plot = window.plots["response"]
    view = plot.plot.getPlotItem().vb
    qtbot.wait(50)

    def at(seconds: float) -> QPointF:
        top = view.viewRange()[1][1]
        return QPointF(
            plot.plot.mapFromScene(view.mapViewToScene(QPointF(math.log(seconds), top / 2)))
        )

    start, end = at(plot.seconds), at(1.0)
    viewport = plot.plot.viewport()
    QTest.mouseMove(viewport, start.toPoint())
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for part in (0.3, 0.6, 1.0):
        between = start + (end - start) * part
        qtbot.wait(20)
        QTest.mouseMove(viewport, between.toPoint())
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end.toPoint())
    assert plot.seconds == pytest.approx(1.0, abs=0.15)
    assert plot.spin.value() == plot.seconds


def test_a_number_can_be_typed(qtbot: QtBot, window: TuningWindow) -> None:
    spin = window.plots["within_turn"].spin
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "4.2")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert window.plots["within_turn"].seconds == 4.2
    assert window.adopt.isEnabled()


def test_what_is_tried_is_adopted_and_undone(
    qtbot: QtBot, window: TuningWindow, profiles: list[ClientProfile]
) -> None:
    plot = window.plots["response"]
    plot.spin.setValue(1.7)
    QTest.mouseClick(window.adopt, Qt.MouseButton.LeftButton)
    assert Settings().for_client(profiles[-1]).silence.response_threshold_s == 1.7
    assert plot.seconds == 1.7
    assert "river" in window.said.text()
    assert not window.adopt.isEnabled()
    assert window.undo.isEnabled()
    QTest.mouseClick(window.undo, Qt.MouseButton.LeftButton)
    assert profiles[-1] == ClientProfile()
    assert plot.seconds != 1.7
    assert not window.undo.isEnabled()


def test_what_was_written_to_the_profile_while_it_was_open_stays(
    qtbot: QtBot, window: TuningWindow, profiles: list[ClientProfile]
) -> None:
    written = ClientProfile(retention=Retention(words_days=30), readiness=4)
    profiles.append(written)
    window.plots["response"].spin.setValue(1.7)
    QTest.mouseClick(window.adopt, Qt.MouseButton.LeftButton)
    assert Settings().for_client(profiles[-1]).silence.response_threshold_s == 1.7
    assert profiles[-1].model_copy(update={"adopted": ()}) == written
    QTest.mouseClick(window.undo, Qt.MouseButton.LeftButton)
    assert profiles[-1] == written


def test_another_setting_is_tried_and_put_back(qtbot: QtBot, window: TuningWindow) -> None:
    came = tried(window)
    count = window.form.fields["cues.count"]
    assert isinstance(count, QSpinBox)
    count.setValue(10)
    qtbot.waitUntil(lambda: tried(window) == "0")
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert tried(window) == came
    assert count.value() == 2
    assert not window.adopt.isEnabled()


def try_two(window: TuningWindow) -> tuple[QDoubleSpinBox, QComboBox]:
    """Try a threshold of the level that is set, and a pause; the fields of threshold and level."""
    own, sure = window.form.fields["balanced.yes_but"], window.form.fields["markers.sure"]
    assert isinstance(own, QDoubleSpinBox)
    assert isinstance(sure, QComboBox)
    own.setValue(0.9)
    window.plots["response"].spin.setValue(1.7)
    return own, sure


def test_how_sure_is_chosen_with_what_each_level_costs(
    qtbot: QtBot, window: TuningWindow, profiles: list[ClientProfile]
) -> None:
    fields = window.form.fields
    said = _labels(window)
    assert "quiet: of ten reservation voiced: 5, obstacles named: 0;" in said
    assert "of ten cues that should come, 4; in 50 minutes 3.2 cues come without cause" in said
    assert "28 real sessions" in said
    assert not fields["balanced.yes_but"].isHidden()
    assert fields["sensitive.yes_but"].isHidden()
    own = fields["balanced.yes_but"]
    assert isinstance(own, QDoubleSpinBox)
    own.setValue(0.9)
    sure = fields["markers.sure"]
    assert isinstance(sure, QComboBox)
    sure.setCurrentIndex(sure.findData("sensitive"))
    assert fields["balanced.yes_but"].isHidden()
    assert not fields["sensitive.yes_but"].isHidden()
    QTest.mouseClick(window.adopt, Qt.MouseButton.LeftButton)
    settled = Settings().in_the_room().for_client(profiles[-1])
    assert settled.markers.sure == "sensitive"
    assert settled.balanced == Settings().balanced, "what is no longer shown is not adopted"


def test_what_was_tried_at_one_level_is_still_there_after_a_look_at_another(
    qtbot: QtBot, window: TuningWindow
) -> None:
    own, sure = try_two(window)
    for level in ("sensitive", "balanced"):
        sure.setCurrentIndex(sure.findData(level))
    assert not own.isHidden()
    assert own.value() == 0.9
    assert "2 settings" in window.adopt.text()
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert own.value() == 0.5
    assert not window.adopt.isEnabled()


def test_what_was_fitted_at_another_level_is_said_to_rest(
    qtbot: QtBot, window: TuningWindow
) -> None:
    _, sure = try_two(window)
    QTest.mouseClick(window.adopt, Qt.MouseButton.LeftButton)
    sure.setCurrentIndex(sure.findData("quiet"))
    assert "at another level, and without effect at this one: 1." in window.said.text()
    sure.setCurrentIndex(sure.findData("balanced"))
    assert window.said.text() == ""


def test_another_place_leaves_what_is_tried(qtbot: QtBot, window: TuningWindow) -> None:
    window.plots["response"].spin.setValue(1.7)
    window.place.setCurrentIndex(1 - window.place.currentIndex())
    assert window.plots["response"].seconds == 1.7
    assert window.adopt.isEnabled()


def test_a_level_that_was_adopted_is_the_one_that_opens(
    qtbot: QtBot, kept: tuple[KeptSession, ...]
) -> None:
    settings = Settings().with_values({"markers.sure": "quiet"})
    tuner = Tuner("river", settings, kept, GUIDE)
    window = TuningWindow(tuner, Settings(), lambda change: change(ClientProfile()), None)
    qtbot.addWidget(window)
    assert not window.form.fields["quiet.yes_but"].isHidden()
    assert window.form.fields["balanced.yes_but"].isHidden()


def test_what_the_store_refuses_is_said(qtbot: QtBot, kept: tuple[KeptSession, ...]) -> None:
    def refuse(change: Change) -> ClientProfile:
        raise StoreRefused("The disk is full.")

    window = opened(qtbot, kept, refuse)
    window.plots["response"].spin.setValue(1.7)
    window.adopt.click()
    assert window.said.text() == "The disk is full."
    assert window.adopt.isEnabled()


def test_each_control_has_a_name_and_can_be_reached_by_keys(window: TuningWindow) -> None:
    kinds = (QAbstractButton, QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox)
    controls = [w for w in window.findChildren(QWidget) if isinstance(w, kinds)]
    ours = [w for w in controls if not w.objectName().startswith("qt_") and w.isVisible()]
    assert len(ours) > 5
    for control in [*ours, window.answers.table, window.plots["response"].plot]:
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert text or control.accessibleName(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus or not control.isVisible(), control


def test_what_rests_on_one_session_says_so_in_the_singular(
    qtbot: QtBot, window: TuningWindow, log: list[AnyEvent]
) -> None:
    assert "the one session that you marked" in _labels(window)
    two = newest_first([keep(marked(dated(log, n)), LEXICON) for n in range(2)])
    assert "the 2 sessions that you marked" in _labels(
        opened(qtbot, two, lambda change: change(ClientProfile()))
    )


def _labels(window: TuningWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel))


def test_ctrl_w_closes_the_window(qtbot: QtBot, window: TuningWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
