"""`livecue bench`."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from livecue.benchmarks.bench import Bench, Labelled
from livecue.benchmarks.cost import Cost
from livecue.benchmarks.fast_runs import EARLY_S
from livecue.benchmarks.latency import LatencyScore
from livecue.benchmarks.live_runs import Peers
from livecue.benchmarks.reports import (
    LIVECUE,
    HeardLive,
    LatencyReport,
    MemoryReport,
    Outcome,
    Read,
    latency_report,
    system_rows,
)
from livecue.benchmarks.side_by_side import SideScore
from livecue.cli import bench
from livecue.errors import InputError, MissingError
from livecue.transcription.speech_model import Chosen
from tests.benchmarks import parts
from tests.cli.livecue import livecue

COST = Cost(audio_s=60.0, wall_s=61.0, cpu_s=30.5, peak_mb=600)
HEARD = HeardLive(
    latency=LatencyScore(turn_s=(0.9,), turn_unaware_s=(0.7,), after_closing_s=(0.2,)),
    read=Read(score=SideScore(delay_s=(1.0,), words=100, errors=3), cost=COST),
)
OUTCOMES: dict[str, Outcome] = {LIVECUE: HEARD.read, "twin": "it is not installed"}

Asked = dict[str, Any]


@pytest.fixture(autouse=True)
def known_words(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No model is loaded or timed; the words of the bundled session are known."""
    monkeypatch.setattr("livecue.session.compose.load_engines", lambda _: parts.engines())
    chosen = "livecue.transcription.speech_model"
    monkeypatch.setattr(f"{chosen}.model_for_real_time", Chosen)
    monkeypatch.setattr(f"{chosen}.with_model", lambda settings: settings)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the latency run was asked for; nothing is played."""
    noted: Asked = {}

    def measure(
        recordings: Sequence[Labelled], ready: Bench, peers: Peers | None
    ) -> Iterator[LatencyReport]:
        noted.update(recordings=[path.name for path, _ in recordings], bench=ready, peers=peers)
        rows = () if peers is None else system_rows([OUTCOMES])
        for name in (*noted["recordings"], "all"):
            yield latency_report(name, ready.machine, ready.channels, HEARD, rows)
            if noted.get("interrupted"):
                raise KeyboardInterrupt

    monkeypatch.setattr("livecue.benchmarks.live_runs.measure_latency", measure)
    return noted


@pytest.fixture
def peers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("livecue.benchmarks.peers.known_peers", lambda *_: [])
    found = SimpleNamespace(folder=Path("model"))
    monkeypatch.setattr("livecue.model_files.locate", lambda _: found)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_latency_prints_an_object_for_each_recording_and_one_for_all(
    asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.latency(as_json=True)
    one, total = lines(capsys)
    assert asked["recordings"] == ["session.opus"], "the bundled session, if none is named"
    assert asked["bench"].channels == "split"
    assert (one["recording"], total["recording"]) == ("session.opus", "all")
    assert total["turn"]["computation_aware"]["p50"] == 0.9
    assert total["turn"]["computation_unaware"]["p50"] == 0.7
    assert total["turn_without_wait"]["p50"] == 0.2
    assert total["word_error_rate"] == 0.03
    assert total["cost"]["core_share"] == 0.5
    assert set(total["machine"]) >= {"processor", "cores", "memory_gb", "python", "model"}


def test_what_was_measured_before_an_interruption_is_there(
    asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    asked["interrupted"] = True
    with pytest.raises(KeyboardInterrupt):
        bench.latency(as_json=True)
    assert [line["recording"] for line in lines(capsys)] == ["session.opus"]


def test_people_see_the_machine_the_delays_and_why_a_peer_did_not_run(
    asked: Asked, peers: None, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.latency(peers=True)
    printed = capsys.readouterr().out
    assert asked["bench"].channels == "mono", "as the peers hear it"
    assert asked["peers"].model == Path("model")
    assert "cores" in printed
    assert "model scripted" in printed
    assert "turn, without the wait" in printed
    assert "twin: it is not installed" in printed


def test_a_model_is_taken_by_name(asked: Asked) -> None:
    bench.latency(model="tiny.en", as_json=True)
    assert asked["bench"].settings.transcription.model == "tiny.en"


def test_throughput_hears_a_recording_as_fast_as_it_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = parts.write_part(tmp_path)
    bench.throughput(path, as_json=True)
    [report] = lines(capsys)
    assert report["bench"] == "throughput"
    assert report["recordings"] == 1
    assert report["cost"]["audio_s"] == parts.PART_S
    bench.throughput(path)
    assert "real-time factor" in capsys.readouterr().out


def test_memory_says_what_is_held_early_and_late(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure(recordings: Sequence[Labelled], ready: Bench, until_s: float) -> MemoryReport:
        return MemoryReport(
            machine=ready.machine,
            channels=ready.channels,
            recordings=len(recordings),
            early_s=EARLY_S,
            early_mb=500,
            end_mb=510,
            growth_percent=2.0,
            cost=COST.model_copy(update={"audio_s": until_s}),
        )

    monkeypatch.setattr("livecue.benchmarks.fast_runs.measure_memory", measure)
    bench.memory(minutes=30)
    printed = capsys.readouterr().out
    assert "500 MB after 10 minutes, 510 MB after 30: +2.0 %, at most 600 MB." in printed
    bench.memory(as_json=True)
    assert lines(capsys)[0]["cost"]["audio_s"] == 120 * 60


@pytest.mark.parametrize("minutes", [0.0, 10.0, float("nan")])
def test_a_memory_run_too_short_to_compare_is_refused(minutes: float) -> None:
    with pytest.raises(InputError, match="--minutes must be more than 10"):
        bench.memory(minutes=minutes)


def test_peers_and_two_channels_exclude_each_other(asked: Asked) -> None:
    with pytest.raises(InputError, match="all hear the same one channel"):
        bench.latency(peers=True, channels="split")
    assert not asked


def test_without_jiwer_nothing_is_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jiwer", None)
    path, _ = parts.write_part(tmp_path)
    with pytest.raises(MissingError, match="research"):
        bench.latency(path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["latency", "nowhere.wav"], "There is no file or folder nowhere.wav"),
        (["throughput", "."], "holds no recording"),
        (["latency", "--model", "largest"], "model 'largest'"),
        (["memory", "--minutes", "3"], "--minutes must be more than 10"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = livecue(tmp_path, "bench", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
