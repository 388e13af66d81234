"""The overlay for people who read large, in the dark, or with a screen reader."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livecue.config import OverlaySettings
from livecue.overlay import palette as palette_module
from livecue.overlay.memory import Memory
from livecue.overlay.palette import DARK, LIGHT, palette
from livecue.overlay.view import TROUBLE_WORDS, View
from livecue.overlay.window import OverlayWindow
from tests.display import Screen

ROOT = Path(__file__).resolve().parents[2]

_SCALED = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from livecue.config import OverlaySettings
from livecue.overlay.memory import Memory
from livecue.overlay.view import TROUBLE_WORDS, View
from livecue.overlay.window import OverlayWindow

app = QApplication([])
window = OverlayWindow(OverlaySettings(corner=sys.argv[1], words=True), Memory(Path(sys.argv[2])))
why = ("reservation voiced twice, last at 14:32", "longer pauses 3 times, last at 13:05")
line = "Perhaps leave the argument aside and be curious about the 'but'."
window.show_view(
    View("consider_pausing", "consider pausing", why, line, TROUBLE_WORDS["no_text"], step=2)
)
window.show()
window.show_words_for(60)
words = window.words
print(json.dumps({
    "screen": app.primaryScreen().geometry().getRect(),
    "scale": window.devicePixelRatioF(),
    "shape": window.geometry().getRect(),
    "words": words.geometry().getRect(),
    "needs": words.heightForWidth(words.width()),
}))
"""


@pytest.mark.parametrize(
    ("scale", "corner"), [(1.0, "top_right"), (1.5, "bottom_left"), (3.0, "bottom_right")]
)
def test_shape_and_words_are_wholly_on_the_screen_at_every_scale(
    xvfb: Screen, tmp_path: Path, scale: float, corner: str
) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", _SCALED, corner, str(tmp_path / "overlay.ini")],
        env={**os.environ, "QT_SCALE_FACTOR": str(scale)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(shown.stdout)
    screen, shape, words = (QRect(*told[name]) for name in ("screen", "shape", "words"))
    assert told["scale"] == scale
    assert screen.contains(shape)
    assert screen.contains(words)
    assert not words.intersects(shape)
    assert words.height() >= told["needs"]


def test_a_screen_reader_is_told_what_is_shown_when_it_asks(qtbot: QtBot, memory: Memory) -> None:
    overlay = OverlayWindow(OverlaySettings(), memory)
    qtbot.addWidget(overlay)
    view = View(
        "exploring",
        "exploring",
        (),
        "Perhaps both sides.",
        TROUBLE_WORDS["text_behind"],
        "words_late",
        step=3,
    )
    overlay.show_view(view)
    told = QAccessible.queryAccessibleInterface(overlay)
    assert told.text(QAccessible.Text.Name) == "livecue"
    assert told.text(QAccessible.Text.Description) == (
        "exploring. step 3 of 5: acknowledge both sides. Perhaps both sides. "
        "words are late, pauses are still heard"
    )


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Makes the system's own windows dark or light (Xvfb has no say in that)."""

    def turn(dark: bool) -> None:
        monkeypatch.setattr(palette_module, "system_is_dark", lambda: dark)
        scheme = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    return turn


def test_colours_follow_the_system_unless_they_are_chosen(
    qapp: QApplication, system: Callable[[bool], None]
) -> None:
    system(True)
    assert (palette("auto"), palette("light"), palette("dark")) == (DARK, LIGHT, DARK)
    system(False)
    assert (palette("auto"), palette("light"), palette("dark")) == (LIGHT, LIGHT, DARK)


def test_an_overlay_on_the_screen_turns_dark_with_the_system(
    qtbot: QtBot, memory: Memory, system: Callable[[bool], None]
) -> None:
    overlay = OverlayWindow(OverlaySettings(), memory)
    qtbot.addWidget(overlay)
    overlay.show_view(View("held", "held"))
    with qtbot.waitExposed(overlay):
        overlay.show()

    def grey() -> int:
        return overlay.grab().toImage().pixelColor(overlay.rect().center()).red()

    system(False)
    assert grey() == LIGHT.grey[0]
    system(True)
    assert grey() == DARK.grey[0]
