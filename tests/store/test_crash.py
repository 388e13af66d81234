"""A program that is killed loses nothing that it had been told was kept."""

import subprocess
import sys
from pathlib import Path

from livecue.events import Turn
from livecue.store.database import Store
from tests.store.twins import KEY, SAID

_ROOT = Path(__file__).resolve().parents[2]


def test_killed_at_any_moment_every_acknowledged_event_is_there(home: Path) -> None:
    for round_number in range(10):
        session_id = f"session-{round_number}"
        acknowledged = _write_until_killed(home, session_id, after=1 + 7 * round_number)
        with Store.open(home, KEY) as store:
            _, *turns = store.events(session_id)
            assert not store.sessions()[0].ended
        assert [turn.seq for turn in turns] == list(range(1, len(turns) + 1))
        assert len(turns) >= acknowledged
        assert all(isinstance(turn, Turn) and turn.text == f"{SAID} {turn.seq}" for turn in turns)


def _write_until_killed(home: Path, session_id: str, after: int) -> int:
    """The last number that was acknowledged; the writer is killed somewhat after number `after`."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", str(home), session_id],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) >= after:
                break
        writer.kill()
        rest = writer.stdout.read().splitlines(keepends=True)
    return max([after, *(int(line) for line in rest if line.endswith("\n"))])


def test_two_programs_that_open_a_new_store_at_once_both_get_it(home: Path) -> None:
    opens = (
        "import sys, pathlib\n"
        "from livecue.store.database import Store\n"
        "from livecue.config import ClientProfile\n"
        "sys.stdin.readline()\n"
        "with Store.open(pathlib.Path(sys.argv[1]), bytes(range(32))) as store:\n"
        "    store.add_client(sys.argv[2], ClientProfile())\n"
    )
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", opens, str(home), f"client-{n}"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
        )
        for n in range(3)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(b"go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
    assert [program.returncode for program in programs] == [0, 0, 0]
    with Store.open(home, KEY) as store:
        assert len(store.clients()) == 3
