"""Sessions are kept as append-only logs, encrypted, and read by any number of programs."""

import sqlite3
import threading
from pathlib import Path

import apsw
import pytest

from livecue.config import CareSettings, ClientProfile
from livecue.errors import InputError, StoreRefused
from livecue.events import AnyEvent, Feedback
from livecue.session.tally import Tally
from livecue.store.database import Store
from livecue.store.log import SessionLog
from livecue.store.schema import STEPS
from tests.events import turn
from tests.store.twins import KEY, SAID, a_session, ended, started


def keep(store: Store, events: list[AnyEvent], session_id: str) -> None:
    log = SessionLog(store, session_id, ("timeline", "words"))
    for event in events:
        log.push(event)


def files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


def test_nothing_lies_in_clear_while_a_session_is_written_nor_after(home: Path) -> None:
    secrets = [*SAID.encode().split()[1:], b"river", b"settings", b"timeline", b"CREATE", b"create"]
    store = Store.open(home, KEY)
    store.add_client("river", ClientProfile())
    keep(store, a_session("a", "river"), "a")
    assert sorted(path.name for path in files(home)) == ["store.db", "store.db-shm", "store.db-wal"]
    for moment in ("while it is written", "after"):
        on_disk = b"".join(path.read_bytes() for path in files(home))
        assert [secret for secret in secrets if secret in on_disk] == [], moment
        assert len(on_disk) > 4096
        store.close()


def test_the_files_are_for_this_user_only(home: Path, store: Store) -> None:
    store.add_client("river", ClientProfile())
    assert [path.stat().st_mode & 0o077 for path in home.iterdir()] == [0, 0, 0]


def test_another_key_does_not_open_it(home: Path) -> None:
    Store.open(home, KEY).close()
    with pytest.raises(StoreRefused, match="key does not open") as refusal:
        Store.open(home, bytes(32))
    assert refusal.value.exit_code == 4
    Store.open(home, KEY).close()


def test_a_plain_database_in_its_place_is_refused_and_left_as_it_is(home: Path) -> None:
    home.mkdir()
    plain = sqlite3.connect(home / "store.db")
    plain.execute("create table theirs (x)")
    plain.commit()
    plain.close()
    before = (home / "store.db").read_bytes()
    with pytest.raises(StoreRefused):
        Store.open(home, KEY)
    assert (home / "store.db").read_bytes() == before


def test_a_page_with_one_byte_changed_is_never_taken_for_what_was_kept(home: Path) -> None:
    with Store.open(home, KEY) as store:
        keep(store, a_session("a"), "a")
    path = home / "store.db"
    whole = path.read_bytes()
    refused = 0
    for page_start in range(0, len(whole), 4096):
        changed = bytearray(whole)
        changed[page_start + 2000] ^= 1
        path.write_bytes(changed)
        try:
            with Store.open(home, KEY) as store:
                read = store.events("a")
        except StoreRefused:
            refused += 1
        else:
            assert read == a_session("a")  # it does not lie on that page
    assert refused >= 3


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreRefused, match="LIVECUE_HOME"):
        Store.open(tmp_path / "file", KEY)


def test_a_session_is_read_as_it_was_written(store: Store) -> None:
    written = [*a_session("a"), ended(8, 12.0, cue=1)]
    keep(store, written, "a")
    assert store.events("a") == written


def test_an_event_cannot_be_changed_taken_away_or_written_twice(store: Store) -> None:
    keep(store, a_session("a"), "a")
    for change in (
        "update events set json = '{}'",
        "delete from events",
        "update consents set scopes = '[]'",
        "delete from consents",
    ):
        if "consents" in change:
            store._connection.execute("insert or ignore into consents values ('a', 'now', '[]')")
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            store._connection.execute(change)
    with pytest.raises(StoreRefused):
        store.append("a", turn(3, "client", "other words", 1.0, seq=3))
    assert store.events("a") == a_session("a")


def test_sessions_are_listed_newest_first(store: Store) -> None:
    for session_id in ("a", "c", "b"):
        keep(store, [started(session_id)], session_id)
    assert [record.id for record in store.sessions()] == ["b", "c", "a"]


def test_a_session_that_ended_is_listed_with_what_its_end_says(store: Store) -> None:
    store.add_client("river", ClientProfile())
    keep(store, [*a_session("a", "river"), ended(8, 12.5, cue=1, yes_but=1)], "a")
    [record] = store.sessions()
    assert (record.client, record.duration_s, record.ended) == ("river", 12.5, True)
    assert record.counts == {"cue": 1, "yes_but": 1}


def test_a_session_that_was_broken_off_is_counted_as_its_end_would_have(store: Store) -> None:
    tally = Tally()
    for event in a_session("a"):
        tally.push(event)
    keep(store, a_session("a"), "a")
    [record] = store.sessions()
    assert (record.duration_s, record.ended) == (11.0, False)
    assert record.counts == tally.counts


