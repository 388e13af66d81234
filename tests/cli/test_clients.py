"""`livecue clients`: by pseudonym only, and really erased."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from livecue.cli.clients import app
from livecue.config import CareSettings, ClientProfile
from livecue.errors import InputError
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
        store.set_profile("river", profile)
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


@pytest.mark.parametrize("command", ["show", "forget"])
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
