"""`livecue store`: backups, the passphrase, the key, and the store's own record."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from livecue.cli.store import app
from livecue.errors import InputError, StoreRefused
from tests.cli.kept import keep, opened
from tests.store.twins import MemoryKeyring, a_session


def store(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is there to be asked."""
    monkeypatch.setattr("livecue.cli.consent._at_terminal", lambda: True)


@pytest.mark.parametrize(
    "words", [["show"], ["backup", "x.backup"], ["passphrase"], ["rotate-key"]], ids=" ".join
)
def test_where_nothing_was_kept_that_is_said_and_nothing_is_made(
    home: Path, words: list[str]
) -> None:
    exception = store(*words).exception
    assert isinstance(exception, InputError)
    assert "Nothing is kept" in str(exception)
    assert not home.exists()


def test_the_record_shows_holds_backups_and_what_was_forgotten_without_a_name(
    home: Path, tmp_path: Path
) -> None:
    keep(home, a_session("one", "river"), a_session("two", "birch"))
    with opened(home) as kept:
        kept.hold_client("river")
        kept.forget_client("birch")
    store("backup", tmp_path / "all.backup")
    said = store("show").stdout
    assert "Sessions: 1. Clients: 1." in said
    assert "client river (livecue clients lift river)" in said
    assert f"{tmp_path / 'all.backup'}" in said
    assert "1 client, 1 session" in said
    assert "birch" not in said


def test_a_backup_is_restored_elsewhere_and_says_what_it_brings_back(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(home, a_session("one", "river"))
    assert "The passphrase of today opens it" in store("backup", tmp_path / "all.backup").stdout
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path / "elsewhere"))
    said = store("restore", tmp_path / "all.backup").stdout
    assert "1 session(s)" in said
    assert "forget it once more" in said
    with opened(tmp_path / "elsewhere") as restored:
        assert restored.events("one") == a_session("one", "river")


def test_what_is_kept_is_not_replaced_without_a_yes(
    home: Path, tmp_path: Path, at_terminal: None
) -> None:
    keep(home, a_session("one", "river"))
    store("backup", tmp_path / "all.backup")
    keep(home, a_session("two"))
    assert "--replace" in str(store("restore", tmp_path / "all.backup").exception)
    assert (
        "Nothing was changed"
        in store("restore", tmp_path / "all.backup", "--replace", typed="n\n").stdout
    )
    with opened(home) as kept:
        assert len(kept.sessions()) == 2
    store("restore", tmp_path / "all.backup", "--replace", typed="y\n")
    with opened(home) as kept:
        assert [session.id for session in kept.sessions()] == ["one"]


def test_a_damaged_backup_is_named(home: Path, tmp_path: Path) -> None:
    (tmp_path / "all.backup").write_text("not one")
    exception = store("restore", tmp_path / "all.backup").exception
    assert isinstance(exception, InputError)
    assert "damaged" in str(exception)


def test_a_backup_that_only_the_keyring_opens_says_so(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring = MemoryKeyring()
    monkeypatch.setattr("livecue.store.opening.SystemKeyring", lambda: keyring)
    keep(home, a_session("one"))
    assert "livecue store passphrase" in store("backup", tmp_path / "all.backup").stdout
    assert "The system's keyring opens it; there is no passphrase" in store("show").stdout


def test_a_passphrase_is_chosen_at_a_terminal_and_opens_what_is_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch, at_terminal: None
) -> None:
    keep(home, a_session("one"))
    assert store("passphrase", typed="other words\nother words\n").exit_code == 0
    with pytest.raises(StoreRefused, match="does not open"):
        opened(home)
    monkeypatch.setenv("LIVECUE_PASSPHRASE", "other words")
    with opened(home) as kept:
        assert len(kept.sessions()) == 1


def test_with_nobody_to_choose_it_the_passphrase_stays(home: Path) -> None:
    keep(home, a_session("one"))
    before = (home / "store.key").read_bytes()
    assert "at a terminal" in str(store("passphrase").exception)
    assert (home / "store.key").read_bytes() == before


def test_a_new_key_names_the_backups_that_hold_the_old_one(home: Path, tmp_path: Path) -> None:
    keep(home, a_session("one"))
    assert "Backups" not in store("rotate-key").stdout
    store("backup", tmp_path / "all.backup")
    said = store("rotate-key").stdout
    assert "under a new key" in said
    assert str(tmp_path / "all.backup") in said
    with opened(home) as kept:
        assert len(kept.sessions()) == 1


def test_while_it_is_open_elsewhere_it_gets_no_new_key(home: Path) -> None:
    keep(home, a_session("one"))
    with opened(home):
        exception = store("rotate-key").exception
    assert isinstance(exception, StoreRefused)
    assert "Another program has the store" in str(exception)
