"""A transcript laid out in time."""

from typing import Any

import pytest

from livecue.config import HearingSettings, Settings
from livecue.events import AnyEvent, Pause, Speech, Turn
from livecue.transcripts.session import TranscriptSession, TranscriptTurn
from livecue.transcripts.timed import heard, spans_of


def session(*turns: dict[str, Any]) -> TranscriptSession:
    return TranscriptSession(
        id="one",
        turns=tuple(
            TranscriptTurn(**{"i": i, "text": "one two three", **turn})
            for i, turn in enumerate(turns)
        ),
    )


def clinician(start: float | None = None, end: float | None = None, **more: Any) -> dict[str, Any]:
    return {"speaker": "clinician", "start": start, "end": end, **more}


def client(start: float | None = None, end: float | None = None, **more: Any) -> dict[str, Any]:
    return {"speaker": "client", "start": start, "end": end, **more}


def events(one: TranscriptSession, settings: Settings | None = None) -> list[AnyEvent]:
    return [event for _, event in heard(one, settings or Settings())]


def test_without_times_turns_follow_at_a_usual_rate_with_half_a_second_between() -> None:
    words = " ".join(["word"] * 27)
    assert spans_of(session(clinician(text=words), client(text=words))) == [
        (0.0, 10.0),
        (10.5, 20.5),
    ]


def test_times_that_are_written_are_taken() -> None:
    assert spans_of(session(clinician(1.0, 2.0), client(4.0, 9.0))) == [(1.0, 2.0), (4.0, 9.0)]


def test_with_starts_alone_a_turn_ends_by_its_words_but_before_the_next_begins() -> None:
    words = " ".join(["word"] * 27)
    spans = spans_of(session(clinician(3.0, text=words), client(5.0, text=words), clinician(60.0)))
    assert spans == [(3.0, 5.0), (5.0, 15.0), (60.0, 61.111)]


def test_a_start_that_goes_back_is_not_followed() -> None:
    assert [start for start, _ in spans_of(session(clinician(8.0), client(3.0)))] == [8.0, 8.0]


def test_a_turn_of_no_words_takes_a_moment() -> None:
    assert spans_of(session(client(text=""))) == [(0.0, 0.37)]


def test_turns_keep_the_transcripts_own_index_and_close_after_the_usual_wait() -> None:
    settings = Settings(hearing=HearingSettings(end_of_turn_s=1.5))
    (turn,) = events(session(client(text="Hello.", i=41)), settings)
    assert isinstance(turn, Turn)
    assert (turn.i, turn.text, turn.closed_at) == (41, "Hello.", turn.end + 1.5)


@pytest.mark.parametrize(
    "one",
    [
        session(clinician(1.0), client(30.0)),
        session(clinician(), client()),
        session(clinician(1.0, 2.0), client(30.0)),
    ],
    ids=["starts alone", "no times", "one end missing"],
)
def test_estimated_times_are_never_a_measure_of_silence(one: TranscriptSession) -> None:
    assert {event.type for event in events(one)} == {"turn"}


def test_measured_times_give_speech_without_the_pauses_inside_a_turn() -> None:
    one = session(clinician(0.0, 2.0), client(3.0, 10.0, pauses=[(4.0, 7.0)]))
    speeches = [event for event in events(one) if isinstance(event, Speech)]
    assert [(s.speaker, s.channel, s.start, s.end) for s in speeches] == [
        ("clinician", 0, 0.0, 2.0),
        ("client", 1, 3.0, 4.0),
        ("client", 1, 7.0, 10.0),
    ]


def test_what_one_speaker_says_without_a_pause_between_is_one_stretch_of_speech() -> None:
    one = session(client(0.0, 2.0), client(2.1, 4.0), clinician(3.0, 5.0), client(3.9, 6.0))
    speeches = [event for event in events(one) if isinstance(event, Speech)]
    assert sorted((s.speaker, s.start, s.end) for s in speeches) == [
        ("client", 0.0, 6.0),
        ("clinician", 3.0, 5.0),
    ]


def test_measured_times_give_the_pauses_between_and_inside_turns() -> None:
    one = session(clinician(0.0, 2.0), client(3.0, 10.0, pauses=[(4.0, 7.0)]))
    pauses = [event for event in events(one) if isinstance(event, Pause) and event.end is not None]
    assert [(p.kind, p.start, p.end) for p in pauses] == [
        ("response", 2.0, 3.0),
        ("within_turn", 4.0, 7.0),
    ]


def test_events_come_in_the_order_in_which_they_become_known() -> None:
    one = session(clinician(0.0, 2.0), client(12.0, 13.0), clinician(13.2, 14.5))
    timed = heard(one, Settings())
    assert [at for at, _ in timed] == sorted(at for at, _ in timed)
    long_pause = next(at for at, event in timed if isinstance(event, Pause) and event.end is None)
    assert 2.0 < long_pause < 12.0
    closed = [event.i for _, event in timed if isinstance(event, Turn)]
    assert closed == [0, 1, 2]


def test_a_turn_that_is_over_first_comes_first_though_it_began_later() -> None:
    one = session(client(0.0, 9.0), clinician(4.0, 4.4))
    assert [event.i for event in events(one) if isinstance(event, Turn)] == [1, 0]
