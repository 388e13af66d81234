"""Other programs that turn speech into text, each run beside livecue on the same audio.

A peer is a script `peers/NAME.py` with its requirements in `peers/NAME.in`, run by the Python of an
environment of its own, `.peers/NAME`. It is given the model's folder, a WAV to warm up with and the
WAV to hear, which it plays to itself at real time. It prints JSON Lines: `ready` once it is warm,
then each piece of final text, then `done` with what it took; or `cannot`, with the reason. Other
lines are its libraries' own and are passed over.
"""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict, ValidationError

from livecue.benchmarks.cost import Cost
from livecue.benchmarks.side_by_side import Piece
from livecue.errors import InputError

PATIENCE_S = 600.0
"""Loading, warming up and catching up take minutes at most; a peer that takes longer hangs."""
_LONGEST_REASON = 200
"""Letters of an error that are shown."""


@dataclass(frozen=True)
class Peer:
    """A peer's name, its script, and the Python of its environment, which may not be there."""

    name: str
    script: Path
    python: Path


@dataclass(frozen=True)
class Heard:
    """What a peer made of a recording."""

    pieces: tuple[Piece, ...]
    cost: Cost


@dataclass(frozen=True)
class Failed:
    """Why a peer made nothing of it, in one sentence."""

    why: str


class _Line(BaseModel):
    """Anything a peer may say."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)

    ready: bool = False
    cannot: str | None = None
    text: str | None = None
    start: float | None = None
    decided_at: float | None = None
    emitted_at: float | None = None
    done: bool = False
    cpu_s: float = 0.0
    max_rss_mb: float | None = None


def known_peers(scripts: Path, environments: Path) -> list[Peer]:
    """All peers that have a script, installed or not, in order of name.

    Raises:
        InputError: the folder holds none; peers do not travel with an installed livecue.
    """
    found = sorted(path for path in scripts.glob("*.py") if path.with_suffix(".in").exists())
    if not found:
        raise InputError(
            f"There are no peers in {scripts}; --peers works in a checkout of livecue's source."
        )
    return [Peer(path.stem, path, environments / path.stem / "bin" / "python") for path in found]


def heard_by(
    peer: Peer,
    model: Path,
    warm_up: Path,
    audio: Path,
    audio_s: float,
    patience_s: float = PATIENCE_S,
) -> Heard | Failed:
    """Let a peer hear a WAV of `audio_s` seconds, in a process of its own, at real time.

    patience_s: how much longer than the audio it may take, loading and warming up included.
    """
    if not peer.python.exists():
        return Failed("it is not installed; run `make peers`")
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            [peer.python, peer.script, model, warm_up, audio],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            start_new_session=True,
        ) as process,
    ):
        assert process.stdout is not None
        watch = threading.Timer(audio_s + patience_s, _end, [process])
        watch.start()
        try:
            heard = _followed(process.stdout, audio_s)
            late = not watch.is_alive()
        finally:
            watch.cancel()
            _end(process)
        if heard is not None:
            return heard
        if late:
            return Failed(f"it was not done {patience_s:.0f} s after the audio's end")
        return Failed(f"it ended before it was done{_last_words(complaints)}")


def _followed(lines: Iterable[bytes], audio_s: float) -> Heard | Failed | None:
    """What a peer says until it is done; `None` if it ends before."""
    pieces: list[Piece] = []
    ready_at = time.monotonic()
    for line in lines:
        said = _understood(line)
        if said.cannot is not None:
            return Failed(said.cannot)
        if said.ready:
            ready_at = time.monotonic()
        if said.text is not None and said.emitted_at is not None:
            pieces.append(Piece(said.text, said.emitted_at, said.start, said.decided_at))
        if said.done:
            wall_s = round(time.monotonic() - ready_at, 3)
            cost = Cost(audio_s=audio_s, wall_s=wall_s, cpu_s=said.cpu_s, peak_mb=said.max_rss_mb)
            return Heard(tuple(pieces), cost)
    return None


def _understood(line: bytes) -> _Line:
    try:
        return _Line.model_validate_json(line)
    except ValidationError:
        return _Line()


def _last_words(complaints: IO[bytes]) -> str:
    """The last line of what a peer complained of, which names the error."""
    complaints.seek(0)
    lines = complaints.read().decode(errors="replace").strip().splitlines()
    return f": {lines[-1].strip()[:_LONGEST_REASON]}" if lines else ""


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a peer and all that it began: it leads a group of its own."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
