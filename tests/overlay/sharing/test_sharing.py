"""What this system says of shared screens, in a word and in a sentence."""

import sys
from typing import get_args

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from livecue.config import OverlaySettings
from livecue.overlay import sharing as sharing_module
from livecue.overlay import window as window_module
from livecue.overlay.memory import Memory
from livecue.overlay.sharing import SHARING_WORDS, Sharing, hide, hides_from_sharing, sentence
from livecue.overlay.sharing import windows as windows_module
from livecue.overlay.view import View
from livecue.overlay.window import OverlayWindow
from livecue.wording import KEPT_OFF_SCREENS


@pytest.mark.parametrize(
    ("shown_on", "system", "build", "can"),
    [
        ("windows", "win32", 22631, "yes"),
        ("windows", "win32", 17763, "not_guaranteed"),
        ("cocoa", "darwin", 0, "not_guaranteed"),
        ("xcb", "linux", 0, "no"),
        ("wayland", "linux", 0, "no"),
        ("offscreen", "linux", 0, "no"),
        ("offscreen", "win32", 22631, "no"),
    ],
)
def test_each_system_says_what_is_true_of_it(
    monkeypatch: pytest.MonkeyPatch, shown_on: str, system: str, build: int, can: Sharing
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: shown_on)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(windows_module, "build", lambda: build)
    assert hides_from_sharing() == can


def test_each_answer_has_a_sentence_that_says_what_to_do(qapp: QApplication) -> None:
    assert {*SHARING_WORDS} == {*get_args(Sharing)}
    for answer in get_args(Sharing):
        said = sentence(answer)
        assert not [word for word in KEPT_OFF_SCREENS if word in said.lower()]
        assert (answer == "yes") != ("share one window" in said)


def test_on_x11_the_overlay_is_in_the_picture_as_it_is_said_to_be(
    qtbot: QtBot, memory: Memory
) -> None:
    overlay = OverlayWindow(OverlaySettings(), memory)
    qtbot.addWidget(overlay)
    with qtbot.waitExposed(overlay):
        overlay.show()
    overlay.show_view(View("held", "held"))
    assert hide(overlay) == hides_from_sharing() == "no"
    middle = overlay.geometry().center()

    def pictured() -> bool:
        shot = QGuiApplication.primaryScreen().grabWindow(0, middle.x(), middle.y(), 1, 1)
        colour = shot.toImage().pixelColor(QPoint(0, 0))
        return bool(colour.lightness() > 90)

    qtbot.waitUntil(pictured)


@pytest.mark.parametrize("wanted", [True, False])
def test_the_shape_and_its_words_are_hidden_unless_that_is_not_wanted(
    qtbot: QtBot, memory: Memory, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    hidden: list[QWidget] = []
    monkeypatch.setattr(window_module, "hide", hidden.append)
    overlay = OverlayWindow(OverlaySettings(hidden_from_sharing=wanted), memory)
    qtbot.addWidget(overlay)
    with qtbot.waitExposed(overlay):
        overlay.show()
    overlay.show_words_for(1)
    assert {*hidden} == ({overlay, overlay.words} if wanted else set())


def test_windows_is_asked_with_the_windows_own_handle(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    class User32:
        def __init__(self) -> None:
            self.SetWindowDisplayAffinity = Affinity()

    class Affinity:
        def __call__(self, handle: int, affinity: int) -> int:
            asked.append((handle, affinity))
            return 1

    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(sharing_module, "_system", lambda: "windows")
    monkeypatch.setattr(windows_module, "build", lambda: 22631)
    monkeypatch.setattr(windows_module, "user32", User32)
    assert hide(window) == "yes"
    assert asked == [(int(window.winId()), 0x11)]
