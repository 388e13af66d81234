"""A session concluded anew with what a person corrected."""

from collections.abc import Sequence

import pytest

from livecue.cues.guide import load_guide
from livecue.events import (
    AnyEvent,
    Correction,
    Cue,
    Marker,
    Pause,
    Speech,
    Turn,
    current,
    standing,
)
from livecue.markers.lexicon import load_lexicon
from livecue.session.anew import anew
from livecue.session.by_hand import PRODUCTIVE, as_given, sign_of
from livecue.store.redaction import redact
from tests.review.long_session import long_log

LEXICON, GUIDE = load_lexicon("en"), load_guide("en")


@pytest.fixture(scope="module")
def log() -> list[AnyEvent]:
    return long_log(2)


@pytest.fixture(scope="module")
def once() -> list[AnyEvent]:
    """Not joined: what is usual for the client is learnt from its beginning to its end."""
    return long_log(1)


def again(log: Sequence[AnyEvent]) -> list[AnyEvent]:
    """By the rules alone, as the log was made."""
    return anew(log, LEXICON, GUIDE, None)


def by_hand(log: Sequence[AnyEvent], of_seq: int, **fields: object) -> list[AnyEvent]:
    """The log with one more correction by the clinician."""
    correction = Correction.model_validate(
        {"seq": log[-1].seq + 1, "at": 0.0, "of_seq": of_seq, "by": "clinician", **fields}
    )
    return [*log, correction]


def markers(events: Sequence[AnyEvent]) -> list[tuple[str, float, float, float, str | None]]:
    found = [one for one in current(events) if isinstance(one, Marker)]
    return sorted((m.marker, m.start, m.end, m.score, m.evidence.uncounted) for m in found)


def cues(events: Sequence[AnyEvent]) -> list[tuple[str, float, object, bool]]:
    return [(c.cue, c.at, c.reason, c.shown) for c in events if isinstance(c, Cue)]


def first(log: Sequence[AnyEvent], name: str) -> Marker:
    return next(one for one in current(log) if isinstance(one, Marker) and one.marker == name)


def a_word_on_a_speaker_that_changes_nothing(log: Sequence[AnyEvent]) -> list[AnyEvent]:
    speech = next(one for one in log if isinstance(one, Speech))
    return by_hand(log, speech.seq, changes={"speaker": speech.speaker})


def wordless(log: Sequence[AnyEvent]) -> list[AnyEvent]:
    return [kept for event in log if (kept := redact(event, ("timeline",))) is not None]


def test_without_corrections_a_session_comes_out_as_it_was(log: list[AnyEvent]) -> None:
    assert cues(log)
    assert markers(again(log)) == markers(log)
    assert cues(again(log)) == cues(log)


def test_read_and_timed_again_a_session_comes_out_as_it_was(once: list[AnyEvent]) -> None:
    corrected = a_word_on_a_speaker_that_changes_nothing(once)
    assert markers(again(corrected)) == markers(once)
    assert cues(again(corrected)) == cues(once)


def test_without_words_a_session_comes_out_as_it_was(log: list[AnyEvent]) -> None:
    kept = wordless(log)
    assert cues(again(kept)) == cues(log)
    assert cues(again(a_word_on_a_speaker_that_changes_nothing(kept))) == cues(log)


def test_a_marker_struck_out_is_gone_and_so_is_the_cue_that_it_completed(
    log: list[AnyEvent],
) -> None:
    cue = next(one for one in log if isinstance(one, Cue) and one.cue == "consider_pausing")
    name = cue.reason[0][0]
    wrong = next(
        one for one in reversed(log[: cue.seq]) if isinstance(one, Marker) and one.marker == name
    )
    now = again(by_hand(log, wrong.seq, retracted=True))
    assert sign_of(wrong) not in {sign_of(one) for one in now if isinstance(one, Marker)}
    assert (cue.cue, cue.at) not in {(one[0], one[1]) for one in cues(now)}


def test_a_marker_struck_out_stays_out_when_it_is_concluded_anew_under_another_number(
    log: list[AnyEvent],
) -> None:
    wrong = first(log, "yes_but")
    corrected = a_word_on_a_speaker_that_changes_nothing(by_hand(log, wrong.seq, retracted=True))
    assert sign_of(wrong) not in {
        sign_of(one) for one in again(corrected) if isinstance(one, Marker)
    }


def test_a_silence_named_productive_stays_and_does_not_count(once: list[AnyEvent]) -> None:
    silence = first(once, "silence")
    evidence = {**silence.evidence.model_dump(mode="json"), "uncounted": PRODUCTIVE}
    corrected = by_hand(once, silence.seq, changes={"evidence": evidence})
    now = again(corrected)
    assert [reason for _, _, reason, _ in cues(once) if "silence" in str(reason)]
    assert (silence.marker, silence.start) in {
        (one[0], one[1]) for one in markers(now) if one[4] == PRODUCTIVE
    }
    assert not [reason for _, at, reason, _ in cues(now) if "silence" in str(reason)]


def test_what_is_the_clinicians_carries_no_marker_any_more(log: list[AnyEvent]) -> None:
    turn_i = first(log, "yes_but").turn
    turn = next(one for one in log if isinstance(one, Turn) and one.i == turn_i)
    corrected = by_hand(log, turn.seq, changes={"speaker": "clinician"})
    now = [one for one in current(again(corrected)) if isinstance(one, Marker)]
    assert all(one.turn != turn_i for one in now)
    kept = by_hand(wordless(log), turn.seq, changes={"speaker": "clinician"})
    assert all(one.turn != turn_i for one in current(again(kept)) if isinstance(one, Marker))


def test_where_somebody_else_spoke_a_pause_is_anothers(log: list[AnyEvent]) -> None:
    pause = next(one for one in log if isinstance(one, Pause) and one.kind == "response")
    answer = next(one for one in log if isinstance(one, Speech) and one.start == pause.end)
    corrected = by_hand(log, answer.seq, changes={"speaker": "clinician"})
    kinds = {one.start: one.kind for one in as_given(corrected) if isinstance(one, Pause)}
    assert kinds[pause.start] == "clinician"


def test_a_correction_taken_back_leaves_the_log_as_it_was(log: list[AnyEvent]) -> None:
    corrected = by_hand(log, first(log, "yes_but").seq, retracted=True)
    undone = by_hand(corrected, corrected[-1].seq, retracted=True)
    assert standing(undone) == log
    assert current(undone) == current(log)
    assert cues(again(undone)) == cues(log)
