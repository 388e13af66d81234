"""The overlay's colours: one set for light screens, one for dark ones.

Hues are from the Okabe-Ito palette, which is safe for the common kinds of colour blindness (Okabe &
Ito, 2008, Color Universal Design). The dark set is softer, so that nothing glows in a dim room.
Rim and halo are so far apart in both that one of the two stands out on any screen (WCAG 2.2, 3:1).
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

RGB = tuple[int, int, int]


@dataclass(frozen=True)
class Palette:
    """halo, rim: the two lines round each shape, outer and inner. paper, ink: of words."""

    halo: RGB
    rim: RGB
    grey: RGB
    sky: RGB
    orange: RGB
    green: RGB
    vermilion: RGB
    paper: RGB
    ink: RGB


LIGHT = Palette(
    halo=(255, 255, 255),
    rim=(16, 16, 16),
    grey=(150, 150, 150),
    sky=(86, 180, 233),
    orange=(230, 159, 0),
    green=(0, 158, 115),
    vermilion=(213, 94, 0),
    paper=(250, 250, 250),
    ink=(30, 30, 30),
)

DARK = Palette(
    halo=(236, 236, 236),
    rim=(14, 14, 14),
    grey=(124, 124, 124),
    sky=(72, 150, 194),
    orange=(190, 132, 0),
    green=(0, 132, 96),
    vermilion=(196, 86, 0),
    paper=(32, 32, 32),
    ink=(226, 226, 226),
)


def palette(colours: Literal["auto", "light", "dark"]) -> Palette:
    """The set that the settings ask for; of "auto", the one that the system uses now."""
    if colours == "auto":
        return DARK if system_is_dark() else LIGHT
    return DARK if colours == "dark" else LIGHT


def system_is_dark() -> bool:
    """Whether the system's own windows are dark now."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def colour(rgb: RGB) -> QColor:
    """As Qt wants it."""
    return QColor(*rgb)
