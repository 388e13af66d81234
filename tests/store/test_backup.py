"""All that is kept in one encrypted file, and back; what is damaged is told apart first."""

import errno
import tarfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livecue.config import ClientProfile
from livecue.errors import InputError, StoreRefused
from livecue.store.backup import back_up
from livecue.store.database import Store
from livecue.store.key import Guards
from livecue.store.opening import unlock
from livecue.store.records import BackupRecord
from livecue.store.restoring import restore
from livecue.store.rotation import rotate_key
from tests.events import turn
from tests.store.sound import noise
from tests.store.test_rotation import check, filled, typed
from tests.store.twins import SAID, MemoryKeyring, nobody, started


def made(home: Path, to: Path, guards: Guards | None = None) -> Path:
    """A backup of the store in `home`."""
    store, _ = unlock(home, guards or typed())
    with store:
        back_up(store, home, to)
    return to


def recorded(home: Path) -> list[str]:
    """Where the backups are that are on record."""
    store, _ = unlock(home, typed())
    with store:
        return [one.to for one in store.backups()]


def left(home: Path) -> dict[str, bytes]:
    """Every file, with what is in it."""
    return {
        str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()
    }


@pytest.fixture
def backup(home: Path, tmp_path: Path) -> Path:
    """A backup of a store with a session and its sound."""
    filled(home, typed())
    return made(home, tmp_path / "all.backup")


def test_what_was_backed_up_is_all_there_again_elsewhere(backup: Path, tmp_path: Path) -> None:
    assert restore(backup, tmp_path / "elsewhere", typed(), replace=False) == 1
    check(tmp_path / "elsewhere", typed())
    assert not list((tmp_path / "elsewhere").glob("*.part"))


def test_a_backup_holds_nothing_in_clear_and_is_for_this_user_only(backup: Path) -> None:
    content = backup.read_bytes()
    secrets = [*SAID.split()[1:], "river", "marker", "fLaC", "root", str(Path.home())]
    assert [secret for secret in secrets if secret.encode() in content] == []
    assert backup.stat().st_mode & 0o077 == 0


def test_a_backup_is_on_record_and_leaves_nothing_beside_it(backup: Path, home: Path) -> None:
    store, _ = unlock(home, typed())
    with store:
        assert [one.to for one in store.backups()] == [str(backup)]
    assert sorted(path.name for path in backup.parent.iterdir()) == ["all.backup", "kept"]
    assert not list(home.glob("*.part"))


def test_a_session_goes_on_while_it_is_backed_up_and_is_there_up_to_a_moment(
    home: Path, tmp_path: Path
) -> None:
    filled(home, typed())
    writer, _ = unlock(home, typed())
    store, _ = unlock(home, typed())
    with writer, store:
        writer.begin(started("b"))
        writer.append("b", turn(1, "client", SAID, 1.0))
        writer.keep_audio("b", 0.0, noise(0.5))
        really = Store.copy_into

        def copy_meanwhile(self: Store, path: Path, to: str) -> BackupRecord:
            record = really(self, path, to)
            writer.append("b", turn(2, "client", SAID, 2.0))
            writer.keep_audio("b", 0.5, noise(0.5))
            writer.begin(started("c"))
            writer.keep_audio("c", 0.0, noise(0.5))
            return record

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Store, "copy_into", copy_meanwhile)
            back_up(store, home, tmp_path / "all.backup")
    assert restore(tmp_path / "all.backup", tmp_path / "elsewhere", typed(), replace=False) == 2
    restored, _ = unlock(tmp_path / "elsewhere", typed())
    with restored:
        assert [event.seq for event in restored.events("b")] == [0, 1]
        assert len(list(restored.audio("b"))) == 2
        assert len(list((tmp_path / "elsewhere" / "sound").iterdir())) == 2, "none of c's"


