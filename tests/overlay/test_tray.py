"""The menu: the same hands, what stands ticked, what makes no sense now grey."""

from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from livecue.config import HandName, KeySettings, OverlaySettings
from livecue.overlay.hands import Hands
from livecue.overlay.state import OverlayState
from livecue.overlay.tray import Tray
from livecue.overlay.view import Face, View
from tests.events import action, cue
from tests.overlay.twins import ControlsTwin, ShapeTwin


class Opened:
    """A session's twin with its menu open, as it is with each event."""

    def __init__(self, parent: QWidget) -> None:
        self.parent = parent
        self.state = OverlayState(OverlaySettings())
        self.session = ControlsTwin()
        self.shape = ShapeTwin()
        hands = Hands(self.state, self.shape)
        hands.steer(self.session)
        self.tray = Tray(hands, parent, KeySettings())

    def open(self) -> None:
        self.tray.menu.popup(self.tray.menu.pos())

    @property
    def texts(self) -> dict[str, QAction]:
        """The entries by their words, without their keys."""
        entries = [entry for entry in self.tray.menu.actions() if not entry.isSeparator()]
        return {entry.text().split("\t")[0]: entry for entry in entries}

    @property
    def grey(self) -> set[str]:
        return {text for text, entry in self.texts.items() if not entry.isEnabled()}

    @property
    def ticked(self) -> set[str]:
        return {text for text, entry in self.texts.items() if entry.isChecked()}


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened = Opened(parent)
    opened.open()
    yield opened
    opened.tray.menu.close()
    opened.tray.remove()


def test_every_hand_is_in_the_menu_with_its_key(opened: Opened) -> None:
    keys = [entry.text().split("\t")[1:] for entry in opened.texts.values()]
    assert len(opened.texts) == len(get_args(HandName))
    assert sorted(key for key in keys if key) == sorted(
        [str(combination)] for combination in KeySettings().combinations().values()
    )


def test_before_the_first_cue_there_is_none_to_rate(opened: Opened) -> None:
    assert opened.grey == {"Last cue was helpful", "Last cue was not helpful"}
    assert opened.ticked == set()
    opened.state.push(cue(10, "yes_but"))
    opened.tray.refresh()
    assert opened.grey == set()


def test_what_stands_is_ticked_and_says_how_to_end_it(opened: Opened) -> None:
    opened.state.push(action(60, "snooze", 300.0))
    opened.state.push(action(60, "mode", "exploring"))
    opened.shape.hidden = True
    opened.tray.refresh()
    assert opened.ticked == {
        "No cue until 6:00: end that",
        "Exploring: back to the work",
        "Hidden: show the shape",
    }
    opened.texts["No cue until 6:00: end that"].trigger()
    assert opened.session.done == [("act", "snooze", 0.0)]


def test_on_hold_the_guide_is_grey(opened: Opened) -> None:
    opened.state.push(cue(10, "yes_but"))
    opened.state.push(action(60, "hold"))
    opened.tray.refresh()
    assert opened.ticked == {"On hold: go on"}
    assert "Next step" in opened.grey
    assert "Snooze" not in opened.grey


def test_off_the_record_all_but_listening_again_and_ending_is_grey(opened: Opened) -> None:
    opened.texts["Stop listening now"].trigger()
    assert opened.session.done == [("act", "off_record", None)]
    assert opened.ticked == {"Not listening: listen again"}
    assert set(opened.texts) - opened.grey == {
        "Not listening: listen again",
        "Show why",
        "Hide the shape",
        "Stop and erase this session",
        "End the session",
    }


def test_erasing_takes_a_second_entry(opened: Opened) -> None:
    asks = opened.texts["Stop and erase this session"].menu()
    assert isinstance(asks, QMenu)
    assert not opened.session.erased
    (sure,) = asks.actions()
    sure.trigger()
    assert opened.session.erased


def test_the_menu_is_steered_by_the_keyboard(opened: Opened) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(opened.tray.menu, key)
    assert opened.session.done == [("act", "hold", None)]
    assert not opened.tray.menu.isVisible()


def test_a_screen_reader_is_told_what_the_menu_is(opened: Opened) -> None:
    assert opened.tray.menu.accessibleName() == "livecue: this session"


def test_the_icon_has_a_shape_of_its_own_for_every_state(opened: Opened) -> None:
    (icon,) = opened.parent.findChildren(QSystemTrayIcon)
    drawn: set[bytes] = set()
    for face in get_args(Face):
        opened.tray.show_view(View(face, f"{face} in words"))
        drawn.add(bytes(icon.icon().pixmap(64, 64).toImage().constBits()))
        assert icon.toolTip() == f"livecue: {face} in words"
    assert len(drawn) == len(get_args(Face))
