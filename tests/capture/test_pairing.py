"""Two devices on one clock: pure, with made-up clocks."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livecue.capture.pairing import PATIENCE_S, Pairing
from livecue.capture.source import SAMPLE_RATE_HZ, Block, Heard, Missing, Samples, Trouble

PIECE_S = 0.05
TONE_HZ = 100.0


def world(at_s: npt.NDArray[np.float64]) -> Samples:
    """What there is to be heard at these moments: a tone whose phase tells the time."""
    tone: Samples = np.rint(8_000 * np.sin(2 * np.pi * TONE_HZ * at_s)).astype(np.int16)
    return tone


def device(
    seconds: float, error: float = 0.0, began_s: float = 0.0, late_s: float = 0.0, seed: int = 0
) -> list[tuple[float, Block]]:
    """What a device brings: machine second, and a block of one channel on the device's own clock.

    error: share by which its crystal is too fast. late_s: calls come late by up to this.
    """
    rng = np.random.default_rng(seed)
    frames = round(PIECE_S * SAMPLE_RATE_HZ)
    brought = []
    for n in range(round(seconds * (1 + error) / PIECE_S)):
        own_s = (n * frames + np.arange(frames)) / SAMPLE_RATE_HZ
        at_s = began_s + own_s / (1 + error)
        comes_s = float(at_s[-1]) + 0.01 + rng.exponential(0.2) * late_s
        brought.append((comes_s, Block(n * PIECE_S, world(at_s)[:, np.newaxis])))
    return brought


def paired(
    own: Sequence[tuple[float, Heard]],
    others: Sequence[tuple[float, Heard]],
    pair: Pairing | None = None,
) -> list[Heard]:
    """All that comes of both, in the order in which it comes in."""
    pair = pair or Pairing()
    calls: list[tuple[float, int, int, Heard]] = []
    for side, brought in enumerate((others, own)):
        latest_s = 0.0
        for n, (at_s, item) in enumerate(brought):
            latest_s = max(latest_s, at_s)
            calls.append((latest_s, side, n, item))
    heard: list[Heard] = []
    for at_s, side, _, item in sorted(calls, key=lambda call: call[:3]):
        heard += (pair.own if side else pair.others)(item, at_s)
    return heard + pair.rest()


def blocks(heard: list[Heard]) -> list[Block]:
    return [item for item in heard if isinstance(item, Block)]


def apart_s(block: Block) -> float:
    """By how much the second channel is later than the first, from the tone's phase."""
    time_s = np.arange(len(block.samples)) / SAMPLE_RATE_HZ
    turn = np.exp(-2j * np.pi * TONE_HZ * time_s)
    own, others = (np.angle((block.samples[:, c] * turn).sum()) for c in (0, 1))
    return float((own - others + np.pi) % (2 * np.pi) - np.pi) / (2 * np.pi * TONE_HZ)


def check_order(heard: list[Heard]) -> None:
    """Nothing is told twice, and nothing is left out."""
    spans = [(i.start_s, i.end_s) for i in heard if not isinstance(i, Trouble)]
    for (_, end_s), (start_s, _) in pairwise(spans):
        assert start_s == pytest.approx(end_s, abs=1e-6)


def test_two_devices_with_one_clock_are_put_side_by_side() -> None:
    heard = paired(device(5), device(5))
    check_order(heard)
    assert len(blocks(heard)) > 90
    assert max(abs(apart_s(block)) for block in blocks(heard)) < 0.001


def test_one_that_began_later_is_missing_until_then_and_then_in_its_place() -> None:
    heard = paired(device(6), device(4, began_s=1.7))
    check_order(heard)
    assert isinstance(heard[0], Missing)
    assert heard[0].end_s == pytest.approx(1.7, abs=0.1)
    assert max(abs(apart_s(block)) for block in blocks(heard)) < 0.001


@settings(max_examples=6)
@given(
    error=st.floats(-3e-4, 3e-4),
    late_s=st.floats(0, 0.15),
    began_s=st.floats(0, 1),
    seed=st.integers(0, 99),
)
def test_drifting_clocks_and_late_calls_stay_side_by_side(
    error: float, late_s: float, began_s: float, seed: int
) -> None:
    others = device(45, error, began_s=began_s, late_s=late_s, seed=seed)
    heard = paired(device(45, late_s=late_s, seed=seed + 1), others)
    check_order(heard)
    # The tone tells less than half of its period, 5 ms.
    errors = [abs(apart_s(block)) for block in blocks(heard)[200:]]
    assert len(errors) > 600
    assert np.percentile(errors, 95) < 0.004