def test_a_file_that_is_there_is_never_written_over(home: Path, tmp_path: Path) -> None:
    filled(home, typed())
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(InputError, match="name another"):
        made(home, tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == "mine"


def test_what_a_backup_or_a_restoring_left_when_it_was_killed_goes_with_what_is_forgotten(
    backup: Path, home: Path
) -> None:
    (home / "snapshot.part").write_bytes(b"left")
    (home / "restoring.part").mkdir()
    (home / "restoring.part" / "store.db").write_bytes(b"left")
    store, _ = unlock(home, typed())
    with store:
        store.forget_session("a")
    assert not list(home.glob("*.part"))


def test_a_folder_that_is_not_there_is_named(home: Path, tmp_path: Path) -> None:
    filled(home, typed())
    with pytest.raises(InputError, match="There is no folder"):
        made(home, tmp_path / "nowhere" / "all.backup")
    assert recorded(home) == []


def test_a_backup_that_could_not_be_written_is_not_on_record(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    filled(home, typed())
    monkeypatch.setattr("livecue.store.backup._fill", full)
    with pytest.raises(StoreRefused, match="No space left"):
        made(home, tmp_path / "all.backup")
    assert recorded(home) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept"]


def test_a_backup_of_what_was_forgotten_meanwhile_is_not_made(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget_meanwhile(*arguments: object) -> None:
        other, _ = unlock(home, typed())
        with other:
            other.forget_session("a")

    filled(home, typed())
    monkeypatch.setattr("livecue.store.backup._fill", forget_meanwhile)
    with pytest.raises(StoreRefused, match="forgotten meanwhile"):
        made(home, tmp_path / "all.backup")
    assert recorded(home) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept"]


def test_what_was_done_since_the_backup_stays_on_record_when_it_is_put_back(
    backup: Path, home: Path, tmp_path: Path
) -> None:
    store, _ = unlock(home, typed())
    with store:
        store.begin(started("later"))
        for session in ("a", "later"):
            store.record_export(session, "csv", f"/out/{session}.csv", with_words=True)
        store.hold_client("river")
        store.hold_client("river", lifted=True)
        for name in ("one", "two"):
            store.begin(started(name))
            store.forget_session(name)
    later = made(home, tmp_path / "later.backup")
    for _ in range(2):  # again: nothing is put on record twice
        restore(backup, home, typed(), replace=True)
        store, _ = unlock(home, typed())
        with store:
            assert [one.what for one in store.forgotten()] == ["1 session", "1 session"]
            assert [one.to for one in store.backups()] == [str(backup), str(later)]
            assert [one.to for one in store.exports("a")] == ["/out/a.csv"]
            assert store.holds() == []
            assert [one.id for one in store.sessions()] == ["a"]
            gone = store._rows("select * from exports where session = 'later'")
            assert gone == []


def test_a_backup_put_back_elsewhere_knows_of_itself(backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "elsewhere", typed(), replace=False)
    assert recorded(tmp_path / "elsewhere") == [str(backup)]


def test_a_store_is_not_replaced_without_a_word(backup: Path, home: Path) -> None:
    before = left(home)
    with pytest.raises(InputError, match="--replace"):
        restore(backup, home, typed(), replace=False)
    assert left(home) == before


def test_with_a_word_the_backup_takes_the_place_of_all_that_is_there(
    backup: Path, home: Path
) -> None:
    store, _ = unlock(home, typed())
    with store:
        store.begin(started("later"))
        store.keep_audio("later", 0.0, noise(0.1))
    rotate_key(home, typed())
    restore(backup, home, typed(), replace=True)
    check(home, typed())
    store, _ = unlock(home, typed())
    with store:
        assert [session.id for session in store.sessions()] == ["a"]
    assert len(list((home / "sound").iterdir())) == 1
    assert not list(home.glob("*.part"))


def test_what_is_on_hold_is_not_replaced(backup: Path, home: Path) -> None:
    store, _ = unlock(home, typed())
    with store:
        store.hold_client("river")
    with pytest.raises(StoreRefused, match="on hold"):
        restore(backup, home, typed(), replace=True)
    check(home, typed())


def test_a_store_that_another_program_has_open_is_not_replaced(backup: Path, home: Path) -> None:
    other, _ = unlock(home, typed())
    with other:
        with pytest.raises(StoreRefused, match="Another program has the store"):
            restore(backup, home, typed(), replace=True)
        other.add_client("birch", ClientProfile())
    store, _ = unlock(home, typed())
    with store:
        assert len(store.clients()) == 2


@pytest.mark.parametrize("moved", [False, True])
def test_cut_short_the_store_opens_as_the_one_or_the_other(
    backup: Path, home: Path, moved: bool
) -> None:
    class Cut(BaseException):
        """The program ends here."""

    def cut(self: Path, target: Path) -> Path:
        if target.name == "store.db" and not moved:
            raise Cut
        done = really(self, target)
        if target.name == "store.db":
            raise Cut
        return done

    store, _ = unlock(home, typed())
    with store:
        store.begin(started("later"))
    really = Path.replace
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises((Cut, StoreRefused)):
            restore(backup, home, typed(), replace=True)
    check(home, typed())
    store, _ = unlock(home, typed())
    with store:
        assert len(store.sessions()) == (1 if moved else 2)


def test_without_the_passphrase_of_its_day_it_does_not_open_and_nothing_is_changed(
    backup: Path, home: Path, tmp_path: Path
) -> None:
    before = left(home)
    with pytest.raises(StoreRefused, match="does not open the backup"):
        restore(backup, home, typed("other words"), replace=True)
    with pytest.raises(StoreRefused, match="does not open the backup"):
        restore(backup, tmp_path / "elsewhere", typed("other words"), replace=False)
    assert left(home) == before
    assert left(tmp_path / "elsewhere") == {}


def test_the_keyring_opens_a_backup_of_its_own_store(home: Path, tmp_path: Path) -> None:
    guards = Guards(MemoryKeyring(), nobody)
    filled(home, guards)
    backup = made(home, tmp_path / "all.backup", guards)
    restore(backup, home, guards, replace=True)
    check(home, guards)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(where=st.floats(0, 1), how=st.sampled_from(["changed", "cut", "empty"]))
def test_a_damaged_backup_is_told_apart_before_anything_is_touched(
    backup: Path, home: Path, where: float, how: str
) -> None:
    content = bytearray(backup.read_bytes())
    with tarfile.open(backup) as tar:
        last = tar.getmembers()[-1]
        end = last.offset_data + last.size
    position = min(int(where * end), end - 1)
    if how == "changed":
        content[position] ^= 0x41
    path = backup.with_name("damaged.backup")
    path.write_bytes(b"" if how == "empty" else content[:position] if how == "cut" else content)
    before = left(home)
    with tarfile.open(backup) as tar:
        padding = not any(
            member.offset <= position < member.offset_data + member.size
            for member in tar.getmembers()
        )
    if how == "changed" and padding:
        return  # between the files: nothing of them is changed
    with pytest.raises(InputError, match=r"damaged|not a backup"):
        restore(path, home, typed(), replace=True)
    assert left(home) == before


@pytest.mark.parametrize("name", ["../evil", "/out/evil", "sound/../../evil.sealed", "config.toml"])
def test_nothing_comes_out_of_a_file_that_is_no_backup(tmp_path: Path, name: str) -> None:
    evil = tmp_path / "evil.backup"
    with tarfile.open(evil, "w") as tar:
        tar.addfile(tarfile.TarInfo(name))
    with pytest.raises(InputError, match="not a backup"):
        restore(evil, tmp_path / "elsewhere", typed(), replace=False)
    assert left(tmp_path) == {"evil.backup": evil.read_bytes()}


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        restore(tmp_path / "none", tmp_path / "elsewhere", typed(), replace=False)
