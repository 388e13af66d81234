"""A session that runs, and commands of another process that steer it, to the store."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from livecue.overlay.reach import ask
from livecue.paths import shipped
from tests.cli.livecue import command, environment, livecue

EXAMPLE = shipped("examples") / "session.opus"
SECRET = {"LIVECUE_PASSPHRASE": "of the tests"}


@contextmanager
def session(home: Path) -> "Iterator[subprocess.Popen[str]]":
    """The bundled session at its own pace, kept, without a window."""
    words = ["listen", "--input", str(EXAMPLE), "--channels", "split", "--model", "tiny.en"]
    with subprocess.Popen(
        command(*words, "--overlay", "none", "--json"),
        env=environment(home, **SECRET),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def hand(home: Path, name: str) -> str:
    done = livecue(home, "hand", name)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_session_is_held_marked_and_left_by_commands_and_keeps_that(tmp_path: Path) -> None:
    with session(tmp_path) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        said = [hand(tmp_path, "hold")]
        said += [ask(tmp_path, name) for name in ("mark", "off_record", "mark")]
        said += [hand(tmp_path, name) for name in ("off_record", "end")]
        lines = [first, *running.stdout]
        assert running.wait() == 0
    assert said == [
        "On hold.",
        "This moment is marked.",
        "Not listening.",
        "Not listening: nothing is kept until you listen again.",
        "Listening again.",
        "The session ends; the last words may take a moment.",
    ]
    printed = [json.loads(line) for line in lines]
    by_hand = [e["action"] for e in printed if e["type"] == "action" and e["by"] == "clinician"]
    assert by_hand == ["hold", "mark", "off_record", "on_record"]
    assert [e["why"] for e in printed if e["type"] == "unheard"] == ["off the record"]
    gone = livecue(tmp_path, "hand", "hold")
    assert gone.returncode == 3


def test_a_session_that_is_erased_leaves_nothing(tmp_path: Path) -> None:
    with session(tmp_path) as running:
        assert running.stdout is not None
        running.stdout.readline()
        assert "Once more" in ask(tmp_path, "erase")
        assert ask(tmp_path, "erase") == "This session is stopped and erased."
        _, told = running.communicate()
        assert running.returncode == 0
    assert "nothing of it is kept" in told
    listed = livecue(tmp_path, "sessions", "list", "--json", **SECRET)
    assert (listed.returncode, listed.stdout) == (0, "")
