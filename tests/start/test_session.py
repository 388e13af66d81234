"""A whole session by keyboard alone, from a cold start to the end; sound and words are scripted."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from livecue.capture.devices import InputDevice
from livecue.capture.off_record import Played
from livecue.capture.source import Block, Heard, Source
from livecue.config import CaptureSettings, ClientProfile, Settings
from livecue.errors import StoreRefused
from livecue.events import Action, SessionStarted
from livecue.overlay.window import OverlayWindow
from livecue.start.edges import Edges
from livecue.start.run import start
from livecue.start.running import Plan, Ready, open_overlay
from livecue.store.database import Store
from livecue.store.opening import open_store
from tests.start.hand import Hand, Step, in_window, press, shown, typed
from tests.start.parts import ready

PASSPHRASE = "three grey herons"
SETTINGS = Settings().in_the_room()
END = "ctrl+alt+shift+o"
PASSWORD, SESSION, AFTER = "passphrase", "a session", "after the session"


class Room(Played):
    """A microphone in a room where somebody speaks, until it is let go of."""

    name, channels, lockstep = "microphone: table", 1, False
    duration_s: float | None = None

    def _play(self) -> Iterator[Heard]:
        rng, at = np.random.default_rng(1), 0.0
        while True:
            time.sleep(0.02)
            block = Block(at, rng.normal(0, 1500, (1600, 1)).astype(np.int16))
            at = block.end_s
            yield block


@pytest.fixture(scope="module")
def loaded() -> Ready:
    return ready()


@pytest.fixture
def edges(loaded: Ready) -> Edges:
    def microphone(_name: str | None, _settings: CaptureSettings) -> Source:
        return Room()

    def made(settings: Settings) -> Ready:
        return Ready(settings, loaded.engines)

    table = InputDevice("Table microphone", "PulseAudio", 1, 48_000.0, default=True)
    return Edges(lambda: [table], microphone, _call, made, voice_model=lambda: "m")


class Call(Room):
    """The clinician's microphone, and what the client's end of a video call sends."""

    name, channels = "microphone: table; call: loudspeakers", 2

    def _play(self) -> Iterator[Heard]:
        for heard in super()._play():
            assert isinstance(heard, Block)
            yield Block(heard.start_s, np.repeat(heard.samples, 2, axis=1))


def _call(_microphone: str | None, _played: str | None, _settings: CaptureSettings) -> Source:
    return Call()


@pytest.fixture
def run(qapp: QApplication, home: Path, edges: Edges) -> Callable[..., None]:
    def run(*steps: Step) -> None:
        hand = Hand(qapp, steps)
        start(SETTINGS, home, edges)
        hand.done()

    return run


def kept(home: Path) -> Store:
    """The store as it is found afterwards."""
    return open_store(home, lambda *, new: PASSPHRASE)


def overlay() -> OverlayWindow | None:
    """The small shape, while it is there."""
    there = [one for one in QApplication.topLevelWidgets() if isinstance(one, OverlayWindow)]
    return next((one for one in there if one.isVisible()), None)


def in_session(*keys: str) -> Step:
    """Press hot keys once the small shape is there; nothing has the keyboard then."""

    def step() -> bool | None:
        if overlay() is None:
            return False
        subprocess.run(["xdotool", "sleep", "0.5", "key", *keys], check=True)
        return None

    return step


def choose_passphrase() -> list[Step]:
    return [
        in_window(PASSWORD, typed(PASSPHRASE)),
        in_window(PASSWORD, press(Qt.Key.Key_Tab)),
        in_window(PASSWORD, typed(PASSPHRASE)),
        in_window(PASSWORD, press(Qt.Key.Key_Return)),
    ]


def give_passphrase() -> list[Step]:
    return [
        in_window(PASSWORD, typed(PASSPHRASE)),
        in_window(PASSWORD, press(Qt.Key.Key_Return)),
    ]


def a_new_client(name: str) -> list[Step]:
    """From the window's first focus, the list of clients, to the boxes."""
    return [
        in_window(SESSION, press(Qt.Key.Key_Home)),
        in_window(SESSION, typed(name)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
    ]


def read(into: list[str]) -> Callable[[], None]:
    """Remember what is shown now."""
    return lambda: into.append(shown())


DONE = in_window(AFTER, press(Qt.Key.Key_Return))
CLOSE = in_window(SESSION, lambda: active().close())


def active() -> QWidget:
    window = QApplication.activeWindow()
    assert window is not None
    return window


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> list[Plan]:
    """What each overlay was opened for."""
    opened: list[Plan] = []

    def open_one(plan: Plan) -> object:
        opened.append(plan)
        return open_overlay(plan)

    monkeypatch.setattr("livecue.start.run.open_overlay", open_one)
    return opened


def test_a_first_session_by_keyboard_from_a_cold_start_to_the_end(
    run: Callable[..., None], home: Path, plans: list[Plan]
) -> None:
    before: list[str] = []
    during: list[bool] = []
    after: list[str] = []
    run(
        *choose_passphrase(),
        in_window(SESSION, read(before)),
        *a_new_client("river"),
        in_window(SESSION, press(Qt.Key.Key_1, Qt.Key.Key_2)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session("ctrl+alt+shift+m"),
        lambda: during.append(overlay() is not None),
        in_session(END),
        in_window(AFTER, read(after)),
        DONE,
        CLOSE,
    )
    assert "trying livecue out" not in before[0]
    assert during == [True]
    assert [plan.cues_hidden for plan in plans] == [True]
    assert "encrypted" in after[0]
    assert "seconds long" in after[0]
    with kept(home) as store:
        [session] = store.sessions()
        assert (session.client, session.ended) == ("river", True)
        [consent] = store.client("river").consents
        assert consent.scopes == ("listen", "timeline")
        assert store.profile("river").sessions_before == 1
        assert "mark" in [e.action for e in store.events(session.id) if isinstance(e, Action)]
    assert b"river" not in (home / "start.ini").read_bytes()


def test_the_timeline_is_opened_with_the_passphrase_that_was_typed(
    run: Callable[..., None], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[object, str | None]] = []

    def open_one(command: object, _say: object, _parent: object, passphrase: str | None) -> None:
        opened.append((command, passphrase))

    monkeypatch.setattr("livecue.start.run.open_elsewhere", open_one)
    run(
        *choose_passphrase(),
        *a_new_client("river"),
        in_window(SESSION, press(Qt.Key.Key_1, Qt.Key.Key_2)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session(END),
        in_window(AFTER, press(Qt.Key.Key_Backtab, Qt.Key.Key_Return)),
        DONE,
        CLOSE,
    )
    with kept(home) as store:
        [session] = store.sessions()
    assert opened == [(("replay", session.id), PASSPHRASE)]


def test_what_cannot_be_kept_is_told_with_how_long_it_was(
    run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreRefused("The disk is full.")

    monkeypatch.setattr(Store, "append", full)
    after: list[str] = []
    run(
        *choose_passphrase(),
        *a_new_client("river"),
        in_window(SESSION, press(Qt.Key.Key_1, Qt.Key.Key_2)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session(END),
        in_window(AFTER, read(after)),
        DONE,
        CLOSE,
    )
    assert "seconds long" in after[0]
    assert "Nothing was noticed" in after[0]
    assert "The disk is full." in after[0]


def test_a_returning_client_starts_with_two_keys_and_is_asked_again(
    run: Callable[..., None], home: Path
) -> None:
    asked: list[str] = []
    run(
        *choose_passphrase(),
        *a_new_client("river"),
        in_window(SESSION, press(Qt.Key.Key_1, Qt.Key.Key_2)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session(END),
        DONE,
        in_window(SESSION, read(asked)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session(END),
        DONE,
        CLOSE,
    )
    assert "Last time" in asked[0]
    assert "Tick what was agreed to" in asked[0]
    with kept(home) as store:
        assert [c.scopes for c in store.client("river").consents] == [("listen", "timeline")] * 2
        assert store.profile("river").sessions_before == 2


def test_one_key_twice_stops_and_erases_and_the_store_has_nothing_of_it(
    run: Callable[..., None], home: Path
) -> None:
    after: list[str] = []
    run(
        *choose_passphrase(),
        *a_new_client("river"),
        in_window(SESSION, press(Qt.Key.Key_1, Qt.Key.Key_2)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session("ctrl+alt+shift+q", "ctrl+alt+shift+q"),
        in_window(AFTER, read(after)),
        DONE,
        CLOSE,
    )
    assert "erased" in after[0]
    with kept(home) as store:
        assert store.sessions() == []
        assert store.client("river").consents == ()
        assert store.profile("river").sessions_before == 0


def test_without_a_passphrase_it_can_be_tried_out_and_nothing_is_kept(
    run: Callable[..., None], home: Path
) -> None:
    after: list[str] = []
    run(
        in_window(PASSWORD, lambda: active().close()),
        in_window(SESSION, press(Qt.Key.Key_1)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session(END),
        in_window(AFTER, read(after)),
        DONE,
        CLOSE,
    )
    assert "Nothing of it is kept" in after[0]
    assert not (home / "store.db").exists()


def test_a_wrong_passphrase_is_asked_for_again(run: Callable[..., None], home: Path) -> None:
    with kept(home) as store:
        store.add_client("river", ClientProfile())
    said: list[str] = []
    run(
        in_window(PASSWORD, typed("four herons")),
        in_window(PASSWORD, press(Qt.Key.Key_Return)),
        in_window(PASSWORD, read(said)),
        *give_passphrase(),
        CLOSE,
    )
    assert "does not open" in said[0]


def test_in_a_video_call_each_voice_has_a_channel(run: Callable[..., None], home: Path) -> None:
    run(
        *choose_passphrase(),
        in_window(SESSION, press(Qt.Key.Key_Tab)),
        in_window(SESSION, press(Qt.Key.Key_Right)),
        in_window(SESSION, press(Qt.Key.Key_Tab)),
        in_window(SESSION, lambda: find_client().setFocus()),
        *a_new_client("river"),
        in_window(SESSION, press(Qt.Key.Key_1, Qt.Key.Key_2)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session(END),
        DONE,
        CLOSE,
    )
    with kept(home) as store:
        [session] = store.sessions()
        started = store.events(session.id)[0]
    assert isinstance(started, SessionStarted)
    assert started.speakers_by == "channel"


def test_what_is_on_hold_is_not_erased_and_that_is_said(
    run: Callable[..., None], home: Path
) -> None:
    with kept(home) as store:
        store.add_client("river", ClientProfile())
        store.hold_client("river")
    after: list[str] = []
    run(
        *give_passphrase(),
        in_window(SESSION, press(Qt.Key.Key_1, Qt.Key.Key_2)),
        in_window(SESSION, press(Qt.Key.Key_Return)),
        in_session("ctrl+alt+shift+q", "ctrl+alt+shift+q"),
        in_window(AFTER, read(after)),
        DONE,
        CLOSE,
    )
    assert "hold" in after[0]


def test_ctrl_c_closes_the_window_and_lets_go_of_the_microphone(
    run: Callable[..., None], home: Path
) -> None:
    run(*choose_passphrase(), in_window(SESSION, lambda: signal.raise_signal(signal.SIGINT)))


def find_client() -> QWidget:
    return next(one for one in active().findChildren(QComboBox) if one.accessibleName() == "Client")
