"""Measure the overlay: from a cue to the first changed pixel, memory, idle processor use.

python scripts/measure_overlay.py [--busy]   with two processes beside it that keep two cores busy

It starts a screen of its own (packages xvfb, openbox and xcompmgr). The pixels are watched by
another process, as an eye would: on the screen, not in the window's own memory.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QGuiApplication

from livecue.config import OverlaySettings
from livecue.events import Cue
from livecue.overlay.qt import QtOverlay

CUES = 40
EVENTS = 2000
APART_S = 1.5
IDLE_S = 20.0
PLACE = QPoint(100, 100)


class Script:
    """A session that does one thing and ends."""

    def __init__(self, does: Callable[[], None]) -> None:
        self.run = does
        self.second = 0.0

    def act(self, *_: object) -> None:
        """Nobody touches it."""

    def rate(self, *_: object) -> None:
        """Nobody touches it."""

    def stop(self) -> None:
        """It ends by itself."""

    def now(self) -> float:
        """The session second."""
        return self.second


def main() -> None:
    """Measure, and print a line for each."""
    server = start_screen()
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    compositor = subprocess.Popen(["xcompmgr"], stderr=subprocess.DEVNULL)
    burn = "while True: pass"
    burners = [
        subprocess.Popen([sys.executable, "-c", burn]) for _ in range(2 * ("--busy" in sys.argv))
    ]
    try:
        with tempfile.TemporaryDirectory() as folder:
            memory = Path(folder) / "overlay.ini"
            QSettings(str(memory), QSettings.Format.IniFormat).setValue("overlay/place", PLACE)
            measure(QtOverlay(OverlaySettings(shown_s=5), memory))
    finally:
        for process in (*burners, manager, compositor, server):
            process.kill()
            process.wait()


def measure(overlay: QtOverlay) -> None:
    """The three figures of one overlay."""
    delays_ms = latency_ms(overlay)
    p50, p95 = np.quantile(delays_ms, [0.5, 0.95])
    print(f"cue to first changed pixel, {len(delays_ms)} cues: p50 {p50:.0f} ms, p95 {p95:.0f} ms")
    play(overlay, EVENTS)
    before = resident_mb()
    play(overlay, EVENTS)
    print(f"memory after {EVENTS} more events: {resident_mb() - before:+.1f} MB")
    print(f"processor while idle: {100 * idle_share(overlay):.2f} % of one core")


def latency_ms(overlay: QtOverlay) -> list[float]:
    """From the cue's being handed over to the first changed pixel, each in milliseconds."""
    pushed: list[float] = []
    changed: list[float] = []
    watcher = subprocess.Popen(
        [sys.executable, __file__, "--watch"], stdout=subprocess.PIPE, text=True
    )
    assert watcher.stdout is not None
    told = watcher.stdout
    reader = threading.Thread(target=lambda: changed.extend(float(line) for line in told))
    reader.start()

    def does() -> None:
        time.sleep(3)
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


def play(overlay: QtOverlay, count: int) -> None:
    """Events as fast as they go."""

    def does() -> None:
        for n in range(count):
            session.second = n * 10.0
            overlay.push(cue(n, n * 10.0))
            time.sleep(0.001)

    session = Script(does)
    overlay.run(session)


def idle_share(overlay: QtOverlay) -> float:
    """Processor time over time, while nothing happens."""
    spent = 0.0

    def does() -> None:
        nonlocal spent
        time.sleep(1.5)
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


def resident_mb() -> float:
    """What this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def start_screen() -> "subprocess.Popen[bytes]":
    """An X server, for this process and those it starts."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert server.stdout is not None
    os.environ["DISPLAY"] = ":" + server.stdout.readline().decode().strip()
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    return server


if __name__ == "__main__":
    watch() if "--watch" in sys.argv else main()
