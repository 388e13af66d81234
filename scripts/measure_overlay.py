"""Measure the overlay: from a cue to the first changed pixel, memory, idle processor use.

    python scripts/measure_overlay.py latency [--busy]
    python scripts/measure_overlay.py memory LOG [LOG ...]
    python scripts/measure_overlay.py idle

`--busy`: Whisper reads speech in the same process, without a break, on as many threads as a
session gives it. The logs are events as `livecue listen --json` prints them; they are joined, and
repeated, to an hour.

It starts a screen of its own (packages xvfb, openbox and xcompmgr). The pixels are watched by
another process, as an eye would: on the screen, not in the window's own memory.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from screen import use_screen

from livecue.config import OverlaySettings, TranscriptionSettings
from livecue.events import AnyEvent, Cue, End, SessionStarted, parse_event
from livecue.overlay.memory import Memory, Spot
from livecue.overlay.qt import QtOverlay
from livecue.paths import shipped

CUES = 40
APART_S = 1.5
IDLE_S = 30.0
HOUR_S = 3600.0
REPLAY_S = 60.0
"""What an hour's replay takes."""
WARM_S = 600.0
"""Of the hour, played once before: fonts, pictures and the like are then loaded."""
PLACE = QPoint(100, 100)
LOOK_AGAIN_S = 0.002
"""Between two looks at the screen: without a break they would be a third load."""
CLIP_S = 20.0
SAMPLE_RATE_HZ = 16_000
TIMES = ("at", "start", "end", "known_at", "closed_at", "emitted_at")


class Script:
    """A session that does one thing and ends."""

    def __init__(self, does: Callable[[], None]) -> None:
        self.run = does
        self.second = 0.0
        self.off_record = False

    def act(self, *_: object) -> None:
        """Nobody touches it."""

    def rate(self, *_: object) -> None:
        """Nobody touches it."""

    def stop(self) -> None:
        """It ends by itself."""

    def erase(self) -> None:
        """Nobody touches it."""

    def now(self) -> float:
        """The session second."""
        return self.second


def main() -> None:
    """Measure one thing, and print a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("latency", "memory", "idle", "watch"))
    parser.add_argument("logs", nargs="*", type=Path)
    parser.add_argument("--busy", action="store_true")
    asked = parser.parse_args()
    if asked.what == "watch":
        watch()
    use_screen("1280x800")
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    compositor = subprocess.Popen(["xcompmgr"], stderr=subprocess.DEVNULL)
    try:
        with tempfile.TemporaryDirectory() as folder:
            memory = Path(folder) / "overlay.ini"
            Memory(memory).keep_spot(Spot("screen", PLACE))
            settings = OverlaySettings(shown_s=5, corner="top_left")
            overlay = QtOverlay(settings, memory)
            if asked.what == "latency":
                print_latency(overlay, asked.busy)
            elif asked.what == "memory":
                print_memory(overlay, an_hour(asked.logs))
            else:
                print(f"processor while idle: {100 * idle_share(overlay):.2f} % of one core")
    finally:
        for process in (manager, compositor):
            process.kill()
            process.wait()


def print_latency(overlay: QtOverlay, busy: bool) -> None:
    """From cue to pixel, beside Whisper or alone."""
    over = threading.Event()
    clips = [0]
    reader = threading.Thread(target=lambda: keep_reading(over, clips))
    if busy:
        reader.start()
    delays_ms = latency_ms(overlay)
    over.set()
    if busy:
        reader.join()
    p50, p95 = np.quantile(delays_ms, [0.5, 0.95])
    beside = f"while Whisper read {clips[0]} clips of {CLIP_S:.0f} s" if busy else "alone"
    print(
        f"cue to first changed pixel, {len(delays_ms)} cues, {beside}: p50 {p50:.0f} ms, "
        f"p95 {p95:.0f} ms, most {max(delays_ms):.0f} ms"
    )


def keep_reading(over: threading.Event, clips: list[int]) -> None:
    """Whisper at work, as in a session that has always something to read."""
    from faster_whisper.audio import decode_audio

    from livecue.model_files import locate
    from livecue.transcription.decoder import Decoder

    settings = TranscriptionSettings()
    decoder = Decoder(locate("base").folder, settings.language, settings.threads)
    sound = decode_audio(str(shipped("examples") / "session.opus"), SAMPLE_RATE_HZ)
    clip = sound[: round(CLIP_S * SAMPLE_RATE_HZ)]
    while not over.is_set():
        encoded = decoder.encode(clip, CLIP_S)
        decoder.times(encoded, decoder.read(encoded))
        clips[0] += 1


def latency_ms(overlay: QtOverlay) -> list[float]:
    """From the cue's being handed over to the first changed pixel, each in milliseconds."""
    pushed: list[float] = []
    changed: list[float] = []
    watcher = subprocess.Popen(
        [sys.executable, __file__, "watch"], stdout=subprocess.PIPE, text=True
    )
    assert watcher.stdout is not None
    told = watcher.stdout
    reader = threading.Thread(target=lambda: changed.extend(float(line) for line in told))
    reader.start()

    def does() -> None:
        time.sleep(5)
        for n in range(CUES):
            session.second = n * 100.0
            time.sleep(APART_S)  # the cue before has gone, and its fading too
            pushed.append(time.monotonic())
            overlay.push(cue(n, session.second))
            time.sleep(APART_S)

    session = Script(does)
    overlay.run(session)
    watcher.kill()
    watcher.wait()
    reader.join()
    return [1000 * (min(at for at in changed if at > push) - push) for push in pushed]


