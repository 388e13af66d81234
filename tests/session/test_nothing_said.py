"""Sound without words through the whole path, with the real engines: no word is made up."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from livecue.capture.recording import Recording
from livecue.capture.scripted import Scripted
from livecue.capture.source import SAMPLE_RATE_HZ, Block, Samples
from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.errors import MissingError
from livecue.evaluation.noises import keystrokes, noise
from livecue.events import AnyEvent, Numbering, Turn, current
from livecue.hearing.hearing import Hearing
from livecue.hearing.silero import SileroEngine
from livecue.markers.lexicon import load_lexicon
from livecue.model_files import locate
from livecue.session.live import Head, LiveSession
from livecue.session.machine import Machine
from livecue.session.sink import Collected
from livecue.session.understanding import Understanding
from livecue.transcription.guard import plain_words
from livecue.transcription.whisper import Whisper

SETTINGS = Settings()
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "session.opus"
LENGTH_S = 30.0
CLIENT = 1


@pytest.fixture(scope="module")
def whisper() -> Whisper:
    try:
        return Whisper(locate("tiny.en"), SETTINGS.transcription)
    except MissingError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def example() -> Samples:
    """The first 45 s of the bundled session, shape (frames, 2)."""
    source = Recording(EXAMPLE, "split", "max", SETTINGS.capture)
    heard: list[Samples] = []
    for item in source:
        if isinstance(item, Block):
            heard.append(item.samples)
            if item.end_s > 45:
                break
    source.close()
    return np.concatenate(heard)


def heard(sound: Samples, whisper: Whisper) -> list[AnyEvent]:
    """All that a session writes; sound: int16, shape (frames, 2)."""
    numbering = Numbering()
    silero = SileroEngine(locate("silero-vad").weights)
    machine = Machine(
        Hearing(SETTINGS, numbering, 2, silero=silero),
        Understanding(SETTINGS, numbering, load_lexicon("en"), load_guide("en"), None),
        numbering,
    )
    seen = Collected()
    source = Scripted.of_samples(sound)
    LiveSession(
        Head("test", None, SETTINGS, (), {}), source, machine, whisper, numbering, [seen]
    ).run()
    return current(seen.events)


def words(events: list[AnyEvent]) -> list[str]:
    turns = [event for event in events if isinstance(event, Turn)]
    return [word for turn in sorted(turns, key=lambda t: t.start) for word in said(turn)]


def said(turn: Turn) -> list[str]:
    return plain_words(turn.text or "")


@pytest.mark.parametrize("sound", ["silence", "fan", "keystrokes"])
def test_nothing_is_read_where_nobody_speaks(sound: str, whisper: Whisper) -> None:
    frames = round(LENGTH_S * SAMPLE_RATE_HZ)
    random = np.random.default_rng(4)
    wave = np.zeros(frames)
    if sound == "fan":
        wave += 300 * noise("fan", frames, random)
    elif sound == "keystrokes":
        wave += 6000 * keystrokes(frames, random)
    both = np.stack([wave, wave], axis=1).clip(-32768, 32767).astype(np.int16)
    assert words(heard(both, whisper)) == []


def test_after_a_minute_of_silence_the_next_turn_is_whole_and_not_repeated(
    example: Samples, whisper: Whisper
) -> None:
    whole = [event for event in heard(example, whisper) if isinstance(event, Turn)]
    turns = sorted(whole, key=lambda turn: turn.start)
    cut_s = next(
        (before.end + after.start) / 2
        for before, after in pairwise(turns[2:])
        if after.start - before.end > 0.4
    )
    cut = round(cut_s * SAMPLE_RATE_HZ)
    silence = np.zeros((60 * SAMPLE_RATE_HZ, 2), np.int16)
    parted = heard(np.concatenate([example[:cut], silence, example[cut:]]), whisper)
    after = [e for e in parted if isinstance(e, Turn) and e.start > cut_s]
    first = min(after, key=lambda turn: turn.start)
    expected = min((t for t in turns if t.start > cut_s), key=lambda turn: turn.start)
    assert first.start - 60 == pytest.approx(expected.start, abs=0.1)
    assert said(first)[0] == said(expected)[0]
    assert said(first)[-1] == said(expected)[-1]
    assert len(words(parted)) == pytest.approx(sum(len(said(turn)) for turn in turns), rel=0.05)
