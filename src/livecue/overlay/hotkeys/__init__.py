"""Keys that steer a session whatever window has the focus: what this system can do, and doing it.

One module for each kind of system. Where keys cannot be had, that is said, and so is what to do.
"""

import os
import sys

from livecue.config import KeySettings
from livecue.errors import LivecueError
from livecue.overlay.hands import Hands
from livecue.overlay.hotkeys import wayland
from livecue.overlay.hotkeys.grabbing import HotKeys
from livecue.translation import words


class KeyedHands:
    """Hands on a session by hot keys.

    Args:
        settings: which key does what.
        hands: the session's.
    """

    def __init__(self, settings: KeySettings, hands: Hands) -> None:
        self._settings = settings
        self._hands = hands
        self._keys: HotKeys | None = None

    def take(self) -> list[str]:
        """Take the keys, on the main thread.

        Returns:
            What the person should know now, a sentence each: keys that others hold. That a system
            has none at all is no news (see `instead`).
        """
        wanted = self._settings.combinations()
        self._keys = hot_keys()
        if self._keys is None or not wanted:
            return []
        try:
            refused = self._keys.take(wanted, self._hands.press)
        except LivecueError as error:
            self._keys = None
            return [str(error)]
        if not refused:
            return []
        held = ", ".join(f"{wanted[name]} ({name})" for name in refused)
        sentence = words(
            "Another program holds these keys: {keys}. Choose others under [keys] in config.toml."
        )
        return [sentence.format(keys=held)]

    @property
    def taken(self) -> bool:
        """Whether keys work at all."""
        return self._keys is not None

    def give_back(self) -> None:
        """Take no key any more, on the main thread."""
        if self._keys is not None:
            self._keys.give_back()
            self._keys = None


def instead() -> str | None:
    """What to do on a system that gives no keys, in words; `None` where it does."""
    return wayland.instead() if _is_wayland() else None


def hot_keys() -> HotKeys | None:
    """What takes keys on this system; `None` on Wayland, where nothing does."""
    if sys.platform == "win32":
        from livecue.overlay.hotkeys.windows import WindowsHotKeys

        return WindowsHotKeys()
    if sys.platform == "darwin":
        from livecue.overlay.hotkeys.macos import MacHotKeys

        return MacHotKeys()
    if _is_wayland():
        return None
    from livecue.overlay.hotkeys.x11 import X11HotKeys

    return X11HotKeys()


def _is_wayland() -> bool:
    return sys.platform.startswith("linux") and bool(os.environ.get("WAYLAND_DISPLAY"))
