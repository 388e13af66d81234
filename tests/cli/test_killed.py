"""A session that is killed keeps all that it had said."""

import json
import signal
import subprocess
from pathlib import Path

from livecue.paths import shipped
from tests.cli.livecue import command, environment, livecue

EXAMPLE = shipped("examples") / "session.opus"
HEARD_S = 12.0
"""Session seconds before it is killed."""


def test_a_session_killed_in_the_middle_can_be_shown(tmp_path: Path) -> None:
    secret = {"LIVECUE_PASSPHRASE": "of the tests"}
    words = ["listen", "--input", str(EXAMPLE), "--channels", "split", "--model", "tiny.en"]
    with subprocess.Popen(
        command(*words, "--overlay", "none", "--json"),
        env=environment(tmp_path, **secret),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        printed = []
        for line in process.stdout:
            printed.append(json.loads(line))
            if printed[-1]["emitted_at"] > HEARD_S:
                break
        process.send_signal(signal.SIGKILL)
        assert printed, process.stderr.read()

    listed = livecue(tmp_path, "sessions", "list", "--json", **secret)
    [session] = [json.loads(line) for line in listed.stdout.splitlines()]
    shown = livecue(tmp_path, "sessions", "show", session["id"], "--json", **secret)
    kept = [json.loads(line) for line in shown.stdout.splitlines()]
    seen = [event for event in printed if event["emitted_at"] <= printed[-1]["emitted_at"] - 1.0]
    assert seen
    assert kept[: len(seen)] == seen

    texts = [event["text"] for event in printed if event["type"] == "turn" and event["text"]]
    assert texts
    for path in tmp_path.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for text in texts:
            assert text[:12].encode() not in content, f"{path.name} holds what was said"
