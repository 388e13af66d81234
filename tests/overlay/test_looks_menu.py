"""How the overlay looks, changed from its menu, and the same the next time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from livecue.config import OverlaySettings
from livecue.overlay import window as window_module
from livecue.overlay.looks_menu import LooksMenu
from livecue.overlay.memory import Memory
from livecue.overlay.sign import sign_size
from livecue.overlay.view import FACE_WORDS, View
from livecue.overlay.window import OverlayWindow

SIDE = OverlaySettings().size_px


@pytest.fixture
def overlay(qtbot: QtBot, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> OverlayWindow:
    """On a screen where windows can be seen through."""
    monkeypatch.setattr(window_module, "is_composited", lambda: True)
    window = OverlayWindow(OverlaySettings(), memory)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.show_view(View("held", FACE_WORDS["held"]))
    return window


@pytest.fixture
def menu(qtbot: QtBot, overlay: OverlayWindow) -> LooksMenu:
    return LooksMenu(overlay, overlay)


def entry(menu: QMenu, *names: str) -> QAction:
    """One entry, by the titles that lead to it."""
    for action in menu.actions():
        if action.text() == names[0]:
            inner = action.menu()
            return entry(inner, *names[1:]) if isinstance(inner, QMenu) else action
    raise LookupError(names)


@pytest.mark.parametrize(
    ("names", "looks"),
    [
        (("Size", "Large"), {"size_px": 64}),
        (("Opacity", "50%"), {"opacity": 0.5}),
        (("Corner", "Bottom left"), {"corner": "bottom_left"}),
        (("Colours", "Dark"), {"colours": "dark"}),
        (("Words beside the shape",), {"words": True}),
    ],
)
def test_each_look_is_changed_at_once_and_remembered(
    overlay: OverlayWindow,
    menu: LooksMenu,
    memory_file: Path,
    names: tuple[str, ...],
    looks: dict[str, object],
) -> None:
    before = overlay.grab().toImage(), overlay.pos()
    entry(menu, *names).trigger()
    changed = OverlaySettings().model_copy(update=looks)
    assert overlay.settings == changed
    assert (overlay.grab().toImage(), overlay.pos()) != before
    assert Memory(memory_file).looks(OverlaySettings()) == changed


def test_the_entry_that_holds_is_marked(overlay: OverlayWindow, menu: LooksMenu) -> None:
    overlay.change_looks(size_px=96)
    sizes = entry(menu, "Size", "Large").parent()
    assert isinstance(sizes, QMenu)
    sizes.aboutToShow.emit()
    assert [one.text() for one in sizes.actions() if one.isChecked()] == ["Very large"]


def test_a_larger_shape_stays_in_its_corner(overlay: OverlayWindow, menu: LooksMenu) -> None:
    entry(menu, "Size", "Very large").trigger()
    assert overlay.pos() == QPoint(1280 - 12 - 96, 12)
    assert overlay.size() == QSize(96, 96)


def test_words_stand_on_the_side_away_from_the_edge(
    overlay: OverlayWindow, menu: LooksMenu
) -> None:
    entry(menu, "Words beside the shape").trigger()
    assert overlay.geometry().right() == 1280 - 12 - 1
    assert solid(overlay, overlay.width() - SIDE // 2)
    entry(menu, "Corner", "Top left").trigger()
    assert overlay.geometry().left() == 12
    assert solid(overlay, SIDE // 2)


def solid(overlay: OverlayWindow, x: int) -> bool:
    """Whether the shape is drawn there: the square of "held"."""
    inner = overlay.grab().toImage().pixelColor(x, SIDE // 2)
    return bool(inner.alpha() > 200 and abs(inner.red() - 150) < 3 and abs(inner.blue() - 150) < 3)


def test_with_words_the_window_has_one_size_for_all_states(overlay: OverlayWindow) -> None:
    overlay.change_looks(words=True)
    sizes = set()
    for face, words in FACE_WORDS.items():
        overlay.show_view(View(face, words))
        sizes.add(overlay.size().toTuple())
    assert sizes == {sign_size(overlay.settings).toTuple()}


def test_the_menu_is_gone_through_with_the_keyboard_alone(
    qtbot: QtBot, overlay: OverlayWindow, menu: LooksMenu
) -> None:
    menu.popup(QPoint(300, 300))
    qtbot.waitUntil(menu.isVisible)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert overlay.settings.words
