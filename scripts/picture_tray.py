"""Write docs/tray.png: the menu of a session in three of its states, and its icons.

It needs no screen (Qt draws on one of its own).
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from livecue.config import KeySettings, OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.glyph import picture
from livecue.overlay.hands import Hands
from livecue.overlay.looks_menu import LooksMenu
from livecue.overlay.memory import Memory
from livecue.overlay.state import OverlayState
from livecue.overlay.tray import Tray
from livecue.overlay.view import Face
from livecue.overlay.window import OverlayWindow
from tests.events import action, cue
from tests.overlay.twins import ControlsTwin, ShapeTwin

TARGET = Path(__file__).resolve().parents[1] / "docs" / "tray.png"
GAP_PX = 16
ICON_PX = 24
LIGHT, DARK = "#f4f4f4", "#1e1e1e"

STATES: tuple[tuple[AnyEvent, ...], ...] = (
    (),
    (cue(754.0, "yes_but"), action(760.0, "mode", "exploring"), action(800.0, "snooze", 300.0)),
    (cue(754.0, "yes_but"), action(800.0, "off_record")),
)
"""A session that has begun; exploring and snoozed, after a cue; off the record."""


def main() -> None:
    """Take the pictures, and put them on one sheet."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    app = QApplication(["livecue"])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        window = OverlayWindow(OverlaySettings(), Memory(Path(folder) / "overlay.ini"))
        bands = [_band(window, LIGHT, STATES)]
        app.setPalette(_dark())
        bands.append(_band(window, DARK, STATES[1:2]))
    sheet = QPixmap(bands[0].width(), sum(band.height() for band in bands))
    sheet.fill(QColor(DARK))
    painter = QPainter(sheet)
    painter.drawPixmap(QPoint(0, 0), bands[0])
    painter.drawPixmap(QPoint(0, bands[0].height()), bands[1])
    painter.end()
    sheet.save(str(target))
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


def _band(window: OverlayWindow, paper: str, states: tuple[tuple[AnyEvent, ...], ...]) -> QPixmap:
    """The menus beside each other, and the icons below them."""
    menus = [_menu(window, state) for state in states]
    width = sum(menu.width() + GAP_PX for menu in menus) + GAP_PX
    height = max(menu.height() for menu in menus) + ICON_PX + 3 * GAP_PX
    band = QPixmap(width, height)
    band.fill(QColor(paper))
    painter = QPainter(band)
    left = GAP_PX
    for menu in menus:
        painter.drawPixmap(QPoint(left, GAP_PX), menu)
        left += menu.width() + GAP_PX
    for n, face in enumerate(get_args(Face)):
        at = QPoint(GAP_PX + n * (ICON_PX + GAP_PX), height - ICON_PX - GAP_PX)
        painter.drawPixmap(at, picture(face, ICON_PX))
    painter.end()
    return band


def _menu(window: OverlayWindow, happened: tuple[AnyEvent, ...]) -> QPixmap:
    state, session = OverlayState(OverlaySettings()), ControlsTwin()
    for event in happened:
        state.push(event)
    session.second = 810.0
    session.off_record = state.off_record
    hands = Hands(state, ShapeTwin())
    hands.steer(session)
    tray = Tray(hands, window, KeySettings(), LooksMenu(window, window))
    tray.show_view(state.view(session.second))
    tray.menu.adjustSize()
    tray.menu.setActiveAction(tray.menu.actions()[1])
    return tray.menu.grab()


def _dark() -> QPalette:
    palette = QPalette(QColor("#2d2d2d"), QColor("#2d2d2d"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#252525"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#3d6ea5"))
    return palette


if __name__ == "__main__":
    main()
