"""Which speech model suits a machine."""

import pytest

from livecue.config import HearingSettings, TranscriptionSettings
from livecue.transcription.fitting import Speed, fit, keeps_up

MODELS = ("tiny.en", "base", "small.en", "medium.en")
"""The smallest first."""


def speeds(*read_s: float) -> list[Speed]:
    """As many of `MODELS` as there are times for a clip of 5 s."""
    return [
        Speed(name=name, size=100 * number, read_s=seconds, clip_s=5.0)
        for number, (name, seconds) in enumerate(zip(MODELS, read_s, strict=False), start=1)
    ]


@pytest.mark.parametrize(
    ("read_s", "latency_most_s", "rtf_most", "chosen", "in_time"),
    [
        ((0.1, 0.2, 0.6, 1.8), 10.0, 1.0, "medium.en", True),
        ((0.1, 0.2, 0.6, 1.8), 1.0, 1.0, "small.en", True),
        ((0.1, 0.2, 0.6), 0.6, 1.0, "small.en", True),
        ((0.1, 0.2, 0.6), 0.59, 1.0, "base", True),
        ((0.1, 0.2, 0.6), 10.0, 0.1, "base", True),
        ((0.1, 0.2, 0.6), 10.0, 0.12, "small.en", True),
        ((0.1, 0.2), 0.1, 1.0, "tiny.en", True),
        ((0.3,), 1.0, 1.0, "tiny.en", True),
        ((0.3, 0.2, 0.5), 0.25, 1.0, "base", True),
        ((2.0, 4.0), 1.0, 1.0, "tiny.en", False),
        ((2.0, 4.0), 10.0, 0.3, "tiny.en", False),
        ((2.0,), 1.0, 1.0, "tiny.en", False),
    ],
)
def test_the_largest_model_within_both_limits_is_taken_else_the_smallest(
    read_s: tuple[float, ...],
    latency_most_s: float,
    rtf_most: float,
    chosen: str,
    in_time: bool,
) -> None:
    settings = TranscriptionSettings(model_latency_most_s=latency_most_s, model_rtf_most=rtf_most)
    for order in (1, -1):
        found = fit(speeds(*read_s)[::order], settings)
        assert (found.speed.name, found.in_time) == (chosen, in_time)


def test_by_default_words_must_be_there_when_the_usual_wait_for_a_turns_end_is_over() -> None:
    settings = TranscriptionSettings()
    wait_s = HearingSettings().end_of_turn_s - settings.ahead_s
    assert [keeps_up(speed, settings) for speed in speeds(wait_s, wait_s + 0.01)] == [True, False]
