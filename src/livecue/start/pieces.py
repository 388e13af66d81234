"""Small parts that the windows before and after a session are made of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


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


def named(widget: QWidget, name: str, more: str = "") -> None:
    """What a screen reader says of it."""
    widget.setAccessibleName(name)
    if more:
        widget.setAccessibleDescription(more)