def print_memory(overlay: QtOverlay, events: list[AnyEvent]) -> None:
    """What an hour of events leaves behind, after its beginning has warmed all up."""
    replay(overlay, [event for event in events if (event.emitted_at or 0.0) < WARM_S])
    before = resident_mb()
    replay(overlay, events)
    cues = sum(isinstance(event, Cue) for event in events)
    print(
        f"memory after an hour in {REPLAY_S:.0f} s, {len(events)} events, {cues} cues: "
        f"{resident_mb() - before:+.1f} MB (from {before:.0f} MB)"
    )


def replay(overlay: QtOverlay, events: list[AnyEvent]) -> None:
    """Events at their own pace, an hour in a minute."""

    def does() -> None:
        began = time.monotonic()
        for event in events:
            due_s = (event.emitted_at or 0.0) / HOUR_S * REPLAY_S
            time.sleep(max(0.0, began + due_s - time.monotonic()))
            session.second = event.emitted_at or session.second
            overlay.push(event)

    session = Script(does)
    overlay.run(session)


def an_hour(logs: list[Path]) -> list[AnyEvent]:
    """The logs one after another, again and again, to an hour."""
    events: list[AnyEvent] = []
    begins = 0.0
    while begins < HOUR_S:
        for log in logs:
            shifted = list(_from(log, begins))
            events += [event for event in shifted if (event.emitted_at or 0.0) < HOUR_S]
            begins = max(event.emitted_at or 0.0 for event in shifted)
    return events


def _from(log: Path, begins: float) -> Iterator[AnyEvent]:
    """A log's events, begun at another second."""
    for line in log.read_text("utf-8").splitlines():
        event = parse_event(line)
        if not isinstance(event, SessionStarted | End):
            times = {name: getattr(event, name, None) for name in TIMES}
            moved = {name: at + begins for name, at in times.items() if at is not None}
            yield event.model_copy(update=moved)


def idle_share(overlay: QtOverlay) -> float:
    """Processor time over time, while nothing happens."""
    spent = 0.0

    def does() -> None:
        nonlocal spent
        time.sleep(3)
        before = time.process_time()
        time.sleep(IDLE_S)
        spent = time.process_time() - before

    overlay.run(Script(does))
    return spent / IDLE_S


def cue(n: int, at: float) -> Cue:
    """A cue of session second `at`."""
    return Cue(
        seq=n,
        at=at,
        cue="consider_pausing",
        reason=(("yes_but", 2),),
        mode="technique",
        suggestion="Slow down a little.",
        shown=True,
    )


def watch() -> None:
    """Print the moment of each change on the screen where the overlay stands."""
    app = QGuiApplication([])
    screen = app.primaryScreen()
    before = None
    while True:
        shot = screen.grabWindow(0, PLACE.x(), PLACE.y(), 44, 44).toImage()
        if shot != before:
            print(time.monotonic(), flush=True)
        before = shot
        time.sleep(LOOK_AGAIN_S)


def resident_mb() -> float:
    """What this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
