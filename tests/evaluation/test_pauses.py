"""Pauses heard, scored against those there are."""

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.evaluation.pauses import Reference, gaps, pieces_of, reference, score_pauses
from livecue.transcripts.session import Span, TranscriptSession, TranscriptTurn


def session(*turns: tuple[str, float, float, str]) -> TranscriptSession:
    """Turns as (speaker, start, end, text)."""
    return TranscriptSession.model_validate(
        {
            "id": "made",
            "turns": [
                {"i": i, "speaker": speaker, "start": start, "end": end, "text": text}
                for i, (speaker, start, end, text) in enumerate(turns)
            ],
        }
    )


def sound(seconds: float, *loud: tuple[int, float, float, float]) -> Samples:
    """Two channels, silent but for a hum: (channel, start, end, amplitude)."""
    samples = np.zeros((round(seconds * SAMPLE_RATE_HZ), 2), np.int16)
    for channel, start, end, amplitude in loud:
        first, last = round(start * SAMPLE_RATE_HZ), round(end * SAMPLE_RATE_HZ)
        hum = amplitude * np.sin(np.arange(last - first) * 0.3)
        samples[first:last, channel] = hum.astype(np.int16)
    return samples


def there(*pauses: Span) -> Reference:
    return Reference(pauses=pauses, silences=pauses, short_turns=(), duration_s=600)


def test_a_pause_lies_between_two_turns_or_inside_one() -> None:
    made = session(("clinician", 0, 2, "How was it?"), ("client", 3, 8, "Well it was long"))
    turn = made.turns[1].model_copy(update={"pauses": ((5.0, 6.0),)})
    pieces = pieces_of(made.model_copy(update={"turns": (made.turns[0], turn)}))
    assert [(p.start, p.end) for p in pieces] == [(0, 2), (3, 5), (6, 8)]
    assert gaps((p.start, p.end) for p in pieces) == [(2, 3), (5, 6)]


def test_a_rest_inside_a_voice_is_a_silence_and_not_a_pause_that_must_be_found() -> None:
    made = session(("clinician", 0, 2, "One. Two."), ("client", 2.2, 3, "Yes"))
    loud = [(0, 0.0, 0.6, 8_000.0), (0, 1.3, 2.0, 8_000.0), (1, 2.2, 3.0, 8_000.0)]
    found = reference(made, sound(4, *loud))
    assert found.pauses == ()
    assert [pytest.approx(span) for span in found.silences] == [(0.6, 1.3), (2.0, 2.2), (3.0, 4.0)]


def test_sound_far_below_a_voices_loudest_is_silence() -> None:
    made = session(("clinician", 0, 2, "One"))
    found = reference(made, sound(2, (0, 0, 1, 8_000), (0, 1, 1.8, 60), (0, 1.8, 2, 8_000)))
    assert [pytest.approx(span) for span in found.silences] == [(1.0, 1.8)]


def test_a_detection_over_half_of_a_pause_finds_it_however_long_it_is() -> None:
    scored = score_pauses(there((10, 12)), [(0, 10.9), (11.95, 20)])
    assert (scored.found, scored.false) == (1, 0)
    assert scored.error_s(100) == pytest.approx(0.95)


def test_a_detection_over_less_than_half_does_not() -> None:
    assert score_pauses(there((10, 12)), [(0, 11.1), (12, 20)]).found == 0


def test_a_pause_cut_by_a_key_is_found_with_a_large_error_or_not_at_all() -> None:
    scored = score_pauses(there((10, 15)), [(0, 10), (13, 13.1), (15, 20)])
    assert scored.error_s(100) == pytest.approx(2.0)


def test_a_long_detection_where_a_voice_sounds_is_false() -> None:
    scored = score_pauses(there((10, 11)), [(0, 5), (5.7, 10), (11, 20)])
    assert (scored.false, scored.unlisted) == (1, 1)


def test_a_borderline_detection_is_never_false() -> None:
    assert score_pauses(there((10, 11)), [(0, 5), (5.6, 10), (11, 20)]).false == 0


def test_a_rest_that_no_label_lists_is_unlisted_and_not_false() -> None:
    scored = score_pauses(
        Reference(pauses=(), silences=((5, 5.8),), short_turns=(), duration_s=600),
        [(0, 5), (5.8, 9)],
    )
    assert (scored.false, scored.unlisted) == (0, 1)


def test_a_short_turn_is_heard_when_half_of_it_is() -> None:
    made = session(
        ("clinician", 0, 2, "How was it for you?"),
        ("client", 3, 3.4, "Fine."),
        ("clinician", 4, 6, "And the week before that?"),
        ("client", 7, 7.4, "Mm."),
    )
    there_is = reference(made, sound(8))
    scored = score_pauses(there_is, [(0, 2), (3.1, 3.4), (4, 6), (7.3, 7.4)])
    assert (scored.short_turns, scored.short_turns_heard) == (2, 1)


def test_scores_add_up_over_sessions() -> None:
    one = score_pauses(there((10, 12)), [(0, 10), (12, 20)])
    total = one + score_pauses(there((10, 12)), [(0, 10.1), (20, 22)])
    assert total.pauses == 2
    assert total.recall == 1
    assert total.error_s(100) == pytest.approx(7.9)
    assert total.false_per_10_min == pytest.approx(0.5)


def test_turns_without_times_are_no_reference() -> None:
    turn = TranscriptTurn(i=0, speaker="client", start=None, end=None, text="Yes")
    with pytest.raises(AssertionError, match="turn 0"):
        pieces_of(TranscriptSession(id="made", turns=(turn,)))
