"""A person's hand in the review, as what is kept of it."""

from collections.abc import Callable

import pytest

from livecue.events import AnyEvent, Correction, Marker, Speech, Turn, current, standing
from livecue.review.replay.corrections import (
    can_undo,
    give_to_other,
    name_productive,
    strike_out,
    undo,
)
from tests.review.long_session import long_log


class Kept:
    """A session that takes more events, as the store does."""

    def __init__(self) -> None:
        self.log = long_log(1)

    def keep(self, make: Callable[[int], AnyEvent]) -> AnyEvent:
        event = make(self.log[-1].seq + 1)
        self.log.append(event)
        return event

    def marker(self, name: str) -> Marker:
        return next(e for e in current(self.log) if isinstance(e, Marker) and e.marker == name)


@pytest.fixture
def kept() -> Kept:
    return Kept()


def test_a_marker_struck_out_is_taken_back_by_the_clinician(kept: Kept) -> None:
    wrong = kept.marker("yes_but")
    strike_out(kept.keep, kept.log, wrong, 400.0)
    said = kept.log[-1]
    assert isinstance(said, Correction)
    assert (said.of_seq, said.retracted, said.by) == (wrong.seq, True, "clinician")


def test_a_marker_that_is_not_in_the_log_is_kept_before_it_is_struck_out(kept: Kept) -> None:
    fresh = kept.marker("yes_but").model_copy(update={"seq": 99_999, "start": 12.0})
    strike_out(kept.keep, kept.log, fresh, 400.0)
    written, said = kept.log[-2:]
    assert isinstance(written, Marker)
    assert isinstance(said, Correction)
    assert said.of_seq == written.seq
    assert written.seq not in {event.seq for event in current(kept.log)}


def test_a_silence_named_productive_says_why_it_does_not_count(kept: Kept) -> None:
    silence = kept.marker("silence")
    name_productive(kept.keep, kept.log, silence, 400.0)
    now = next(e for e in current(kept.log) if e.seq == silence.seq)
    assert isinstance(now, Marker)
    assert now.evidence.uncounted == "productive"
    assert now.evidence.pause_s == silence.evidence.pause_s


def test_a_turn_goes_to_the_other_speaker_with_the_speech_in_it(kept: Kept) -> None:
    turn = next(e for e in current(kept.log) if isinstance(e, Turn) and e.speaker == "client")
    give_to_other(kept.keep, kept.log, turn, 400.0)
    inside = [
        event
        for event in current(kept.log)
        if isinstance(event, Speech) and turn.start <= event.start and event.end <= turn.end
    ]
    assert inside
    assert {event.speaker for event in inside} == {"clinician"}
    assert next(e for e in current(kept.log) if e.seq == turn.seq).speaker == "clinician"  # type: ignore[union-attr]


def test_undo_takes_back_a_turn_with_its_speech_and_one_correction_at_a_time(kept: Kept) -> None:
    before = list(kept.log)
    turn = next(e for e in current(kept.log) if isinstance(e, Turn) and e.speaker == "client")
    strike_out(kept.keep, kept.log, kept.marker("yes_but"), 400.0)
    with_one = current(kept.log)
    give_to_other(kept.keep, kept.log, turn, 400.0)
    undo(kept.keep, kept.log, 400.0)
    assert current(kept.log) == with_one
    undo(kept.keep, kept.log, 400.0)
    assert standing(kept.log) == before
    assert not can_undo(kept.log)
    undo(kept.keep, kept.log, 400.0)
    assert standing(kept.log) == before
