"""Several recordings on one clock."""

from pathlib import Path

import numpy as np
import pytest

from livecue.benchmarks.joined import Joined
from livecue.capture.source import SAMPLE_RATE_HZ, Block
from livecue.config import CaptureSettings
from livecue.errors import InputError
from tests import bundled


def recording(path: Path, level: int, seconds: float) -> Path:
    return bundled.write(path, np.full((round(seconds * SAMPLE_RATE_HZ), 2), level, np.int16))


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    """A second at level 1, and half a second at level 2."""
    return [recording(tmp_path / "a.wav", 1, 1.0), recording(tmp_path / "b.wav", 2, 0.5)]


def blocks(source: Joined) -> list[Block]:
    heard = [block for block in source if isinstance(block, Block)]
    starts = [block.start_s for block in heard]
    assert starts[1:] == pytest.approx([block.end_s for block in heard[:-1]]), "no gap, no overlap"
    return heard


def test_recordings_follow_each_other_without_a_gap(two: list[Path]) -> None:
    source = Joined(two, "split", CaptureSettings())
    heard = blocks(source)
    sound = np.concatenate([block.samples for block in heard])
    assert sound.shape == (round(1.5 * SAMPLE_RATE_HZ), 2)
    assert sound[SAMPLE_RATE_HZ - 1, 0] == 1
    assert sound[SAMPLE_RATE_HZ, 0] == 2
    assert source.duration_s == pytest.approx(1.5)


def test_they_are_played_again_until_enough_is_heard(two: list[Path]) -> None:
    heard = blocks(Joined(two, "split", CaptureSettings(), until_s=4.0))
    assert heard[-1].end_s == pytest.approx(4.0)
    assert [int(block.samples[0, 0]) for block in heard[::10]] == [1, 1, 2, 1, 1, 2, 1, 1]


def test_it_can_be_stopped(two: list[Path]) -> None:
    source = Joined(two, "split", CaptureSettings(), until_s=1e9)
    for heard in source:
        if isinstance(heard, Block) and heard.end_s > 2.0:
            source.close()


def test_a_recording_that_cannot_be_played_is_said_before_any_is(two: list[Path]) -> None:
    with pytest.raises(InputError, match="none"):
        Joined([*two, two[0].with_name("none.wav")], "split", CaptureSettings())