def test_a_first_call_that_came_late_is_made_good_within_seconds() -> None:
    (first_s, block), *rest = device(20)
    heard = paired(device(20), [(first_s + 0.03, block), *rest])
    assert max(abs(apart_s(block)) for block in blocks(heard)[60:]) < 0.002


def test_the_correction_of_drift_cannot_be_heard() -> None:
    heard = blocks(paired(device(60), device(60, error=4e-4)))
    sound = np.concatenate([block.samples[:, 1] for block in heard[1:]]).astype(float)
    steps = np.abs(np.diff(sound))
    assert steps.max() < 1.01 * 8_000 * 2 * np.pi * TONE_HZ / SAMPLE_RATE_HZ + 2


def test_a_clock_that_is_off_by_more_than_clocks_are_is_told_once() -> None:
    troubles = [i for i in paired(device(150), device(150, error=8e-4)) if isinstance(i, Trouble)]
    assert [(t.what, "0.08% faster" in t.detail) for t in troubles] == [("drift", True)]
    usual = paired(device(150), device(150, error=1e-4))
    assert not [item for item in usual if isinstance(item, Trouble)]


def test_what_the_clients_side_lost_is_missing_in_the_session() -> None:
    others: list[tuple[float, Heard]] = [
        *device(3),
        (5.01, Missing(3.0, 5.0, "device lost")),
        *((at_s, block) for at_s, block in device(9) if block.start_s >= 5),
    ]
    heard = paired(device(9), others)
    check_order(heard)
    (gap,) = [item for item in heard if isinstance(item, Missing)]
    assert gap.start_s == pytest.approx(3, abs=0.11)
    assert gap.end_s == pytest.approx(5, abs=0.11)
    assert "client" in gap.why


def test_a_client_whose_side_sends_nothing_is_not_waited_for() -> None:
    pair = Pairing()
    own = device(4)
    for at_s, block in device(2):
        pair.others(block, at_s)
    heard = [item for at_s, block in own for item in pair.own(block, at_s)]
    assert blocks(heard)[-1].end_s == pytest.approx(2, abs=0.1)
    heard += pair.rest()
    assert isinstance(heard[-1], Missing)
    assert heard[-1].end_s == pytest.approx(4)


def test_where_silence_sends_nothing_nothing_is_silence() -> None:
    pair = Pairing(silent_gaps=True)
    for at_s, block in device(2):
        pair.others(block, at_s)
    heard = [item for at_s, block in device(4) for item in pair.own(block, at_s)] + pair.rest()
    check_order(heard)
    assert not [item for item in heard if isinstance(item, Missing)]
    last = blocks(heard)[-1]
    assert last.end_s == pytest.approx(4)
    assert last.samples[:, 0].any()
    assert not last.samples[:, 1].any()


def test_what_the_microphone_lost_is_missing_and_the_rest_in_its_place() -> None:
    own: list[tuple[float, Heard]] = [
        *device(3),
        (5.01, Missing(3.0, 5.0, "device lost")),
        *((at_s, block) for at_s, block in device(9) if block.start_s >= 5),
    ]
    pair = Pairing()
    calls = sorted(
        [(at_s, 0, item) for at_s, item in device(9)] + [(at_s, 1, item) for at_s, item in own],
        key=lambda call: call[:2],
    )
    heard = []
    for at_s, side, item in calls:
        heard += (pair.own if side else pair.others)(item, at_s)
    heard += pair.rest()
    check_order(heard)
    assert sum(i.end_s - i.start_s for i in heard if isinstance(i, Missing)) == pytest.approx(
        2, abs=0.2
    )
    assert max(abs(apart_s(block)) for block in blocks(heard)) < 0.001


def test_trouble_says_whose_side_it_is_on() -> None:
    pair = Pairing()
    (own,) = pair.own(Trouble(1.0, "muted", "zeros"))
    (others,) = pair.others(Trouble(1.0, "device_lost", "it is gone"))
    assert isinstance(own, Trouble)
    assert isinstance(others, Trouble)
    assert own.detail == "zeros"
    assert others.detail == "the client's side: it is gone"


def test_patience_is_shorter_than_a_pause_that_would_be_noticed() -> None:
    assert PATIENCE_S < 1
