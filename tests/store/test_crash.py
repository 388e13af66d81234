"""A program that is killed loses nothing that it had been told was kept."""

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.store.database import Store
from tests.events import turn
from tests.store.twins import KEY, SAID, started

_ROOT = Path(__file__).resolve().parents[2]


def killing(what: str, home: Path, rounds: int) -> str:
    """What `tests.store.killing` reports; it fails at the first loss."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killing", what, str(home), str(rounds)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_killed_at_any_moment_every_acknowledged_event_is_there(home: Path) -> None:
    said = killing("writing", home, rounds=60)
    assert int(re.findall(r"(\d+) acknowledged", said)[0]) > 100, "it was killed while it wrote"


def test_killed_while_it_is_given_a_new_key_the_store_opens_with_the_old_or_the_new(
    home: Path,
) -> None:
    said = killing("rotating", home, rounds=25)
    assert int(re.findall(r"(\d+) while", said)[0]) > 0, "it was killed while it encrypted"


def test_killed_while_a_backup_takes_its_place_the_store_opens_as_the_one_or_the_other(
    home: Path,
) -> None:
    assert "it opened each time" in killing("restoring", home, rounds=12)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, list[int]]:
    """A database, its write-ahead log, and how long that was after each event was acknowledged."""
    home = tmp_path_factory.mktemp("written")
    with Store.open(home, KEY) as store:
        store._connection.wal_autocheckpoint(0)
        store.begin(started("a"))
        store._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        ends = []
        for seq in range(1, 60):
            store.append("a", turn(seq, "client", SAID * (1 + 40 * (seq % 7)), float(seq)))
            ends.append((home / "store.db-wal").stat().st_size)
        return (home / "store.db").read_bytes(), (home / "store.db-wal").read_bytes(), ends


@given(st.data())
def test_a_write_ahead_log_cut_anywhere_holds_every_event_before_the_cut_and_no_other(
    written: tuple[bytes, bytes, list[int]], data: st.DataObject
) -> None:
    database, log, ends = written
    cut = data.draw(
        st.one_of(
            st.integers(0, len(log)),
            st.builds(lambda end, by: end + by, st.sampled_from(ends[:-1]), st.integers(-2, 2)),
        )
    )
    torn = data.draw(st.binary(max_size=64))
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "store.db").write_bytes(database)
        (home / "store.db-wal").write_bytes(log[:cut] + torn)
        with Store.open(home, KEY) as store:
            store.check()
            kept = [event.seq for event in store.events("a")]
    whole = sum(end <= cut for end in ends)
    # What is torn may happen to be what was there.
    whole += sum(cut < end <= cut + len(torn) and log[cut:end] == torn[: end - cut] for end in ends)
    assert kept == list(range(whole + 1))


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
