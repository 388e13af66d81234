"""The overlay's window among others, on a real X server with a real window manager."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from livecue.config import OverlaySettings
from livecue.overlay import window as window_module
from livecue.overlay.memory import Memory, Spot
from livecue.overlay.view import FACE_WORDS, Face, View
from livecue.overlay.window import OverlayWindow
from tests.overlay.conftest import Hands, OtherWindow

SIDE = OverlaySettings().size_px
PLACE = QPoint(400, 300)
WATCHED_MS = 200
"""Longer than the overlay needs to look at the cursor and the Alt key."""

OpenOther = Callable[..., OtherWindow]


@pytest.fixture
def overlay(qtbot: QtBot, memory: Memory) -> Iterator[OverlayWindow]:
    put(memory, PLACE)
    with shown(qtbot, memory) as window:
        yield window


def put(memory: Memory, place: QPoint) -> None:
    """Remember a place on the one screen, as far from its left and its upper edge."""
    memory.keep_looks({"corner": "top_left"})
    memory.keep_spot(Spot("screen", place))


@contextmanager
def shown(qtbot: QtBot, memory: Memory) -> Iterator[OverlayWindow]:
    """The overlay on the screen, and away again."""
    window = OverlayWindow(OverlaySettings(), memory)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()
    window.deleteLater()


def view(face: Face, suggestion: str = "") -> View:
    return View(face, FACE_WORDS[face], ("reservation voiced twice",), suggestion)


def middle(window: OverlayWindow) -> QPoint:
    return window.geometry().center()


def pixel(at: QPoint) -> QColor:
    """What is really on the screen there."""
    shot = QGuiApplication.primaryScreen().grabWindow(0, at.x(), at.y(), 1, 1)
    return shot.toImage().pixelColor(0, 0)


def test_typing_into_another_window_goes_on_while_the_overlay_appears_and_cues_come(
    qtbot: QtBot, memory: Memory, hands: Hands, open_other: OpenOther
) -> None:
    faces: list[Face] = ["noticed", "consider_pausing", "exploring", "trouble", "listening"]
    typed = "the notes of a session, written while livecue listens"
    put(memory, PLACE)
    hands.point(PLACE + QPoint(SIDE // 2, SIDE // 2))
    other = open_other()
    hands.do("type", typed[:4])
    with shown(qtbot, memory) as overlay:
        for n, letter in enumerate(typed[4:]):
            overlay.show_view(view(faces[n % len(faces)]))
            hands.do("type", letter)
        other.wait_for(lambda: other.text == typed)
        assert overlay.words.isVisible()
    assert not other.lost_focus
    assert QGuiApplication.focusWindow() is None


def test_clicks_go_through_to_the_window_below(
    qtbot: QtBot, overlay: OverlayWindow, hands: Hands, open_other: OpenOther
) -> None:
    other = open_other()
    overlay.show_view(view("consider_pausing"))
    hands.point(middle(overlay))
    qtbot.waitUntil(overlay.words.isVisible)
    hands.do("click", "1")
    hands.point(overlay.words.geometry().center())
    hands.do("click", "1")
    other.wait_for(lambda: other.clicks == 2)
    assert overlay.pos() == PLACE


def test_with_alt_held_it_can_be_moved_and_comes_back_there(
    qtbot: QtBot, overlay: OverlayWindow, memory_file: Path, hands: Hands, open_other: OpenOther
) -> None:
    other = open_other()
    overlay.show_view(view("held"))
    drag(qtbot, hands, overlay, by=QPoint(150, 90))
    assert overlay.pos() == PLACE + QPoint(150, 90)
    assert other.clicks == 0
    assert not other.lost_focus

    hands.point(middle(overlay))
    qtbot.wait(WATCHED_MS)
    hands.do("click", "1")
    other.wait_for(lambda: other.clicks == 1)

    with shown(qtbot, Memory(memory_file)) as again:
        assert again.pos() == PLACE + QPoint(150, 90)


def drag(qtbot: QtBot, hands: Hands, overlay: OverlayWindow, by: QPoint) -> None:
    start = middle(overlay)
    hands.point(start)
    hands.do("keydown", "alt")
    qtbot.waitUntil(lambda: can_be_grasped(overlay))
    hands.do("mousedown", "1")
    hands.point(start + by / 2)
    hands.point(start + by)
    hands.do("mouseup", "1")
    hands.do("keyup", "alt")
    qtbot.waitUntil(lambda: not can_be_grasped(overlay))


def can_be_grasped(overlay: OverlayWindow) -> bool:
    """Whether clicks no longer go through it."""
    return not overlay.windowHandle().flags() & Qt.WindowType.WindowTransparentForInput


@pytest.mark.parametrize("size", [(), ("full",)])
def test_it_stays_above_a_window_that_comes_later(
    overlay: OverlayWindow, open_other: OpenOther, size: tuple[str, ...]
) -> None:
    overlay.show_view(view("held"))
    beside = QPoint(middle(overlay).x() + SIDE, middle(overlay).y())
    other = open_other(*size)
    other.wait_for(lambda: pixel(beside) == QColor("white"))
    assert pixel(middle(overlay)) != QColor("white")


def test_it_can_be_moved_to_another_corner_and_comes_back_there(
    qtbot: QtBot, overlay: OverlayWindow, memory_file: Path, hands: Hands
) -> None:
    overlay.show_view(view("held"))
    drag(qtbot, hands, overlay, by=QPoint(700, 300))
    moved = PLACE + QPoint(700, 300)
    assert (overlay.pos(), overlay.settings.corner) == (moved, "bottom_right")
    with shown(qtbot, Memory(memory_file)) as again:
        assert (again.pos(), again.settings.corner) == (moved, "bottom_right")


def test_words_on_the_overlay_can_be_asked_for_and_go_by_themselves(
    qtbot: QtBot, overlay: OverlayWindow, hands: Hands, open_other: OpenOther
) -> None:
    other = open_other()
    overlay.show_view(view("consider_pausing", suggestion="Perhaps just notice."))
    overlay.show_words_for(60)
    qtbot.wait(WATCHED_MS)
    assert overlay.words.isVisible()
    assert "Perhaps just notice." in overlay.words.text()
    overlay.show_words_for(0.1)
    qtbot.waitUntil(lambda: not overlay.words.isVisible())
    overlay.say("Press it again to erase this session.", 0.3)
    assert "Press it again" in overlay.words.text()
    assert "consider pausing" not in overlay.words.text()
    qtbot.waitUntil(lambda: not overlay.words.isVisible())
    overlay.show_words_for(0.1)
    assert "consider pausing" in overlay.words.text()
    assert not other.lost_focus


def test_words_show_while_it_is_pointed_at_and_not_in_passing(
    qtbot: QtBot, overlay: OverlayWindow, hands: Hands
) -> None:
    overlay.show_view(view("consider_pausing", suggestion="Perhaps just <notice> it."))
    hands.point(middle(overlay), QPoint(640, 700))
    qtbot.wait(600)
    assert not overlay.words.isVisible()

    hands.point(middle(overlay))
    qtbot.waitUntil(overlay.words.isVisible)
    assert "reservation voiced twice" in overlay.words.text()
    assert "&lt;notice&gt;" in overlay.words.text()
    assert not overlay.words.geometry().intersects(overlay.geometry())
    assert QRect(0, 0, 1280, 800).contains(overlay.words.geometry())

    overlay.show_view(view("exploring"))
    assert "exploring" in overlay.words.text()
    hands.point(QPoint(640, 700))
    qtbot.waitUntil(lambda: not overlay.words.isVisible())


def test_a_right_click_with_alt_held_opens_the_controls(
    qtbot: QtBot, overlay: OverlayWindow, hands: Hands
) -> None:
    menu = QMenu(overlay)
    menu.addAction("Hold")
    overlay.use_menu(menu)
    overlay.show_view(view("held"))
    hands.point(middle(overlay))
    hands.do("keydown", "alt")
    qtbot.waitUntil(lambda: can_be_grasped(overlay))
    hands.do("click", "3")
    hands.do("keyup", "alt")
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_it_changes_slowly_and_without_a_jump_where_windows_can_be_seen_through(
    qtbot: QtBot, overlay: OverlayWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_module, "is_composited", lambda: True)

    def drawn() -> QColor:
        return overlay.grab().toImage().pixelColor(SIDE // 2, SIDE // 2)

    overlay.show_view(view("consider_pausing"))
    assert drawn().alpha() < 20
    (fade,) = overlay.findChildren(QVariantAnimation)
    fade.pause()
    fade.setCurrentTime(fade.duration() // 2)
    assert drawn().alpha() == pytest.approx(0.5 * OverlaySettings().opacity * 255, abs=4)
    overlay.show_view(view("listening"))
    assert drawn().alpha() == pytest.approx(0.5 * OverlaySettings().opacity * 255, abs=15)
    qtbot.waitUntil(lambda: drawn().alpha() == 0)


def test_where_nothing_can_be_transparent_it_is_cut_to_its_shape(overlay: OverlayWindow) -> None:
    overlay.show_view(view("listening"))
    listening = overlay.mask()
    overlay.show_view(view("consider_pausing"))
    assert not listening.contains(QPoint(6, 22))
    assert overlay.mask().contains(QPoint(6, 22))


def test_it_takes_no_focus_and_no_place_in_a_list_of_windows(overlay: OverlayWindow) -> None:
    assert overlay.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert overlay.windowFlags() & Qt.WindowType.Tool == Qt.WindowType.Tool


def test_words_take_no_more_room_than_they_need(qtbot: QtBot, overlay: OverlayWindow) -> None:
    overlay.say("listening", 5)
    short = overlay.words.width()
    overlay.say("Nothing is heard or kept until you listen again, and the gap is shown.", 5)
    assert short < overlay.words.width() // 2
    assert overlay.words.height() > overlay.words.fontMetrics().height() * 2
