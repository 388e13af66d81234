"""The key is made once, kept by the keyring or wrapped by a passphrase, and never lies in clear."""

import json
from pathlib import Path

import pytest

from livecue.errors import MissingError, StoreRefused
from livecue.store import key
from livecue.store.key import Guards, PassphraseAsker, has_key, open_guarded, read_key_file
from livecue.store.system_keyring import Keyring
from tests.store.twins import NO_KEYRING, MemoryKeyring, Person, nobody


def make_key(home: Path, keyring: Keyring, ask: PassphraseAsker) -> bytes:
    return key.make_key(home, Guards(keyring, ask))


def find_key(home: Path, keyring: Keyring, ask: PassphraseAsker) -> bytes:
    [(_, found)] = open_guarded(read_key_file(home), Guards(keyring, ask), "the store")
    return found


def test_the_keyring_keeps_the_key_and_nobody_is_asked(home: Path) -> None:
    keyring = MemoryKeyring()
    made = make_key(home, keyring, nobody)
    assert len(made) == 32
    assert find_key(home, keyring, nobody) == made


def test_without_a_keyring_the_passphrase_of_the_environment_opens_the_store(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIVECUE_PASSPHRASE", "river stone")
    made = make_key(home, NO_KEYRING, nobody)
    assert find_key(home, NO_KEYRING, nobody) == made


def test_without_either_a_person_chooses_a_passphrase_and_types_it_later(home: Path) -> None:
    person = Person("river stone", "river stone")
    made = make_key(home, NO_KEYRING, person)
    assert find_key(home, NO_KEYRING, person) == made
    assert person.asked_for_new == [True, False]


def test_the_environment_goes_before_the_person(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIVECUE_PASSPHRASE", "river stone")
    person = Person()
    make_key(home, NO_KEYRING, person)
    find_key(home, NO_KEYRING, person)
    assert person.asked_for_new == []


def test_a_store_wrapped_by_passphrase_only_asks_for_that_though_a_keyring_came_since(
    home: Path,
) -> None:
    made = make_key(home, NO_KEYRING, Person("river stone"))
    keyring = MemoryKeyring()
    assert find_key(home, keyring, Person("river stone")) == made
    assert keyring.asked == []


def test_with_neither_keyring_nor_passphrase_no_key_is_made(home: Path) -> None:
    with pytest.raises(MissingError, match=r"set LIVECUE_PASSPHRASE.*--no-store") as refusal:
        make_key(home, NO_KEYRING, nobody)
    assert refusal.value.exit_code == 3
    assert not has_key(home)


def test_a_keyring_that_is_locked_now_is_named(home: Path) -> None:
    keyring = MemoryKeyring()
    make_key(home, keyring, nobody)
    keyring.answers = False
    with pytest.raises(MissingError, match="unlock the keyring"):
        find_key(home, keyring, Person())


def test_nobody_to_ask_for_the_passphrase_is_something_missing(home: Path) -> None:
    make_key(home, NO_KEYRING, Person("river stone"))
    with pytest.raises(MissingError, match="passphrase opens the store; set LIVECUE_PASSPHRASE"):
        find_key(home, NO_KEYRING, nobody)


@pytest.mark.parametrize("where", ["environment", "person"])
def test_a_wrong_passphrase_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    make_key(home, NO_KEYRING, Person("river stone"))
    if where == "environment":
        monkeypatch.setenv("LIVECUE_PASSPHRASE", "river stones")
    said = "in LIVECUE_PASSPHRASE does not" if where == "environment" else "That passphrase does"
    with pytest.raises(StoreRefused, match=said) as refusal:
        find_key(home, NO_KEYRING, Person("river stones"))
    assert refusal.value.exit_code == 4


def test_the_same_passphrase_opens_it_however_the_system_composes_its_letters(home: Path) -> None:
    made = make_key(home, NO_KEYRING, Person("caf\u00e9"))
    assert find_key(home, NO_KEYRING, Person("cafe\u0301")) == made


@pytest.mark.parametrize("keyring", [MemoryKeyring(), NO_KEYRING])
def test_neither_key_nor_passphrase_is_in_the_file(home: Path, keyring: MemoryKeyring) -> None:
    made = make_key(home, keyring, Person("river stone"))
    text = (home / "store.key").read_bytes()
    assert made not in text
    assert made.hex().encode() not in text
    assert b"river stone" not in text


def test_the_key_file_is_for_this_user_only(home: Path) -> None:
    make_key(home, MemoryKeyring(), nobody)
    assert (home / "store.key").stat().st_mode & 0o077 == 0
    assert home.stat().st_mode & 0o077 == 0


def test_a_guess_at_the_passphrase_costs_a_hundred_megabytes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    make_key(home, NO_KEYRING, Person("river stone"))
    cost = json.loads((home / "store.key").read_text())["passphrase"]
    assert 128 * cost["n"] * cost["r"] >= 100_000_000


def test_a_wrapping_moved_to_another_store_does_not_open_it(home: Path) -> None:
    make_key(home, NO_KEYRING, Person("river stone"))
    path = home / "store.key"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"id": "another"}))
    with pytest.raises(StoreRefused):
        find_key(home, NO_KEYRING, Person("river stone"))


@pytest.mark.parametrize(
    "broken", ["", "{", '{"id": "x", "in_keyring": true, "n": 1}', '{"format": 2, "id": "x"}']
)
def test_a_broken_key_file_is_refused_in_a_sentence(home: Path, broken: str) -> None:
    home.mkdir()
    (home / "store.key").write_text(broken)
    with pytest.raises(StoreRefused, match=r"store\.key cannot be read or is broken"):
        find_key(home, MemoryKeyring(), nobody)


def test_a_changed_file_cannot_ask_for_all_memory(home: Path) -> None:
    make_key(home, NO_KEYRING, Person("river stone"))
    path = home / "store.key"
    kept = json.loads(path.read_text())
    kept["passphrase"]["n"] = 2**40
    path.write_text(json.dumps(kept))
    with pytest.raises(StoreRefused, match="broken"):
        find_key(home, NO_KEYRING, Person("river stone"))


def test_a_key_that_another_program_made_meanwhile_is_not_written_over(home: Path) -> None:
    keyring = MemoryKeyring()
    made = make_key(home, keyring, nobody)
    with pytest.raises(StoreRefused, match="try again"):
        make_key(home, keyring, nobody)
    assert find_key(home, keyring, nobody) == made


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreRefused, match="LIVECUE_HOME"):
        make_key(tmp_path / "file" / "kept", MemoryKeyring(), nobody)
