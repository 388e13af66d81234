"""Real speech through the real model: the small one, on a few turns."""

import json
from pathlib import Path
from typing import Any

import av
import jiwer
import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import TranscriptionSettings
from livecue.errors import InputError, MissingError
from livecue.hearing.spoken import LEAD_S, TAIL_S, SpokenTurn
from livecue.model_files import ModelFiles, locate
from livecue.transcription.guard import plain_words
from livecue.transcription.whisper import Whisper
from tests.transcription.turns import spoken

SESSION = "s05"
CLIENT = 1
SETTINGS = TranscriptionSettings()


@pytest.fixture(scope="module")
def model() -> ModelFiles:
    try:
        return locate("tiny.en")
    except MissingError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def whisper(model: ModelFiles) -> Whisper:
    return Whisper(model, SETTINGS)


@pytest.fixture(scope="module")
def heard(shared_data: Path) -> Samples:
    """The whole session, shape (frames, channels)."""
    resampler = av.AudioResampler(format="s16", layout="stereo", rate=SAMPLE_RATE_HZ)
    with av.open(str(shared_data / "speech" / f"{SESSION}.opus")) as recording:
        frames = [new for old in recording.decode(audio=0) for new in resampler.resample(old)]
    return np.concatenate([frame.to_ndarray().reshape(-1, 2) for frame in frames])


@pytest.fixture(scope="module")
def gold(shared_data: Path) -> list[dict[str, Any]]:
    """What is said in it, a turn each."""
    session = json.loads((shared_data / "speech" / f"{SESSION}.json").read_text(encoding="utf-8"))
    turns: list[dict[str, Any]] = session["turns"]
    return turns


def cut(heard: Samples, stretches: list[tuple[float, float]]) -> SpokenTurn:
    """The client's speech in these stretches, as hearing would hand it on."""
    first = round((stretches[0][0] - LEAD_S) * SAMPLE_RATE_HZ)
    last = round((stretches[-1][1] + TAIL_S) * SAMPLE_RATE_HZ)
    return spoken(*stretches, samples=heard[first:last, CLIENT])


def stretches_of(turn: dict[str, Any]) -> list[tuple[float, float]]:
    inner = [edge for pause in turn["pauses"] for edge in pause]
    edges = [turn["start"], *inner, turn["end"]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def of_client(gold: list[dict[str, Any]], longer_than_s: float) -> list[dict[str, Any]]:
    return [
        turn
        for turn in gold
        if turn["speaker"] == "client" and turn["end"] - turn["start"] > longer_than_s
    ]


def error_rate(said: str, read: str | None) -> float:
    rate = jiwer.wer(" ".join(plain_words(said)), " ".join(plain_words(read or "")))
    return float(rate)


def test_a_turn_is_read_with_its_words_in_their_places(
    whisper: Whisper, heard: Samples, gold: list[dict[str, Any]]
) -> None:
    turn = next(turn for turn in of_client(gold, 8) if turn["pauses"])
    stretches = stretches_of(turn)
    read = whisper.transcribe(cut(heard, stretches))
    assert error_rate(turn["text"], read.text) < 0.2
    assert read.understood
    assert read.confidence is not None
    assert 0.5 < read.confidence <= 1
    assert " ".join(word[0] for word in read.words) == read.text
    starts = [word[1] for word in read.words]
    assert starts == sorted(starts)
    for _, start, end, probability in read.words:
        assert any(low <= start <= high for low, high in stretches)
        assert start < end <= stretches[-1][1] + 0.05
        assert 0 <= probability <= 1


def test_a_turn_longer_than_a_clip_is_read_from_its_first_word_to_its_last(
    whisper: Whisper, heard: Samples, gold: list[dict[str, Any]]
) -> None:
    told = of_client(gold, 6)[:4]
    stretches = [stretch for turn in told for stretch in stretches_of(turn)]
    read = whisper.transcribe(cut(heard, stretches))
    assert error_rate(" ".join(turn["text"] for turn in told), read.text) < 0.2
    assert plain_words(read.words[0][0]) == plain_words(told[0]["text"])[:1]
    assert plain_words(read.words[-1][0]) == plain_words(told[-1]["text"])[-1:]
    for turn in told:
        assert any(abs(word[1] - turn["start"]) < 0.5 for word in read.words)


@pytest.mark.parametrize("sound", ["nothing", "hiss", "hum", "keys"])
def test_sound_without_a_voice_has_no_words(whisper: Whisper, sound: str) -> None:
    read = whisper.transcribe(spoken((10.0, 16.0), samples=_noise(sound, 7.0)))
    assert read.text == ""
    assert read.words == ()
    assert read.confidence is None
    assert read.understood


def test_a_language_that_the_model_does_not_know_is_refused(model: ModelFiles) -> None:
    with pytest.raises(InputError, match="does not know the language 'de'"):
        Whisper(model, TranscriptionSettings(language="de"))


def test_it_says_which_model_it_is(whisper: Whisper, model: ModelFiles) -> None:
    assert (whisper.name, whisper.sha256) == ("tiny.en", model.sha256)


def _noise(sound: str, seconds: float) -> Samples:
    count = round(seconds * SAMPLE_RATE_HZ)
    random = np.random.default_rng(0)
    wave = np.zeros(count)
    if sound == "hiss":
        wave = random.normal(size=count) * 300
    elif sound == "hum":
        wave = np.sin(2 * np.pi * 120 * np.arange(count) / SAMPLE_RATE_HZ) * 2000
    elif sound == "keys":
        click = np.exp(-np.arange(400) / 60)
        for at in random.integers(0, count - 400, size=30):
            wave[at : at + 400] += random.normal(size=400) * click * 6000
    return wave.clip(-32768, 32767).astype(np.int16)
