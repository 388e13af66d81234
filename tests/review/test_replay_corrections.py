"""A person's hand in the review, as what is kept of it."""

from collections.abc import Callable

import pytest

from livecue.events import (
    Action,
    ActionName,
    AnyEvent,
    Correction,
    Marker,
    Speech,
    Turn,
    current,
    standing,
)
from livecue.review.replay.corrections import (
    can_undo,
    give_to_other,
    name_productive,
    strike_out,
    undo,
)
from livecue.review.replay.run import printed
from livecue.review.replay.timeline import timeline_of
from livecue.review.tuning.walk import keep
from livecue.session.anew import speakers_were_corrected
from tests.review.long_session import long_log
from tests.review.sessions import LEXICON


class Kept:
    """A session that takes more events, as the store does."""

    def __init__(self) -> None:
        self.log = long_log(1)

    def keep(self, make: Callable[[int], AnyEvent]) -> AnyEvent:
        event = make(self.log[-1].seq + 1)
        self.log.append(event)
        return event

    def act(self, action: ActionName, value: str | None = None) -> None:
        self.keep(lambda seq: Action(seq=seq, at=200.0, action=action, value=value))

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


def test_undo_takes_back_a_note_and_the_correction_before_it_one_at_a_time(kept: Kept) -> None:
    before = list(kept.log)
    strike_out(kept.keep, kept.log, kept.marker("yes_but"), 400.0)
    with_one = current(kept.log)
    kept.act("note", "a slip of the pen")
    undo(kept.keep, kept.log, 400.0)
    assert current(kept.log) == with_one
    shown = timeline_of(kept.log)
    assert "a slip of the pen" not in [item.says for item in shown.lane("marks").items]
    assert "a slip of the pen" not in printed(kept.log)
    undo(kept.keep, kept.log, 400.0)
    assert standing(kept.log) == before
    assert not can_undo(kept.log)


def test_a_note_taken_back_after_a_turn_was_given_away_leaves_the_turn_there(kept: Kept) -> None:
    turn = next(e for e in current(kept.log) if isinstance(e, Turn) and e.speaker == "client")
    kept.act("note", "before")
    give_to_other(kept.keep, kept.log, turn, 400.0)
    kept.act("note", "after")
    undo(kept.keep, kept.log, 400.0)
    assert speakers_were_corrected(kept.log)
    undo(kept.keep, kept.log, 400.0)
    assert not speakers_were_corrected(kept.log)
    assert can_undo(kept.log)


def test_undo_takes_back_that_the_client_took_part_and_the_word_before_it_counts(
    kept: Kept,
) -> None:
    kept.act("not_engaged")
    kept.act("engaged")
    said = []
    for _ in range(2):
        undo(kept.keep, kept.log, 400.0)
        said.append((timeline_of(kept.log).engaged, keep(kept.log, LEXICON).engaged))
    assert said == [(False, False), (None, None)]
    assert not can_undo(kept.log)
    assert not speakers_were_corrected(kept.log)


def test_a_moment_marked_in_the_session_is_not_taken_back_by_undo(kept: Kept) -> None:
    kept.act("mark")
    assert not can_undo(kept.log)
