"""Silero's judgement of frames, on the bundled session's voices."""

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import HearingSettings
from livecue.hearing.gate import FRAME_S, FRAME_SAMPLES
from livecue.hearing.silero import FORGETS_AFTER_STEPS, STEP_SAMPLES, SileroEngine, SileroJudge
from livecue.model_files import locate
from tests import bundled

LIKELY = HearingSettings().voice_likely
VERDICT_WITHIN_S = 0.08


@pytest.fixture(scope="module")
def engine() -> SileroEngine:
    return SileroEngine(locate("silero-vad").weights)


@pytest.fixture(scope="module")
def sound() -> Samples:
    return bundled.mixed(bundled.part(bundled.bundled_sound(), 0, 20))[:, 0]


def verdicts(engine: SileroEngine, sound: Samples, block: int) -> list[bool]:
    judge = SileroJudge(engine, LIKELY)
    told = []
    for first in range(0, len(sound), block):
        told += judge.push(sound[first : first + block])
    return told + judge.rest()


@pytest.mark.parametrize("frames", [1, 7, 100])
def test_the_verdicts_do_not_depend_on_the_blocks(
    engine: SileroEngine, sound: Samples, frames: int
) -> None:
    told = verdicts(engine, sound, frames * FRAME_SAMPLES)
    assert told == verdicts(engine, sound, len(sound))
    assert len(told) == len(sound) // FRAME_SAMPLES
    assert 0 < sum(told) < len(told)


def test_a_verdict_comes_within_a_few_hundredths_of_a_second(
    engine: SileroEngine, sound: Samples
) -> None:
    judge = SileroJudge(engine, LIKELY)
    waiting = 0
    for first in range(0, len(sound), FRAME_SAMPLES):
        waiting += 1 - len(judge.push(sound[first : first + FRAME_SAMPLES]))
        assert waiting * FRAME_S <= VERDICT_WITHIN_S
    assert len(judge.rest()) == waiting
    assert judge.rest() == []


def test_after_a_long_silence_a_voice_is_judged_as_the_first_one(
    engine: SileroEngine, sound: Samples
) -> None:
    # Both the network's steps and our frames must end where the silence does.
    silence = np.zeros(5 * FORGETS_AFTER_STEPS * STEP_SAMPLES, np.int16)
    later = verdicts(engine, np.concatenate([silence, sound]), SAMPLE_RATE_HZ)
    assert later[len(silence) // FRAME_SAMPLES :] == verdicts(engine, sound, SAMPLE_RATE_HZ)


def test_sound_that_ends_before_anything_is_judged_holds_no_voice(engine: SileroEngine) -> None:
    assert verdicts(engine, np.zeros(2 * FRAME_SAMPLES, np.int16), FRAME_SAMPLES) == [False, False]
