"""The stage: turns, pauses and corrections in; markers, candidates and corrections out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livecue.config import Balanced, MarkerSettings, Quiet, Settings, Sureness
from livecue.evaluation.past_only import assert_past_only
from livecue.events import Candidate, Correction, Evidence, Marker, Turn, Unheard
from tests.events import turn
from tests.markers.talked import SMALL_TALK, Talk

ADVISED = "T: What if you rang her once this week?"
RESERVED = "C: I know I should, but I can't face it."
AGREED = "C: I'll ring her on Sunday after lunch."


def test_a_text_marker_is_known_when_the_turn_is_closed_and_names_both_turns() -> None:
    talk = Talk()
    talk.say(ADVISED, RESERVED)
    (marker,) = talk.standing("yes_but")
    assert (marker.turn, marker.before_turn) == (1, 0)
    assert (marker.start, marker.end, marker.known_at) == (10.0, 13.0, 14.0)
    assert "but" in marker.evidence.words


def test_the_clinicians_words_are_never_marked() -> None:
    talk = Talk()
    talk.say("C: I'd like to ring her.", "T: I know, but I can't see you doing it, I want to stop.")
    assert all(not isinstance(e, Marker | Candidate) or e.turn == 0 for e in talk.log)


def test_below_its_threshold_it_is_a_candidate() -> None:
    talk = Talk(Settings(balanced=Balanced(yes_but=1.0)))
    following = talk.say(ADVISED, RESERVED)
    assert not talk.standing("yes_but")
    assert any(isinstance(e, Candidate) and e.marker == "yes_but" for e in following)


def test_a_turn_whose_words_were_lost_is_not_marked() -> None:
    talk = Talk()
    talk.say(ADVISED)
    assert talk.push(turn(1, "client", None, 10.0)) == []


def _reopened(talk: Talk, i: int, **changes: object) -> list[Marker | Candidate | Correction]:
    written = next(e for e in talk.log if isinstance(e, Turn) and e.i == i)
    closed_at = written.closed_at + 8.0
    changes = {"closed_at": closed_at, **changes}
    return talk.push(Correction(seq=0, at=closed_at, of_seq=written.seq, changes=changes))


def test_a_reopened_turn_that_loses_its_sign_takes_the_marker_back() -> None:
    talk = Talk()
    talk.say(ADVISED, RESERVED)
    assert talk.standing("yes_but")
    _reopened(talk, 1, text=AGREED[3:])
    assert not talk.standing("yes_but")


def test_a_reopened_turn_that_gains_a_sign_gets_the_marker_then() -> None:
    talk = Talk()
    talk.say(ADVISED, "C: I know I should.")
    assert not talk.standing("yes_but")
    _reopened(talk, 1, text=RESERVED[3:])
    (marker,) = talk.standing("yes_but")
    assert marker.known_at == 22.0


def test_a_reopened_turn_with_the_same_sign_says_only_how_sure_it_is_now() -> None:
    talk = Talk()
    talk.say(ADVISED, RESERVED)
    (first,) = talk.standing("yes_but")
    following = _reopened(talk, 1, text=RESERVED[3:] + " Not yet.")
    (now,) = talk.standing("yes_but")
    assert now.score != first.score
    assert now == first.model_copy(update={"score": now.score})
    assert not any(isinstance(e, Marker) and e.marker == "yes_but" for e in following)


def test_a_turn_that_turns_out_to_be_the_clinicians_loses_its_markers() -> None:
    talk = Talk()
    talk.say(ADVISED, RESERVED)
    _reopened(talk, 1, speaker="clinician")
    assert not talk.standing("yes_but")


def test_a_clinicians_turn_read_late_changes_what_its_answer_means() -> None:
    talk = Talk()
    talk.push(turn(1, "client", "I don't know.", 10.0))
    assert not talk.standing("silence")
    talk.push(turn(0, "clinician", "What would help most?", 0.0, closed_at=30.0))
    (marker,) = talk.standing("silence")
    assert (marker.evidence.basis, marker.turn, marker.known_at) == ("short_answer", 1, 30.0)


def test_a_murmur_inside_a_clinicians_turn_is_no_short_answer_once_that_turn_is_read() -> None:
    talk = Talk()
    talk.push(turn(0, "clinician", "What would help most?", 0.0))
    talk.push(turn(1, "client", "Okay, I guess.", 9.0, end=9.5))
    assert talk.standing("silence")
    talk.push(turn(2, "clinician", "I ask because it differs from week to week.", 4.0, end=14.0))
    assert not talk.standing("silence")


def test_nothing_reaches_across_a_span_that_was_not_heard() -> None:
    talk = Talk()
    talk.say("T: What would help most?")
    talk.push(Unheard(seq=0, start=4.0, end=9.0, why="unplugged"))
    talk.say("C: I don't know.")
    assert not talk.standing("silence")


def test_events_of_others_pass_without_effect() -> None:
    talk = Talk()
    own = Marker(
        seq=0,
        start=0.0,
        end=1.0,
        marker="yes_but",
        score=1.0,
        evidence=Evidence(basis="test"),
        turn=0,
        before_turn=None,
        known_at=1.0,
    )
    assert talk.push(own) == []


LINES = (
    *SMALL_TALK,
    ADVISED,
    RESERVED,
    AGREED,
    "T: Did you do the diary?",
    "C: No, I was ill and I forgot.",
    "T: Mm-hmm.",
    "C: I guess.",
    "C: By the way, did you see the news?",
    "T: What would you like to change?",
    "C: I want to stop, but it helps me relax.",
)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(LINES), max_size=14), st.integers(0, 13))
def test_a_decision_uses_nothing_that_comes_after_it(lines: list[str], cut: int) -> None:
    whole, part = Talk(), Talk()
    whole.say(*lines)
    part.say(*lines[:cut])
    assert_past_only(whole.log)
    assert whole.log[: len(part.log)] == part.log


@pytest.mark.parametrize("lines", [LINES])
def test_a_turn_has_each_marker_at_most_once(lines: tuple[str, ...]) -> None:
    talk = Talk()
    talk.say(*lines)
    pairs = [(e.turn, e.marker) for e in talk.log if isinstance(e, Marker)]
    assert pairs
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(("sure", "told"), [("quiet", 0), ("balanced", 1), ("sensitive", 1)])
def test_the_level_of_sureness_decides_what_counts(sure: Sureness, told: int) -> None:
    talk = Talk(Settings(markers=MarkerSettings(sure=sure), quiet=Quiet(yes_but=1.0)))
    talk.say(ADVISED, RESERVED)
    assert len(talk.standing("yes_but")) == told
