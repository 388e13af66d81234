"""A full disk, a folder that may not be written, a broken file: one sentence, and nothing lost."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from livecue.config import ClientProfile
from livecue.errors import StoreRefused
from livecue.events import AnyEvent, Health
from livecue.session.machine import Heard
from livecue.session.sink import Collected
from livecue.store.backup import back_up
from livecue.store.database import Store
from livecue.store.log import SessionLog
from livecue.store.opening import unlock
from livecue.store.rotation import rotate_key
from tests.events import turn
from tests.session.doubles import Words, spoken
from tests.session.test_live import a_session
from tests.store.sound import noise
from tests.store.test_rotation import check, filled, typed
from tests.store.twins import KEY, SAID, ended, started


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, with eight megabytes of room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("this user may not mount a disk to fill")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """The file that takes all the room there is."""
    filler = disk / "filler"
    with filler.open("ab", buffering=0) as file:
        try:
            while file.write(bytes(4096)) == 4096:
                pass
        except OSError:
            pass
    return filler


def an_hour(session_id: str) -> list[AnyEvent]:
    """A session that does not fit on the small disk beside the filler."""
    turns = [turn(seq, "client", f"{SAID} {seq} " * 20, float(seq)) for seq in range(1, 100)]
    return [started(session_id), *turns, ended(100, 400.0)]


def pushed(log: SessionLog, events: list[AnyEvent]) -> int:
    """How many were acknowledged before the first was refused."""
    for number, event in enumerate(events):
        try:
            log.push(event)
        except StoreRefused:
            log.close()  # as a session does with whom it leaves out
            return number
    raise AssertionError("there was room for all of it")


def test_on_a_full_disk_all_that_was_acknowledged_is_there(small_disk: Path) -> None:
    with Store.open(small_disk / "kept", KEY) as store:
        filler = fill(small_disk)
        with filler.open("r+b") as file:
            file.truncate(filler.stat().st_size - 100_000)
        kept = pushed(SessionLog(store, "a", ()), an_hour("a"))
        assert kept > 1
        assert store.events("a") == an_hour("a")[:kept]
    filler.unlink()
    with Store.open(small_disk / "kept", KEY) as store:
        store.check()
        assert store.events("a") == an_hour("a")[:kept]


def test_what_did_not_fit_is_kept_at_the_end_when_there_is_room_again(small_disk: Path) -> None:
    with Store.open(small_disk / "kept", KEY) as store:
        filler = fill(small_disk)
        log = SessionLog(store, "a", ())
        pushed(log, an_hour("a"))
        filler.unlink()
        assert log.catch_up(an_hour("a"))
        assert store.events("a") == an_hour("a")


def test_while_there_is_still_no_room_at_the_end_that_is_said(small_disk: Path) -> None:
    with Store.open(small_disk / "kept", KEY) as store:
        filler = fill(small_disk)
        with filler.open("r+b") as file:
            file.truncate(filler.stat().st_size - 100_000)
        log = SessionLog(store, "a", ())
        kept = pushed(log, an_hour("a"))
        with pytest.raises(StoreRefused, match="'a' is kept in part only: The disk is full"):
            log.catch_up(an_hour("a"))
        assert store.events("a") == an_hour("a")[:kept]


def test_a_store_on_a_full_disk_is_refused_in_a_sentence(small_disk: Path) -> None:
    Store.open(small_disk / "kept", KEY).close()
    filler = fill(small_disk)
    with pytest.raises(StoreRefused):
        Store.open(small_disk / "kept", KEY)
    filler.unlink()
    Store.open(small_disk / "kept", KEY).close()


def test_a_backup_that_does_not_fit_is_not_made_in_part(small_disk: Path, home: Path) -> None:
    filled(home, typed())
    fill(small_disk)
    store, _ = unlock(home, typed())
    with store, pytest.raises(StoreRefused, match="No space left"):
        back_up(store, home, small_disk / "all.backup")
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_on_a_full_disk_a_new_key_is_refused_and_the_old_one_opens_all(small_disk: Path) -> None:
    filled(small_disk / "kept", typed())
    key = check(small_disk / "kept", typed())
    filler = fill(small_disk)
    with pytest.raises(StoreRefused):
        rotate_key(small_disk / "kept", typed())
    filler.unlink()
    assert check(small_disk / "kept", typed()) == key


def test_a_disk_that_may_not_be_written_is_said_in_a_sentence(small_disk: Path) -> None:
    Store.open(small_disk / "kept", KEY).close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreRefused, match=r"store\.db") as refusal:
        Store.open(small_disk / "kept", KEY)
    assert refusal.value.exit_code == 4


def test_a_session_goes_on_when_it_cannot_be_kept_says_so_and_is_kept_at_the_end(
    store: Store,
) -> None:
    store._connection.pragma("max_page_count", store._connection.pragma("page_count"))
    log, heard = SessionLog(store, "test", ()), Collected()
    steps: list[Heard] = [[], [spoken(0, 0.0, 1.0)]]
    session = a_session(steps, Words(SAID * 500), [heard, log])
    session.run()
    said = [event.detail for event in heard.events if isinstance(event, Health)]
    assert len(said) == 1
    assert said[0].startswith("The disk is full")
    assert heard.events[-1].type == "end"
    with pytest.raises(StoreRefused, match="'test' is"):
        log.catch_up(heard.events)
    store._connection.pragma("max_page_count", 100_000)
    assert log.catch_up(heard.events)
    assert store.events("test") == heard.events


def test_a_session_that_was_kept_has_nothing_to_catch_up_with(store: Store) -> None:
    log = SessionLog(store, "a", ())
    events: list[AnyEvent] = [started("a"), ended(1, 2.0)]
    for event in events:
        log.push(event)
    log.close()
    assert not log.catch_up(events)
    assert store.events("a") == events


def test_until_it_is_caught_up_with_nobody_else_adds_to_it(home: Path, store: Store) -> None:
    log = SessionLog(store, "a", ())
    log.push(started("a"))
    store._connection.pragma("query_only", True)
    with pytest.raises(StoreRefused, match="may not be written"):
        log.push(turn(1, "client", SAID, 1.0))
    log.close()
    with Store.open(home, KEY) as other, pytest.raises(StoreRefused, match="still being written"):
        other.add("a", lambda seq: ended(seq, 2.0))
    store._connection.pragma("query_only", False)
    assert log.catch_up([started("a"), turn(1, "client", SAID, 1.0), ended(2, 4.0)])
    with Store.open(home, KEY) as other:
        assert [event.seq for event in other.events("a")] == [0, 1, 2]
        other.add("a", lambda seq: turn(seq, "client", SAID, 5.0))


def test_a_client_who_was_forgotten_meanwhile_is_not_brought_back_at_the_end(store: Store) -> None:
    store.add_client("river", ClientProfile())
    log = SessionLog(store, "a", ("timeline",))
    events: list[AnyEvent] = [started("a", "river"), turn(1, "client", SAID, 1.0)]
    log.push(events[0])
    log.give_up()
    store.forget_client("river")
    with pytest.raises(StoreRefused):
        log.push(events[1])
    with pytest.raises(StoreRefused) as refusal:
        log.catch_up(events)
    assert str(refusal.value) == "Session 'a' was forgotten meanwhile, and nothing of it is kept."
    assert store.sessions() == []


def test_what_was_not_agreed_to_is_not_kept_at_the_end_either(store: Store) -> None:
    store.add_client("river", ClientProfile())
    log = SessionLog(store, "a", ("timeline",))
    events: list[AnyEvent] = [started("a", "river"), turn(1, "client", SAID, 1.0)]
    store._connection.pragma("query_only", True)
    with pytest.raises(StoreRefused):
        log.push(events[0])
    store._connection.pragma("query_only", False)
    assert log.catch_up(events)
    assert SAID not in "".join(event.model_dump_json() for event in store.events("a"))


def test_a_session_is_read_by_one_program_while_another_writes_it(home: Path, store: Store) -> None:
    log = SessionLog(store, "a", ())
    log.push(started("a"))
    store.keep_audio("a", 0.0, noise(0.5))
    with Store.open(home, KEY) as other:
        assert other.anything_is_written()
        assert [event.seq for event in other.events("a")] == [0]
        assert len(list(other.audio("a"))) == 1
        second = SessionLog(other, "a", ())
        with pytest.raises(StoreRefused, match="writing session 'a' already"):
            second.push(started("a"))
        third = SessionLog(other, "b", ())
        third.push(started("b"))
        log.push(turn(1, "client", SAID, 1.0))
        third.close()
    log.close()
    assert not store.anything_is_written()
    assert [event.seq for event in store.events("a")] == [0, 1]
    assert len(store.events("b")) == 1


def test_a_file_that_is_broken_meanwhile_is_refused_in_a_sentence(home: Path, store: Store) -> None:
    log = SessionLog(store, "a", ())
    log.push(started("a"))
    (home / "store.db").write_bytes(bytes(range(256)) * 200)
    (home / "store.db-wal").write_bytes(b"")
    with pytest.raises(StoreRefused, match=r"does not open the store|is broken"):
        Store.open(home, KEY)
