"""Long pauses: written while they last, settled when it is known who spoke."""

from collections.abc import Sequence

import pytest

from livecue.config import CareSettings, Settings, SilenceSettings
from livecue.events import Candidate, Correction, Marker, Pause, PauseKind, Unheard
from livecue.markers.silence import score
from tests.events import pause, speech, turn
from tests.markers.talked import Talk

ASKED = "What goes through your mind when the phone rings?"
ANSWERED = "That something has happened to one of the children again."


def _running(start: float, kind: PauseKind = "response", threshold_s: float = 3.0) -> Pause:
    """A pause that has just passed its threshold."""
    return pause(start, None, kind).model_copy(
        update={"duration_s": threshold_s, "threshold_s": threshold_s}
    )


def _asked(talk: Talk, text: str = ASKED, start: float = 0.0, end: float = 5.0) -> None:
    talk.push(speech("clinician", start, end))
    talk.push(turn(0, "clinician", text, start, end=end))


def test_it_is_written_while_the_silence_lasts() -> None:
    talk = Talk()
    _asked(talk)
    (marker,) = talk.push(_running(5.0))
    assert isinstance(marker, Marker)
    assert (marker.marker, marker.turn, marker.before_turn) == ("silence", None, 0)
    assert (marker.start, marker.known_at) == (5.0, 8.0)
    assert (marker.evidence.pause_s, marker.evidence.threshold_s) == (3.0, 3.0)


def test_it_does_not_wait_for_text() -> None:
    talk = Talk()
    talk.push(speech("clinician", 0.0, 5.0))
    (marker,) = talk.push(_running(5.0))
    assert isinstance(marker, Marker)
    assert marker.before_turn is None


def test_the_answer_gives_it_its_length_and_its_turn() -> None:
    talk = Talk()
    _asked(talk)
    talk.push(_running(5.0))
    (ended,) = talk.push(pause(5.0, 11.0))
    assert isinstance(ended, Correction)
    assert ended.changes["end"] == 11.0
    talk.push(turn(1, "client", ANSWERED, 11.0))
    (marker,) = talk.standing("silence")
    assert (marker.turn, marker.before_turn, marker.end) == (1, 0, 11.0)
    assert marker.evidence.pause_s == 6.0
    assert marker.score == pytest.approx(0.8)


@pytest.mark.parametrize("kind", ["clinician", "lapse"])
def test_it_is_taken_back_when_the_clinician_goes_on_or_nobody_does(kind: PauseKind) -> None:
    talk = Talk()
    _asked(talk)
    talk.push(_running(5.0))
    (taken_back,) = talk.push(pause(5.0, 11.0, kind))
    assert isinstance(taken_back, Correction)
    assert taken_back.retracted
    assert not talk.standing("silence")


def test_a_pause_within_the_clients_turn_is_written_only_when_the_client_goes_on() -> None:
    talk = Talk()
    _asked(talk)
    assert talk.push(_running(9.0, "within_turn")) == []
    (marker,) = talk.push(pause(9.0, 13.5, "within_turn"))
    assert isinstance(marker, Marker)
    assert (marker.evidence.basis, marker.known_at) == ("long_pause_within_turn", 13.5)
    talk.push(turn(1, "client", ANSWERED, 6.0, end=16.0))
    assert [one.turn for one in talk.standing("silence")] == [1]


def test_a_pause_before_the_client_goes_on_after_a_back_channel_is_that_turns() -> None:
    talk = Talk()
    _asked(talk, "How so?")
    talk.push(pause(5.0, 9.0, "within_turn"))
    talk.push(turn(1, "client", "I don't know.", 9.0))
    (marker,) = talk.standing("silence")
    assert (marker.evidence.basis, marker.turn) == ("long_pause_within_turn", 1)


def test_the_clinicians_own_pauses_are_none() -> None:
    talk = Talk()
    assert talk.push(_running(5.0, "clinician")) == []
    assert talk.push(pause(5.0, 15.0, "clinician")) == []


