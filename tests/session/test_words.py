"""Sound to cue through the whole live path, with a transcriber that is slow, fails or hangs.

Time runs faster here: a source paced `SPEED` times as fast as life, and a worker whose clock keeps
step with it.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from threading import Event

import numpy as np
import pytest

from livecue.capture.scripted import Scripted
from livecue.capture.source import SAMPLE_RATE_HZ, Block, Heard
from livecue.config import Settings, TranscriptionSettings
from livecue.cues.guide import load_guide
from livecue.events import AnyEvent, Cue, Health, Marker, Numbering, Turn, current
from livecue.hearing.hearing import Hearing
from livecue.hearing.spoken import SpokenTurn
from livecue.markers.lexicon import load_lexicon
from livecue.session import live
from livecue.session.live import Head, LiveSession
from livecue.session.machine import Machine
from livecue.session.sink import Collected
from livecue.session.understanding import Understanding
from livecue.transcription.scripted import timed
from livecue.transcription.transcriber import Transcriber, Transcript
from livecue.transcription.worker import Worker
from tests.hearing.doubles import ScriptedVad, Span

SPEED = 25.0

SETTINGS = Settings(
    transcription=TranscriptionSettings(behind_after_s=3, queue_s=20, no_text_after_s=4)
)


def fast_clock() -> float:
    return SPEED * time.monotonic()


class Paced(Scripted):
    """Comes at its pace, whatever the session makes of it."""

    lockstep = False

    def _play(self) -> Iterable[Heard]:
        began = fast_clock()
        for item in super()._play():
            yield item
            if isinstance(item, Block):
                time.sleep(max(0.0, began + item.end_s - fast_clock()) / SPEED)


@pytest.fixture(autouse=True)
def fast_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    def make(transcriber: Transcriber, settings: TranscriptionSettings) -> Worker:
        return Worker(transcriber, settings, fast_clock)

    monkeypatch.setattr(live, "Worker", make)


def heard(
    transcriber: Transcriber,
    clinician: Sequence[Span],
    client: Sequence[Span],
    length_s: float,
    lockstep: bool = False,
) -> list[AnyEvent]:
    """All that a session writes in which the two speak at these times."""
    numbering = Numbering()
    machine = Machine(
        Hearing(SETTINGS, numbering, 2, vad=ScriptedVad(clinician, client)),
        Understanding(SETTINGS, numbering, load_lexicon("en"), load_guide("en"), None),
        numbering,
    )
    sound = np.zeros((round(length_s * SAMPLE_RATE_HZ), 2), np.int16)
    for n, span in enumerate(sorted([*clinician, *client])):
        first, last = (round(at * SAMPLE_RATE_HZ) for at in span)
        sound[first:last, int(span in client)] = n + 1
    source = (Scripted if lockstep else Paced).of_samples(sound)
    seen = Collected()
    head = Head("test", None, SETTINGS, (), {})
    LiveSession(head, source, machine, transcriber, numbering, [seen]).run()
    return seen.events


class Reader:
    """Knows each stretch by its sound: the second to be spoken has the level 2, and says so.

    cost: seconds of work for one of audio, as the session's clock counts them, by the level that is
    read.
    """

    name = "reader"
    sha256 = ""

    def __init__(self, cost: Callable[[int], float] = lambda _: 0.0) -> None:
        self._cost = cost
        self.read: list[tuple[int, ...]] = []

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        levels = tuple(self._level(turn, start, end) for start, end in turn.stretches)
        time.sleep(self._cost(levels[-1]) * len(turn.samples) / SAMPLE_RATE_HZ / SPEED)
        self.read.append(levels)
        words = [
            word
            for level, stretch in zip(levels, turn.stretches, strict=True)
            for word in timed(said_at(level), (stretch,))
        ]
        return Transcript(turn, " ".join(word[0] for word in words), tuple(words))

    def renewed(self) -> "Reader":
        return self

    def _level(self, turn: SpokenTurn, start: float, end: float) -> int:
        middle = round(((start + end) / 2 - turn.audio_start) * SAMPLE_RATE_HZ)
        return int(turn.samples[middle])


def said_at(*levels: int) -> str:
    """What is said in stretches of these levels."""
    return " ".join(f"this is stretch {level}" for level in levels)


def said_of_text(events: list[AnyEvent]) -> list[str]:
    return [event.what for event in events if isinstance(event, Health)]


def turns(events: list[AnyEvent]) -> list[Turn]:
    return [event for event in current(events) if isinstance(event, Turn)]


def talk(count: int, pause_s: float) -> tuple[list[Span], list[Span]]:
    """The two by turns, three seconds each."""
    starts = [round(1.0 + n * (3.0 + pause_s), 3) for n in range(count)]
    spans = [(start, round(start + 3.0, 3)) for start in starts]
    return spans[::2], spans[1::2]


def test_words_that_are_read_in_time_are_there_when_the_turn_is_over() -> None:
    reader = Reader(lambda _: 0.1)
    events = heard(reader, *talk(6, pause_s=0.8), 26.0)
    assert [turn.text for turn in turns(events)] == [said_at(n) for n in range(1, 7)]
    assert said_of_text(events) == []
    assert len(reader.read) == 6, "what was read ahead is not read again"


def test_a_live_session_and_its_replay_in_lock_step_have_the_same_words() -> None:
    clinician = [(1.0, 4.0), (4.5, 9.0)]
    client = [(10.0, 16.0), (16.6, 18.0), (18.9, 25.0), (27.5, 29.0), (29.4, 31.0)]
    alive = heard(Reader(lambda _: 0.1), clinician, client, 36.0)
    again = heard(Reader(), clinician, client, 36.0, lockstep=True)
    words = [[(t.i, t.start, t.end, t.text, t.words) for t in turns(e)] for e in (alive, again)]
    assert words[0] == words[1]
    assert [turn.text for turn in turns(alive)] == [said_at(1, 2), said_at(3, 4, 5, 6, 7)]


def test_of_a_long_turn_only_the_last_piece_is_left_when_it_is_over() -> None:
    reader = Reader(lambda _: 0.1)
    events = heard(reader, [], [(1.0, 7.0), (7.6, 13.0), (13.6, 19.0), (19.6, 22.0)], 26.0)
    assert reader.read == [(1,), (2,), (3,), (4,)]
    assert [turn.text for turn in turns(events)] == [said_at(1, 2, 3, 4)]


def test_at_half_the_speed_of_talk_the_client_comes_first_and_what_is_lost_is_said() -> None:
    recovers_with = 11
    reader = Reader(lambda level: 2.0 if level < recovers_with else 0.02)
    events = heard(reader, *talk(16, pause_s=0.8), 66.0)
    found = turns(events)
    assert sorted(turn.i for turn in found) == list(range(16)), "no turn is missing"
    for turn in found:
        assert turn.text in (None, said_at(turn.i + 1))
    lost = [turn for turn in found if turn.text is None]
    said = said_of_text(events)
    assert said.count("text_lost") == len(lost)
    assert all(turn.speaker == "clinician" for turn in lost)
    assert "text_behind" in said
    assert "no_text" not in said, "slow is not hanging"
    assert said[-1] == "text_back"
    assert all(turn.text for turn in found if turn.i >= 12)


SILENCES = ([(1.0, 3.0), (12.0, 14.0)], [(9.0, 10.0), (20.0, 21.0)])
"""The client is asked twice, and is silent for six seconds each time."""


class Raising:
    """A model that breaks at every call."""

    name = "raising"
    sha256 = ""

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        raise RuntimeError(f"turn {turn.i}")

    def renewed(self) -> "Raising":
        return Raising()


class Hanging:
    """A model that hangs at every call until it is made anew for the `works_at`-th time."""

    name = "hanging"
    sha256 = ""

    def __init__(self, works_at: int, let_go: Event, made: int = 0) -> None:
        self._works_at = works_at
        self._let_go = let_go
        self._made = made

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        if self._made < self._works_at:
            self._let_go.wait()
        words = [word for stretch in turn.stretches for word in timed("Yes.", (stretch,))]
        return Transcript(turn, "Yes.", tuple(words))

    def renewed(self) -> "Hanging":
        return Hanging(self._works_at, self._let_go, self._made + 1)


def silences(events: list[AnyEvent]) -> int:
    return sum(isinstance(event, Marker) and event.marker == "silence" for event in events)


def test_silence_is_cued_while_every_reading_fails() -> None:
    events = heard(Raising(), *SILENCES, 26.0)
    assert silences(events) == 2
    assert [event.cue for event in events if isinstance(event, Cue)] == ["consider_pausing"]
    assert "no_text" in said_of_text(events)
    assert all(turn.text is None for turn in turns(events))
    assert len(turns(events)) == 4


def test_silence_is_cued_while_reading_hangs_and_the_session_ends_without_it() -> None:
    let_go = Event()
    events = heard(Hanging(99, let_go), *SILENCES, 40.0)
    let_go.set()
    assert silences(events) == 2
    assert [event.cue for event in events if isinstance(event, Cue)] == ["consider_pausing"]
    assert "no_text" in said_of_text(events)
    assert said_of_text(events).count("text_lost") == len(turns(events)) == 4


def test_when_a_model_hangs_once_a_new_one_reads_what_waited() -> None:
    let_go = Event()
    events = heard(Hanging(1, let_go), *SILENCES, 60.0)
    let_go.set()
    said = said_of_text(events)
    assert said.index("no_text") < said.index("text_back")
    assert "text_lost" not in said
    assert [turn.text for turn in turns(events)] == ["Yes."] * 4


def test_speech_that_is_not_understood_makes_no_marker_and_silence_is_still_cued() -> None:
    class Foreign(Reader):
        def transcribe(self, turn: SpokenTurn) -> Transcript:
            return Transcript(turn, None, understood=False)

    events = heard(Foreign(), *SILENCES, 26.0)
    assert said_of_text(events) == ["not_understood"] * 4
    assert {event.marker for event in events if isinstance(event, Marker)} == {"silence"}
    assert silences(events) == 2
    assert [event.cue for event in events if isinstance(event, Cue)] == ["consider_pausing"]
