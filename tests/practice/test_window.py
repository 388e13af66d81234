"""The practice's window, by keyboard alone."""

import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from livecue.config import OverlaySettings
from livecue.overlay.view import FACE_WORDS
from livecue.practice.moments import told
from livecue.practice.players import SilentPlayer
from livecue.practice.rehearsal import Rehearsal
from livecue.practice.window import PracticeWindow
from tests.cli.livecue import livecue


class Clock:
    """Moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot, rehearsal: Rehearsal, clock: Clock) -> Iterator[PracticeWindow]:
    window = PracticeWindow(rehearsal, SilentPlayer(clock), OverlaySettings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.release()


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def shown(window: QWidget) -> str:
    """All that can be read in it now."""
    labels = [unescape(label.text()) for label in window.findChildren(QLabel) if label.isVisible()]
    pages = [page.toPlainText() for page in window.findChildren(QTextBrowser) if page.isVisible()]
    return "\n".join(labels + pages)


def test_without_a_loudspeaker_it_says_that_the_words_are_to_be_read(
    window: PracticeWindow,
) -> None:
    assert "no loudspeaker" in shown(window)


def test_a_whole_practice_by_keyboard(
    window: PracticeWindow, rehearsal: Rehearsal, clock: Clock
) -> None:
    first = told(rehearsal.events)[0]
    press(Qt.Key.Key_Return)
    clock.now = first.at - 5.0
    window.look()
    assert FACE_WORDS["consider_pausing"] not in shown(window)
    press(Qt.Key.Key_Space)
    assert "You would have paused at" in shown(window)
    clock.now = rehearsal.duration_s
    window.look()
    back = shown(window)
    assert "Both of you noticed" in back
    assert first.why in back
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert not window.isVisible()


def test_the_shape_comes_with_its_reason_and_the_guides_line(
    window: PracticeWindow, rehearsal: Rehearsal, clock: Clock
) -> None:
    first = told(rehearsal.events)[0]
    window.begin()
    clock.now = first.at + 20.0
    window.look()
    said = shown(window)
    assert FACE_WORDS["consider_pausing"] in said
    assert "last at" in said


def test_the_words_are_shown_as_they_are_said(
    window: PracticeWindow, rehearsal: Rehearsal, clock: Clock
) -> None:
    window.begin()
    clock.now = rehearsal.lines[4].start
    window.look()
    assert rehearsal.lines[4].text in shown(window)
    assert rehearsal.lines[5].text not in shown(window)


def test_it_stands_still_and_goes_on(window: PracticeWindow, clock: Clock) -> None:
    window.begin()
    clock.now = 10.0
    press(Qt.Key.Key_P)
    clock.now = 100.0
    press(Qt.Key.Key_P)
    clock.now = 101.0
    window.mark()
    assert "0:11" in shown(window)


def test_looking_back_early_tells_only_what_came_so_far(
    window: PracticeWindow, clock: Clock
) -> None:
    window.begin()
    clock.now = 3.0
    window.look_back()
    assert "Nobody would have paused" in shown(window)


def test_everything_that_can_be_pressed_or_read_has_a_name(window: PracticeWindow) -> None:
    for button in window.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    for page in window.findChildren(QTextBrowser):
        assert page.accessibleName()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
def test_without_a_screen_one_sentence_says_so(tmp_path: Path) -> None:
    done = livecue(tmp_path, "practice")
    assert done.returncode == 3
    assert "no screen" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
