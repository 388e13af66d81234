"""Write docs/overlay-states.png: the real window in each of its states, light and dark.

It starts a screen of its own (packages xvfb and xcompmgr), and so gives the same picture anywhere.
"""

import os
import subprocess
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from livecue.config import OverlaySettings
from livecue.overlay.view import FACE_WORDS, TROUBLE_WORDS, View
from livecue.overlay.window import OverlayWindow

TARGET = Path(__file__).resolve().parents[1] / "docs" / "overlay-states.png"

COLUMNS = 6
CELL = QSize(150, 104)
FOOT_PX = 210
LIGHT, DARK = "#f4f4f4", "#1e1e1e"

VIEWS = [
    *(View(face, words) for face, words in FACE_WORDS.items()),
    View("listening", "listening, words late", trouble=TROUBLE_WORDS["text_behind"]),
]
POINTED_AT = View(
    "consider_pausing",
    FACE_WORDS["consider_pausing"],
    ("reservation voiced twice, last at 14:32", "longer pauses twice, last at 13:05"),
    "Perhaps leave the argument aside and be curious about the 'but'.",
)


def main() -> None:
    """Put everything on a screen, and take its picture."""
    width = COLUMNS * CELL.width()
    band = -(-len(VIEWS) // COLUMNS) * CELL.height()
    with tempfile.TemporaryDirectory() as folder:
        helpers = _start_screen(QSize(width, 2 * band + FOOT_PX))
        app = QApplication([])
        memory = QSettings(str(Path(folder) / "overlay.ini"), QSettings.Format.IniFormat)
        kept: list[QWidget] = []
        for top, paper, ink in ((0, LIGHT, DARK), (band, DARK, LIGHT)):
            kept += _states(QRect(0, top, width, band), paper, ink, memory)
        kept += _pointed_at(QRect(0, 2 * band, width, FOOT_PX), memory)
        _wait(2000)
        sheet = app.primaryScreen().grabWindow(0)
        helpers.terminate()
    sheet.save(str(TARGET))
    print(f"{TARGET.name}: {TARGET.stat().st_size / 1000:.0f} kB")


def _states(place: QRect, paper: str, ink: str, memory: QSettings) -> list[QWidget]:
    sheet = _paper(place, paper, ink)
    shapes: list[QWidget] = []
    for n, view in enumerate(VIEWS):
        corner = QPoint(n % COLUMNS * CELL.width(), n // COLUMNS * CELL.height())
        _caption(sheet, view.words, QRect(corner + QPoint(8, 66), CELL - QSize(16, 66)))
        shapes.append(_shape(view, place.topLeft() + corner, memory))
    return _shown([sheet, *shapes])


def _pointed_at(place: QRect, memory: QSettings) -> list[QWidget]:
    """The words that show while the cursor rests on the shape."""
    sheet = _paper(place, LIGHT, DARK)
    _caption(sheet, "while it is pointed at", QRect(110, 30, 170, 34))
    shape = _shape(POINTED_AT, place.topLeft(), memory)
    QCursor.setPos(shape.geometry().center())
    return _shown([sheet, shape])


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


def _shape(view: View, corner: QPoint, memory: QSettings) -> OverlayWindow:
    side = OverlaySettings().size_px
    memory.setValue("overlay/place", corner + QPoint((CELL.width() - side) // 2, 16))
    window = OverlayWindow(OverlaySettings(), memory)
    window.show_view(view)
    return window


def _shown(windows: list[QWidget]) -> list[QWidget]:
    for window in windows:
        window.show()
    return windows


def _start_screen(size: QSize) -> "subprocess.Popen[bytes]":
    """A screen, and what lets windows on it be seen through; it goes when the last window does."""
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", "1", "-terminate", "-nolisten", "tcp"),
            *("-screen", "0", f"{size.width()}x{size.height()}x24"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert server.stdout is not None
    os.environ["DISPLAY"] = ":" + server.stdout.readline().decode().strip()
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    return subprocess.Popen(["xcompmgr"], stderr=subprocess.DEVNULL)


def _wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
