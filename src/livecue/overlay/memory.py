"""What the overlay remembers from one session to the next: its looks, and where it was put."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from PySide6.QtCore import QPoint, QSettings

from livecue.config import OverlaySettings

_LOOKS = ("size_px", "opacity", "corner", "words", "colours")
"""Settings that the overlay's own menu changes; once changed there, its word goes before the
settings file's."""


@dataclass(frozen=True)
class Spot:
    """Where the overlay was put: which screen, and how far from its corner's edges.

    Not a point of the desktop: that means another place when a monitor comes or goes. inset:
    `None` is a little away from the edges, and from the system's own bars.
    """

    screen: str = ""
    inset: QPoint | None = None


class Memory:
    """A small file that holds nothing about anybody.

    Args:
        path: made when there is something to remember. What makes no sense in it is passed over.
    """

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def looks(self, settings: OverlaySettings) -> OverlaySettings:
        """The settings, with what was changed from the menu."""
        for name in _LOOKS:
            value = self._file.value(f"overlay/{name}")
            if value is not None:
                settings = _with(settings, name, value)
        return settings

    def keep_looks(self, changes: Mapping[str, object]) -> None:
        """Remember some settings."""
        for name, value in changes.items():
            self._file.setValue(f"overlay/{name}", value)
        self._file.sync()

    def spot(self) -> Spot:
        """Where it was put last; the first screen's corner if it never was."""
        screen = self._file.value("overlay/screen")
        inset = self._file.value("overlay/inset")
        return Spot(
            screen if isinstance(screen, str) else "", inset if isinstance(inset, QPoint) else None
        )

    def keep_spot(self, spot: Spot) -> None:
        """Remember where it was put."""
        self._file.setValue("overlay/screen", spot.screen)
        if spot.inset is None:
            self._file.remove("overlay/inset")
        else:
            self._file.setValue("overlay/inset", spot.inset)
        self._file.sync()


def _with(settings: OverlaySettings, name: str, value: object) -> OverlaySettings:
    try:
        return OverlaySettings.model_validate({**settings.model_dump(), name: value})
    except ValidationError:
        return settings