def test_a_turn_carries_one_silence_that_counts() -> None:
    talk = Talk()
    _asked(talk)
    talk.push(_running(5.0))
    talk.push(pause(5.0, 9.0))
    assert talk.push(pause(10.0, 15.0, "within_turn")) == []
    talk.push(turn(1, "client", "I don't know.", 9.0, end=16.0))
    (marker,) = talk.standing("silence")
    assert marker.evidence.basis == "long_pause"


def test_the_next_answer_is_another_occasion() -> None:
    talk = Talk()
    _asked(talk)
    talk.push(pause(5.0, 9.0))
    talk.push(speech("client", 9.0, 12.0))
    talk.push(speech("clinician", 13.0, 15.0))
    talk.push(pause(15.0, 19.5))
    assert len(talk.standing("silence")) == 2


def test_a_pause_near_its_threshold_is_kept_as_a_candidate() -> None:
    talk = Talk()
    _asked(talk)
    (candidate,) = talk.push(pause(5.0, 7.5))
    assert isinstance(candidate, Candidate)
    assert 0.2 <= candidate.score < 0.5
    assert talk.push(pause(20.0, 20.4)) == []


def test_a_silence_after_an_instruction_is_not_counted() -> None:
    talk = Talk()
    _asked(talk, "Close your eyes and picture the kitchen.")
    (candidate,) = talk.push(_running(5.0))
    assert isinstance(candidate, Candidate)
    assert candidate.evidence.uncounted == "instruction"


def test_it_is_taken_back_when_the_instruction_is_read_late() -> None:
    talk = Talk()
    talk.push(speech("clinician", 0.0, 5.0))
    talk.push(_running(5.0))
    (taken_back,) = talk.push(turn(0, "clinician", "Write that thought down.", 0.0, end=5.0))
    assert isinstance(taken_back, Correction)
    assert taken_back.retracted


@pytest.mark.parametrize(
    ("clinician", "uncounted"),
    [
        ("And now?", "instruction"),
        ("Mm-hmm.", "instruction"),
        ("What does it remind you of?", None),
    ],
)
def test_an_instruction_holds_until_something_of_weight_is_said(
    clinician: str, uncounted: str | None
) -> None:
    talk = Talk()
    _asked(talk, "Write down what you were thinking.")
    talk.push(pause(5.0, 25.0))
    talk.push(turn(1, "client", "Nearly there.", 25.0, end=26.0))
    talk.push(speech("clinician", 27.0, 29.0))
    talk.push(turn(2, "clinician", clinician, 27.0, end=29.0))
    (written,) = talk.push(_running(29.0))
    assert isinstance(written, Marker | Candidate)
    assert written.evidence.uncounted == uncounted


def test_talk_at_length_ends_the_work() -> None:
    talk = Talk()
    _asked(talk, "Write down what you were thinking.")
    read_out = (
        "I've put that he never rings, and that when he does it's because he wants something."
    )
    talk.push(turn(1, "client", read_out, 25.0, end=32.0))
    talk.push(turn(2, "clinician", "Mm-hmm.", 32.5, end=33.0))
    (marker,) = talk.push(pause(33.0, 39.0, "within_turn"))
    assert isinstance(marker, Marker)


def test_in_an_exercise_the_clinician_explains_and_the_client_reads_out() -> None:
    talk = Talk()
    _asked(talk, "Write that in the first column.")
    talk.push(turn(1, "client", "Tuesday.", 25.0, end=26.0))
    talk.push(turn(2, "clinician", "Now write the feeling next to it.", 27.0, end=29.0))
    read_out = (
        "I've put angry for when she skipped it, and then embarrassed for the rest of the day."
    )
    talk.push(turn(3, "client", read_out, 50.0, end=57.0))
    told = "Facts are what a camera could have seen, and feelings are one word each, as a rule."
    talk.push(turn(4, "clinician", told, 58.0, end=64.0))
    (candidate,) = talk.push(_running(64.0))
    assert isinstance(candidate, Candidate)
    talk.push(turn(5, "clinician", "What would you like to do about it?", 80.0, end=83.0))
    (marker,) = talk.push(_running(83.0))
    assert isinstance(marker, Marker)


