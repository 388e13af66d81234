"""The start window by keyboard: what is asked, what is remembered, and what a reader says of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from livecue.capture.devices import InputDevice
from livecue.capture.scripted import Scripted
from livecue.capture.source import Block, Source, Trouble
from livecue.errors import MissingError
from livecue.hearing.enrolment import Enrolment
from livecue.start.asks import Asks
from livecue.start.choices import Choices
from livecue.start.known import KnownClient
from livecue.start.memory import Memory
from livecue.start.voice_page import Learner
from livecue.start.window import StartWindow
from tests import bundled
from tests.start.hand import press, shown, typed

DEVICES = [
    InputDevice("Built-in", "PulseAudio", 1, 48_000.0, default=True),
    InputDevice("Table", "PulseAudio", 1, 48_000.0, default=False, source="table"),
    InputDevice("hw:0,0", "ALSA", 1, 48_000.0, default=False),
    InputDevice("Loudspeakers", "PulseAudio", 2, 48_000.0, default=False, loopback=True),
]
RIVER = KnownClient(("listen", "timeline", "words"), "2030-04-12T09:15:00+00:00", 3, 5)


def silence() -> Source:
    return Scripted([Block(0.0, np.zeros((1600, 1), np.int16))])


def no_learner() -> Learner:
    raise MissingError("Nothing to learn with.")


ASKS = Asks(
    clients=[],
    known=lambda _client: RIVER,
    voice=lambda: None,
    devices=lambda: DEVICES,
    open_microphone=lambda _name: silence(),
    load_learner=no_learner,
    keep_voice=lambda name, _voice: f"The voice of {name} is enrolled.",
    make_ready=lambda choices: choices,
    let_go=lambda _ready: None,
    practise=lambda _say, _parent: None,
    sessions=0,
    keeps=True,
)

Open = Callable[[Asks], StartWindow]


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "start.ini")


@pytest.fixture
def opened(qtbot: QtBot, memory: Memory) -> Iterator[Open]:
    windows: list[StartWindow] = []

    def open_one(asks: Asks) -> StartWindow:
        window = StartWindow(asks, memory)
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
        qtbot.wait(50)
        return window

    yield open_one
    for window in windows:
        window.close()


def with_client(*clients: str) -> Asks:
    return replace(ASKS, clients=clients or ("river",))


def find(window: QWidget, name: str) -> QWidget:
    [found] = [one for one in window.findChildren(QWidget) if one.accessibleName() == name]
    return found


def combo(window: QWidget, name: str) -> QComboBox:
    found = find(window, name)
    assert isinstance(found, QComboBox)
    return found


def ticked(window: QWidget) -> list[str]:
    boxes = window.findChildren(QCheckBox)
    return [box.accessibleName() for box in boxes if box.isChecked() and box.accessibleName()]


def started(qtbot: QtBot, window: StartWindow) -> Choices:
    """What it was started with."""
    qtbot.waitUntil(lambda: window.ready is not None, timeout=10_000)
    assert isinstance(window.ready, Choices)
    return window.ready


def test_nothing_is_agreed_to_beforehand_and_one_press_says_it_was_asked_again(
    opened: Open, qtbot: QtBot
) -> None:
    window = opened(with_client())
    assert ticked(window) == []
    assert "Last time (2030-04-12): listening, the timeline, the words." in shown(window)
    press(Qt.Key.Key_Return)()
    assert ticked(window) == ["listening", "the timeline", "the words"]
    assert window.isVisible()
    press(Qt.Key.Key_Return)()
    choices = started(qtbot, window)
    assert (choices.client, choices.session, choices.readiness) == ("river", 3, 5)
    assert choices.scopes == ("listen", "timeline")


def test_a_key_for_each_box(opened: Open) -> None:
    window = opened(with_client())
    press(Qt.Key.Key_1, Qt.Key.Key_3)()
    assert ticked(window) == ["listening", "supervision"]
    press(Qt.Key.Key_1)()
    assert ticked(window) == ["supervision"]


def test_keys_that_are_typed_into_a_name_tick_nothing(opened: Open) -> None:
    window = opened(ASKS)
    press(Qt.Key.Key_Home)()
    typed("1st2")()
    assert ticked(window) == []


def test_another_client_is_asked_from_the_beginning(opened: Open) -> None:
    window = opened(with_client("river", "heron"))
    press(Qt.Key.Key_S)()
    assert ticked(window)
    combo(window, "Client").setFocus()
    press(Qt.Key.Key_Down)()
    assert ticked(window) == []


def test_without_listening_it_does_not_start_and_says_why(opened: Open) -> None:
    window = opened(with_client())
    press(Qt.Key.Key_2)()
    find(window, "listening").setFocus()
    press(Qt.Key.Key_Return)()
    assert window.ready is None
    assert "hold the session without it" in shown(window)


def test_a_name_that_will_not_do_is_said_and_can_be_mended(opened: Open, qtbot: QtBot) -> None:
    window = opened(with_client())
    combo(window, "Client").setFocus()
    press(Qt.Key.Key_Down)()
    typed("anna@example.org")()
    press(Qt.Key.Key_Return)()
    assert "e-mail" in shown(window)
    press(Qt.Key.Key_Home)()
    QTest.keySequence(find(window, "What to call the client"), "Ctrl+A")
    typed("river")()
    press(Qt.Key.Key_Return)()
    assert "already" in shown(window)


def test_microphones_are_listed_once_by_the_names_people_know(opened: Open) -> None:
    window = opened(ASKS)
    box = combo(window, "Microphone")
    listed = [box.itemText(n) for n in range(box.count())]
    assert listed == ["The usual one: Built-in", "Built-in", "Table"]


def test_what_was_chosen_is_remembered_and_no_client_is_named(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(with_client())
    combo(window, "Microphone").setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)()
    combo(window, "What is to be kept").setFocus()
    press(Qt.Key.Key_Home)()
    press(Qt.Key.Key_1)()
    press(Qt.Key.Key_Return)()
    choices = started(qtbot, window)
    assert (choices.microphone, choices.keep) == ("table", "nothing")
    again = opened(with_client())
    assert combo(again, "Microphone").currentText() == "Table"
    assert combo(again, "What is to be kept").currentText() == "Nothing"
    assert "river" not in (tmp_path / "start.ini").read_text()


def test_in_a_call_it_asks_what_the_client_is_heard_from(opened: Open, qtbot: QtBot) -> None:
    window = opened(with_client())
    assert not find(window, "The client is heard from").isVisible()
    press(Qt.Key.Key_Tab)()
    [call] = [one for one in window.findChildren(QWidget) if "Video call" in _text(one)]
    QTest.keyClick(call, Qt.Key.Key_Space)
    box = combo(window, "The client is heard from")
    assert box.isVisible()
    assert box.findText("Loudspeakers") > 0
    press(Qt.Key.Key_S)()
    press(Qt.Key.Key_Return)()
    assert started(qtbot, window).place == "call"


@pytest.mark.parametrize(("sessions", "hidden"), [(0, True), (2, True), (3, False)])
def test_in_the_first_three_sessions_cues_wait(
    opened: Open, qtbot: QtBot, sessions: int, hidden: bool
) -> None:
    window = opened(replace(with_client(), sessions=sessions))
    assert ("only afterwards" in buttons(window)) == hidden
    press(Qt.Key.Key_S)()
    press(Qt.Key.Key_Return)()
    assert started(qtbot, window).cues_hidden == hidden


def test_who_chooses_to_see_cues_at_once_sees_them_and_need_not_say_so_again(
    opened: Open, qtbot: QtBot, memory: Memory
) -> None:
    window = opened(with_client())
    [box] = [one for one in window.findChildren(QCheckBox) if "afterwards" in one.text()]
    box.setFocus()
    press(Qt.Key.Key_Space)()
    press(Qt.Key.Key_S)()
    press(Qt.Key.Key_Return)()
    assert not started(qtbot, window).cues_hidden
    assert memory.cues_shown


def test_what_cannot_be_looked_back_at_is_told_at_once(opened: Open, qtbot: QtBot) -> None:
    window = opened(with_client())
    press(Qt.Key.Key_1)()
    find(window, "listening").setFocus()
    press(Qt.Key.Key_Return)()
    choices = started(qtbot, window)
    assert choices.kept == "nothing"
    assert not choices.cues_hidden


def test_cues_wait_only_where_what_was_agreed_to_leaves_something_to_look_back_at(
    opened: Open,
) -> None:
    window = opened(with_client())
    assert "only afterwards" in buttons(window)
    press(Qt.Key.Key_1)()
    assert "Nothing is kept." in shown(window)
    assert "only afterwards" not in buttons(window)
    assert "Nothing is kept to look back at" in shown(window)
    press(Qt.Key.Key_2)()
    assert "keeps the timeline" in shown(window)
    assert "only afterwards" in buttons(window)


def test_what_is_missing_is_said_where_it_can_be_mended(opened: Open, qtbot: QtBot) -> None:
    def refused(_choices: Choices) -> object:
        raise MissingError("There is no microphone; plug one in.")

    window = opened(replace(with_client(), make_ready=refused))
    press(Qt.Key.Key_S)()
    press(Qt.Key.Key_Return)()
    qtbot.waitUntil(lambda: "plug one in" in shown(window), timeout=10_000)
    assert ticked(window)


def test_a_window_closed_while_it_gets_ready_lets_go_of_the_microphone(
    opened: Open, qtbot: QtBot
) -> None:
    let_go: list[object] = []
    closed: list[bool] = []
    window = opened(replace(with_client(), let_go=let_go.append))
    window.closed.connect(lambda: closed.append(True))
    press(Qt.Key.Key_S)()
    window.start()
    window.close()
    qtbot.waitUntil(lambda: closed == [True], timeout=10_000)
    assert window.ready is None
    assert len(let_go) == 1


def test_a_muted_microphone_is_said_beside_its_level(opened: Open, qtbot: QtBot) -> None:
    muted = replace(ASKS, open_microphone=lambda _name: Scripted([Trouble(0.0, "muted")]))
    window = opened(muted)
    qtbot.waitUntil(lambda: "muted" in shown(window), timeout=10_000)


def test_a_microphone_that_does_not_open_is_said_too(opened: Open, qtbot: QtBot) -> None:
    def refused(_name: str | None) -> Source:
        raise MissingError("There is no microphone; plug one in.")

    window = opened(replace(ASKS, open_microphone=refused))
    qtbot.waitUntil(lambda: "plug one in" in shown(window), timeout=10_000)


def test_the_voice_is_learnt_from_the_window(opened: Open, qtbot: QtBot) -> None:
    from livecue.config import Settings
    from livecue.start.edges import learner

    sound = bundled.part(bundled.bundled_sound(), 80, 240)[:, [bundled.CLINICIAN]]
    pieces = np.array_split(sound, 160)
    starts = np.cumsum([0, *(len(piece) for piece in pieces)]) / 16_000
    blocks = [Block(at, piece) for at, piece in zip(starts, pieces, strict=False)]
    kept: list[tuple[str, Enrolment]] = []

    def keep(name: str, voice: Enrolment) -> str:
        kept.append((name, voice))
        return "Well heard."

    window = opened(
        replace(
            ASKS,
            open_microphone=lambda _name: Scripted(blocks),
            load_learner=lambda: learner(Settings()),
            keep_voice=keep,
        )
    )
    [learn] = [one for one in window.findChildren(QPushButton) if "Learn my voice" in one.text()]
    learn.setFocus()
    press(Qt.Key.Key_Return)()
    assert "Speak alone" in shown(window)
    press(Qt.Key.Key_Return)()
    qtbot.waitUntil(lambda: bool(kept), timeout=60_000)
    [(name, voice)] = kept
    assert name == "me"
    assert voice.speech_s >= 20.0
    assert "Well heard." in shown(window)


def test_whatever_can_be_reached_by_key_has_a_name(opened: Open) -> None:
    window = opened(with_client())
    reached: Sequence[type[QWidget]] = (QComboBox, QLineEdit, QSpinBox, QProgressBar, QCheckBox)
    for kind in reached:
        for one in window.findChildren(kind):
            if one.isVisible():
                assert one.accessibleName() or _text(one), one
    for pressed in window.findChildren(QPushButton):
        if pressed.isVisible():
            assert pressed.text()


def test_it_fits_a_small_screen_in_one_column(opened: Open, qtbot: QtBot) -> None:
    window = opened(with_client())
    window.resize(480, 500)
    qtbot.wait(50)
    assert window.width() <= 640
    start = next(one for one in window.findChildren(QPushButton) if one.text() == "Start")
    assert start.visibleRegion().boundingRect().size() == start.size()


def buttons(window: QWidget) -> str:
    """What stands on boxes and buttons that can be seen."""
    found = [*window.findChildren(QCheckBox), *window.findChildren(QPushButton)]
    return "\n".join(one.text() for one in found if one.isVisible())


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""
