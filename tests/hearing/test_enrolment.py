"""The clinician's voice from a recording, or one sentence on why it will not do."""

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.errors import InputError
from livecue.hearing.enrolment import ENOUGH_S, Enrolling, enrol
from livecue.hearing.voiceprint import Voiceprint
from tests.hearing.doubles import direction
from tests.hearing.sound import mixed, noise, silence, voice


class Remembering:
    """Notes what it was given."""

    def __init__(self) -> None:
        self.given = np.empty(0, np.int16)

    def embed(self, samples: Samples) -> Voiceprint:
        self.given = samples
        return direction(3)


def recording(speech_s: float, peak: float = 0.3) -> Samples:
    """Phrases of two seconds, with half a second between them, in a quiet room."""
    pause = silence(0.5)
    pitches_hz = [110.0 + 7 * (n % 9) for n in range(round(speech_s / 2))]
    phrases = [part for hz in pitches_hz for part in (pause, voice(2, hz) * peak)]
    wave = np.concatenate([*phrases, pause])
    return mixed(wave + noise(len(wave) / SAMPLE_RATE_HZ, 0.001))[:, 0]


def test_a_good_recording_gives_a_voiceprint_of_its_speech_alone() -> None:
    encoder = Remembering()

    enrolment = enrol(recording(16), encoder, Settings())

    assert np.array_equal(enrolment.voiceprint, direction(3))
    assert enrolment.speech_s == pytest.approx(16, abs=0.5)
    assert len(encoder.given) / SAMPLE_RATE_HZ == pytest.approx(16, abs=0.5)


def test_of_a_long_recording_only_so_much_is_used() -> None:
    encoder = Remembering()

    enrolment = enrol(recording(50), encoder, Settings())

    assert enrolment.speech_s == pytest.approx(50, abs=1.5)
    assert len(encoder.given) / SAMPLE_RATE_HZ == pytest.approx(30)


@pytest.mark.parametrize(
    ("samples", "says"),
    [
        (recording(ENOUGH_S - 2), "speak for longer"),
        (recording(16, peak=0.004), "faint"),
        (np.zeros(20 * SAMPLE_RATE_HZ, np.int16), "faint"),
        (np.empty(0, np.int16), "faint"),
        (recording(16, peak=3), "distorted"),
    ],
)
def test_a_recording_that_will_not_do_is_refused_in_a_sentence(samples: Samples, says: str) -> None:
    with pytest.raises(InputError, match=says) as refused:
        enrol(samples, Remembering(), Settings())

    assert str(refused.value).endswith("try again.")


def test_two_voices_are_not_enrolled_as_one() -> None:
    class InTurns(Remembering):
        def embed(self, samples: Samples) -> Voiceprint:
            super().embed(samples)
            self.count = getattr(self, "count", 0) + 1
            return direction(self.count % 2)

    with pytest.raises(InputError, match="More than one voice"):
        enrol(recording(16), InTurns(), Settings())


def test_a_noisy_room_is_noticed() -> None:
    assert not enrol(recording(16), Remembering(), Settings()).noisy
    quiet = recording(24, peak=0.1).astype(np.float64)
    loud_room = quiet + 250 * np.random.default_rng(1).standard_normal(len(quiet))
    assert enrol(loud_room.astype(np.int16), Remembering(), Settings()).noisy


def test_while_it_listens_it_says_how_much_was_heard_and_how_loud() -> None:
    enrolling = Enrolling(Settings())
    assert enrolling.push(np.zeros(SAMPLE_RATE_HZ, np.int16)).level == "silent"
    sound = recording(22)
    second = SAMPLE_RATE_HZ
    told = [enrolling.push(sound[i : i + second]) for i in range(0, len(sound), second)]
    assert [progress.enough for progress in told[:4]] == [False] * 4
    assert told[-1].enough
    assert told[-1].speech_s == pytest.approx(22, abs=0.7)
    assert {progress.level for progress in told} == {"good"}


def test_a_level_that_distorts_is_told_at_once() -> None:
    assert (
        Enrolling(Settings()).push(recording(4, peak=3)[SAMPLE_RATE_HZ : 2 * SAMPLE_RATE_HZ]).level
        == "too loud"
    )