def test_a_short_answer_in_tears_is_none() -> None:
    talk = Talk()
    _asked(talk, "It's all right to cry.")
    talk.push(turn(1, "clinician", "What would he have said?", 9.0))
    talk.push(turn(2, "client", "I don't know.", 13.0))
    assert not talk.standing("silence")


def test_an_instruction_does_not_hold_for_ever() -> None:
    talk = Talk(Settings(silence=SilenceSettings(work_s=60.0)))
    _asked(talk, "Close your eyes and picture the kitchen.")
    talk.push(turn(1, "client", "Okay.", 66.0, end=67.0))
    (marker,) = talk.push(pause(67.0, 73.0, "within_turn"))
    assert isinstance(marker, Marker)


def test_words_that_were_lost_may_have_had_weight() -> None:
    talk = Talk()
    _asked(talk, "Write that thought down.")
    talk.push(turn(1, "clinician", None, 20.0, end=25.0))
    (marker,) = talk.push(_running(25.0))
    assert isinstance(marker, Marker)


def test_silences_in_tears_are_not_counted_after_a_question_either() -> None:
    talk = Talk()
    _asked(talk, "It's all right to cry. There's a tissue beside you.")
    talk.push(
        turn(1, "client", "I keep thinking that he rang me and I let it ring.", 9.0, end=15.0)
    )
    talk.push(turn(2, "clinician", "What would he have said to you?", 16.0, end=18.0))
    (candidate,) = talk.push(_running(18.0))
    assert isinstance(candidate, Candidate)
    assert candidate.evidence.uncounted == "tears"
    talk.push(turn(3, "clinician", "What would you like to do about it?", 500.0, end=503.0))
    (marker,) = talk.push(_running(503.0))
    assert isinstance(marker, Marker)


def test_a_silence_is_taken_back_when_the_client_turns_out_to_be_crying() -> None:
    talk = Talk()
    _asked(talk)
    talk.push(pause(5.0, 11.0))
    talk.push(pause(12.0, 18.0, "within_turn"))
    talk.push(turn(1, "client", "Sorry, I didn't want to cry.", 11.0, end=20.0))
    assert [one.start for one in talk.standing("silence")] == [5.0]


def test_an_older_instruction_is_not_taken_for_the_turn_just_before() -> None:
    talk = Talk()
    _asked(talk, "Close your eyes and picture the kitchen.")
    talk.push(speech("clinician", 20.0, 25.0))
    (marker,) = talk.push(_running(25.0))
    assert isinstance(marker, Marker)
    assert marker.before_turn is None


def test_a_speaker_label_settled_later_takes_it_back() -> None:
    talk = Talk()
    _asked(talk)
    talk.push(_running(5.0))
    talk.push(pause(5.0, 9.0))
    ended = max(event.seq for event in talk.log if isinstance(event, Pause))
    talk.push(Correction(seq=0, at=12.0, of_seq=ended, changes={"kind": "clinician"}))
    assert not talk.standing("silence")


def test_a_pause_that_turns_out_to_be_the_clients_is_written_then() -> None:
    talk = Talk()
    _asked(talk)
    talk.push(pause(5.0, 9.0, "clinician"))
    ended = max(event.seq for event in talk.log if isinstance(event, Pause))
    talk.push(Correction(seq=0, at=12.0, of_seq=ended, changes={"kind": "response"}))
    (marker,) = talk.standing("silence")
    assert marker.known_at == 12.0


