"""Hot keys on a real X server, and what Windows and macOS are asked for."""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livecue.config import KeySettings, OverlaySettings
from livecue.overlay import hotkeys
from livecue.overlay.hands import Hands
from livecue.overlay.hotkeys import KeyedHands
from livecue.overlay.qt import QtOverlay
from livecue.overlay.state import OverlayState
from tests.events import cue
from tests.overlay.conftest import Hands as Fingers
from tests.overlay.conftest import OtherWindow
from tests.overlay.twins import ControlsTwin, SessionTwin, ShapeTwin

HELD = ("act", "hold", None)
OpenOther = Callable[..., OtherWindow]


class Keyed:
    """A session's twin that hot keys steer, once they are taken."""

    def __init__(self, settings: KeySettings) -> None:
        self.session = ControlsTwin()
        self.shape = ShapeTwin()
        hands = Hands(OverlayState(OverlaySettings()), self.shape)
        hands.steer(self.session)
        self.keys = KeyedHands(settings, hands)


@pytest.fixture
def keyed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyed]:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    keyed = Keyed(KeySettings())
    assert keyed.keys.take() == []
    yield keyed
    keyed.keys.give_back()


def test_a_hot_key_reaches_the_session_and_not_the_window_that_has_the_focus(
    keyed: Keyed, hands: Fingers, open_other: OpenOther, qtbot: QtBot
) -> None:
    other = open_other()
    hands.do("type", "a")
    hands.do("key", "ctrl+alt+shift+h")
    hands.do("type", "b")
    other.wait_for(lambda: other.text == "ab")
    qtbot.waitUntil(lambda: keyed.session.done == [HELD])
    assert {"key": int(Qt.Key.Key_A)} in other.seen
    assert {"key": int(Qt.Key.Key_H)} not in other.seen
    assert not other.lost_focus


def test_with_other_modifiers_a_key_is_the_windows_own(
    keyed: Keyed, hands: Fingers, open_other: OpenOther
) -> None:
    other = open_other()
    hands.do("key", "ctrl+alt+h", "key", "h")
    other.wait_for(lambda: other.seen.count({"key": int(Qt.Key.Key_H)}) == 2)
    assert keyed.session.done == []


@pytest.mark.parametrize("lock", ["Num_Lock", "Caps_Lock"])
def test_a_lock_that_is_on_changes_no_hot_key(
    keyed: Keyed, hands: Fingers, qtbot: QtBot, lock: str
) -> None:
    hands.do("key", lock, "key", "ctrl+alt+shift+m", "key", lock)
    qtbot.waitUntil(lambda: keyed.session.done == [("act", "mark", None)])


def test_a_key_that_is_held_down_counts_once(keyed: Keyed, hands: Fingers, qtbot: QtBot) -> None:
    """The server repeats it after 0.6 s, 25 times a second."""
    held = [word for key in ("ctrl", "alt", "shift", "m") for word in ("keydown", key)]
    freed = [word for key in ("m", "shift", "alt", "ctrl") for word in ("keyup", key)]
    hands.do(*held, "sleep", "1", *freed)
    hands.do("key", "ctrl+alt+shift+x")
    done = [("act", "mark", None), ("act", "swap_speakers", None)]
    qtbot.waitUntil(lambda: keyed.session.done[-1:] == done[-1:])
    assert keyed.session.done == done


def test_a_combination_that_another_program_holds_is_said_and_the_others_go_on(
    keyed: Keyed, hands: Fingers, qtbot: QtBot
) -> None:
    later = Keyed(KeySettings(mark="Ctrl+Shift+F8"))
    (said,) = later.keys.take()
    assert "Another program holds these keys: Ctrl+Alt+Shift+H (hold), " in said
    assert "(mark)" not in said
    hands.do("key", "ctrl+shift+F8", "key", "ctrl+alt+shift+h")
    qtbot.waitUntil(lambda: later.session.done == [("act", "mark", None)])
    qtbot.waitUntil(lambda: keyed.session.done == [HELD])
    later.keys.give_back()


def test_keys_that_are_given_back_are_the_windows_own_again(
    keyed: Keyed, hands: Fingers, open_other: OpenOther
) -> None:
    other = open_other()
    keyed.keys.give_back()
    hands.do("key", "ctrl+alt+shift+h")
    other.wait_for(lambda: {"key": int(Qt.Key.Key_H)} in other.seen)
    assert keyed.session.done == []
    assert not [thread for thread in threading.enumerate() if thread.name == "hot keys"]


def test_on_wayland_no_key_is_taken_and_it_says_what_to_do_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    keyed = Keyed(KeySettings())
    assert keyed.keys.take() == []
    assert not keyed.keys.taken
    assert "livecue hand hold" in str(hotkeys.instead())
    keyed.keys.give_back()


def test_in_a_session_keys_steer_from_its_start_to_its_end(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way: X server, keys, hands, the session and its window."""
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    overlay = QtOverlay(OverlaySettings(), tmp_path / "overlay.ini", keys=KeySettings())
    session = SessionTwin(lambda: overlay.push(cue(10, "yes_but")), lasts=True)
    seen: list[bool] = []

    def person() -> None:
        keys = ["w", "v", "v", "1", "l", "q", "q"]
        while overlay.hands.can("helpful") is False and not session.stopped.is_set():
            session.stopped.wait(0.02)
        for key in keys:
            subprocess.run(["xdotool", "key", f"ctrl+alt+shift+{key}"], check=True, env=os.environ)
            session.stopped.wait(0.3)
            seen.append(overlay.hidden)

    fingers = threading.Thread(target=person)
    fingers.start()
    overlay.run(session)
    fingers.join()
    assert seen[:3] == [False, True, False]
    done = [("rate", 10.0, True), ("act", "off_record", None), ("stop",)]
    assert session.done[:3] == done
    assert session.erased
    assert not [thread for thread in threading.enumerate() if thread.name == "hot keys"]
