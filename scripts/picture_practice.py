"""Write docs/practice.png: the practice's pages, light and dark; and one at twice the size.

It starts a screen of its own (package xvfb), and so gives the same picture anywhere.
"""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from screen import dark, use_screen

from livecue.config import OverlaySettings, Settings
from livecue.practice.moments import told
from livecue.practice.players import SilentPlayer
from livecue.practice.rehearsal import Rehearsal, load_rehearsal
from livecue.practice.window import PracticeWindow

DOCS = Path(__file__).resolve().parents[1] / "docs"


class Hand:
    """A clock moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        """The second it is put to."""
        return self.now


def main() -> None:
    """One picture a scale: at normal scaling light and dark side by side."""
    scaled = "--scaled" in sys.argv
    if not scaled:
        subprocess.run(
            [sys.executable, __file__, "--scaled"],
            env={**os.environ, "QT_SCALE_FACTOR": "2"},
            check=True,
        )
    use_screen("1600x1200")
    app = QApplication(["livecue"])
    app.setStyle("Fusion")
    rehearsal = load_rehearsal(Settings().in_the_room())
    pages = _pages(rehearsal)[1:]
    if not scaled:
        app.setPalette(dark())
        pages.append(_pages(rehearsal)[1])
    _save(pages[:1] if scaled else pages, DOCS / ("practice-200.png" if scaled else "practice.png"))


def _pages(rehearsal: Rehearsal) -> list[QPixmap]:
    hand = Hand()
    window = PracticeWindow(rehearsal, SilentPlayer(hand), OverlaySettings())
    window.show()
    taken = [_taken(window)]
    first = told(rehearsal.events)[0]
    window.begin()
    hand.now = first.at - 6.0
    window.look()
    window.mark()
    hand.now = first.at + 12.0
    window.look()
    taken.append(_taken(window))
    hand.now = 330.0
    window.look()
    window.mark()
    window.look_back()
    taken.append(_taken(window))
    window.release()
    window.close()
    return taken


def _taken(window: PracticeWindow) -> QPixmap:
    QApplication.processEvents()
    return window.grab()


def _save(pages: list[QPixmap], target: Path) -> None:
    sheet = QPixmap(sum(page.width() for page in pages), pages[0].height())
    painter = QPainter(sheet)
    left = 0
    for page in pages:
        page.setDevicePixelRatio(1.0)
        painter.drawPixmap(QPoint(left, 0), page)
        left += page.width()
    painter.end()
    sheet.toImage().convertToFormat(QImage.Format.Format_RGB888).save(str(target), quality=0)
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
