"""What is told after a session, and the passphrase that is asked in a window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from livecue.cli.consent import ask_passphrase
from livecue.errors import StoreRefused
from livecue.events import AnyEvent, Correction, Cue, End, Evidence, Latency, Marker
from livecue.start.after import AfterWindow, summary
from livecue.start.elsewhere import open_elsewhere
from livecue.start.opened import ASKS_IN_WINDOWS
from livecue.start.passphrase import PassphraseWindow
from livecue.start.running import Ended
from livecue.store.opening import open_store
from livecue.store.records import BackupRecord, BeyondReach
from tests.start.hand import Hand, in_window, press, shown, typed


def marker(seq: int) -> Marker:
    return Marker(
        seq=seq,
        start=9.0,
        end=11.0,
        marker="homework",
        score=0.9,
        evidence=Evidence(basis="test", words=("I had no time",)),
        turn=None,
        before_turn=None,
        known_at=12.0,
    )


def end(seconds: float) -> End:
    return End(seq=9, at=seconds, counts={}, audio_s=0.0, wall_s=0.0, latency=Latency())


def told(*events: AnyEvent, kept: bool = True, cues_hidden: bool = False) -> str:
    return "\n".join(summary(Ended("x", events, kept=kept), cues_hidden=cues_hidden))


@pytest.mark.parametrize(("seconds", "says"), [(26.4, "26 seconds"), (2982.0, "50 minutes")])
def test_how_long_it_was(seconds: float, says: str) -> None:
    assert says in told(end(seconds))


def test_what_was_noticed_is_told_in_neutral_words_without_what_was_said() -> None:
    said = told(marker(1), marker(2), end(60.0))
    assert "obstacles named twice" in said
    assert "no time" not in said


def test_what_was_taken_back_is_not_told() -> None:
    gone = Correction(seq=3, at=20.0, of_seq=1, changes={}, retracted=True)
    assert "Nothing was noticed" in told(marker(1), gone)


def test_where_it_is_kept_or_that_it_is_not() -> None:
    assert "encrypted" in told()
    assert "Nothing of it is kept" in told(kept=False)


def test_what_could_not_be_kept_stands_beside_what_was_noticed() -> None:
    refused = StoreRefused("Session 'x' is kept in part only: The disk is full.")
    ended = Ended("x", (marker(1), end(60.0)), kept=True, refused=refused)
    said = summary(ended, cues_hidden=False)
    assert said[0] == "It was 60 seconds long."
    assert "obstacles" in said[1]
    assert said[2] == str(refused)
    assert "encrypted" not in "\n".join(said)


@pytest.mark.parametrize("hidden", [True, False])
def test_cues_that_waited_are_told_of(hidden: bool) -> None:
    cue = Cue(
        seq=4,
        at=12.0,
        cue="consider_pausing",
        reason=(("homework", 2),),
        mode="technique",
        suggestion="",
        shown=True,
    )
    assert ("There were cues" in told(cue, cues_hidden=hidden)) == hidden
    assert "There were cues" not in told(cues_hidden=hidden)


def test_copies_that_erasing_did_not_reach_are_named() -> None:
    beyond = BeyondReach(backups=(BackupRecord(at="2030-04-12T09:15:00+00:00", to="/stick/b"),))
    ended = Ended("x", (), kept=False, erased=True, beyond=beyond)
    assert "/stick/b" in "\n".join(summary(ended, cues_hidden=False))


def test_the_timeline_opens_and_what_goes_wrong_is_said(qtbot: QtBot) -> None:
    window = AfterWindow(["It is kept."], lambda say, _parent: say("A passphrase opens it."))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    press(Qt.Key.Key_Backtab, Qt.Key.Key_Return)()
    qtbot.waitUntil(lambda: "A passphrase opens it." in shown(window), timeout=10_000)
    assert window.isVisible()


def test_where_nothing_is_kept_there_is_no_timeline_to_look_at(qtbot: QtBot) -> None:
    window = AfterWindow(["Nothing of it is kept."], None)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    seen = [one.text() for one in window.findChildren(QPushButton) if one.isVisible()]
    assert seen == ["Done"]
    press(Qt.Key.Key_Return)()
    assert window.go_on


@pytest.fixture
def asked(qtbot: QtBot) -> Callable[[bool], PassphraseWindow]:
    def ask(new: bool) -> PassphraseWindow:
        window = PassphraseWindow(new=new)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        return window

    return ask


def test_a_new_passphrase_is_typed_twice_the_same(
    asked: Callable[[bool], PassphraseWindow],
) -> None:
    window = asked(True)
    typed("one")()
    press(Qt.Key.Key_Return)()
    typed("two")()
    press(Qt.Key.Key_Return)()
    assert "two different ones" in shown(window)
    typed("one")()
    press(Qt.Key.Key_Return)()
    assert window.passphrase == "one"
    assert not window.isVisible()


def test_a_passphrase_is_typed_unseen_and_an_empty_one_is_none(
    asked: Callable[[bool], PassphraseWindow],
) -> None:
    window = asked(False)
    press(Qt.Key.Key_Return)()
    assert window.isVisible()
    typed("three herons")()
    field = QApplication.focusWidget()
    assert field is not None
    assert "herons" not in str(field.property("displayText"))
    press(Qt.Key.Key_Return)()
    assert window.passphrase == "three herons"


def test_another_of_its_programs_says_in_one_sentence_why_it_did_not_open(
    home: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    parent = QObject()
    open_elsewhere(("sessions", "show", "nothing-like-it"), said.append, parent)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=60_000)
    assert "window of its own" in said[0]
    assert "nothing-like-it" in said[1]
    assert not said[1].startswith("livecue:")
    assert len(said[1].splitlines()) == 1


@pytest.mark.parametrize("typed_here", ["three grèy herons", "four herons"])
def test_a_passphrase_that_was_typed_is_not_asked_for_again(
    home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed_here: str
) -> None:
    with open_store(home, lambda *, new: "three grèy herons"):
        pass
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    said: list[str] = []
    parent = QObject()
    open_elsewhere(("sessions", "show", "nothing-like-it"), said.append, parent, typed_here)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=60_000)
    assert ("nothing-like-it" in said[1]) == (typed_here == "three grèy herons")
    assert "herons" not in said[1]


def test_a_program_opened_from_a_window_asks_in_a_window(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ASKS_IN_WINDOWS, "1")
    hand = Hand(
        qapp,
        [
            in_window("passphrase", typed("three herons")),
            in_window("passphrase", press(Qt.Key.Key_Return)),
        ],
    )
    assert ask_passphrase(new=False) == "three herons"
    hand.done()
