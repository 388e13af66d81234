"""What a microphone's level says."""

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.start.meter import Meter


def talk(loudness: float, seconds: float = 2.0) -> Samples:
    """Bursts of noise with silence between, as speech is. loudness: of the bursts, a sample."""
    rng = np.random.default_rng(2)
    frames = round(seconds * SAMPLE_RATE_HZ)
    bursts = np.repeat(rng.random(frames // 1600) < 0.6, 1600)
    made = rng.normal(0, loudness, len(bursts)) * bursts + rng.normal(0, 2, len(bursts))
    return made.clip(-32_768, 32_767).astype(np.int16)


def test_before_anybody_speaks_it_asks_for_a_few_words() -> None:
    reading = Meter().push(np.random.default_rng(1).normal(0, 5, 16_000).astype(np.int16))
    assert "Say a few words" in reading.says
    assert not reading.good


def test_a_voice_is_heard_well_and_that_stands_while_nobody_speaks() -> None:
    meter = Meter()
    assert meter.push(talk(2000)).good
    after = meter.push(np.random.default_rng(1).normal(0, 2, 48_000).astype(np.int16))
    assert after.good
    assert after.bar < 0.1


def test_a_voice_that_is_too_quiet_is_told_from_a_quiet_room() -> None:
    assert "Too quiet" in Meter().push(talk(60)).says


def test_a_voice_that_is_too_loud_is_said_to_be() -> None:
    assert "Too loud" in Meter().push(talk(60_000)).says


def test_a_muted_microphone_stands_above_what_was_heard_until_it_is_back() -> None:
    meter = Meter()
    meter.push(talk(2000))
    assert "muted" in meter.trouble("muted").says
    assert meter.reading().bar == 0.0
    assert meter.trouble("device_back").good


def test_one_that_will_not_open_says_why() -> None:
    assert Meter().failed("It would not open.").says == "It would not open."


def test_a_question_stays_one() -> None:
    assert Meter().trouble("silent").says.endswith("one?")
