"""The overlay beside a running session: two threads, one end."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from livecue.config import OverlaySettings
from livecue.overlay.qt import QtOverlay
from livecue.overlay.view import Face
from tests.events import cue, marker
from tests.overlay.twins import SessionTwin

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def overlay(qapp: QApplication, tmp_path: Path) -> QtOverlay:
    return QtOverlay(OverlaySettings(), tmp_path / "overlay.ini")


def test_events_of_the_sessions_thread_are_drawn_on_the_windows(
    overlay: QtOverlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[Face, bool]] = []
    session_threads: list[int] = []

    def note(face: Face) -> None:
        drawn.append((face, threading.current_thread() is threading.main_thread()))

    def says() -> None:
        session_threads.append(threading.get_ident())
        overlay.push(marker("yes_but", 9))
        overlay.push(cue(10, "yes_but"))

    monkeypatch.setattr(overlay.window, "show_view", lambda view: note(view.face))
    overlay.run(SessionTwin(says))
    assert drawn == [("noticed", True), ("consider_pausing", True)]
    assert session_threads != [threading.get_ident()]


def test_what_the_session_raises_comes_out_and_nothing_is_left_behind(overlay: QtOverlay) -> None:
    def fails() -> None:
        raise ValueError("the session broke")

    with pytest.raises(ValueError, match="the session broke"):
        overlay.run(SessionTwin(fails))
    assert not overlay.window.isVisible()
    assert not [timer for timer in overlay.window.findChildren(QTimer) if timer.isActive()]
    assert not [thread for thread in threading.enumerate() if thread.name == "session"]


def test_a_cue_goes_by_itself_when_its_time_is_over(overlay: QtOverlay) -> None:
    session = SessionTwin(lambda: overlay.push(cue(10, "yes_but")), lasts=True)
    seen: list[Face] = []

    def look() -> None:
        seen.append(overlay.window.view.face)
        if seen[-1] == "consider_pausing":
            session.second = 10 + OverlaySettings().shown_s
        elif "consider_pausing" in seen:
            session.stop()

    timer = QTimer(overlay.window)
    timer.timeout.connect(look)
    timer.start(10)
    overlay.run(session)
    assert seen[-1] == "listening"


def test_the_session_is_ended_when_the_application_is_told_to_quit(overlay: QtOverlay) -> None:
    session = SessionTwin(lambda: None, lasts=True)
    QTimer.singleShot(50, QApplication.quit)
    overlay.run(session)
    assert ("stop",) in session.done


def alone(script: str) -> "subprocess.Popen[str]":
    """Run a script in a process of its own, on no screen."""
    head = (
        "import signal, sys; from pathlib import Path\n"
        "from livecue.config import OverlaySettings\n"
        "from livecue.overlay.qt import QtOverlay\n"
        "from tests.events import cue, marker\n"
        "from tests.overlay.twins import SessionTwin\n"
        "overlay = QtOverlay(OverlaySettings(), Path(sys.argv[1]))\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", head + script, os.devnull],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_ctrl_c_ends_the_session() -> None:
    process = alone(
        "session = SessionTwin(lambda: print('ready', flush=True), lasts=True)\n"
        "signal.signal(signal.SIGINT, lambda *_: session.stop())\n"
        "overlay.run(session)\n"
        "print('ended')\n"
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out) == (0, "ended\n"), err


def test_an_hours_worth_of_fast_events_leaves_nothing_in_memory() -> None:
    process = alone(
        "import json, resource\n"
        "def megabytes():\n"
        "    pages = int(Path('/proc/self/statm').read_text().split()[1])\n"
        "    return pages * resource.getpagesize() / 1e6\n"
        "def play(count):\n"
        "    def says():\n"
        "        for n in range(0, count, 2):\n"
        "            overlay.push(marker('yes_but', n, seq=n))\n"
        "            overlay.push(cue(n, 'yes_but', seq=n + 1))\n"
        "            session.second = n + 1 if n % 10 else n + 100\n"
        "    session = SessionTwin(says)\n"
        "    overlay.run(session)\n"
        "play(1000)\n"
        "before = megabytes()\n"
        "play(4000)\n"
        "print(json.dumps(megabytes() - before))\n"
    )
    with process:
        out, err = process.communicate()
    assert process.returncode == 0, err
    assert json.loads(out) < 5
