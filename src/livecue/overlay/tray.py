"""The controls as a menu, in the system's tray where it has one: every hand on a session."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from livecue.overlay.controls import Controls
from livecue.overlay.glyph import picture
from livecue.overlay.state import OverlayState
from livecue.overlay.view import Face

_ICON_PX = 64


class Tray:
    """An icon with a menu. Where there is no tray, the menu alone.

    Args:
        controls: the session.
        state: knows which cue was drawn last.
        parent: the window that the menu belongs to.
    """

    def __init__(self, controls: Controls, state: OverlayState, parent: QWidget) -> None:
        self._controls = controls
        self._state = state
        self.menu = QMenu(parent)
        self._entries()
        self._icon = QSystemTrayIcon(parent)
        self._icon.setToolTip("livecue")
        self._icon.setContextMenu(self.menu)
        self.show_face("listening")
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()

    def show_face(self, face: Face) -> None:
        """The same shape as on the overlay."""
        self._icon.setIcon(QIcon(picture(face, _ICON_PX)))

    def remove(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def _entries(self) -> None:
        act = self._controls.act
        self._add("Hold: something more important", lambda: act("hold"))
        self._add("Go on", lambda: act("release"))
        self._add("Snooze", lambda: act("snooze"))
        self.menu.addSeparator()
        self._add("Explore both sides", lambda: act("mode", "exploring"))
        self._add("Back to the work", lambda: act("mode", "technique"))
        self._add("Next step", lambda: act("next_step"))
        self.menu.addSeparator()
        self._add("Mark this moment", lambda: act("mark"))
        self._add("Last cue was helpful", lambda: self._rate(True))
        self._add("Last cue was not helpful", lambda: self._rate(False))
        self._add("Swap the two speakers", lambda: act("swap_speakers"))
        self.menu.addSeparator()
        self._add("Stop listening now", lambda: act("off_record"))
        self._add("Listen again", lambda: act("on_record"))
        self._add("End the session", self._controls.stop)

    def _add(self, text: str, does: Callable[[], None]) -> None:
        entry = QAction(text, self.menu)
        entry.triggered.connect(lambda _checked=False: does())
        self.menu.addAction(entry)

    def _rate(self, helpful: bool) -> None:
        cue_at = self._state.last_cue_at
        if cue_at is not None:
            self._controls.rate(cue_at, helpful)
