"""What the peers share: a recording played at real time, and the lines that say what came of it.

Standard library only: every peer has an environment of its own.
"""

import json
import os
import sys
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

RATE_HZ = 16_000
SAMPLE_BYTES = 2
THREADS = 2
"""Of every peer's model, as of livecue's in the comparison."""
LANGUAGE = "en"
CLOCK_TICKS_PER_S = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_PROCESSES = Path("/proc")


def given() -> tuple[str, str, bytes, bytes]:
    """What the command line names: model folder, warm-up file, the warm-up's sound, the audio's."""
    if len(sys.argv) != 4:
        sys.exit(f"usage: {sys.argv[0]} MODEL_FOLDER WARMUP.wav AUDIO.wav")
    model, warmup, audio = sys.argv[1:]
    return model, warmup, sound_of(warmup), sound_of(audio)


def keep_to_this_machine() -> None:
    """Two threads, and no network; to be called before the peer is imported.

    OMP_NUM_THREADS is how faster-whisper's page sets its threads where a peer does not hand them
    on ("Comparing performance against other implementations").
    """
    os.environ["OMP_NUM_THREADS"] = str(THREADS)
    os.environ["HF_HUB_OFFLINE"] = "1"


def sound_of(path: str) -> bytes:
    """The samples of a WAV file (mono, 16 kHz, int16)."""
    with wave.open(path, "rb") as opened:
        form = (opened.getnchannels(), opened.getframerate(), opened.getsampwidth())
        if form != (1, RATE_HZ, SAMPLE_BYTES):
            sys.exit(f"{path} is not mono, 16 kHz, 16 bit")
        return opened.readframes(opened.getnframes())


def silence(duration_s: float) -> bytes:
    """Digital silence."""
    return bytes(round(duration_s * RATE_HZ) * SAMPLE_BYTES)


class Clock:
    """Seconds since the first sample was due. now, sleep: of the monotonic clock."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._began_s = now()

    def now_s(self) -> float:
        """How long ago the first sample was due."""
        return self._now() - self._began_s

    def left_s(self, due_s: float) -> float:
        """How long until then; 0 when it is past."""
        return max(0.0, due_s - self.now_s())

    def wait_until(self, due_s: float) -> None:
        """Sleep until then."""
        left_s = self.left_s(due_s)
        if left_s > 0:
            self._sleep(left_s)


def blocks(sound: bytes, block_samples: int) -> Iterator[tuple[float, bytes]]:
    """The sound in pieces, each with when its last sample is due: a device hands it over then.

    Counted in samples, so that what a sleep oversleeps never adds up.
    """
    step = block_samples * SAMPLE_BYTES
    for start in range(0, len(sound), step):
        block = sound[start : start + step]
        yield (start + len(block)) / (SAMPLE_BYTES * RATE_HZ), block


def play(sound: bytes, block_samples: int, clock: Clock) -> Iterator[bytes]:
    """The sound in pieces, each when it is due."""
    for due_s, block in blocks(sound, block_samples):
        clock.wait_until(due_s)
        yield block


class Report:
    """JSON Lines for whoever started the peer."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._cpu_before_s = 0.0

    @classmethod
    def on_stdout(cls) -> "Report":
        """Keeps standard output for itself: whatever the peer prints goes to standard error."""
        out = os.fdopen(os.dup(1), "w", encoding="utf-8")
        sys.stdout.flush()
        os.dup2(2, 1)
        return cls(out)

    def ready(self) -> None:
        """Loaded and warm; what was used of the processor until now is not counted."""
        self._write({"ready": True})
        self._cpu_before_s = processor_s()

    def text(
        self,
        text: str,
        emitted_at: float,
        *,
        start: float | None = None,
        end: float | None = None,
        decided_at: float | None = None,
    ) -> None:
        """A piece of final text; nothing is written when it is empty. Times as of `Clock`, in s."""
        if text.strip():
            times = {"start": start, "end": end, "decided_at": decided_at, "emitted_at": emitted_at}
            rounded = {name: None if at is None else round(at, 3) for name, at in times.items()}
            self._write({"text": text.strip()} | rounded)

    def done(self) -> None:
        """All is said. To be called while the peer's other processes still live."""
        cpu_s = round(processor_s() - self._cpu_before_s, 2)
        self._write({"done": True, "cpu_s": cpu_s, "max_rss_mb": round(peak_memory_mb())})

    def cannot(self, why: str) -> None:
        """The peer does not run here."""
        self._write({"cannot": why})

    def _write(self, line: dict[str, object]) -> None:
        self._out.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._out.flush()


def processor_s() -> float:
    """Processor time of this process and its descendants, those that ended included."""
    # Fields 14 to 17 of proc(5): user and system time, and the same of ended children.
    ticks = sum(int(field) for process in _family() for field in _stat(process)[11:15])
    return ticks / CLOCK_TICKS_PER_S


def peak_memory_mb() -> float:
    """Peak resident memory of this process and its living descendants, each at its own peak."""
    peak_kb = 0
    for process in _family():
        for line in _read(process / "status").splitlines():
            if line.startswith("VmHWM:"):
                peak_kb += int(line.split()[1])
    return peak_kb / 1024


def _family() -> list[Path]:
    """This process and its descendants, as Linux lists them."""
    processes = {int(found.name): _stat(found) for found in _PROCESSES.glob("[0-9]*")}
    family = [os.getpid()]
    for member in family:
        family += [child for child, stat in processes.items() if stat and int(stat[1]) == member]
    return [_PROCESSES / str(member) for member in family]


def _stat(process: Path) -> list[str]:
    """The fields of proc(5) from the third on: the name in the second may hold spaces."""
    return _read(process / "stat").rpartition(")")[2].split()


def _read(path: Path) -> str:
    """Empty when the process has just ended."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
