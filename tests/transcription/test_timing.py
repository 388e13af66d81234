"""How long models take is measured, and slow ones are not waited for."""

from collections.abc import Callable, Iterator

import pytest

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.config import TranscriptionSettings
from livecue.errors import MissingError
from livecue.hearing.spoken import SpokenTurn
from livecue.model_files import FileSpec, ModelSpec, locate
from livecue.transcription.guard import plain_words
from livecue.transcription.scripted import ScriptedTranscriber, by_turn
from livecue.transcription.timing import (
    CLIP_LANGUAGE,
    CLIP_S,
    HOPELESS,
    READINGS,
    bundled_clip,
    time_models,
)
from livecue.transcription.transcriber import Transcriber
from livecue.transcription.whisper import Whisper
from tests.transcription.turns import spoken_for

SETTINGS = TranscriptionSettings(model_latency_most_s=1.0, model_rtf_most=0.5)
CLIP = spoken_for(CLIP_S, i=0)


class Clock:
    """Goes on only while a transcriber works."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s

    def busy(self, seconds: Iterator[float]) -> Callable[[], None]:
        """Work that takes the next of these times, whenever it is done."""

        def work() -> None:
            self.now_s += next(seconds)

        return work


def model(name: str, size: int) -> ModelSpec:
    weights = FileSpec(name="model.bin", sha256=name, size=size)
    return ModelSpec(name=name, purpose="", licence="", source="", files=(weights,))


def timed(**works_s: list[float]) -> tuple[dict[str, float], dict[str, int]]:
    """What each model is said to take, and how often it read.

    works_s: by model, the smallest first, the time of each reading.
    """
    clock = Clock()
    left = {name: iter(times_s) for name, times_s in works_s.items()}

    def load(name: str) -> Transcriber:
        return ScriptedTranscriber(by_turn({}), before=clock.busy(left[name]))

    models = [model(name, size) for size, name in enumerate(works_s)]
    speeds = time_models(models[::-1], load, SETTINGS, CLIP, clock)
    read = {name: len(times_s) - len(list(left[name])) for name, times_s in works_s.items()}
    return {speed.name: speed.read_s for speed in speeds}, read


def test_the_first_reading_warms_up_and_the_quickest_of_the_others_counts() -> None:
    took_s, read = timed(one=[0.9, 0.4, 0.3, 0.8, 9.0])
    assert took_s == {"one": pytest.approx(0.3)}
    assert read == {"one": 1 + READINGS}


def test_models_are_timed_from_the_smallest_up_to_the_first_that_does_not_keep_up() -> None:
    took_s, read = timed(small=[0.1] * 4, middle=[1.2] * 4, large=[5.0] * 4)
    assert took_s == {"small": pytest.approx(0.1), "middle": pytest.approx(1.2)}
    assert read["large"] == 0


def test_a_model_that_is_hopeless_at_once_reads_only_once() -> None:
    hopeless_s = HOPELESS * SETTINGS.model_latency_most_s + 0.1
    took_s, read = timed(one=[hopeless_s, 0.1, 0.1, 0.1])
    assert took_s == {"one": pytest.approx(hopeless_s)}
    assert read == {"one": 1}


def test_the_real_time_factor_is_of_the_whole_clip() -> None:
    (speed,) = time_models(
        [model("one", 1)], lambda _: ScriptedTranscriber(by_turn({})), SETTINGS, CLIP, Clock()
    )
    assert speed.clip_s == pytest.approx(CLIP_S)
    assert speed.rtf == 0.0


@pytest.fixture(scope="module")
def clip() -> SpokenTurn:
    return bundled_clip()


def test_the_bundled_clip_is_five_seconds(clip: SpokenTurn) -> None:
    assert len(clip.samples) == CLIP_S * SAMPLE_RATE_HZ


def test_the_bundled_clip_is_read_in_one_window_from_its_first_word_to_its_last(
    clip: SpokenTurn,
) -> None:
    try:
        files = locate("tiny.en")
    except MissingError as error:
        pytest.skip(str(error))
    whisper = Whisper(files, TranscriptionSettings(language=CLIP_LANGUAGE))
    (part,) = whisper.read(clip)
    assert part.read is not None
    assert part.read.read_again is None
    words = plain_words(part.read.reading.text)
    assert (words[0], words[-1], len(words)) == ("tuesday", "thursday", 14)
