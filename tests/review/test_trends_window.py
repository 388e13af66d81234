"""The window of trends: what it draws, and the same in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from livecue.events import AMBIVALENCE_MARKERS, AnyEvent
from livecue.review.trends.client import trends
from livecue.review.trends.window import TrendsWindow
from livecue.wording import MARKER_WORDS
from tests.review.clients import dated, rated
from tests.review.sessions import bundled_lines, heard


@pytest.fixture(scope="module")
def log() -> list[AnyEvent]:
    return heard(bundled_lines())


@pytest.fixture
def window(qtbot: QtBot, log: list[AnyEvent]) -> TrendsWindow:
    logs = [
        dated(log, 0, clinician="anna"),
        rated(dated(log, 1, clinician="ben", version="9.9"), helpful=True),
    ]
    window = TrendsWindow(trends("river", logs))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_each_sign_is_drawn_and_said(window: TrendsWindow) -> None:
    plot, lines = window.plots[0]
    assert [line.name for line in lines] == [MARKER_WORDS[name] for name in AMBIVALENCE_MARKERS]
    for line in lines:
        assert line.name in plot.legend.text()
        assert line.name in plot.picture.accessibleDescription()


def test_pages_say_what_does_not_follow(window: TrendsWindow) -> None:
    assert "Helpful is not the same as correct" in window.after.toPlainText()
    assert "problems to solve" in window.obstacles.toPlainText()
    side_by_side = window.clinicians.toPlainText()
    assert "anna" in side_by_side
    assert "ben" in side_by_side


def test_pages_are_turned_by_keys(window: TrendsWindow) -> None:
    bar = window.tabs.tabBar()
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert window.tabs.currentWidget() is window.after


def test_one_clinician_has_no_page_of_their_own(qtbot: QtBot, log: list[AnyEvent]) -> None:
    window = TrendsWindow(trends("river", [dated(log, 0, clinician="anna")]))
    qtbot.addWidget(window)
    assert window.tabs.count() == 3


def test_a_client_with_one_session_is_not_said_to_have_one_sessions(
    qtbot: QtBot, log: list[AnyEvent]
) -> None:
    window = TrendsWindow(trends("river", [dated(log, 0)]))
    qtbot.addWidget(window)
    said = [label.text() for label in window.findChildren(QLabel)]
    assert any(text.startswith("One session.") for text in said)
    assert not [text for text in said if "1 sessions" in text]


def test_ctrl_w_closes_the_window(qtbot: QtBot, window: TrendsWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
