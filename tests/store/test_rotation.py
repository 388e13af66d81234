"""One key, behind keyring and passphrase; another key, and another passphrase, when need be."""

from pathlib import Path

import apsw
import numpy as np
import pytest

from livecue.config import ClientProfile
from livecue.errors import MissingError, StoreRefused
from livecue.store.connection import WrongKeyError
from livecue.store.database import Store
from livecue.store.key import Guards, read_key_file, replace_key_file
from livecue.store.log import SessionLog
from livecue.store.opening import unlock
from livecue.store.rotation import rotate_key, set_passphrase
from tests.store.sound import noise
from tests.store.twins import NO_KEYRING, MemoryKeyring, Person, a_session, nobody

PASSPHRASE = "river stone"


def typed(passphrase: str = PASSPHRASE) -> Guards:
    """No keyring; a person who types this as often as asked."""
    return Guards(NO_KEYRING, lambda *, new: passphrase)


def filled(home: Path, guards: Guards) -> bytes:
    """A store with a client, a session and its sound; its key."""
    store, key = unlock(home, guards)
    with store:
        store.add_client("river", ClientProfile())
        log = SessionLog(store, "a", ("timeline", "words"))
        for event in a_session("a", "river"):
            log.push(event)
        log.close()
        for part in range(2):
            store.keep_audio("a", float(part), noise(1.0, seed=part))
    return key


def check(home: Path, guards: Guards) -> bytes:
    """All is there; the key."""
    store, key = unlock(home, guards)
    with store:
        assert store.events("a") == a_session("a", "river")
        blocks = list(store.audio("a"))
    for part, block in enumerate(blocks):
        np.testing.assert_array_equal(block.samples, noise(1.0, seed=part))
    assert len(blocks) == 2
    assert read_key_file(home).next is None
    return key


def test_a_new_key_opens_all_that_is_kept_and_the_old_one_nothing(home: Path) -> None:
    old = filled(home, typed())
    [sound] = (home / "sound").iterdir()
    sealed = sound.read_bytes()
    assert rotate_key(home, typed()) == []
    assert check(home, typed()) != old
    with pytest.raises(WrongKeyError):
        Store.open(home, old)
    [anew] = (home / "sound").iterdir()
    assert anew.name != sound.name
    assert anew.read_bytes()[:20] != sealed[:20]


def test_the_keyring_gets_the_new_key_and_forgets_the_old(home: Path) -> None:
    keyring = MemoryKeyring()
    old = filled(home, Guards(keyring, nobody))
    rotate_key(home, Guards(keyring, nobody))
    assert list(keyring.keys) == [read_key_file(home).id]
    assert old not in keyring.keys.values()
    check(home, Guards(keyring, nobody))


def test_keyring_and_passphrase_each_open_it_before_and_after_a_new_key(home: Path) -> None:
    keyring = MemoryKeyring()
    key = filled(home, Guards(keyring, nobody))
    set_passphrase(home, Guards(keyring, nobody), PASSPHRASE)
    assert check(home, typed()) == check(home, Guards(keyring, nobody)) == key
    rotate_key(home, Guards(keyring, Person(PASSPHRASE)))
    assert check(home, typed()) == check(home, Guards(keyring, nobody)) != key


def test_another_passphrase_takes_the_place_of_the_one_before(home: Path) -> None:
    key = filled(home, typed())
    set_passphrase(home, typed(), "other words")
    assert check(home, typed("other words")) == key
    with pytest.raises(StoreRefused, match="does not open"):
        unlock(home, typed())


def test_while_another_program_has_it_open_nothing_is_changed(home: Path) -> None:
    old = filled(home, typed())
    before = (home / "store.key").read_bytes()
    with Store.open(home, old) as other:
        with pytest.raises(StoreRefused, match=r"Another program has the store .* open") as refusal:
            rotate_key(home, typed())
        assert refusal.value.exit_code == 4
        assert other.events("a") == a_session("a", "river")
        other.append("a", a_session("a")[1].model_copy(update={"seq": 8}))
    assert (home / "store.key").read_bytes() == before
    with Store.open(home, old) as store:
        assert len(store.events("a")) == 9


def test_while_a_key_is_being_changed_no_other_program_opens_it(home: Path) -> None:
    old = filled(home, typed())
    with Store.open(home, old) as store, store.alone():
        other = apsw.Connection(str(home / "store.db"))
        other.pragma("cipher", "chacha20")
        other.pragma("key", "raw:" + old.hex())
        with pytest.raises(apsw.BusyError):
            other.execute("select count(*) from sessions")
        other.close()
    Store.open(home, old).close()


