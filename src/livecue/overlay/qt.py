"""The overlay as a sink: the session on a thread of its own, the window on this one."""

import threading
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from livecue.config import KeySettings, OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.controls import Controls
from livecue.overlay.display import choose_platform
from livecue.overlay.hands import Hands
from livecue.overlay.hotkeys import KeyedHands
from livecue.overlay.looks_menu import LooksMenu
from livecue.overlay.memory import Memory
from livecue.overlay.state import OverlayState
from livecue.overlay.tray import Tray
from livecue.overlay.window import OverlayWindow

_REFRESH_MS = 250
"""How often what merely ends with time (a cue, a snooze) is looked at, and Ctrl+C is heard."""


_WHY_S = 8.0
"""Words that were asked for: long enough to read them, short enough to be gone by themselves."""

_SAID_S = 4.0
"""One sentence, and the time to press again where it asks for that."""


class Running(Controls, Protocol):
    """A session that can be run to its end."""

    def run(self) -> object:
        """Run it."""
        ...


class _Bridge(QObject):
    """Carries what happens on the session's thread to the window's."""

    heard = Signal(object)
    wanted = Signal(object)
    ended = Signal()


class QtOverlay:
    """The window, given events from any thread. Made, and run, on the main thread.

    Args:
        settings: how it looks.
        memory: file in which its looks and its place are remembered.
        cues_hidden: cues and the guide's steps wait for the review.
        keys: hot keys, while the session runs.
    """

    def __init__(
        self,
        settings: OverlaySettings,
        memory: Path,
        cues_hidden: bool = False,
        keys: KeySettings | None = None,
    ) -> None:
        choose_platform()
        existing = QApplication.instance()
        self._app = existing if isinstance(existing, QApplication) else QApplication(["livecue"])
        self._app.setQuitOnLastWindowClosed(False)
        self._state = OverlayState(settings, cues_hidden)
        self.window = OverlayWindow(settings, Memory(memory))
        self.hands = Hands(self._state, self)
        self._key_settings = keys
        self._keys: KeyedHands | None = None
        self._hidden = False
        self._tray: Tray | None = None
        self._controls: Controls | None = None
        self._bridge = _Bridge()
        self._bridge.heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._bridge.wanted.connect(lambda does: does(), Qt.ConnectionType.QueuedConnection)
        self._bridge.ended.connect(self._app.quit, Qt.ConnectionType.QueuedConnection)
        self._refresh = QTimer(self.window)
        self._refresh.timeout.connect(self._look)

    def push(self, event: AnyEvent) -> None:
        """Hand one event over to the window's thread."""
        self._bridge.heard.emit(event)

    def close(self) -> None:
        """The session is over; `run` comes to its end by itself."""

    @property
    def hidden(self) -> bool:
        """Whether it was put away."""
        return self._hidden

    def hide(self, hidden: bool) -> None:
        """Put it away, or show it again; from any thread."""
        self._hidden = hidden
        self._bridge.wanted.emit(lambda: self.window.setVisible(not hidden))

    def show_why(self) -> None:
        """Show its words for a moment; from any thread."""
        self._bridge.wanted.emit(lambda: self.window.show_words_for(_WHY_S))

    def say(self, sentence: str) -> None:
        """Show one sentence beside it for a moment; from any thread."""
        self._bridge.wanted.emit(lambda: self.window.say(sentence, _SAID_S))

    def run(self, session: Running) -> None:
        """Show the window, run the session beside it, and come back when it is over.

        Raises:
            BaseException: what the session raised.
        """
        failures: list[BaseException] = []

        def listen() -> None:
            try:
                session.run()
            except BaseException as error:  # raised again below, on the caller's thread
                failures.append(error)
            finally:
                self._bridge.ended.emit()

        thread = threading.Thread(target=listen, name="session")
        self._show(session)
        thread.start()
        self._app.exec()
        session.stop()
        thread.join()
        self._hide()
        if failures:
            raise failures[0]

    def _show(self, session: Running) -> None:
        self._controls = session
        self.hands.steer(session)
        held = self._take_keys()
        self._tray = Tray(
            self.hands,
            self.window,
            self._key_settings if self._keys is not None and self._keys.taken else None,
            LooksMenu(self.window, self.window),
        )
        self.window.use_menu(self._tray.menu)
        self.window.show()
        for sentence in held:
            self.say(sentence)
        self._refresh.start(_REFRESH_MS)

    def _take_keys(self) -> list[str]:
        """What the person should know of their hot keys."""
        if self._key_settings is None:
            return []
        self._keys = KeyedHands(self._key_settings, self.hands)
        return self._keys.take()

    def _hide(self) -> None:
        self._refresh.stop()
        if self._keys is not None:
            self._keys.give_back()
        self.hands.let_go()
        self.window.close()
        if self._tray is not None:
            self._tray.remove()

    def _take(self, event: AnyEvent) -> None:
        self._state.push(event)
        self._look()

    def _look(self) -> None:
        now = self._controls.now() if self._controls is not None else 0.0
        view = self._state.view(now)
        if view != self.window.view:
            self.window.show_view(view)
            if self._tray is not None:
                self._tray.show_view(view)
