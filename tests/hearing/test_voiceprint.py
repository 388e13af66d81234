"""The speaker network as it is shipped, on synthetic sound and on the scripted sessions' voices."""

import json
from pathlib import Path

import av
import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.hearing.voiceprint import SHORTEST_VOICE_S, VoiceprintEngine, similarity
from livecue.paths import shipped

NETWORK = shipped("models") / "campplus_zh_en_192.onnx"
REFERENCE_S = 10
CHUNK_S = 2


@pytest.fixture(scope="module")
def engine() -> VoiceprintEngine:
    return VoiceprintEngine(NETWORK)


@pytest.mark.parametrize("duration_s", [SHORTEST_VOICE_S, 1.0, 4.5])
def test_a_voiceprint_is_a_direction_in_192_dimensions(
    engine: VoiceprintEngine, duration_s: float
) -> None:
    voiceprint = engine.embed(vowel(120, duration_s))

    assert voiceprint.shape == (192,)
    assert voiceprint.dtype == np.float32
    assert np.linalg.norm(voiceprint) == pytest.approx(1, abs=1e-5)


def test_less_than_a_syllable_is_refused(engine: VoiceprintEngine) -> None:
    too_short = vowel(120, SHORTEST_VOICE_S)[:-1]

    with pytest.raises(ValueError, match="too short for a voiceprint"):
        engine.embed(too_short)


def test_nothing_is_remembered_from_one_voice_to_the_next(engine: VoiceprintEngine) -> None:
    before = engine.embed(vowel(120, 1.0))
    engine.embed(vowel(230, 3.0))

    assert np.array_equal(engine.embed(vowel(120, 1.0)), before)


def test_a_voice_further_from_the_microphone_is_still_that_voice(engine: VoiceprintEngine) -> None:
    near = engine.embed(vowel(120, 1.0))
    far = engine.embed(vowel(120, 1.0) // 10)
    somebody_else = engine.embed(vowel(230, 1.0))

    assert similarity(near, far) > 0.999 > similarity(near, somebody_else)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [([1, 0], [1, 0], 1), ([3, 0], [5, 0], 1), ([1, 0], [0, 2], 0), ([1, 1], [-2, -2], -1)],
)
def test_similarity_is_the_cosine_whatever_the_lengths(
    a: list[float], b: list[float], expected: float
) -> None:
    found = similarity(np.array(a, dtype=np.float32), np.array(b, dtype=np.float32))

    assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("session", ["s01", "s04", "s06"])  # s01, s06: two women; s04: both
def test_two_seconds_of_a_voice_are_nearer_to_that_voice_than_to_the_other(
    engine: VoiceprintEngine, shared_data: Path, session: str
) -> None:
    clinician, client = speech_of_both(shared_data / "speech", session)
    references = [engine.embed(seconds(voice, 0, REFERENCE_S)) for voice in (clinician, client)]

    for own, voice in enumerate((clinician, client)):
        for start_s in range(REFERENCE_S, REFERENCE_S + 5 * CHUNK_S, CHUNK_S):
            heard = engine.embed(seconds(voice, start_s, start_s + CHUNK_S))
            assert similarity(heard, references[own]) > similarity(heard, references[1 - own])


def vowel(pitch_hz: float, duration_s: float) -> Samples:
    """A buzz with falling harmonics, a little vibrato and breath."""
    time_s = np.arange(round(duration_s * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    phase = 2 * np.pi * pitch_hz * (time_s + 0.0005 * np.sin(2 * np.pi * 5 * time_s))
    tone = sum(np.sin(k * phase) / k for k in range(1, 20))
    breath = np.random.default_rng(0).standard_normal(len(time_s)) / 20
    return np.asarray(6000 * (tone + breath), dtype=np.int16)


def speech_of_both(folder: Path, session: str) -> tuple[Samples, Samples]:
    """What clinician and client say, the time between their turns left out."""
    turns = json.loads((folder / f"{session}.json").read_text())["turns"]
    channels = decode(folder / f"{session}.opus")
    clinician, client = (
        np.concatenate(
            [
                seconds(channel, turn["start"], turn["end"])
                for turn in turns
                if turn["speaker"] == speaker
            ]
        )
        for speaker, channel in zip(("clinician", "client"), channels, strict=True)
    )
    return clinician, client


def decode(path: Path) -> Samples:
    """Shape (2, samples)."""
    resampler = av.AudioResampler(format="s16p", layout="stereo", rate=SAMPLE_RATE_HZ)
    with av.open(str(path)) as container:
        frames = [
            part.to_ndarray()
            for frame in container.decode(audio=0)
            for part in resampler.resample(frame)
        ]
    return np.concatenate(frames, axis=1)


def seconds(samples: Samples, start_s: float, end_s: float) -> Samples:
    return samples[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]
