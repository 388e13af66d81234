"""What other settings would have told: the same as hearing the session again with them."""

import random
from collections.abc import Sequence

import pytest

from livecue.config import Settings
from livecue.config.listing import replayable
from livecue.events import (
    Action,
    AnyEvent,
    Correction,
    Cue,
    Marker,
    Speech,
    Turn,
)
from livecue.review.tuning.kept import KeptSession
from livecue.review.tuning.walk import keep
from livecue.review.tuning.what_if import same_cue, what_if
from livecue.store.redaction import redact
from tests.review.sessions import GUIDE, LEXICON, bundled_lines, drawn, heard, slower

LINES = bundled_lines()
DRAWS = 6


@pytest.fixture(scope="module")
def log() -> list[AnyEvent]:
    return heard(LINES)


@pytest.fixture(scope="module")
def kept(log: list[AnyEvent]) -> KeptSession:
    return keep(log, LEXICON)


def cues_of(log: Sequence[AnyEvent]) -> list[Cue]:
    return [event for event in log if isinstance(event, Cue)]


def assert_same(answered: Sequence[Cue], told: Sequence[Cue]) -> None:
    assert [(c.at, c.cue, c.reason) for c in answered] == [(c.at, c.cue, c.reason) for c in told]
    assert all(map(same_cue, answered, told))


def test_with_nothing_changed_the_cues_are_those_that_were_told(
    log: list[AnyEvent], kept: KeptSession
) -> None:
    assert cues_of(log)
    assert_same(what_if(kept, kept.base, GUIDE), cues_of(log))


@pytest.mark.parametrize("seed", range(DRAWS))
def test_the_answer_is_what_hearing_the_session_again_tells(kept: KeptSession, seed: int) -> None:
    values = drawn(replayable(), random.Random(seed))
    changed = Settings().with_values(values)
    assert_same(what_if(kept, changed, GUIDE), cues_of(heard(LINES, changed)))


def test_a_lower_threshold_finds_pauses_that_were_not_long_before(kept: KeptSession) -> None:
    values = {"silence.response_threshold_s": 0.6, "silence.within_turn_threshold_s": 15.0}
    changed = Settings().with_values(values)
    answered = what_if(kept, changed, GUIDE)
    assert len(answered) > len(what_if(kept, Settings(), GUIDE))
    assert_same(answered, cues_of(heard(LINES, changed)))


def test_a_highest_threshold_below_the_lowest_is_the_one_that_holds(kept: KeptSession) -> None:
    values = {"silence.highest_threshold_s": 1.0, "balanced.silence": 0.37}
    changed = Settings().with_values(values)
    answered = what_if(kept, changed, GUIDE)
    assert answered != what_if(kept, Settings(), GUIDE)
    assert_same(answered, cues_of(heard(LINES, changed)))


def test_a_silence_that_belongs_to_nobody_sooner_is_answered_too(kept: KeptSession) -> None:
    changed = Settings().with_values({"hearing.lapse_s": 5.0})
    assert_same(what_if(kept, changed, GUIDE), cues_of(heard(LINES, changed)))


def test_a_marker_that_was_struck_out_leads_to_no_cue(log: list[AnyEvent]) -> None:
    first = cues_of(log)[0]
    (name, _), *_ = first.reason
    struck = [e for e in log if isinstance(e, Marker) and e.marker == name]
    taken = [
        Correction(seq=len(log) + n, at=e.known_at, of_seq=e.seq, retracted=True, by="clinician")
        for n, e in enumerate(struck)
    ]
    again = what_if(keep([*log, *taken], LEXICON), Settings(), GUIDE)
    assert name not in {sign for cue in again for sign, _ in cue.reason}


def test_without_words_what_was_noticed_in_them_is_weighed_as_it_was(
    log: list[AnyEvent], kept: KeptSession
) -> None:
    wordless = [event for e in log if (event := redact(e, ("timeline",))) is not None]
    again = keep(wordless, LEXICON)
    assert not again.with_words
    assert not any(isinstance(e, Turn) and e.text for e in wordless)
    for values in ({}, {"balanced.yes_but": 0.95}, {"cues.count": 3}):
        changed = Settings().with_values(values)
        told = {(c.at, c.cue, c.reason) for c in what_if(kept, changed, GUIDE)}
        assert {(c.at, c.cue, c.reason) for c in what_if(again, changed, GUIDE)} == told


def test_whether_a_session_is_marked_as_engaged_is_the_latest_word(log: list[AnyEvent]) -> None:
    marked = [
        Action(seq=len(log), at=1.0, action="engaged"),
        Action(seq=len(log) + 1, at=1.0, action="not_engaged"),
    ]
    assert keep(log, LEXICON).engaged is None
    assert keep([*log, marked[0]], LEXICON).engaged is True
    assert keep([*log, *marked], LEXICON).engaged is False


def test_a_slower_client_is_the_same_talk_with_longer_silences() -> None:
    slow = [event for event in heard(slower(LINES[:20], 3.0)) if isinstance(event, Speech)]
    usual = [event for event in heard(LINES[:20]) if isinstance(event, Speech)]
    assert slow[-1].end > usual[-1].end