@pytest.mark.parametrize("at_the_end", [True, False])
def test_a_silence_that_nobody_ended_is_taken_back(at_the_end: bool) -> None:
    talk = Talk()
    _asked(talk)
    talk.push(_running(5.0))
    unheard = Unheard(seq=0, start=9.0, end=20.0, why="unplugged")
    talk.log += talk.stage.flush(60.0) if at_the_end else talk.push(unheard)
    assert not talk.standing("silence")


def test_silences_and_short_answers_can_each_be_left_out() -> None:
    def hour(care: CareSettings) -> list[str]:
        talk = Talk(Settings(care=care))
        _asked(talk)
        talk.push(pause(5.0, 9.0))
        talk.push(turn(1, "client", ANSWERED, 9.0))
        talk.push(turn(2, "clinician", "And what would you like instead?", 20.0))
        talk.push(turn(3, "client", "I don't know.", 23.2))
        return [one.evidence.basis for one in talk.standing("silence")]

    assert hour(CareSettings()) == ["long_pause", "short_answer"]
    assert hour(CareSettings(silences=False)) == ["short_answer"]
    assert hour(CareSettings(short_answers=False)) == ["long_pause"]


def _responses(talk: Talk, latencies_s: Sequence[float], text: str | None = None) -> None:
    """One response every half minute from the fifth minute; `text`: what each time was asked."""
    for i, latency_s in enumerate(latencies_s):
        asked = 300.0 + i * 30.0
        talk.push(speech("clinician", asked, asked + 5.0))
        talk.push(pause(asked + 5.0, asked + 5.0 + latency_s))
        if text is not None:
            talk.push(turn(i, "clinician", text, asked, end=asked + 5.0))


def test_responses_that_grow_slower_are_a_trend() -> None:
    talk = Talk()
    _responses(talk, [0.5] * 6 + [2.0] * 6)
    (marker,) = talk.standing("silence")
    assert marker.evidence.basis == "trend"
    assert marker.evidence.pause_s == 2.0


def test_a_trend_among_answers_to_like_questions_is_seen_once_text_comes() -> None:
    talk = Talk()
    for i in range(24):
        like, asked = i % 2 == 0, 300.0 + i * 30.0
        latency_s = (0.5 if i < 12 else 2.0) if like else 0.4
        talk.push(speech("clinician", asked, asked + 5.0))
        talk.push(pause(asked + 5.0, asked + 5.0 + latency_s))
        if i == 22:
            assert not talk.standing("silence")
        talk.push(turn(i, "clinician", ASKED if like else "Was it late?", asked, end=asked + 5.0))
    (marker,) = talk.standing("silence")
    assert (marker.evidence.basis, marker.before_turn) == ("trend", 22)


def test_a_trend_is_taken_back_when_text_shows_that_nothing_was_asked() -> None:
    talk = Talk()
    _responses(talk, [0.5] * 6 + [2.0] * 6)
    (marker,) = talk.standing("silence")
    told = turn(11, "clinician", "Most people find that it fades by itself.", 630.0, end=635.0)
    (taken_back,) = talk.push(told)
    assert isinstance(taken_back, Correction)
    assert (taken_back.of_seq, taken_back.retracted) == (marker.seq, True)


def test_a_trend_is_taken_back_when_its_pause_was_the_clinicians() -> None:
    talk = Talk()
    _responses(talk, [0.5] * 6 + [2.0] * 6)
    last = max(event.seq for event in talk.log if isinstance(event, Pause))
    talk.push(Correction(seq=0, at=650.0, of_seq=last, changes={"kind": "clinician"}))
    assert not talk.standing("silence")


def test_a_client_who_is_slow_throughout_shows_no_trend() -> None:
    talk = Talk()
    _responses(talk, [2.4] * 30)
    assert not talk.standing("silence")


def test_a_longer_silence_is_surer() -> None:
    assert score(3.0, 3.0) == pytest.approx(0.5)
    assert score(2.0, 3.0) < score(3.0, 3.0) < score(4.0, 3.0) < 1.0
