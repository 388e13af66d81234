"""Parts of the bundled session, for tests that need real speech."""

import wave
from pathlib import Path

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.evaluation.hearing_runs import sound_of
from livecue.paths import shipped
from livecue.transcripts.reading import read_transcript
from livecue.transcripts.session import TranscriptSession

CLINICIAN, CLIENT = 0, 1


def bundled_sound() -> Samples:
    """The whole of it: int16, shape (frames, 2), the clinician on channel 0."""
    return sound_of(shipped("examples") / "session.opus", "split", Settings())


def bundled_session() -> TranscriptSession:
    """Its labels."""
    (session,) = read_transcript(shipped("examples") / "session.json")
    return session


def part(sound: Samples, start_s: float, end_s: float) -> Samples:
    """The sound between two seconds."""
    return sound[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]


def mixed(sound: Samples) -> Samples:
    """Both voices in one microphone, shape (frames, 1)."""
    one: Samples = sound.sum(axis=1, keepdims=True, dtype="int32").clip(-32_768, 32_767)
    return one.astype("int16")


def write(path: Path, samples: Samples) -> Path:
    """A WAV of int16 sound, shape (frames, channels)."""
    with wave.open(str(path), "wb") as written:
        written.setnchannels(samples.shape[1])
        written.setsampwidth(2)
        written.setframerate(SAMPLE_RATE_HZ)
        written.writeframes(samples.astype("<i2").tobytes())
    return path
