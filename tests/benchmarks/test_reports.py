"""Systems beside each other."""

import pytest

from livecue.benchmarks.cost import Cost
from livecue.benchmarks.reports import LIVECUE, HeardLive, Read, system_rows
from livecue.benchmarks.side_by_side import SideScore


def read(delay_s: float, after_deciding_s: float, words: int = 10, errors: int = 0) -> Read:
    score = SideScore(
        delay_s=(delay_s,), after_deciding_s=(after_deciding_s,), words=words, errors=errors
    )
    return Read(score=score, cost=Cost(audio_s=60, wall_s=61, cpu_s=30))


def test_each_system_has_its_ratio_to_livecue() -> None:
    livecue, peer = system_rows([{LIVECUE: read(0.8, 0.2), "peer": read(2.0, 1.0, errors=1)}])
    assert (livecue.system, livecue.times_livecue) == ("livecue", 1.0)
    assert (peer.times_livecue, peer.times_livecue_after_deciding) == (2.5, 5.0)
    assert peer.word_error_rate == 0.1
    assert peer.cost.core_share == pytest.approx(30 / 61, abs=1e-4)


def test_a_peer_that_cannot_run_is_a_row_with_the_reason() -> None:
    _, peer = system_rows([{LIVECUE: read(0.8, 0.2), "peer": "its model cannot be had"}])
    assert peer.cannot == "its model cannot be had"
    assert (peer.times_livecue, peer.word_error_rate, peer.delay.p50) == (None, None, None)


def test_a_peer_that_failed_once_is_compared_where_it_did_not() -> None:
    both, one = {LIVECUE: read(1.0, 0.5), "peer": read(3.0, 1.0)}, {LIVECUE: read(9.0, 9.0)}
    livecue, peer = system_rows([both, {**one, "peer": "it ended before it was done"}])
    assert livecue.cost.audio_s == 120
    assert peer.cost.audio_s == 60
    assert peer.times_livecue == 3.0
    assert peer.cannot == "it ended before it was done"


def test_a_peer_that_does_not_say_when_it_decides_has_no_such_ratio() -> None:
    silent = Read(score=SideScore(delay_s=(2.0,), words=1), cost=Cost(audio_s=60, wall_s=60))
    _, peer = system_rows([{LIVECUE: read(1.0, 0.5), "peer": silent}])
    assert (peer.times_livecue, peer.times_livecue_after_deciding) == (2.0, None)


def test_of_several_recordings_the_worst_clock_and_the_highest_peak_are_kept() -> None:
    one = HeardLive(clock_behind_s=0.4, read=Read(cost=Cost(audio_s=1, wall_s=2, peak_mb=50)))
    other = HeardLive(clock_behind_s=0.1, read=Read(cost=Cost(audio_s=3, wall_s=4, peak_mb=70)))
    total = one + other
    assert total.clock_behind_s == 0.4
    assert total.read.cost == Cost(audio_s=4, wall_s=6, peak_mb=70)
    assert total.read.cost.real_time_factor == 1.5
    assert Cost().real_time_factor is None
