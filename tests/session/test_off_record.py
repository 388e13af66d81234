"""Off the record nothing is heard or kept: what the store holds of the gap is its two ends."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from livecue.capture.scripted import Scripted
from livecue.capture.source import SAMPLE_RATE_HZ, Block, Heard, Samples, Trouble
from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.events import (
    Action,
    ActionName,
    AnyEvent,
    End,
    Feedback,
    Health,
    Numbering,
    Speech,
    Turn,
    Unheard,
)
from livecue.hearing.hearing import Hearing
from livecue.hearing.silero import SileroEngine
from livecue.markers.lexicon import load_lexicon
from livecue.model_files import locate
from livecue.session.live import Head, LiveSession
from livecue.session.machine import Machine
from livecue.session.sink import Collected, Sink
from livecue.session.understanding import Understanding
from livecue.store.database import Store
from livecue.store.log import SessionLog
from livecue.transcription.scripted import ScriptedTranscriber, by_turn
from livecue.transcription.transcriber import Transcriber
from tests import bundled
from tests.session.doubles import Words

LEFT_S, BACK_S, PLAYED_S = 20.0, 50.0, 80.0
"""The conversation goes on all the while, in the room and in the recording."""

BLOCK_S = 0.25


@pytest.fixture(scope="module")
def example() -> Samples:
    return bundled.part(bundled.bundled_sound(), 0.0, PLAYED_S)


Does = Callable[[LiveSession], object]


class Steered(Scripted):
    """A recording on which hands act at given seconds of its own sound, on the session's thread.

    Args:
        lockstep: as a recording is played; else words are read beside it.
    """

    def __init__(self, sound: Samples, acts: dict[float, Does], lockstep: bool = True) -> None:
        frames = round(BLOCK_S * SAMPLE_RATE_HZ)
        blocks = [
            Block(first / SAMPLE_RATE_HZ, sound[first : first + frames])
            for first in range(0, len(sound), frames)
        ]
        super().__init__(blocks)
        self.lockstep = lockstep
        self._acts = acts
        self.session: LiveSession | None = None

    def _play(self) -> Iterator[Heard]:
        for item in super()._play():
            yield item
            for at_s, does in self._acts.items():
                if isinstance(item, Block) and item.start_s < at_s <= item.end_s:
                    assert self.session is not None
                    does(self.session)


def hand(action: ActionName) -> Does:
    return lambda session: session.act(action)


AWAY: dict[float, Does] = {LEFT_S: hand("off_record"), BACK_S: hand("on_record")}


def run(source: Steered, transcriber: Transcriber, sinks: list[Sink]) -> list[AnyEvent]:
    """The whole session, with real hearing."""
    settings = Settings()
    numbering = Numbering()
    silero = SileroEngine(locate("silero-vad").weights)
    lexicon, guide = load_lexicon("en"), load_guide("en")
    machine = Machine(
        Hearing(settings, numbering, channels=2, silero=silero),
        Understanding(settings, numbering, lexicon, guide, None),
        numbering,
    )
    seen = Collected()
    head = Head("gap", None, settings, (), {})
    session = LiveSession(head, source, machine, transcriber, numbering, [seen, *sinks])
    source.session = session
    session.run()
    return seen.events


def times(event: AnyEvent) -> list[float]:
    """Every session second that an event tells of, but for when it was written."""
    own = (getattr(event, name, None) for name in ("at", "start", "end", "known_at", "closed_at"))
    words = [second for word in getattr(event, "words", ()) for second in word[1:3]]
    return [float(second) for second in [*own, *words] if second is not None]


def of_the_gap(events: list[AnyEvent], left_s: float, back_s: float) -> list[AnyEvent]:
    """What tells of a second inside it, but for the gap itself."""
    heard = [event for event in events if not isinstance(event, Unheard)]
    return [event for event in heard if any(left_s < at < back_s for at in times(event))]


def ends_of(events: list[AnyEvent]) -> tuple[float, float]:
    actions = {event.action: event.at for event in events if isinstance(event, Action)}
    return actions["off_record"], actions["on_record"]


def test_the_store_holds_of_the_gap_its_two_ends_alone(example: Samples, tmp_path: Path) -> None:
    source = Steered(example, AWAY)
    with Store.open(tmp_path, b"k" * 32) as store:
        written = run(source, Words("Well."), [SessionLog(store, "gap", ())])
        kept = list(store.events("gap"))
    assert kept == written
    left_s, back_s = ends_of(kept)
    assert left_s == pytest.approx(LEFT_S, abs=BLOCK_S)
    assert back_s == pytest.approx(BACK_S, abs=BLOCK_S)
    assert of_the_gap(kept, left_s, back_s) == []
    (unheard,) = [event for event in kept if isinstance(event, Unheard)]
    assert (unheard.start, unheard.why) == (left_s, "off the record")
    assert unheard.end == pytest.approx(back_s, abs=BLOCK_S)


def test_speech_that_goes_on_over_the_key_ends_at_it(example: Samples) -> None:
    voice = _without_pauses(example)
    both = np.stack([np.zeros_like(voice), voice], axis=1)
    events = run(
        Steered(both, {10.0: hand("off_record"), 20.0: hand("on_record")}), Words("On and on."), []
    )
    left_s, back_s = ends_of(events)
    speech = [event for event in events if isinstance(event, Speech)]
    before = [event for event in speech if event.start < left_s]
    assert before[-1].end == pytest.approx(left_s, abs=0.2), "it was going on at the key"
    assert of_the_gap(events, left_s, back_s) == []
    assert [event for event in speech if event.start >= back_s - BLOCK_S]


def test_words_still_being_read_at_the_key_are_those_said_before_it(example: Samples) -> None:
    """The reader is held up until the session is off the record; then it comes to its end."""
    left = threading.Event()

    def come_to_the_end(session: LiveSession) -> None:
        left.set()
        while session._worker is not None and session._worker.busy:
            time.sleep(0.01)

    acts = AWAY | {LEFT_S + 5.0: come_to_the_end}
    reader = ScriptedTranscriber(by_turn({i: f"said {i}" for i in range(99)}), before=left.wait)
    events = run(Steered(example, acts, lockstep=False), reader, [])
    left_s, back_s = ends_of(events)
    first, last = (event.seq for event in events if isinstance(event, Action))
    late = [event for event in events if isinstance(event, Turn) and first < event.seq < last]
    assert [turn.text for turn in late if turn.end <= left_s] == [turn.text for turn in late] != []
    assert of_the_gap(events, left_s, back_s) == []


def test_no_hand_but_listening_again_is_kept_from_the_gap(example: Samples) -> None:
    hands: tuple[ActionName, ...] = ("mark", "hold", "snooze", "swap_speakers", "off_record")
    acts = {LEFT_S + 2.0 + second: hand(name) for second, name in enumerate(hands)}
    acts[LEFT_S + 9.0] = lambda session: session.rate(3.0, True)
    events = run(Steered(example, AWAY | acts), Words("Well."), [])
    assert not [event for event in events if isinstance(event, Feedback)]
    done = [e.action for e in events if isinstance(e, Action) and e.by == "clinician"]
    assert done == ["off_record", "on_record"]


def test_trouble_with_the_device_in_the_gap_is_not_kept(example: Samples) -> None:
    source = Steered(example, AWAY)
    items = list(source._items)
    place = next(n for n, item in enumerate(items) if item.start_s > 30.0)  # type: ignore[union-attr]
    source._items = (*items[:place], Trouble(30.0, "sleep"), *items[place:])
    events = run(source, Words("Well."), [])
    assert [event for event in events if isinstance(event, Health)] == []


def test_a_session_that_ends_off_the_record_tells_the_gap_to_its_end(example: Samples) -> None:
    source = Steered(example, {LEFT_S: hand("off_record")})
    events = run(source, Words("Well."), [])
    (unheard,) = [event for event in events if isinstance(event, Unheard)]
    (end,) = [event for event in events if isinstance(event, End)]
    assert (unheard.end, end.at) == (PLAYED_S, PLAYED_S)
    left_s = next(event.at for event in events if isinstance(event, Action))
    assert of_the_gap(events, left_s, end.at) == []


def _without_pauses(example: Samples) -> Samples:
    """The client's voice alone, its silences taken out: somebody who does not stop."""
    voice = example[:, bundled.CLIENT]
    frame = SAMPLE_RATE_HZ // 10
    frames = voice[: len(voice) // frame * frame].reshape(-1, frame)
    loud = frames[np.abs(frames.astype(np.int32)).mean(axis=1) > 150]
    wanted = round(30 * SAMPLE_RATE_HZ)
    return np.resize(loud.reshape(-1), wanted).astype(np.int16)