def test_a_key_that_could_not_be_used_is_not_left_in_the_keyring(home: Path) -> None:
    keyring = MemoryKeyring()
    guards = Guards(keyring, nobody)
    old = filled(home, guards)
    with Store.open(home, old), pytest.raises(StoreRefused, match="Another program"):
        rotate_key(home, guards)
    assert list(keyring.keys.values()) == [old]
    (home / "store.part").mkdir()
    with pytest.raises(StoreRefused, match="cannot be written"):
        rotate_key(home, guards)
    assert list(keyring.keys.values()) == [old]


def test_sound_that_cannot_be_sealed_anew_is_told_and_done_the_next_time(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Store) -> list[str]:
        raise StoreRefused("The disk is full.")

    old = filled(home, typed())
    names = {path.name for path in (home / "sound").iterdir()}
    with monkeypatch.context() as patch:
        patch.setattr(Store, "seal_sound_anew", full)
        with pytest.raises(StoreRefused, match="has its new key, but not all sound"):
            rotate_key(home, typed())
    assert check(home, typed()) != old
    rotate_key(home, typed())
    check(home, typed())
    assert not names & {path.name for path in (home / "sound").iterdir()}


def test_a_wrong_passphrase_gives_no_new_key(home: Path) -> None:
    keyring = MemoryKeyring()
    filled(home, Guards(keyring, nobody))
    set_passphrase(home, Guards(keyring, nobody), PASSPHRASE)
    before = (home / "store.key").read_bytes(), dict(keyring.keys)
    with pytest.raises(StoreRefused, match="That passphrase does not open"):
        rotate_key(home, Guards(keyring, Person("river stones")))
    with pytest.raises(MissingError, match="LIVECUE_PASSPHRASE"):
        rotate_key(home, Guards(keyring, nobody))
    assert ((home / "store.key").read_bytes(), keyring.keys) == before


def test_a_keyring_that_takes_no_more_gives_no_new_key(home: Path) -> None:
    keyring = MemoryKeyring()
    old = filled(home, Guards(keyring, nobody))

    class Full(MemoryKeyring):
        def put(self, store_id: str, key: bytes) -> bool:
            return False

    full = Full()
    full.keys = keyring.keys
    with pytest.raises(MissingError, match="Nothing was changed"):
        rotate_key(home, Guards(full, nobody))
    assert check(home, Guards(keyring, nobody)) == old


def test_a_key_that_does_not_take_leaves_the_old_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Store, key: bytes) -> None:
        raise StoreRefused("The disk is full.")

    keyring = MemoryKeyring()
    old = filled(home, Guards(keyring, nobody))
    monkeypatch.setattr(Store, "rekey", refuse)
    with pytest.raises(StoreRefused, match="disk is full"):
        rotate_key(home, Guards(keyring, nobody))
    assert check(home, Guards(keyring, nobody)) == old
    assert list(keyring.keys) == [read_key_file(home).id]


@pytest.mark.parametrize("was_encrypted_anew", [False, True])
def test_cut_short_it_opens_with_the_key_that_fits_and_drops_the_other(
    home: Path, monkeypatch: pytest.MonkeyPatch, was_encrypted_anew: bool
) -> None:
    class Cut(BaseException):
        """The program ends here."""

    def cut(self: Store, key: bytes) -> None:
        if was_encrypted_anew:
            really(self, key)
        raise Cut

    really = Store.rekey
    keyring = MemoryKeyring()
    guards = Guards(keyring, nobody)
    old = filled(home, guards)
    with monkeypatch.context() as killed:
        killed.setattr(Store, "rekey", cut)
        killed.setattr("livecue.store.rotation.settle", lambda *_: None)
        with pytest.raises(Cut):
            rotate_key(home, guards)
    file = read_key_file(home)
    assert file.next is not None
    assert len(keyring.keys) == 2
    assert (check(home, guards) != old) is was_encrypted_anew
    assert list(keyring.keys) == [(file.next if was_encrypted_anew else file).id]


def test_damaged_sound_stays_and_is_named(home: Path) -> None:
    filled(home, typed())
    [sound] = (home / "sound").iterdir()
    damaged = bytearray(sound.read_bytes())
    damaged[100] ^= 1
    sound.write_bytes(damaged)
    assert rotate_key(home, typed()) == ["a"]
    [left] = (home / "sound").iterdir()
    assert left == sound


def test_a_key_file_is_never_there_in_part(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    filled(home, typed())
    before = (home / "store.key").read_bytes()
    with monkeypatch.context() as full:
        full.setattr("os.fsync", fail)
        with pytest.raises(StoreRefused, match="No space left"):
            replace_key_file(home, read_key_file(home))
    assert (home / "store.key").read_bytes() == before
    set_passphrase(home, typed(), "other words")
    check(home, typed("other words"))
