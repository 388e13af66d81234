"""Small parts that the windows before and after a session are made of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QWidget

_INK_SHARE = 0.7
"""Of the colour that an outline is made darker from: the rest is what lies behind."""


def text(said: str = "", *, bold: bool = False, slanted: bool = False, size: float = 1.0) -> QLabel:
    """Words that break into lines. size: over the system's own."""
    label = QLabel(said)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setBold(bold)
    font.setItalic(slanted)
    font.setPointSizeF(font.pointSizeF() * size)
    label.setFont(font)
    return label


def button(said: str, does: Callable[[], object]) -> QPushButton:
    """Something to press, also with Enter."""
    made = QPushButton(said)
    made.setAutoDefault(True)
    made.clicked.connect(lambda _checked=False: does())
    return made


def row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Side by side, at the right end."""
    layout = QHBoxLayout()
    if stretch:
        layout.addStretch()
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def outlined(box: QAbstractButton) -> QAbstractButton:
    """A box that is seen on light and on dark (WCAG 2.2, 1.4.11).

    Qt's own style draws its outline in a darker shade of what lies behind, too faint on both.
    """
    colours = box.palette()
    ink, paper = colours.windowText().color(), colours.window().color()
    between = (
        round(_INK_SHARE * of_ink + (1 - _INK_SHARE) * of_paper)
        for of_ink, of_paper in zip(_rgb(ink), _rgb(paper), strict=True)
    )
    colours.setColor(QPalette.ColorRole.Window, QColor(*between))
    box.setPalette(colours)
    return box


def named(widget: QWidget, name: str, more: str = "") -> None:
    """What a screen reader says of it."""
    widget.setAccessibleName(name)
    if more:
        widget.setAccessibleDescription(more)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
