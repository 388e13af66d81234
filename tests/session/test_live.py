"""A session as it runs, with scripted sound and words."""

import pytest

from livecue.capture.scripted import Scripted
from livecue.capture.source import Block, Missing, Trouble
from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.errors import StoreRefused
from livecue.events import AnyEvent, End, Health, Numbering, SessionStarted, Turn
from livecue.markers.lexicon import load_lexicon
from livecue.session.live import Head, LiveSession
from livecue.session.machine import Heard, Machine
from livecue.session.sink import Collected, Sink
from livecue.session.understanding import Understanding
from livecue.transcription.transcriber import Transcriber, Transcript
from tests.events import speech
from tests.session.doubles import ScriptedEar, Words, blocks, spoken


def a_session(
    steps: list[Heard], transcriber: Transcriber, sinks: list[Sink], lockstep: bool = True
) -> LiveSession:
    numbering = Numbering()
    settings = Settings()
    understanding = Understanding(
        settings, numbering, load_lexicon("en"), load_guide("en"), weighing=None
    )
    machine = Machine(ScriptedEar(steps), understanding, numbering)
    head = Head("test", None, settings, (), {})
    source = Scripted(blocks(3.0))
    source.lockstep = lockstep
    return LiveSession(head, source, machine, transcriber, numbering, sinks)


class Refusing:
    """A sink on a full disk."""

    def __init__(self) -> None:
        self.closed = False

    def push(self, event: AnyEvent) -> None:
        raise StoreRefused("The disk is full.")

    def close(self) -> None:
        self.closed = True


class Failing:
    """A transcriber whose model breaks at every call."""

    name = "failing"
    sha256 = ""

    def transcribe(self, turn: object) -> Transcript:
        raise RuntimeError("what the client said")

    def renewed(self) -> "Failing":
        return self


@pytest.mark.parametrize("lockstep", [True, False])
def test_a_session_runs_from_its_head_to_its_end(lockstep: bool) -> None:
    seen = Collected()
    a_session([[spoken(0, 0.1, 0.4)]], Words("Hello."), [seen], lockstep).run()
    assert isinstance(seen.events[0], SessionStarted)
    assert isinstance(seen.events[-1], End)
    assert [event.seq for event in seen.events] == list(range(len(seen.events)))
    assert all(event.emitted_at is not None for event in seen.events)
    [turn] = [event for event in seen.events if isinstance(event, Turn)]
    assert turn.text == "Hello."


def test_a_store_that_fails_is_said_and_the_session_goes_on() -> None:
    seen, broken = Collected(), Refusing()
    a_session([[spoken(0, 0.1, 0.4)]], Words("Hello."), [broken, seen]).run()
    failures = [event for event in seen.events if isinstance(event, Health)]
    assert [(event.what, event.detail) for event in failures] == [
        ("store_failed", "The disk is full.")
    ]
    assert broken.closed
    assert isinstance(seen.events[-1], End)


@pytest.mark.parametrize("lockstep", [True, False])
def test_a_transcriber_that_breaks_loses_words_and_nothing_else(lockstep: bool) -> None:
    seen = Collected()
    a_session([[spoken(0, 0.1, 0.4)]], Failing(), [seen], lockstep).run()
    [turn] = [event for event in seen.events if isinstance(event, Turn)]
    assert turn.text is None
    said = [event for event in seen.events if isinstance(event, Health)]
    assert "text_lost" in [event.what for event in said]
    assert not any("client said" in event.detail for event in said), (
        "an error's own text may quote the session"
    )
    assert isinstance(seen.events[-1], End)


def test_trouble_and_missing_time_reach_the_log_and_the_clock() -> None:
    numbering = Numbering()
    settings = Settings()
    machine = Machine(
        ScriptedEar([]),
        Understanding(settings, numbering, load_lexicon("en"), load_guide("en"), None),
        numbering,
    )
    heard: list[Block | Missing | Trouble] = [
        *blocks(1.0),
        Trouble(1.0, "device_lost"),
        Missing(1.0, 9.0, "device lost"),
    ]
    seen = Collected()
    session = LiveSession(
        Head("test", None, settings, (), {}),
        Scripted(heard),
        machine,
        Words(""),
        numbering,
        [seen],
    )
    end = session.run()
    assert [event.what for event in seen.events if isinstance(event, Health)] == ["device_lost"]
    assert end.at == 9.0
    assert end.audio_s == 1.0


class TalkingEar(ScriptedEar):
    """Hears a turn that is over between two stretches of speech, numbered as they are heard."""

    def __init__(self, numbering: Numbering) -> None:
        super().__init__([])
        self._numbering = numbering
        self._turns = 0

    def push(self, heard: Block | Missing) -> Heard:
        before = speech("clinician", 0.0, 0.1, seq=self._numbering())
        after = speech("client", 0.5, 0.6, seq=self._numbering())
        self._turns += 1
        return [before, spoken(self._turns, 0.1, 0.4), after]


@pytest.mark.parametrize("lockstep", [True, False])
def test_events_leave_in_the_order_of_their_numbers(lockstep: bool) -> None:
    """Also when words are wanted in the midst of a step, and when a store fails."""
    numbering = Numbering()
    settings = Settings()
    machine = Machine(
        TalkingEar(numbering),
        Understanding(settings, numbering, load_lexicon("en"), load_guide("en"), None),
        numbering,
    )
    source = Scripted(blocks(1.0))
    source.lockstep = lockstep
    seen = Collected()
    head = Head("test", None, settings, (), {})
    sinks: list[Sink] = [Refusing(), seen]
    LiveSession(head, source, machine, Words("Hello."), numbering, sinks).run()
    written = [event.seq for event in seen.events]
    assert written == sorted(written)
    assert [event for event in seen.events if isinstance(event, Turn)]
    assert [event for event in seen.events if isinstance(event, Health)]
