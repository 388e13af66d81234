"""livecue as somebody new opens it: a real microphone, a real screen, and the keyboard alone."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from livecue.events import SessionStarted, Turn
from livecue.paths import shipped
from livecue.store.opening import open_store
from tests.cli.livecue import command, environment, livecue
from tests.display import Screen
from tests.pulse import Pulse

PASSPHRASE = "three grey herons"
EXAMPLE = shipped("examples") / "session.opus"
HEARD_S = 6.0
END = "ctrl+alt+shift+o"
PATIENCE_S = 150.0
"""The last words are waited for, up to a minute where the machine is busy with other things."""


def keys(*pressed: str) -> None:
    subprocess.run(["xdotool", "key", "--delay", "60", *pressed], check=True)


def typed(text: str) -> None:
    subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)


def wait_for(title: str, alive: Callable[[], int | None]) -> None:
    """Until a window of this title has the keyboard."""
    give_up_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up_s and alive() is None:
        asked = ["xdotool", "getactivewindow", "getwindowname"]
        name = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        if title in name:
            time.sleep(0.5)  # it is there before it takes keys
            return
        time.sleep(0.1)
    raise AssertionError(f"no window '{title}'")


def settings(home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('[transcription]\nmodel = "tiny.en"\n')


def test_from_a_cold_start_to_a_kept_session(pulse: Pulse, xvfb: Screen, tmp_path: Path) -> None:
    home = tmp_path / "kept"
    settings(home)
    env = environment(home, DISPLAY=xvfb.display, QT_QPA_PLATFORM="xcb", **pulse.env)
    with subprocess.Popen(command(), env=env, stderr=subprocess.PIPE, text=True) as process:
        try:
            wait_for("passphrase", process.poll)
            typed(PASSPHRASE)
            keys("Tab")
            typed(PASSPHRASE)
            keys("Return")
            wait_for("a session", process.poll)
            keys("Home")
            typed("river")
            keys("Return", "1", "2", "Return")
            with pulse.play(EXAMPLE) as player:
                began = time.monotonic()
                wait_until_kept(home)
                time.sleep(max(0.0, HEARD_S - (time.monotonic() - began)))
                keys(END)
                wait_for("after the session", process.poll)
                player.terminate()
            keys("Return")
            wait_for("a session", process.poll)
            keys("alt+F4")
            assert process.wait(PATIENCE_S) == 0
        finally:
            process.kill()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    with open_store(home, lambda *, new: PASSPHRASE) as store:
        [session] = store.sessions()
        events = store.events(session.id)
    assert isinstance(events[0], SessionStarted)
    assert events[0].consent == ("listen", "timeline")
    assert session.ended
    assert any(isinstance(event, Turn) for event in events)
    assert all(event.text is None for event in events if isinstance(event, Turn))


def wait_until_kept(home: Path) -> None:
    """Until a session is being written."""
    give_up_s = time.monotonic() + PATIENCE_S
    while not list((home / "writing").glob("*")):
        assert time.monotonic() < give_up_s
        time.sleep(0.1)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
def test_without_a_screen_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    done = livecue(tmp_path)
    assert done.returncode == 3
    assert "livecue listen -h" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
