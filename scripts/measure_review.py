"""Measure the replay: how soon an hour is on the screen, how it scrolls, and how soon a correction
shows.

python scripts/measure_review.py [LOG.jsonl ...]

The session is what is given, as one (event logs, joined one after the other), else the bundled one
eight times over. It starts a screen of its own (packages xvfb and openbox); nothing is kept but in
a store in a temporary folder, from which the session is opened as `livecue replay` does.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from screen import start_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from livecue.events import AnyEvent
    from livecue.review.replay.conclusions import Conclusions
    from livecue.review.replay.window import ReplayWindow

ROOT = Path(__file__).resolve().parents[1]
KEY = b"measured" * 4
FRAMES = 300
STEP = 0.02
"""Share of what is seen that each frame moves by."""
ZOOMS = (1, 4, 16)
"""Parts of the session that are seen while it scrolls."""


def main() -> None:
    """Keep the session; then open it in a fresh process, as a person would."""
    sys.path.insert(0, str(ROOT))
    from livecue.events import End, SessionStarted, parse_event
    from livecue.store.database import Store
    from tests.review.joined import joined
    from tests.review.long_session import long_log

    logs = [
        [parse_event(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        for path in sys.argv[1:]
    ]
    log = joined(logs) if logs else long_log(8)
    head, end = log[0], log[-1]
    assert isinstance(head, SessionStarted)
    assert isinstance(end, End)
    print(f"{len(log)} events, {end.at / 60:.1f} minutes")
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder), KEY) as store:
            store.begin(head)
            for event in log[1:]:
                store.append(head.id, event)
        subprocess.run(
            [sys.executable, __file__, "--opened", folder, head.id],
            check=True,
            env={**os.environ, **start_screen("1920x1080")},
        )


def opened(folder: str, session_id: str) -> None:
    """Open the session, and scroll through it."""
    began = time.perf_counter()
    from PySide6.QtWidgets import QApplication

    from livecue.review.replay.run import conclusions_of
    from livecue.review.replay.window import ReplayWindow, Reviewed
    from livecue.store.database import Store

    app = QApplication(["livecue"])
    loaded = time.perf_counter()
    with Store.open(Path(folder), KEY) as store:
        log = store.events(session_id)
        read = time.perf_counter()
        window = ReplayWindow(Reviewed(log, _never, conclusions_of(log), lambda: None))
        window.show()
        while not window.isVisible() or not window.windowHandle().isExposed():
            app.processEvents()
        window.repaint()
        app.processEvents()
        drawn = time.perf_counter()
    print(
        f"programs loaded in {loaded - began:.2f} s; session read in {read - loaded:.2f} s, "
        f"on the screen {drawn - read:.2f} s later: opened in {drawn - loaded:.2f} s, "
        f"with loading {drawn - began:.2f} s"
    )
    for parts in ZOOMS:
        _scroll(window, app, parts)
    window.close()
    _correct(log, conclusions_of(log))


def _correct(log: "list[AnyEvent]", conclusions: "Conclusions") -> None:
    """How long it takes until what follows from a correction is there."""
    from livecue.events import Marker, Turn, current
    from livecue.review.replay.corrections import give_to_other, strike_out

    def keep(make: "Callable[[int], AnyEvent]") -> "AnyEvent":
        log.append(make(log[-1].seq + 1))
        return log[-1]

    signs = [event for event in current(log) if isinstance(event, Marker)]
    turns = [event for event in current(log) if isinstance(event, Turn)]
    strike_out(keep, log, signs[len(signs) // 2], 0.0)
    print(f"a sign struck out: worked out anew in {_taken_s(conclusions, log):.2f} s")
    for nth in ("a first", "a second"):
        turn = turns[len(turns) // (2 if nth == "a first" else 3)]
        give_to_other(keep, log, turn, 0.0)
        print(f"{nth} turn given to the other: {_taken_s(conclusions, log):.1f} s")


def _taken_s(conclusions: "Conclusions", log: "list[AnyEvent]") -> float:
    before = time.perf_counter()
    conclusions.draw(log)
    return time.perf_counter() - before


def _scroll(window: "ReplayWindow", app: "QApplication", parts: int) -> None:
    import numpy as np

    window.lanes.see(0.0, window.timeline.duration_s / parts)
    app.processEvents()
    frames_ms = []
    direction = 1
    for frame in range(FRAMES):
        before = time.perf_counter()
        start, end = window.lanes.seen()
        if start <= 0.0:
            direction = 1
        elif end >= window.timeline.duration_s - 1.0:
            direction = -1
        if parts == 1:
            window.lanes.move_cursor(window.timeline.duration_s * frame / FRAMES)
        window.lanes.move_on(direction * STEP)
        window.lanes.plot.viewport().repaint()
        app.processEvents()
        frames_ms.append(1000 * (time.perf_counter() - before))
    p50, p95 = np.quantile(frames_ms, [0.5, 0.95])
    print(
        f"1/{parts} of the session in the window: a frame takes p50 {p50:.1f} ms, "
        f"p95 {p95:.1f} ms, at most {max(frames_ms):.1f} ms"
    )


def _never(_: object) -> "AnyEvent":
    raise AssertionError("nothing is corrected here")


if __name__ == "__main__":
    opened(*sys.argv[2:]) if "--opened" in sys.argv else main()
