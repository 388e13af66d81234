"""Sound itself: synthetic voices through webrtcvad and the gate."""

import numpy as np
import numpy.typing as npt
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import HearingSettings
from livecue.hearing.run import Run
from livecue.hearing.stretches import Stretch
from livecue.hearing.vad import GatedVad
from tests.hearing.sound import mixed, noise, silence, voice


def stretches(sound: Samples) -> list[tuple[int, float, float]]:
    """Channel, start and end of what is heard as speech."""
    settings = HearingSettings()
    channels = sound.shape[1]
    run = Run(settings, GatedVad(settings, channels), channels, 0.0)
    found = [event for moment in run.push(sound) for event in moment.found] + [*run.close()]
    return [(e.channel, e.start, e.end) for e in found if isinstance(e, Stretch)]


def channel(length_s: float, *voices: tuple[float, float, float]) -> npt.NDArray[np.float64]:
    """A channel with voices: start, end, and peak level as a share of full scale."""
    sound = np.zeros(round(length_s * SAMPLE_RATE_HZ))
    for start, end, peak in voices:
        first = round(start * SAMPLE_RATE_HZ)
        burst = voice(end - start) * peak
        sound[first : first + len(burst)] += burst
    return sound


def test_a_voice_is_found_to_within_a_few_hundredths_of_a_second() -> None:
    sound = mixed(channel(8, (1, 3, 0.3), (5, 6.5, 0.3)))

    times = [(start, end) for _, start, end in stretches(sound)]
    assert np.array(times) == pytest.approx(np.array([(1, 3), (5, 6.5)]), abs=0.03)


@pytest.mark.parametrize("level", [0.001, 0.005, 0.01])
def test_a_voice_is_found_in_a_noisy_room(level: float) -> None:
    sound = mixed(channel(8, (3, 5, 0.3)) + noise(8, level))

    # A loud room may sound like somebody until it is learnt, in the first second.
    ((_, start, end),) = [stretch for stretch in stretches(sound) if stretch[1] > 1]

    assert start == pytest.approx(3, abs=0.1)
    assert end == pytest.approx(5, abs=0.1)


def test_an_empty_channel_holds_no_speech() -> None:
    assert stretches(mixed(silence(5))) == []


def test_a_key_pressed_in_a_silence_is_not_speech() -> None:
    keys = channel(8, (1, 3, 0.3), (6, 7, 0.3))
    for at in (4.0, 4.4, 4.9):
        keys += click(8, at)

    assert len(stretches(mixed(keys))) == 2


def click(length_s: float, at: float) -> npt.NDArray[np.float64]:
    sound = np.zeros(round(length_s * SAMPLE_RATE_HZ))
    first = round(at * SAMPLE_RATE_HZ)
    sound[first : first + 300] = 0.2 * noise(300 / SAMPLE_RATE_HZ, 1.0)
    return sound


def test_the_echo_of_the_other_channel_is_not_speech() -> None:
    own = channel(12, (1, 3, 0.3), (9, 11, 0.3))
    other = channel(12, (4, 8, 0.3))
    echo = np.roll(other, round(0.05 * SAMPLE_RATE_HZ)) * 0.05

    found = stretches(mixed(own + echo, other))

    assert [round(start) for c, start, _ in found if c == 0] == [1, 9]
    assert [round(start) for c, start, _ in found if c == 1] == [4]


def test_two_who_speak_at_once_are_both_heard() -> None:
    found = stretches(mixed(channel(8, (1, 5, 0.3)), channel(8, (1.2, 2, 0.3), (3, 4, 0.3))))

    assert [round(start, 1) for c, start, _ in found if c == 1] == [1.2, 3.0]
