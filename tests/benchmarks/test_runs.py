"""A few seconds of the bundled session through the live path, measured."""

import sys
from pathlib import Path

import pytest

from livecue.benchmarks.fast_runs import MemoryWatch, measure_memory, measure_throughput
from livecue.benchmarks.live_runs import ClockWatch, Peers, measure_latency
from livecue.benchmarks.peers import Peer
from livecue.errors import InputError
from livecue.events import End, Latency, SessionStarted
from tests import bundled
from tests.benchmarks import parts
from tests.events import health

TWIN = """
import json, sys, wave
def say(**line):
    print(json.dumps(line), flush=True)
for path in sys.argv[2:]:
    with wave.open(path) as sound:
        assert (sound.getnchannels(), sound.getframerate(), sound.getsampwidth()) == (1, 16000, 2)
say(ready=True)
text = "So what would be most useful to start with today?"
say(text=text, start=1.0, end=3.2, decided_at=3.4, emitted_at=9.17)
say(done=True, cpu_s=2.0, max_rss_mb=123)
"""


def test_latency_is_reported_for_each_recording_then_for_all(tmp_path: Path) -> None:
    pytest.importorskip("jiwer", reason="the extra 'research' is not installed")
    one, total = measure_latency([parts.write_part(tmp_path)], parts.bench())
    assert (one.recording, total.recording) == ("part", "all")
    assert (one.turns, one.without_words, one.word_error_rate) == (2, 0, 0.0)
    assert one.cost.audio_s == parts.PART_S
    assert one.cost.wall_s >= parts.PART_S, "it was played at its own pace"
    wait, late = one.turn.computation_unaware, one.turn.computation_aware
    assert wait.p50 is not None
    assert late.p50 is not None
    assert 0.0 < wait.p50 <= late.p50
    assert one.machine.model == "scripted"
    assert total.model_copy(update={"recording": "part"}) == one
    assert one.systems == ()


def test_a_recording_that_cannot_be_played_is_said_before_any_is(tmp_path: Path) -> None:
    pytest.importorskip("jiwer", reason="the extra 'research' is not installed")
    path, session = parts.write_part(tmp_path)
    mono = bundled.write(tmp_path / "mono.wav", bundled.mixed(parts.sound()))
    with pytest.raises(InputError, match="split needs two"):
        next(measure_latency([(path, session), (mono, session)], parts.bench()))


def test_peers_hear_what_livecue_hears(tmp_path: Path) -> None:
    pytest.importorskip("jiwer", reason="the extra 'research' is not installed")
    (tmp_path / "twin.py").write_text(TWIN)
    (tmp_path / "broken.py").write_text("raise SystemExit('no model')")
    known = [
        Peer(name, tmp_path / f"{name}.py", Path(sys.executable)) for name in ("broken", "twin")
    ]
    recording = parts.write_part(tmp_path)
    reports = measure_latency([recording], parts.bench("mono"), Peers(known, tmp_path))
    one = next(reports)
    livecue, broken, twin = one.systems
    assert [row.system for row in one.systems] == ["livecue", "broken", "twin"]
    assert livecue.times_livecue == 1.0
    assert broken.cannot == "it ended before it was done: no model"
    assert twin.delay.p50 == 6.0, "the first turn ends at 3.17"
    assert twin.after_deciding.p50 == 5.77
    assert twin.unread == 1
    assert (twin.cost.cpu_s, twin.cost.peak_mb) == (2.0, 123)
    assert next(reports).systems == one.systems


def test_throughput_is_that_of_one_joined_session(tmp_path: Path) -> None:
    recordings = [parts.write_part(tmp_path, name) for name in ("a", "b")]
    report = measure_throughput(recordings, parts.bench())
    assert report.cost.audio_s == 2 * parts.PART_S
    assert report.cost.real_time_factor is not None
    assert report.audio_minutes_per_minute == pytest.approx(
        1 / report.cost.real_time_factor, rel=0.05
    )


def test_memory_is_read_early_and_at_the_end_of_a_long_session(tmp_path: Path) -> None:
    recordings = [parts.write_part(tmp_path)]
    report = measure_memory(recordings, parts.bench(), until_s=40.0, early_s=15.0)
    assert report.cost.audio_s == pytest.approx(40.0, abs=0.1)
    assert report.early_mb > 50
    assert report.growth_percent == pytest.approx(
        100 * (report.end_mb - report.early_mb) / report.early_mb, abs=0.01
    )


def test_memory_is_read_once_at_the_first_event_late_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    readings = iter([100.0, 103.0])
    monkeypatch.setattr("livecue.benchmarks.fast_runs.resident_mb", lambda: next(readings))
    watch = MemoryWatch(early_s=600.0)
    for at in (599.0, 601.0, 900.0):
        watch.push(health(at, "muted").model_copy(update={"emitted_at": at}))
    end = End(seq=9, at=7200, counts={}, audio_s=7200, wall_s=900, latency=Latency())
    watch.push(end.model_copy(update={"emitted_at": 7200.0}))
    assert (watch.early_mb, watch.end_mb) == (100.0, 103.0)


def test_a_clock_that_falls_behind_the_walls_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    wall = iter([50.0, 51.0, 54.5, 56.0])
    monkeypatch.setattr("time.monotonic", lambda: next(wall))
    watch = ClockWatch()
    first = SessionStarted(
        seq=0,
        id="one",
        client=None,
        started_at="",
        source="",
        sample_rate_hz=16_000,
        settings={},
        consent=(),
        models={},
        emitted_at=0.0,
    )
    watch.push(first)
    for at in (1.0, 4.0, 6.0):
        watch.push(health(at, "muted").model_copy(update={"emitted_at": at}))
    assert watch.behind_s == 0.5
