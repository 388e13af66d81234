"""A tray icon, and a menu with every hand on a session."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from livecue.config import HandName, KeySettings
from livecue.overlay.glyph import picture
from livecue.overlay.hands import Hands
from livecue.overlay.view import View
from livecue.translation import words

_ICON_PX = 64

_GROUPS: tuple[tuple[HandName, ...], ...] = (
    ("off_record", "hold", "snooze"),
    ("explore", "next_step", "step_back", "says_no", "far_away"),
    ("why", "mark", "helpful", "not_helpful", "swap"),
    ("hide",),
)
_STAND: frozenset[HandName] = frozenset({"off_record", "hold", "snooze", "explore", "hide"})
"""What stands until it is ended by the same entry, and is ticked while it does."""


@dataclass(frozen=True)
class _Entry:
    name: HandName
    action: QAction


class Tray:
    """An icon with a menu. Where there is no tray, the menu alone.

    Args:
        hands: on the session.
        parent: the window that the menu belongs to.
        keys: the hot keys, shown beside what they do; `None` where they cannot be had.
        looks: what else belongs in the menu: how the overlay looks.
    """

    def __init__(
        self,
        hands: Hands,
        parent: QWidget,
        keys: KeySettings | None = None,
        looks: QMenu | None = None,
    ) -> None:
        self._hands = hands
        self._keys = {} if keys is None else keys.combinations()
        self._view: View | None = None
        self._entries: list[_Entry] = []
        self.menu = QMenu(parent)
        self.menu.setAccessibleName(words("livecue: this session"))
        self.menu.setToolTipsVisible(True)
        self._fill(looks)
        self.menu.aboutToShow.connect(self.refresh)
        self._icon = QSystemTrayIcon(parent)
        self._icon.setContextMenu(self.menu)
        self.show_view(View("listening", ""))
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()

    def show_view(self, view: View) -> None:
        """The same shape as on the overlay, and what stands."""
        if self._view is None or (view.face, view.badge) != (self._view.face, self._view.badge):
            self._icon.setIcon(QIcon(picture(view.face, _ICON_PX, badge=view.badge)))
        self._view = view
        self._icon.setToolTip(f"livecue: {view.words}" if view.words else "livecue")
        self.refresh()

    def refresh(self) -> None:
        """Tick what stands, and grey what makes no sense now."""
        for entry in self._entries:
            entry.action.setText(self._text(entry.name))
            entry.action.setEnabled(self._hands.can(entry.name))
            entry.action.setChecked(entry.name in _STAND and self._hands.is_on(entry.name))

    def remove(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def _fill(self, looks: QMenu | None) -> None:
        for group in _GROUPS:
            for name in group:
                self._add(name)
            if "hide" in group and looks is not None:
                self.menu.addMenu(looks)
            self.menu.addSeparator()
        self._ask_before("erase", words("Yes: stop now, and keep nothing of it"))
        self._add("end")

    def _add(self, name: HandName) -> None:
        entry = self.menu.addAction(self._text(name))
        entry.setCheckable(name in _STAND)
        entry.triggered.connect(lambda _checked=False: self._do(name))
        self._entries.append(_Entry(name, entry))

    def _ask_before(self, name: HandName, sure: str) -> None:
        """An entry that opens a second one: nobody erases with one slip of the hand."""
        asks = self.menu.addMenu(self._text(name))
        asks.addAction(sure).triggered.connect(lambda _checked=False: self._hands.erase())
        self._entries.append(_Entry(name, asks.menuAction()))

    def _text(self, name: HandName) -> str:
        """What it does and, in the column of keys, its hot key."""
        key = self._keys.get(name)
        text = self._hands.text(name)
        return text if key is None else f"{text}\t{key}"

    def _do(self, name: HandName) -> None:
        self._hands.press(name)
        self.refresh()
