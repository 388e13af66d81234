"""What a run takes of the machine: time, processor, memory."""

import os
import subprocess
import sys
import time
from pathlib import Path

from pydantic import computed_field

from livecue.errors import MissingError
from livecue.events import Frozen

_STATM = Path("/proc/self/statm")


class Cost(Frozen):
    """Seconds of audio heard, of wall clock, and of processor (all threads of the process, so two
    busy cores count double). peak_mb: most resident memory the process ever had, `None` where the
    system does not say."""

    audio_s: float = 0.0
    wall_s: float = 0.0
    cpu_s: float = 0.0
    peak_mb: float | None = None

    def __add__(self, other: "Cost") -> "Cost":
        peaks = [cost.peak_mb for cost in (self, other) if cost.peak_mb is not None]
        return Cost(
            audio_s=round(self.audio_s + other.audio_s, 3),
            wall_s=round(self.wall_s + other.wall_s, 3),
            cpu_s=round(self.cpu_s + other.cpu_s, 3),
            peak_mb=max(peaks, default=None),
        )

    @computed_field  # type: ignore[prop-decorator]
    @property
    def real_time_factor(self) -> float | None:
        """Wall seconds for a second of audio; at real time more than 1 means that it fell behind,
        but for the end-of-turn wait and the reading of the last words."""
        return round(self.wall_s / self.audio_s, 4) if self.audio_s else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def core_share(self) -> float | None:
        """Processor seconds for a wall second: 0.5 is half of one core."""
        return round(self.cpu_s / self.wall_s, 4) if self.wall_s else None


class Meter:
    """Measures this process from when it is made."""

    def __init__(self) -> None:
        self._wall_s = time.monotonic()
        self._cpu_s = time.process_time()

    def cost(self, audio_s: float) -> Cost:
        """What it has taken so far to hear this much audio."""
        return Cost(
            audio_s=audio_s,
            wall_s=round(time.monotonic() - self._wall_s, 3),
            cpu_s=round(time.process_time() - self._cpu_s, 3),
            peak_mb=peak_mb(),
        )


def peak_mb() -> float | None:
    """Most resident memory this process ever had; `None` on Windows."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # getrusage(2): kilobytes on Linux, bytes on macOS.
    return round(peak / (2**20 if sys.platform == "darwin" else 2**10), 1)


def resident_mb() -> float:
    """Resident memory of this process now.

    Raises:
        MissingError: this system has no way to tell.
    """
    if _STATM.is_file():
        pages = int(_STATM.read_text(encoding="ascii").split()[1])
        return round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1)
    try:
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(os.getpid())],
            capture_output=True,
            check=True,
            text=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise MissingError(
            "This system does not tell how much memory a program holds; measure on Linux or macOS."
        ) from error
    return round(int(told.stdout) / 2**10, 1)
