"""Only what the client agreed to is kept."""

import pytest

from livecue.config import ConsentScope
from livecue.events import AnyEvent, Candidate, Correction, Turn
from livecue.store.redaction import redact
from tests.events import action, cue, health, marker, pause, speech, turn
from tests.store.twins import SAID, a_session, ended, started

CORRECTION = Correction(
    seq=3,
    at=4.0,
    of_seq=2,
    changes={
        "end": 9.0,
        "text": SAID,
        "words": [[SAID, 1.0, 2.0, 0.9]],
        "evidence": {"basis": "rule", "words": [SAID], "reasons": [SAID]},
    },
)
CANDIDATE = Candidate.model_validate(
    marker("homework", 5.0, words=(SAID,), reasons=(SAID,)).model_dump() | {"type": "candidate"}
)
EVERYTHING: list[AnyEvent] = [
    *a_session("a"),
    CORRECTION,
    CANDIDATE,
    action(4.0, "mode", "exploring"),
    health(5.0, "overflow"),
    ended(9, 12.0, cue=1),
]


@pytest.mark.parametrize("consent", [(), ("listen",), ("words", "audio", "listen")])
def test_without_the_timeline_nothing_is_kept(consent: tuple[ConsentScope, ...]) -> None:
    assert [redact(event, consent) for event in EVERYTHING] == [None] * len(EVERYTHING)


def test_with_words_everything_is_kept_as_it_is() -> None:
    assert [redact(event, ("timeline", "words")) for event in EVERYTHING] == EVERYTHING


@pytest.mark.parametrize("event", EVERYTHING, ids=lambda event: event.type)
def test_without_words_nothing_that_was_said_is_kept(event: AnyEvent) -> None:
    kept = redact(event, ("listen", "timeline"))
    assert kept is not None
    text = kept.model_dump_json()
    assert not any(word in text for word in [*SAID.split(), "week"] if word != "the")


def test_without_words_a_turn_keeps_its_time_and_speaker() -> None:
    kept = redact(turn(4, "client", SAID, 7.0, confidence=0.8), ("timeline",))
    assert isinstance(kept, Turn)
    assert (kept.i, kept.start, kept.speaker, kept.confidence) == (4, 7.0, "client", 0.8)


def test_without_words_a_marker_keeps_its_rule_pause_and_score() -> None:
    heard = marker("silence", 7.0, pause_s=5.0, threshold_s=3.0, words=(SAID,))
    blank = heard.evidence.model_copy(update={"words": ()})
    assert redact(heard, ("timeline",)) == heard.model_copy(update={"evidence": blank})


def test_without_words_a_correction_keeps_what_else_it_changed() -> None:
    kept = redact(CORRECTION, ("timeline",))
    assert isinstance(kept, Correction)
    assert kept.changes["end"] == 9.0
    assert kept.changes["text"] is None
    assert kept.changes["evidence"]["basis"] == "rule"


@pytest.mark.parametrize(
    "event",
    [
        started("a", "river"),
        speech("client", 1.0, 2.0),
        pause(1.0, 5.0),
        cue(8.0, "homework"),
        action(4.0, "mark", "look again"),
        ended(9, 12.0),
    ],
    ids=lambda event: event.type,
)
def test_without_words_whatever_holds_none_is_kept_as_it_is(event: AnyEvent) -> None:
    assert redact(event, ("timeline",)) == event
