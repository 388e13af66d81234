"""Where the overlay stands: on which monitor, and how far from its corner."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen

from livecue.overlay.memory import Memory, Spot
from livecue.overlay.place import Corner, inset_of, nearest_corner, place_in


class Standing:
    """The overlay's spot, among the monitors that are there now.

    One that was never put anywhere is on the first monitor, and stays there if another becomes
    the first.

    Args:
        memory: where the spot is remembered.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        spot = memory.spot()
        first = _name_of(QGuiApplication.primaryScreen())
        self._spot = replace(spot, screen=spot.screen or first)

    def place(self, size: QSize, corner: Corner) -> QPoint:
        """Where it was put; in a corner of the first monitor while its own is away."""
        screen, inset = self._own_screen(), self._spot.inset
        if screen is not None and inset is not None:
            return place_in(screen.geometry(), size, corner, inset)
        area = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        return place_in(area, size, corner)

    def screen(self, window: QRect) -> QScreen:
        """The monitor that it is seen on."""
        at = QGuiApplication.screenAt(window.center())
        return at or self._own_screen() or QGuiApplication.primaryScreen()

    def put(self, window: QRect) -> Corner:
        """It was moved there by hand; the corner that it is nearest to."""
        screen = self.screen(window)
        corner = nearest_corner(window, screen.geometry())
        self._keep(Spot(_name_of(screen), inset_of(window, screen.geometry(), corner)))
        return corner

    def put_in_corner(self, window: QRect) -> None:
        """It is to be in a corner of the monitor that it is seen on."""
        self._keep(Spot(_name_of(self.screen(window))))

    def _keep(self, spot: Spot) -> None:
        self._spot = spot
        self._memory.keep_spot(spot)

    def _own_screen(self) -> QScreen | None:
        screens = QGuiApplication.screens()
        return next((one for one in screens if _name_of(one) == self._spot.screen), None)


def _name_of(screen: QScreen) -> str:
    """What a monitor is known by: itself where it has a number, else where it is plugged in."""
    if screen.serialNumber():
        return " ".join((screen.manufacturer(), screen.model(), screen.serialNumber()))
    return screen.name()
