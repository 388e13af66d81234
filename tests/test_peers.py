"""What the peers share, and their locks. The peers themselves need environments of their own."""

import importlib.util
import io
import itertools
import json
import re
import sys
import wave
from pathlib import Path
from types import ModuleType

import pytest

PEERS = Path(__file__).parents[1] / "peers"
NAMES = sorted(lock.stem for lock in PEERS.glob("*.lock") if lock.stem != "torch")


def load() -> ModuleType:
    """`peers/pace.py`, which belongs to no package."""
    spec = importlib.util.spec_from_file_location("pace", PEERS / "pace.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


pace = load()


class Time:
    """A clock that goes on only while somebody sleeps, and always oversleeps."""

    def __init__(self, oversleeps_s: float) -> None:
        self.at_s = 1000.0
        self._oversleeps_s = oversleeps_s

    def now(self) -> float:
        return self.at_s

    def sleep(self, duration_s: float) -> None:
        self.at_s += duration_s + self._oversleeps_s


def lines(out: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_block_comes_when_its_last_sample_is_due_and_oversleeping_never_adds_up() -> None:
    time = Time(oversleeps_s=0.004)
    clock = pace.Clock(time.now, time.sleep)
    sound = pace.silence(10.0)

    came_s = [clock.now_s() for _ in pace.play(sound, 512, clock)]

    due_s = [0.032 * (i + 1) for i in range(312)] + [10.0]
    late_s = [at - due for at, due in zip(came_s, due_s, strict=True)]
    assert min(late_s) > -1e-9
    assert max(late_s) < 0.004 + 1e-9


def test_after_a_hold_up_the_blocks_that_are_due_come_at_once() -> None:
    time = Time(oversleeps_s=0.0)
    clock = pace.Clock(time.now, time.sleep)
    playing = pace.play(pace.silence(1.0), 1600, clock)

    next(playing)
    time.sleep(0.45)
    came_s = [round(clock.now_s(), 3) for _ in itertools.islice(playing, 5)]

    assert came_s == [0.55, 0.55, 0.55, 0.55, 0.6]


def test_the_blocks_are_the_sound_and_the_last_may_be_short() -> None:
    sound = bytes(range(250)) * 4

    cut = list(pace.blocks(sound, 120))

    assert b"".join(block for _, block in cut) == sound
    assert [len(block) for _, block in cut] == [240, 240, 240, 240, 40]
    assert cut[-1][0] == 500 / 16_000


def test_lines_are_as_agreed() -> None:
    out = io.StringIO()
    report = pace.Report(out)

    report.ready()
    report.text(" Yeah… but no. ", 3.45678, start=1.0, end=2.5, decided_at=3.0)
    report.text("Mm", 4.0)
    report.done()

    ready, first, second, done = lines(out)
    assert ready == {"ready": True}
    assert first == {
        "text": "Yeah… but no.",
        "start": 1.0,
        "end": 2.5,
        "decided_at": 3.0,
        "emitted_at": 3.457,
    }
    assert second == {
        "text": "Mm",
        "start": None,
        "end": None,
        "decided_at": None,
        "emitted_at": 4.0,
    }
    assert done.keys() == {"done", "cpu_s", "max_rss_mb"}


def test_an_empty_text_is_no_line() -> None:
    out = io.StringIO()

    pace.Report(out).text("  ", 1.0)

    assert out.getvalue() == ""


def test_a_peer_that_does_not_run_says_why_in_one_line() -> None:
    out = io.StringIO()

    pace.Report(out).cannot("It lacks a model.")

    assert lines(out) == [{"cannot": "It lacks a model."}]


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc, as the peers do")
def test_the_processor_time_of_this_process_is_counted_from_when_it_was_ready() -> None:
    out = io.StringIO()
    report = pace.Report(out)
    report.ready()
    before_s = pace.processor_s()

    while pace.processor_s() - before_s < 0.05:
        sum(range(100_000))
    report.done()

    cpu_s = lines(out)[-1]["cpu_s"]
    assert isinstance(cpu_s, float)
    assert 0.05 <= cpu_s < pace.processor_s()
    assert pace.peak_memory_mb() > 1


def test_sound_that_is_not_as_agreed_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "stereo.wav"
    with wave.open(str(path), "wb") as opened:
        opened.setnchannels(2)
        opened.setsampwidth(2)
        opened.setframerate(16_000)
        opened.writeframes(bytes(64))

    with pytest.raises(SystemExit, match=r"stereo\.wav is not mono"):
        pace.sound_of(str(path))


def test_each_peer_has_what_is_asked_for_a_lock_and_a_program() -> None:
    assert {"faster-whisper", "realtimestt", "whisperlivekit", "pywhispercpp"} == set(NAMES)
    for name in NAMES:
        assert (PEERS / f"{name}.in").is_file()
        assert (PEERS / f"{name}.py").is_file()


@pytest.mark.parametrize("name", [*NAMES, "torch"])
def test_a_lock_holds_hashes_for_each_version_and_no_address(name: str) -> None:
    lock = (PEERS / f"{name}.lock").read_text(encoding="utf-8")

    entries = re.split(r"\n(?=\S)", lock.strip())
    pins = [entry for entry in entries if not entry.startswith(("#", "-r "))]

    assert "://" not in lock
    assert "--index" not in lock
    for pin in pins:
        assert re.match(r"[\w.-]+==\S+", pin), pin
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", pin), pin


@pytest.mark.parametrize("name", NAMES)
def test_what_a_peer_asks_for_is_in_its_lock(name: str) -> None:
    asked = (PEERS / f"{name}.in").read_text(encoding="utf-8")
    lock = (PEERS / f"{name}.lock").read_text(encoding="utf-8")

    for requirement in re.findall(r"^[\w.-]+", asked, re.MULTILINE):
        if requirement != "-r":
            assert re.search(rf"^{re.escape(requirement)}==", lock, re.MULTILINE), requirement
