"""Stop listening now, with a real microphone in which somebody goes on speaking."""

import threading
import time
from pathlib import Path

import pytest

from livecue.capture.microphone import Microphone
from livecue.capture.telehealth import Telehealth
from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.events import Action, Numbering, Speech, Unheard
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
from tests import bundled
from tests.pulse import Pulse
from tests.session.doubles import Words
from tests.session.test_off_record import ends_of, of_the_gap

PLAYED_S = 10.0
PATIENCE_S = 20.0


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A stretch of the bundled session in which the two hardly pause."""
    return bundled.write(tmp_path / "talk.wav", bundled.part(bundled.bundled_sound(), 0, PLAYED_S))


def recordings(pulse: Pulse) -> int:
    """How many streams the server knows that hear the microphone."""
    return len(pulse.control("list", "short", "source-outputs").splitlines())


def a_session(source: Microphone | Telehealth, store: Store, seen: Collected) -> LiveSession:
    settings, numbering = Settings(), Numbering()
    silero = SileroEngine(locate("silero-vad").weights)
    hearing = Hearing(settings, numbering, channels=2, silero=silero)
    following = Understanding(settings, numbering, load_lexicon("en"), load_guide("en"), None)
    machine = Machine(hearing, following, numbering)
    head = Head("gap", None, settings, (), {})
    sinks: list[Sink] = [SessionLog(store, "gap", ()), seen]
    return LiveSession(head, source, machine, Words("Well."), numbering, sinks)


def wait_for(seen: Collected, kind: type, count: int = 1) -> None:
    give_up_s = time.monotonic() + PATIENCE_S
    while sum(isinstance(event, kind) for event in list(seen.events)) < count:
        assert time.monotonic() < give_up_s, f"waited in vain for {count} {kind.__name__}"
        time.sleep(0.02)


def test_the_stream_is_stopped_when_the_hand_returns_and_nothing_of_the_gap_is_kept(
    pulse: Pulse, talk: Path, tmp_path: Path
) -> None:
    seen = Collected()
    with Store.open(tmp_path / "kept", b"k" * 32) as store:
        session = a_session(Microphone("pulse", "split", Settings().capture), store, seen)
        running = threading.Thread(target=session.run)
        running.start()
        try:
            with pulse.play(talk) as player:
                wait_for(seen, Speech)
                assert recordings(pulse) == 1
                session.act("off_record")
                assert recordings(pulse) == 0
                assert player.poll() is None, "they must be speaking on"
                time.sleep(2.0)
                session.act("mark")
                assert recordings(pulse) == 0
                session.act("on_record")
                wait_for(seen, Unheard)
                player.wait()
        finally:
            session.stop()
            running.join()
        kept = list(store.events("gap"))
    assert kept == seen.events
    left_s, back_s = ends_of(kept)
    assert back_s - left_s > 1.5
    assert of_the_gap(kept, left_s, back_s) == []
    assert [e.action for e in kept if isinstance(e, Action)] == ["off_record", "on_record"]
    (unheard,) = [event for event in kept if isinstance(event, Unheard)]
    assert (unheard.start, unheard.why) == (left_s, "off the record")
    assert [e for e in kept if isinstance(e, Speech) and e.start >= unheard.end]
