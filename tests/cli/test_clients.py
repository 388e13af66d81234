"""`livecue clients`: by pseudonym only, and really erased."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from livecue.cli.clients import app
from livecue.config import CareSettings, ClientProfile
from livecue.errors import InputError, StoreRefused
from tests.cli.kept import keep, opened
from tests.store.twins import a_session


def clients(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_client_is_added_and_listed(home: Path) -> None:
    assert clients("add", "river").exit_code == 0
    assert clients("add", "birch").exit_code == 0
    lines = clients("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["birch", "river"]
    assert "0 sessions" in lines[0]


def test_a_client_is_shown_with_own_settings_and_what_was_agreed_to(home: Path) -> None:
    keep(home, a_session("session-1", "river"))
    with opened(home) as store:
        profile = ClientProfile(care=CareSettings(silences=False), earlier_response_s=(1.0, 2.0))
        store.change_profile("river", lambda _: profile)
    text = clients("show", "river").stdout
    assert "own care: {'silences': False}" in text
    assert "own earlier response s: 2 pauses" in text
    assert "session-1  agreed to listen, timeline, words" in text


def test_a_forgotten_client_is_gone_with_all_sessions(home: Path) -> None:
    keep(home, a_session("session-1", "river"), a_session("session-2", "birch"))
    assert "1 session(s) are erased" in clients("forget", "river", "--yes").stdout
    with opened(home) as store:
        assert [client.pseudonym for client in store.clients()] == ["birch"]
        assert [record.id for record in store.sessions()] == ["session-2"]


def test_nothing_is_erased_without_a_yes(home: Path) -> None:
    clients("add", "river")
    result = clients("forget", "river")
    assert isinstance(result.exception, InputError)
    assert "--yes" in str(result.exception)
    assert "river" in clients("list").stdout


@pytest.mark.parametrize(("answer", "left"), [("n\n", True), ("\n", True), ("y\n", False)])
def test_at_a_terminal_it_asks_first(
    home: Path, monkeypatch: pytest.MonkeyPatch, answer: str, left: bool
) -> None:
    clients("add", "river")
    monkeypatch.setattr("livecue.cli.consent._at_terminal", lambda: True)
    CliRunner().invoke(app, ["forget", "river"], input=answer)
    assert ("river" in clients("list").stdout) is left


@pytest.mark.parametrize("command", ["show", "forget", "keep", "hold", "lift"])
@pytest.mark.parametrize("anything_kept", [True, False])
def test_an_unknown_client_is_named(home: Path, command: str, anything_kept: bool) -> None:
    if anything_kept:
        clients("add", "river")
    exception = clients(command, "nix").exception
    assert isinstance(exception, InputError)
    assert "no client 'nix'" in str(exception)


def test_where_nothing_was_kept_the_list_is_empty_and_nothing_is_made(home: Path) -> None:
    assert clients("list").stdout == ""
    assert not home.exists()


def test_an_address_is_no_pseudonym_and_makes_no_store(home: Path) -> None:
    assert isinstance(clients("add", "anna@example.org").exception, InputError)
    assert not home.exists()


def test_how_long_a_clients_sessions_are_kept_is_said_and_shown(home: Path) -> None:
    clients("add", "river")
    said = clients("keep", "river", "--sessions", "365", "--words", "0").stdout
    assert said.splitlines() == ["sessions: 365 days", "words: 0 days", "sound: always"]
    shown = clients("show", "river").stdout.splitlines()
    assert ["  " + line for line in said.splitlines()] == shown[-3:]
    said = clients("keep", "river", "--words", "always").stdout
    assert said.splitlines() == ["sessions: 365 days", "words: always", "sound: always"]


def test_how_long_is_shown_when_nothing_is_said(home: Path) -> None:
    clients("add", "river")
    shown = clients("show", "river").stdout.splitlines()
    assert shown[-3:] == ["  sessions: always", "  words: always", "  sound: always"]
    assert clients("keep", "river").stdout.splitlines() == [
        "sessions: always",
        "words: always",
        "sound: always",
    ]


@pytest.mark.parametrize("days", ["-1", "soon", "1.5", "99999999"])
def test_a_time_that_is_none_is_named_and_nothing_changes(home: Path, days: str) -> None:
    clients("add", "river")
    exception = clients("keep", "river", "--words", days).exception
    assert isinstance(exception, InputError)
    assert f"--words is '{days}'" in str(exception)
    assert "words: always" in clients("keep", "river").stdout


def test_what_is_kept_long_enough_is_gone_at_the_next_command(home: Path) -> None:
    keep(home, a_session("session-1", "river"))
    clients("keep", "river", "--sessions", "0")
    result = clients("show", "river")
    assert "Sessions kept: 0" in result.stdout
    assert "as long as its client's profile says" in result.stderr


def test_a_client_on_hold_is_not_erased_until_the_hold_is_lifted(home: Path) -> None:
    keep(home, a_session("session-1", "river"))
    assert clients("hold", "river").exit_code == 0
    refused = clients("forget", "river", "--yes").exception
    assert isinstance(refused, StoreRefused)
    assert "'livecue clients lift river' lifts the hold" in str(refused)
    assert clients("lift", "river").exit_code == 0
    assert clients("forget", "river", "--yes").exit_code == 0


def test_copies_beyond_reach_are_named_when_a_client_is_erased(home: Path) -> None:
    keep(home, a_session("session-1", "river"))
    with opened(home) as store:
        store.record_export("session-1", "csv", "/out/notes.csv", with_words=True)
    lines = clients("forget", "river", "--yes").stdout.splitlines()
    assert "beyond livecue's reach" in lines[1]
    assert lines[2].endswith(": /out/notes.csv")
