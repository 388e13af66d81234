"""How the overlay looks, as a menu: size, solidity, corner, words, colours."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from livecue.overlay.window import OverlayWindow
from livecue.translation import words

SIZES_PX = (32, 44, 64, 96)
OPACITIES = (0.5, 0.7, 0.85, 1.0)

Choices = Sequence[tuple[str, object]]


class LooksMenu(QMenu):
    """Changes a window's looks at once; the window remembers them.

    Args:
        window: the overlay's.
        parent: of the menu.
    """

    def __init__(self, window: OverlayWindow, parent: QWidget) -> None:
        super().__init__(words("Appearance"), parent)
        self._window = window
        sizes = words("Small"), words("Medium"), words("Large"), words("Very large")
        self._choose(words("Size"), "size_px", list(zip(sizes, SIZES_PX, strict=True)))
        shares = [(f"{share:.0%}", share) for share in OPACITIES]
        self._choose(words("Opacity"), "opacity", shares)
        self._choose(
            words("Corner"),
            "corner",
            [
                (words("Top left"), "top_left"),
                (words("Top right"), "top_right"),
                (words("Bottom left"), "bottom_left"),
                (words("Bottom right"), "bottom_right"),
            ],
        )
        self._choose(
            words("Colours"),
            "colours",
            [
                (words("As the system"), "auto"),
                (words("Light"), "light"),
                (words("Dark"), "dark"),
            ],
        )
        beside = self.addAction(words("Words beside the shape"))
        beside.setCheckable(True)
        beside.setChecked(window.settings.words)
        beside.toggled.connect(lambda wanted: window.change_looks(words=wanted))

    def _choose(self, title: str, name: str, choices: Choices) -> None:
        """One of several; the one that holds is marked when the list opens."""
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        entries: list[tuple[QAction, object]] = []
        for text, value in choices:
            entry = menu.addAction(text)
            entry.setCheckable(True)
            group.addAction(entry)
            entry.triggered.connect(
                lambda _checked=False, chosen=value: self._window.change_looks(**{name: chosen})
            )
            entries.append((entry, value))
        menu.aboutToShow.connect(lambda: self._mark(name, entries))

    def _mark(self, name: str, entries: list[tuple[QAction, object]]) -> None:
        holds = getattr(self._window.settings, name)
        for entry, value in entries:
            entry.setChecked(value == holds)
