"""Delays taken from logs made by hand."""

from typing import Any

import pytest

from livecue.benchmarks.latency import LatencyScore, final_turns, score_latency
from livecue.events import AnyEvent, Correction, End, Latency, Turn
from tests.events import turn


def heard(i: int, text: str | None, end: float, closed: float, emitted: float, **more: Any) -> Turn:
    """A client's turn that began two seconds before its end."""
    times = {"end": end, "closed_at": closed, "emitted_at": emitted}
    return turn(i, "client", text, end - 2.0, **times, **more)


def corrected(of: Turn, emitted: float, **changes: Any) -> Correction:
    return Correction(
        seq=of.seq + 100, at=emitted, of_seq=of.seq, changes=changes, emitted_at=emitted
    )


def went_on(of: Turn, text: str, end: float, closed: float, emitted: float) -> Correction:
    """What is written when a reopened turn is over again."""
    return corrected(of, emitted, text=text, end=end, closed_at=closed)


def ended(reopened: int) -> End:
    counts = {"turn": 1, "turn_reopened": reopened}
    return End(seq=999, at=60.0, counts=counts, audio_s=60, wall_s=60, latency=Latency())


YES = heard(0, "Yes.", end=10.0, closed=11.2, emitted=11.5)


@pytest.mark.parametrize(
    ("log", "with_wait", "wait", "after_wait"),
    [
        pytest.param([YES], [1.5], [1.2], [0.3], id="a turn"),
        pytest.param(
            [YES, went_on(YES, "Yes, but.", end=12.0, closed=13.0, emitted=13.1)],
            [1.1],
            [1.0],
            [0.1],
            id="a turn that went on counts from its new end",
        ),
        pytest.param(
            [YES, went_on(YES, "Yes.", end=12.0, closed=13.0, emitted=13.1)],
            [1.5],
            [1.2],
            [0.3],
            id="a correction that found no more words made nobody wait",
        ),
        pytest.param(
            [YES, corrected(YES, 20.0, speaker="clinician")],
            [1.5],
            [1.2],
            [0.3],
            id="who spoke says nothing of when",
        ),
        pytest.param([heard(0, "", 10, 11, 12)], [], [], [], id="a turn in which nothing is said"),
        pytest.param([heard(0, None, 10, 11, 12)], [], [], [], id="a turn whose words are lost"),
        pytest.param([], [], [], [], id="nothing"),
    ],
)
def test_a_turn_waits_for_its_final_words(
    log: list[AnyEvent], with_wait: list[float], wait: list[float], after_wait: list[float]
) -> None:
    scored = score_latency(log)
    assert scored.turn_s == pytest.approx(with_wait)
    assert scored.turn_unaware_s == pytest.approx(wait)
    assert scored.after_closing_s == pytest.approx(after_wait)


def test_each_word_waits_from_its_own_end() -> None:
    words = [("Well,", 8.0, 8.4, 0.9), ("yes.", 9.6, 10.0, 0.9)]
    scored = score_latency([heard(0, "Well, yes.", 10.0, 11.2, 11.5, words=words)])
    assert scored.word_s == pytest.approx([3.1, 1.5])
    assert scored.word_unaware_s == pytest.approx([2.8, 1.2])


def test_lost_words_and_early_closings_are_counted() -> None:
    log: list[AnyEvent] = [YES, heard(1, None, 20, 21, 22), heard(2, "", 30, 31, 32), ended(3)]
    scored = score_latency(log)
    assert (scored.without_words, scored.closed_too_early) == (1, 3)


def test_final_turns_come_in_the_order_in_which_they_were_said() -> None:
    later = heard(0, "Mm-hmm.", end=30.0, closed=31, emitted=31)
    earlier = heard(1, "I went.", end=29.0, closed=32, emitted=32)
    assert [found.text for found in final_turns([later, earlier])] == ["I went.", "Mm-hmm."]


def test_scores_add_up_and_are_summed_over_all_delays() -> None:
    total = LatencyScore(turn_s=(1.0, 2.0), closed_too_early=1) + LatencyScore(
        turn_s=(9.0,), turn_unaware_s=(0.5,)
    )
    assert total.turn.computation_aware.p50 == 2.0
    assert total.turn.computation_aware.max == 9.0
    assert total.turn.computation_unaware.p50 == 0.5
    assert total.closed_too_early == 1
    assert total.word.computation_aware.p50 is None