def test_feedback_after_the_end_leaves_it_ended(store: Store) -> None:
    keep(store, [started("a"), ended(1, 12.0)], "a")
    store.append("a", Feedback(seq=2, at=12.0, cue_at=3.0, helpful=True))
    assert store.sessions()[0].ended


def test_an_unknown_session_is_named(store: Store) -> None:
    for ask in (store.events, store.check_session, store.forget_session):
        with pytest.raises(InputError, match="no session 'nix'"):
            ask("nix")


def test_a_second_program_reads_and_writes_while_a_session_is_written(
    home: Path, store: Store
) -> None:
    mine, theirs = a_session("a"), a_session("b")
    keep(store, mine[:4], "a")
    with Store.open(home, KEY) as other:
        assert other.events("a") == mine[:4]
        keep(other, theirs[:4], "b")
        for event, their_event in zip(mine[4:], theirs[4:], strict=True):
            store.append("a", event)
            other.append("b", their_event)
        assert other.events("a") == mine
    assert store.events("b") == theirs


def test_a_write_waits_for_another_program_to_finish_its_own(home: Path, store: Store) -> None:
    with Store.open(home, KEY) as other:
        keep(store, [started("a")], "a")
        other._connection.execute("begin immediate")
        finishes = threading.Timer(0.1, other._connection.execute, ["commit"])
        finishes.start()
        store.append("a", turn(1, "client", "words", 1.0, seq=1))
        finishes.join()
    assert len(store.events("a")) == 2


def test_a_store_that_another_program_is_just_making_is_made_once(home: Path) -> None:
    home.mkdir()
    quicker = apsw.Connection(str(home / "store.db"))
    quicker.pragma("cipher", "chacha20")
    quicker.pragma("key", "raw:" + KEY.hex())
    quicker.pragma("journal_mode", "wal")
    quicker.execute("begin immediate")
    quicker.execute(STEPS[0])
    quicker.pragma("user_version", 1)
    finishes = threading.Timer(0.1, quicker.execute, ["commit"])
    finishes.start()
    with Store.open(home, KEY) as store:
        assert store.clients() == []
    finishes.join()
    quicker.close()


def test_an_event_of_a_livecue_to_come_is_refused_in_a_sentence(store: Store) -> None:
    keep(store, [started("a")], "a")
    store._connection.execute("""insert into events values ('a', 1, '{"type": "smell"}')""")
    with pytest.raises(StoreRefused, match="does not know"):
        store.events("a")
    store.forget_session("a")
    assert store.sessions() == []


def test_a_clients_profile_is_kept_and_replaced(store: Store) -> None:
    store.add_client("river", ClientProfile())
    gentle = ClientProfile(care=CareSettings(silences=False), earlier_response_s=(0.8, 1.2))
    assert store.change_profile("river", lambda _: gentle) == gentle
    assert store.profile("river") == gentle


def test_what_another_program_writes_to_a_profile_meanwhile_is_not_lost(
    home: Path, store: Store
) -> None:
    store.add_client("river", ClientProfile())
    with Store.open(home, KEY) as other:
        other._connection.set_busy_timeout(0)

        def change(profile: ClientProfile) -> ClientProfile:
            with pytest.raises(StoreRefused, match="Another program"):
                other.change_profile("river", lambda kept: kept.after_a_session())
            return profile.model_copy(update={"readiness": 3})

        store.change_profile("river", change)
        other.change_profile("river", lambda kept: kept.model_copy(update={"sessions_before": 7}))
    profile = store.profile("river")
    assert (profile.readiness, profile.sessions_before) == (3, 7)


def test_a_change_of_a_profile_that_breaks_changes_nothing(store: Store) -> None:
    store.add_client("river", ClientProfile())

    def broken(profile: ClientProfile) -> ClientProfile:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        store.change_profile("river", broken)
    assert store.change_profile("river", lambda kept: kept) == ClientProfile()


def test_clients_are_listed_by_pseudonym_with_their_sessions(store: Store) -> None:
    for pseudonym in ("river", "birch"):
        store.add_client(pseudonym, ClientProfile())
    keep(store, a_session("a", "river"), "a")
    assert [(c.pseudonym, c.sessions) for c in store.clients()] == [("birch", 0), ("river", 1)]


def test_a_client_is_added_once(store: Store) -> None:
    store.add_client("river", ClientProfile(earlier_response_s=(1.0,)))
    with pytest.raises(InputError, match="already"):
        store.add_client("river", ClientProfile())
    assert store.profile("river").earlier_response_s == (1.0,)


@pytest.mark.parametrize("name", ["", " river", "river ", "a@b.org", "x" * 41, "ri\nver", "ri\x00"])
def test_what_is_no_pseudonym_is_refused(store: Store, name: str) -> None:
    with pytest.raises(InputError):
        store.add_client(name, ClientProfile())
    assert store.clients() == []


def test_an_unknown_client_is_named(store: Store) -> None:
    for ask in (store.profile, store.client, store.forget_client):
        with pytest.raises(InputError, match="no client 'nix'"):
            ask("nix")
    with pytest.raises(InputError, match="no client 'nix'"):
        store.change_profile("nix", lambda kept: kept)
