"""Long pauses: written while they last, settled when it is known who spoke."""

import pytest

from livecue.config import CareSettings, Settings
from livecue.events import AnyEvent, Candidate, Correction, Marker, Pause, PauseKind, Unheard
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


def test_responses_that_grow_slower_are_a_trend() -> None:
    talk = Talk()
    latencies_s = [0.5] * 6 + [2.0] * 6
    following: list[AnyEvent] = []
    for i, latency_s in enumerate(latencies_s):
        asked_end = i * 30.0 + 5.0
        talk.push(speech("clinician", i * 30.0, asked_end))
        following += talk.push(pause(asked_end, asked_end + latency_s))
    markers = [event for event in following if isinstance(event, Marker)]
    assert [one.evidence.basis for one in markers] == ["trend"]


def test_a_client_who_is_slow_throughout_shows_no_trend() -> None:
    talk = Talk()
    for i in range(30):
        asked_end = i * 30.0 + 5.0
        talk.push(speech("clinician", i * 30.0, asked_end))
        talk.push(pause(asked_end, asked_end + 2.4))
    assert not talk.standing("silence")


def test_a_longer_silence_is_surer() -> None:
    assert score(3.0, 3.0) == pytest.approx(0.5)
    assert score(2.0, 3.0) < score(3.0, 3.0) < score(4.0, 3.0) < 1.0
