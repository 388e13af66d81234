"""Every hand by its name: what it does, when it makes sense, and what it says."""

from typing import get_args

import pytest

from livecue.config import HandName, OverlaySettings
from livecue.errors import MissingError
from livecue.overlay.hands import CONFIRM_S, Hands, hand_words
from livecue.overlay.state import OverlayState
from tests.events import action, cue
from tests.overlay.twins import ControlsTwin, ShapeTwin

NAMES: tuple[HandName, ...] = get_args(HandName)


class Steered:
    """A session's twin in hands, on a clock of its own."""

    def __init__(self) -> None:
        self.state = OverlayState(OverlaySettings())
        self.session = ControlsTwin()
        self.shape = ShapeTwin()
        self.clock_s = 100.0
        self.hands = Hands(self.state, self.shape, lambda: self.clock_s)
        self.hands.steer(self.session)

    def said_to(self, *names: HandName) -> list[str]:
        return [self.hands.do(name).words for name in names]

    @property
    def possible(self) -> set[HandName]:
        return {name for name in NAMES if self.hands.can(name)}


@pytest.fixture
def steered() -> Steered:
    return Steered()


@pytest.mark.parametrize(
    ("name", "done"),
    [
        ("hold", ("act", "hold", None)),
        ("snooze", ("act", "snooze", None)),
        ("off_record", ("act", "off_record", None)),
        ("mark", ("act", "mark", None)),
        ("swap", ("act", "swap_speakers", None)),
        ("explore", ("act", "mode", "exploring")),
        ("next_step", ("act", "next_step", None)),
        ("step_back", ("act", "next_step", "back")),
        ("says_no", ("act", "next_step", "no")),
        ("far_away", ("act", "next_step", "far_away")),
        ("end", ("stop",)),
    ],
)
def test_each_hand_does_one_thing(
    steered: Steered, name: HandName, done: tuple[object, ...]
) -> None:
    assert steered.hands.do(name).words
    assert steered.session.done == [done]


def test_what_was_begun_is_ended_by_the_same_hand(steered: Steered) -> None:
    steered.state.push(action(5, "hold"))
    steered.state.push(action(5, "snooze", 300.0))
    steered.state.push(action(5, "mode", "exploring"))
    assert all(steered.hands.is_on(name) for name in ("hold", "snooze", "explore"))
    steered.said_to("snooze", "hold")
    assert steered.session.done == [("act", "snooze", 0.0), ("act", "release", None)]
    steered.state.push(action(6, "release"))
    steered.said_to("explore")
    assert steered.session.done[-1] == ("act", "mode", "technique")


def test_off_the_record_only_listening_again_hiding_and_ending_are_left(steered: Steered) -> None:
    steered.state.push(cue(10, "yes_but"))
    steered.said_to("off_record")
    assert steered.possible == {"off_record", "erase", "hide", "why", "end"}
    assert "until you listen again" in steered.hands.do("mark").words
    steered.said_to("off_record")
    assert steered.session.done == [("act", "off_record", None), ("act", "on_record", None)]
    assert steered.possible == set(NAMES)


def test_a_cue_is_rated_once_there_is_one(steered: Steered) -> None:
    assert steered.hands.do("helpful").words == "There has been no cue yet."
    steered.state.push(cue(10, "yes_but"))
    steered.said_to("helpful", "not_helpful")
    assert steered.session.done == [("rate", 10.0, True), ("rate", 10.0, False)]


def test_while_held_the_guide_is_not_moved(steered: Steered) -> None:
    steered.state.push(action(5, "hold"))
    assert not steered.possible & {"explore", "next_step", "step_back", "says_no", "far_away"}
    assert steered.hands.do("next_step").words == "On hold: go on first."


def test_erasing_takes_two_presses_soon_after_each_other(steered: Steered) -> None:
    first = steered.hands.do("erase")
    assert first.unseen
    assert "Once more within 3 seconds" in first.words
    steered.clock_s += CONFIRM_S + 0.1
    assert "Once more" in steered.hands.do("erase").words
    steered.said_to("why")
    assert "Once more" in steered.hands.do("erase").words, "another hand came between"
    assert not steered.session.erased
    steered.clock_s += CONFIRM_S
    assert steered.hands.do("erase").words == "This session is stopped and erased."
    assert steered.session.erased


def test_the_shape_is_hidden_shown_and_asked_why(steered: Steered) -> None:
    steered.said_to("hide")
    assert steered.shape.hidden
    assert steered.hands.is_on("hide")
    steered.said_to("hide", "why")
    assert not steered.shape.hidden
    assert steered.shape.whys == 1


def test_without_a_window_why_is_said_in_words() -> None:
    hands = Hands(OverlayState(OverlaySettings()))
    hands.steer(ControlsTwin())
    assert hands.do("why").words == "listening"
    assert hands.do("hide").words == "There is no window to hide."


def test_with_no_session_nothing_can_be_done(steered: Steered) -> None:
    steered.hands.let_go()
    assert steered.possible == set()
    assert steered.said_to("hold", "end") == ["There is no session."] * 2


def test_a_key_says_on_the_shape_only_what_the_shape_does_not_show(steered: Steered) -> None:
    steered.hands.press("hold")
    assert steered.shape.said == []
    steered.hands.press("helpful")
    steered.session.fails = MissingError("The microphone is gone.")
    steered.hands.press("mark")
    assert steered.shape.said == ["There has been no cue yet.", "The microphone is gone."]


def test_every_hand_has_words() -> None:
    assert len({hand_words(name) for name in NAMES}) == len(NAMES)
