"""The overlay stays on its monitor, and comes back when that does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from livecue.config import OverlaySettings
from livecue.overlay.memory import Memory, Spot
from livecue.overlay.window import OverlayWindow
from tests.overlay.monitors import Monitors
from tests.overlay.test_window import WATCHED_MS, shown

SIDE = OverlaySettings().size_px
LEFT, RIGHT = QRect(0, 0, 640, 800), QRect(640, 0, 640, 800)
INSET = QPoint(100, 200)
ON_RIGHT = QPoint(1280 - 100 - SIDE, 200)
IN_LEFTS_CORNER = QPoint(640 - 12 - SIDE, 12)


@pytest.fixture
def monitors(qtbot: QtBot, xvfb: object) -> Iterator[Monitors]:
    """Two of them, side by side; the left one is the first."""
    with Monitors() as monitors:
        monitors.plug("LEFT", LEFT)
        monitors.plug("RIGHT", RIGHT)
        qtbot.waitUntil(lambda: names() == ["LEFT", "RIGHT"])
        yield monitors
    qtbot.waitUntil(lambda: len(names()) == 1)


def names() -> list[str]:
    return sorted(screen.name() for screen in QGuiApplication.screens())


@pytest.fixture
def overlay(qtbot: QtBot, monitors: Monitors, memory: Memory) -> Iterator[OverlayWindow]:
    """Put on the right monitor."""
    memory.keep_spot(Spot("RIGHT", INSET))
    with shown(qtbot, memory) as window:
        yield window


def test_it_comes_back_to_the_monitor_it_was_put_on(overlay: OverlayWindow) -> None:
    assert overlay.pos() == ON_RIGHT


def test_it_goes_to_a_corner_when_its_monitor_is_unplugged_and_back_when_it_returns(
    qtbot: QtBot, monitors: Monitors, overlay: OverlayWindow, memory_file: Path
) -> None:
    monitors.unplug("RIGHT")
    qtbot.waitUntil(lambda: overlay.pos() == IN_LEFTS_CORNER)
    assert overlay.isVisible()
    assert Memory(memory_file).spot() == Spot("RIGHT", INSET)
    monitors.plug("RIGHT", RIGHT)
    qtbot.waitUntil(lambda: overlay.pos() == ON_RIGHT)


def test_it_stays_on_its_monitor_when_that_moves_on_the_desktop(
    qtbot: QtBot, monitors: Monitors, overlay: OverlayWindow
) -> None:
    monitors.unplug("RIGHT")
    qtbot.waitUntil(lambda: names() == ["LEFT"])
    monitors.plug("RIGHT", RIGHT.adjusted(0, 100, -140, 0))
    moved = QPoint(1140 - 100 - SIDE, 300)
    qtbot.waitUntil(lambda: overlay.pos() == moved)


def test_a_corner_chosen_from_the_menu_is_one_of_its_own_monitor(
    qtbot: QtBot, overlay: OverlayWindow, memory_file: Path
) -> None:
    overlay.change_looks(corner="bottom_left")
    assert overlay.pos() == QPoint(640 + 12, 800 - 12 - SIDE)
    assert Memory(memory_file).spot() == Spot("RIGHT")


def test_a_monitor_that_is_away_at_the_start_is_found_when_it_comes(
    qtbot: QtBot, monitors: Monitors, memory: Memory
) -> None:
    monitors.unplug("RIGHT")
    qtbot.waitUntil(lambda: names() == ["LEFT"])
    memory.keep_spot(Spot("RIGHT", INSET))
    with shown(qtbot, memory) as window:
        assert window.pos() == IN_LEFTS_CORNER
        monitors.plug("RIGHT", RIGHT)
        qtbot.waitUntil(lambda: window.pos() == ON_RIGHT)


def test_one_that_was_never_moved_stays_on_its_monitor_when_another_becomes_the_first(
    qtbot: QtBot, monitors: Monitors, memory: Memory
) -> None:
    monitors.unplug("RIGHT")
    qtbot.waitUntil(lambda: names() == ["LEFT"])
    with shown(qtbot, memory) as window:
        monitors.plug("RIGHT", RIGHT, first=True)
        qtbot.waitUntil(lambda: QGuiApplication.primaryScreen().name() == "RIGHT")
        qtbot.wait(WATCHED_MS)
        assert window.pos() == IN_LEFTS_CORNER
