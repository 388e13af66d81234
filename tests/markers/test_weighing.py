"""Rules and network weighed together."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.events import Evidence, MarkerName
from livecue.markers.observed import LEAST, Observed, log_odds
from livecue.markers.reader import Line, Reading
from livecue.markers.weighing import Even
from tests.markers.talked import Talk, by_words, heard_last

LIKELY = st.floats(0.0, 1.0)
EVEN = Even({"yes_but": 0.75})

ASKED = "T: What would it be like to ring her?"
CARRIED = "C: It would be good to hear from her, it's just that nobody picks up."


@given(LIKELY, LIKELY, LIKELY)
def test_a_surer_witness_never_makes_it_less_likely(
    network: float, rules: float, more: float
) -> None:
    assert EVEN.score("yes_but", max(network, more), rules) >= EVEN.score("yes_but", network, rules)
    assert EVEN.score("yes_but", network, max(rules, more)) >= EVEN.score("yes_but", network, rules)


@given(LIKELY, LIKELY)
def test_no_witness_is_beyond_doubt(network: float, rules: float) -> None:
    assert 0.0 < EVEN.score("yes_but", network, rules) < 1.0


def test_rules_that_see_nothing_leave_it_to_the_network() -> None:
    assert EVEN.score("yes_but", 0.999, 0.0) > 0.9


def test_a_change_of_subject_is_even_where_it_was_set() -> None:
    lines = [Line("clinician", "How was the walk?"), Line("client", "Did you see the game?")]
    weighing = replace(by_words(), even=Even({"boundary": 0.0}))
    plain = weighing.boundary(lines)
    assert plain == pytest.approx(max(by_words().reader.read(lines).boundary, LEAST))
    sooner = replace(weighing, even=Even({"boundary": log_odds(plain)}))
    assert sooner.boundary(lines) == pytest.approx(0.5)


def judged(
    *lines: str, rules: tuple[Observed, ...] = (), ruled_out: tuple[MarkerName, ...] = ()
) -> list[Observed]:
    weighing = by_words()
    heard, context = heard_last(*lines)
    return weighing.judge(weighing.read(heard, context), rules, heard, context, ruled_out)


def reading_of(line: str) -> Reading:
    heard, context = heard_last(ASKED, line)
    return by_words().read(heard, context)


def test_what_the_network_alone_hears_names_the_clause_that_carried_it() -> None:
    (only,) = judged(ASKED, CARRIED)
    assert only.marker == "yes_but"
    assert only.evidence.basis == "read"
    assert only.evidence.words == ("it's just that nobody picks up",)


def test_a_short_turn_is_its_own_evidence() -> None:
    (only,) = judged(ASKED, "C: Fine.")
    assert only.marker == "silence"
    assert only.evidence.words == ("Fine.",)


def test_a_rule_that_is_sure_keeps_its_own_words() -> None:
    evidence = Evidence(basis="reservation", words=("it's just",))
    (only,) = judged(ASKED, CARRIED, rules=(Observed("yes_but", 0.9, evidence),))
    assert only.evidence == evidence
    assert only.score > judged(ASKED, CARRIED)[0].score


def test_what_a_turn_cannot_carry_is_left_out_however_sure_the_network_is() -> None:
    assert not judged(ASKED, "C: Fine.", ruled_out=("silence",))


def test_an_obstacle_keeps_whether_its_reason_was_asked_for() -> None:
    asked = judged("T: What got in the way of the walk?", "C: The lift broke on Monday.")
    told = judged("T: How was the walk?", "C: The lift broke on Monday.")
    assert [one.evidence.asked for one in asked] == [True]
    assert [one.evidence.asked for one in told] == [False]


def test_the_subject_being_another_is_a_feature_of_its_being_left() -> None:
    assert reading_of("C: Did I tell you about the dog?").boundary > 0.5
    talk = Talk(weighing=by_words())
    talk.say(
        "T: Shall we begin?",
        "C: Let us begin with the week.",
        ASKED,
        "C: It would be lovely.",
        "T: And what holds you back?",
        "C: Did I tell you about the dog?",
    )
    assert [marker.turn for marker in talk.standing("topic_shift")] == [5]


@pytest.mark.parametrize("text", ["C: I want to stop.", "C: It's easier to go on."])
def test_either_side_of_talk_is_judged(text: str) -> None:
    assert {one.marker for one in judged(ASKED, text)} <= {"change_talk", "sustain_talk"}
    assert judged(ASKED, text)
