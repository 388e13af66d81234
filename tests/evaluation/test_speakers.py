"""Who was taken to speak, scored against who did."""

import pytest

from livecue.evaluation.pauses import Piece
from livecue.evaluation.speakers import diarization_error, score_speakers
from livecue.events import AnyEvent, Correction, Speaker, Speech


def speech(seq: int, start: float, end: float, speaker: Speaker) -> Speech:
    return Speech(seq=seq, start=start, end=end, speaker=speaker)


ANSWER = [Piece("clinician", 0, 4), Piece("client", 5, 15)]


def test_time_with_the_right_speaker_is_counted_over_the_speech_heard() -> None:
    scored = score_speakers(ANSWER, [speech(0, 0, 2, "clinician"), speech(1, 5, 11, "clinician")])
    assert (scored.speech_s, scored.heard_s, scored.right_s) == (14, 8, 2)
    assert scored.right == pytest.approx(0.25)
    assert scored.unheard == pytest.approx(6 / 14)


def test_an_unknown_voice_is_neither_right_nor_unheard() -> None:
    scored = score_speakers(ANSWER, [speech(0, 0, 4, "unknown"), speech(1, 5, 15, "client")])
    assert scored.unknown == pytest.approx(4 / 14)
    assert scored.right == pytest.approx(10 / 14)
    assert scored.unheard == 0


def test_a_correction_counts() -> None:
    log: list[AnyEvent] = [speech(0, 0, 4, "client"), speech(1, 5, 15, "client")]
    log.append(Correction(seq=2, at=16, of_seq=0, changes={"speaker": "clinician"}))
    assert score_speakers(ANSWER, log).right == 1


def test_time_in_which_both_speak_is_left_out() -> None:
    both = [Piece("clinician", 0, 4), Piece("client", 3, 6)]
    assert score_speakers(both, [speech(0, 0, 6, "client")]).speech_s == 5


def test_nothing_heard_has_no_share() -> None:
    scored = score_speakers(ANSWER, [])
    assert (scored.right, scored.unheard) == (None, 1)


def test_the_diarization_error_takes_the_names_that_fit_best() -> None:
    pytest.importorskip("pyannote.metrics", reason="the extra 'research' is not installed")
    there = [("anna", 0.0, 4.0), ("ben", 5.0, 15.0)]
    right = [speech(0, 0, 4, "client"), speech(1, 5, 15, "clinician")]
    assert diarization_error(there, right, 20) == 0
    half = [speech(0, 0, 4, "client"), speech(1, 5, 10, "clinician"), speech(2, 10, 15, "client")]
    assert diarization_error(there, half, 20) == pytest.approx(5 / 14)
    false_alarm = [*right, speech(2, 16, 23, "client")]
    assert diarization_error(there, false_alarm, 20) == pytest.approx(4 / 14)
