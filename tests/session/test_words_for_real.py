"""The real engines on what tempts Whisper to make words up: noise, silence, another language."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from livecue.capture.scripted import Scripted
from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.errors import MissingError
from livecue.evaluation.hearing_runs import sound_of
from livecue.evaluation.noises import Wave, keystrokes, noise
from livecue.evaluation.rooms import BAD, OFFICE, Room, active_level
from livecue.events import AnyEvent, Cue, Health, Marker, Numbering, Turn, current
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
from tests import bundled

SETTINGS = Settings()
NOISE_S = 60.0
EXAMPLE_S = 45.0
SILENT_S = 6.0
"""Longer than anyone's usual pause."""
SILENCE = Room("silence")


@pytest.fixture(scope="module")
def whisper() -> Whisper:
    try:
        return Whisper(locate("base"), SETTINGS.transcription)
    except MissingError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def example() -> Samples:
    """The beginning of the bundled session, shape (frames, 2)."""
    return bundled.part(bundled.bundled_sound(), 0, EXAMPLE_S)


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


def turns_of(events: list[AnyEvent]) -> list[Turn]:
    return sorted((e for e in events if isinstance(e, Turn)), key=lambda turn: turn.start)


def words(events: list[AnyEvent]) -> list[str]:
    return [word for turn in turns_of(events) for word in said(turn)]


def said(turn: Turn) -> list[str]:
    return plain_words(turn.text or "")


def silence(seconds: float) -> Samples:
    return np.zeros((round(seconds * SAMPLE_RATE_HZ), 2), np.int16)


def nobody_speaks(room: Room, keys: bool, seconds: float, voice: float) -> Samples:
    """A room in which nobody says anything, as two microphones hear it.

    keys: somebody types on the laptop. voice: the level that voices would have.
    """
    frames = round(seconds * SAMPLE_RATE_HZ)
    channels = []
    for seed in (0, 1):
        random = np.random.default_rng(seed)
        wave: Wave = np.zeros(frames)
        if room.noises and room.snr_db is not None:
            made = sum((noise(name, frames, random) for name in room.noises), np.zeros(frames))
            wave += made / made.std() * voice * 10 ** (-room.snr_db / 20)
        if keys:
            wave += voice * keystrokes(frames, random)
        channels.append(wave)
    return np.stack(channels, axis=1).clip(-32768, 32767).astype(np.int16)


@pytest.mark.parametrize(
    ("room", "keys"),
    [(SILENCE, False), (OFFICE, False), (BAD, False), (SILENCE, True), (BAD, True)],
    ids=["silence", "office", "bad room", "keystrokes", "keystrokes in a bad room"],
)
def test_nothing_is_read_where_nobody_speaks(
    room: Room, keys: bool, whisper: Whisper, example: Samples
) -> None:
    voice = active_level(example[:, bundled.CLIENT].astype(np.float64))
    assert words(heard(nobody_speaks(room, keys, NOISE_S, voice), whisper)) == []


def test_after_a_minute_of_silence_the_next_turn_is_whole_and_not_repeated(
    example: Samples, whisper: Whisper
) -> None:
    turns = turns_of(heard(example, whisper))
    cut_s = next(
        (before.end + after.start) / 2
        for before, after in pairwise(turns[2:])
        if after.start - before.end > 0.4
    )
    cut = round(cut_s * SAMPLE_RATE_HZ)
    parted = turns_of(heard(np.concatenate([example[:cut], silence(60), example[cut:]]), whisper))
    assert [turn.start - 60 * (turn.start > cut_s) for turn in parted] == pytest.approx(
        [turn.start for turn in turns], abs=0.1
    )
    assert list(map(said, parted)) == list(map(said, turns))


@pytest.mark.parametrize("language", ["german", "spanish"])
def test_speech_in_another_language_is_not_understood_and_silence_is_still_cued(
    language: str, whisper: Whisper
) -> None:
    """The two files are synthetic: sentences of ours, spoken by espeak-ng."""
    file = Path(__file__).with_name(f"{language}.opus")
    speech = sound_of(file, "mono", SETTINGS)[:, 0]
    clinician, client = silence(len(speech) / SAMPLE_RATE_HZ), silence(len(speech) / SAMPLE_RATE_HZ)
    clinician[:, bundled.CLINICIAN] = client[:, bundled.CLIENT] = speech
    asked_and_answered = [clinician, silence(SILENT_S), client, silence(1.0)]
    events = heard(
        np.concatenate([silence(1.0), *asked_and_answered, *asked_and_answered]), whisper
    )
    assert [turn.text for turn in turns_of(events)] == [None] * 4
    assert [event.what for event in events if isinstance(event, Health)] == ["not_understood"] * 4
    markers = [event.marker for event in events if isinstance(event, Marker)]
    assert markers == ["silence"] * 2
    assert [event.cue for event in events if isinstance(event, Cue)] == ["consider_pausing"]
