"""Write the pictures of docs/overlay.md: the real window in each of its states.

    python scripts/picture_overlay.py

At normal size and at 200 %, on light and on dark, and with its words. It starts screens of its own
(packages xvfb and xcompmgr), and so gives the same pictures anywhere.
"""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from screen import use_screen

from livecue.config import OverlaySettings
from livecue.overlay.memory import Memory, Spot
from livecue.overlay.view import FACE_WORDS, TROUBLE_WORDS, View
from livecue.overlay.window import OverlayWindow

DOCS = Path(__file__).resolve().parents[1] / "docs"

COLUMNS = 6
CELL = QSize(150, 104)
WIDTH = COLUMNS * CELL.width()
FOOT_PX = 215
FADED_MS = 2500
LIGHT, DARK = "#f4f4f4", "#1e1e1e"
THEMES: tuple[tuple[Literal["light", "dark"], str, str], ...] = (
    ("light", LIGHT, DARK),
    ("dark", DARK, LIGHT),
)

FACES = [View(face, words) for face, words in FACE_WORDS.items()]
CAPTIONED = [
    *((view, view.words) for view in FACES),
    *((View("exploring", "", step=step), f"exploring, step {step} of 5") for step in (1, 3, 5)),
    (View("listening", "", badge="words_late"), "listening, words are late"),
    (View("exploring", "", badge="words_late", step=2), "exploring, words are late"),
    (View("listening", "", badge="fault"), "listening, not kept any longer"),
]
POINTED_AT = (
    View(
        "consider_pausing",
        FACE_WORDS["consider_pausing"],
        ("reservation voiced twice, last at 14:32", "longer pauses twice, last at 13:05"),
        "Perhaps leave the argument aside and be curious about the 'but'.",
        step=2,
    ),
    View(
        "exploring",
        FACE_WORDS["exploring"],
        (),
        "Perhaps: 'It makes sense, and something in you holds back.'",
        TROUBLE_WORDS["text_behind"],
        "words_late",
        step=3,
    ),
)


@dataclass(frozen=True)
class Sheet:
    """One picture. scale: 2 is 200 %. words: what is beside the shapes and below them, instead of
    all the states."""

    name: str
    scale: int
    words: bool

    @property
    def band(self) -> int:
        """Height of one theme."""
        if self.words:
            return FOOT_PX
        return -(-len(CAPTIONED) // COLUMNS) * CELL.height()


SHEETS = {
    sheet.name: sheet
    for sheet in (
        Sheet("overlay-states", 1, False),
        Sheet("overlay-states-200", 2, False),
        Sheet("overlay-words", 1, True),
        Sheet("overlay-words-200", 2, True),
    )
}


def main() -> None:
    """Each picture in a process of its own: a scale is for the whole of one."""
    for name in SHEETS:
        subprocess.run([sys.executable, __file__, name], check=True)


def take(sheet: Sheet) -> None:
    """Put everything on a screen, and take its picture."""
    os.environ["QT_SCALE_FACTOR"] = str(sheet.scale)
    helper = _start_screen(QSize(WIDTH, 2 * sheet.band) * sheet.scale)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        table = _Table(Memory(Path(folder) / "overlay.ini"), app.primaryScreen().name())
        for n, (colours, paper, ink) in enumerate(THEMES):
            place = QRect(0, n * sheet.band, WIDTH, sheet.band)
            settings = OverlaySettings(colours=colours, corner="top_left")
            lay = table.words if sheet.words else table.states
            lay(settings, _paper(place, paper, ink))
        _wait(FADED_MS)
        shot = app.primaryScreen().grabWindow(0).toImage()
        helper.terminate()
    target = DOCS / f"{sheet.name}.png"
    _save(shot, target)
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


class _Table:
    """Lays windows of the overlay on papers, and keeps them."""

    def __init__(self, memory: Memory, screen: str) -> None:
        self._memory = memory
        self._screen = screen
        self._kept: list[QWidget] = []

    def states(self, settings: OverlaySettings, sheet: QWidget) -> None:
        """Each state, with its name below."""
        for n, (view, words) in enumerate(CAPTIONED):
            corner = QPoint(n % COLUMNS * CELL.width(), n // COLUMNS * CELL.height())
            below = QRect(corner + QPoint(8, 66), CELL - QSize(16, 66))
            _caption(sheet, words, below)
            middle = QPoint((CELL.width() - settings.size_px) // 2, 16)
            self._lay(view, settings, sheet.pos() + corner + middle)
        self._show(sheet)

    def words(self, settings: OverlaySettings, sheet: QWidget) -> None:
        """The names beside the shapes, and what is said while they are pointed at."""
        beside = settings.model_copy(update={"words": True})
        for n, view in enumerate((FACES[0], FACES[3], FACES[9], FACES[10])):
            self._lay(view, beside, sheet.pos() + QPoint(8, 4 + 46 * n))
        pointed: list[OverlayWindow] = []
        for n, view in enumerate(POINTED_AT):
            pointed.append(self._lay(view, settings, sheet.pos() + QPoint(210 + 640 * n, 4)))
        self._show(sheet)
        for window in pointed:
            window.show_words_for(60)

    def _lay(self, view: View, settings: OverlaySettings, at: QPoint) -> OverlayWindow:
        self._memory.keep_spot(Spot(self._screen, at))
        window = OverlayWindow(settings, self._memory)
        window.show_view(view)
        self._kept.append(window)
        return window

    def _show(self, sheet: QWidget) -> None:
        sheet.show()
        shapes, self._kept = self._kept, [*self._kept, sheet]
        for window in shapes:
            window.show()


def _save(shot: QImage, target: Path) -> None:
    """In its 256 most frequent colours, which makes the file a fraction as large."""
    pixels = np.frombuffer(shot.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    table = [int(colour) for colour in colours[np.argsort(-counts)[:256]]]
    nearest = Qt.ImageConversionFlag.ThresholdDither
    few = shot.convertToFormat(QImage.Format.Format_Indexed8, table, nearest)
    few.save(str(target), quality=0)


def _paper(place: QRect, paper: str, ink: str) -> QWidget:
    """What lies below the overlay."""
    flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.X11BypassWindowManagerHint
    sheet = QWidget(None, flags)
    sheet.setStyleSheet(f"background: {paper}; color: {ink}")
    sheet.setGeometry(place)
    return sheet


def _caption(sheet: QWidget, words: str, place: QRect) -> None:
    label = QLabel(words, sheet)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    label.setWordWrap(True)
    label.setGeometry(place)


def _start_screen(size: QSize) -> "subprocess.Popen[bytes]":
    """A screen, and what lets windows on it be seen through; it goes when the last window does."""
    use_screen(f"{size.width()}x{size.height()}")
    return subprocess.Popen(["xcompmgr"], stderr=subprocess.DEVNULL)


def _wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    take(SHEETS[sys.argv[1]]) if len(sys.argv) > 1 else main()
