"""Peers that are small scripts: one that reads, and all the ways in which one does not."""

import sys
from pathlib import Path

import pytest

from livecue.benchmarks.peers import Failed, Heard, Peer, heard_by, known_peers
from livecue.benchmarks.side_by_side import Piece
from livecue.errors import InputError

READS = """
import json, sys
def say(**line):
    print(json.dumps(line), flush=True)
model, warm_up, audio = sys.argv[1:]
print("loading", model)
say(ready=True)
say(text=audio, start=1.0, end=2.0, decided_at=2.5, emitted_at=3.0)
say(text="to the end", start=None, end=None, decided_at=None, emitted_at=4.5)
say(done=True, cpu_s=1.25, max_rss_mb=300)
"""
CANNOT = """print('{"cannot": "its model cannot be had"}')"""
DIES = """
import sys
print('{"ready": true}')
print('{"text": "half", "emitted_at": 1.0}', flush=True)
sys.exit("it broke")
"""
DIES_UNHEARD = "import os; os._exit(3)"
HANGS = """
import subprocess, sys, time
left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print('{"ready": true}', flush=True)
time.sleep(600)
"""
WAV = Path("audio.wav")


def peer(folder: Path, script: str, python: str = sys.executable) -> Peer:
    path = folder / "twin.py"
    path.write_text(script)
    return Peer("twin", path, Path(python))


def heard(peer: Peer, patience_s: float = 600.0) -> Heard | Failed:
    return heard_by(peer, Path("model"), Path("warm_up.wav"), WAV, 0.0, patience_s)


def test_a_peer_is_given_the_files_and_its_pieces_come_back(tmp_path: Path) -> None:
    found = heard(peer(tmp_path, READS))
    assert isinstance(found, Heard)
    assert found.pieces == (
        Piece("audio.wav", 3.0, start=1.0, decided_at=2.5),
        Piece("to the end", 4.5),
    )
    assert (found.cost.cpu_s, found.cost.peak_mb) == (1.25, 300)


@pytest.mark.parametrize(
    ("script", "why"),
    [
        pytest.param(CANNOT, "its model cannot be had", id="says that it cannot"),
        pytest.param(DIES, "it ended before it was done: it broke", id="dies with a word"),
        pytest.param(DIES_UNHEARD, "it ended before it was done", id="dies without one"),
        pytest.param("", "it ended before it was done", id="says nothing"),
    ],
)
def test_a_peer_that_does_not_read_leaves_its_reason(script: str, why: str, tmp_path: Path) -> None:
    assert heard(peer(tmp_path, script)) == Failed(why)


def test_a_peer_that_hangs_is_ended_with_all_that_it_began(tmp_path: Path) -> None:
    found = heard(peer(tmp_path, HANGS), patience_s=1.0)
    assert found == Failed("it was not done 1 s after the audio's end")


def test_a_peer_without_its_environment_is_not_installed(tmp_path: Path) -> None:
    found = heard(peer(tmp_path, READS, python=str(tmp_path / "bin" / "python")))
    assert found == Failed("it is not installed; run `make peers`")


def test_peers_are_the_scripts_with_requirements_beside_them(tmp_path: Path) -> None:
    for name in ("b.py", "b.in", "a.py", "a.in", "shared.py", "torch.in"):
        (tmp_path / name).touch()
    found = known_peers(tmp_path, tmp_path / "made")
    assert [one.name for one in found] == ["a", "b"]
    assert found[0] == Peer("a", tmp_path / "a.py", tmp_path / "made" / "a" / "bin" / "python")


def test_a_livecue_without_its_source_says_that_it_has_no_peers(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="works in a checkout"):
        known_peers(tmp_path / "none", tmp_path)
