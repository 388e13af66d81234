"""The live rule: nothing is decided from what comes later."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.evaluation.past_only import assert_past_only, assert_same_when_cut
from livecue.events import AnyEvent
from livecue.markers.lexicon import load_lexicon
from livecue.transcripts.marked import Marking, mark_session
from livecue.transcripts.session import TranscriptSession
from tests.evaluation.sessions import marker, turn
from tests.markers.talked import by_words

CLINICIAN = (
    "What makes the evenings so hard?",
    "Could you try ringing her before the weekend?",
    "How did it go with the list we agreed on?",
    "So part of you wants to leave it as it is.",
    "Okay.",
    "Take a moment and write down what went through your mind.",
)
CLIENT = (
    "I know I should ring her, but I just can't face it.",
    "Maybe it was just the weather.",
    "Fine.",
    "I don't know.",
    "I couldn't do the list, the boiler broke and then my sister came to stay.",
    "Anyway, did I tell you about the dog?",
    "I really want to sleep again, I have to change something.",
    "It's easier to stay at home, honestly.",
    "Yeah, that makes sense, it's just that the week was so full.",
)
MARKING = Marking(Settings(), load_lexicon("en"), load_guide("en"), by_words())


def mark(session: TranscriptSession) -> Sequence[AnyEvent]:
    return mark_session(session, MARKING)


@st.composite
def sessions(draw: st.DrawFn) -> TranscriptSession:
    """Some turns of either, with times or without; some client turns hold a pause."""
    timed = draw(st.booleans())
    turns: list[dict[str, Any]] = []
    now = 1.0
    for i in range(draw(st.integers(2, 14))):
        speaker = draw(st.sampled_from(["client", "client", "clinician", "clinician"]))
        one = {"i": i, "speaker": speaker}
        one["text"] = draw(st.sampled_from(CLIENT if speaker == "client" else CLINICIAN))
        if timed:
            start = now + draw(st.sampled_from([0.1, 0.6, 2.5, 7.0]))
            pause_s = draw(st.sampled_from([0.0, 0.0, 4.0]))
            now = start + 4.0 + pause_s
            pauses = [(start + 2.0, start + 2.0 + pause_s)] if pause_s else []
            one |= {"start": start, "end": now, "pauses": pauses}
        turns.append(one)
    return TranscriptSession.model_validate({"id": "invented", "turns": turns})


@given(session=sessions(), data=st.data())
@hypothesis_settings(max_examples=60, derandomize=True)
def test_what_is_said_of_the_first_turns_is_the_same_when_nothing_follows(
    session: TranscriptSession, data: st.DataObject
) -> None:
    turns = data.draw(st.integers(1, len(session.turns)))
    assert_same_when_cut(session, turns, mark)


def test_a_marker_that_looks_ahead_is_found_out() -> None:
    def mark_ahead(session: TranscriptSession) -> Sequence[AnyEvent]:
        return [marker("yes_but", 0, 2, turn=0)] if len(session.turns) > 1 else []

    turns = [{"i": i, "speaker": "client", "text": "a"} for i in range(2)]
    session = TranscriptSession.model_validate({"id": "two", "turns": turns})
    assert_same_when_cut(session, 2, mark_ahead)
    with pytest.raises(AssertionError, match="of the first 1 turns of two"):
        assert_same_when_cut(session, 1, mark_ahead)


def test_the_invented_sessions_have_something_to_find() -> None:
    turns = [
        {"i": i, "speaker": "clinician" if i % 2 == 0 else "client", "text": text}
        for i, text in enumerate(
            text for pair in zip(CLINICIAN, CLIENT, strict=False) for text in pair
        )
    ]
    log = mark(TranscriptSession.model_validate({"id": "all", "turns": turns}))
    assert {event.type for event in log} >= {"marker", "candidate"}


def test_a_decision_that_came_after_a_later_turn_is_refused() -> None:
    late = marker("yes_but", 0, 2, known_at=3.0)
    assert_past_only([turn(0, 2.0), late, turn(1, 6.0)])
    with pytest.raises(AssertionError):
        assert_past_only([turn(0, 2.0), turn(1, 6.0), late])
