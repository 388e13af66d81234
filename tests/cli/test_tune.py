"""`livecue tune` and `livecue trends`: one client's kept sessions, as data."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from livecue.cli.trends import trends
from livecue.cli.tune import tune
from livecue.errors import InputError, MissingError
from livecue.events import Speech
from tests.cli.kept import keep
from tests.store.twins import a_session, ended


def asked(command: object, *arguments: str) -> Result:
    app = typer.Typer()
    app.command()(command)  # type: ignore[type-var]
    return CliRunner().invoke(app, arguments)


def a_spoken_session(home: Path) -> None:
    """One kept session of the client "river" in which somebody speaks."""
    first, *rest = a_session("one", "river")
    seq = rest[-1].seq + 1
    said = Speech(seq=seq, start=1.0, end=3.0, speaker="clinician", speaker_score=1.0)
    keep(home, [first, *rest, said, ended(seq + 1, 60.0)])


def test_what_the_tuning_window_shows_is_printed(home: Path) -> None:
    a_spoken_session(home)
    shown = json.loads(asked(tune, "river", "--json").stdout)
    assert shown["client"] == "river"
    assert [one["kind"] for one in shown["suggestions"]] == ["response", "within_turn"]
    assert [one["id"] for one in shown["as_now"]["sessions"]] == ["one"]
    assert shown["settings"]["cues.count"] == 2


def test_what_the_window_of_trends_shows_is_printed(home: Path) -> None:
    a_spoken_session(home)
    shown = json.loads(asked(trends, "river", "--json").stdout)
    (session,) = shown["sessions"]
    assert session["id"] == "one"
    assert session["signs"]["yes_but"]["of"] == 1
    assert shown["after_cues"]["shown"] is None


@pytest.mark.parametrize("command", [tune, trends])
def test_a_client_that_is_not_there_is_named(home: Path, command: object) -> None:
    error = asked(command, "nobody", "--json").exception
    assert isinstance(error, InputError)
    assert "'nobody'" in str(error)


@pytest.mark.parametrize("command", [tune, trends])
def test_a_client_that_is_not_there_is_named_before_the_screen_that_is_not(
    home: Path, command: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    error = asked(command, "nobody").exception
    assert isinstance(error, InputError)
    assert "'nobody'" in str(error)


@pytest.mark.parametrize("command", [tune, trends])
def test_a_client_without_a_session_is_told_how_to_keep_one(home: Path, command: object) -> None:
    from livecue.config import ClientProfile
    from tests.cli.kept import opened

    with opened(home) as store:
        store.add_client("river", ClientProfile())
    error = asked(command, "river", "--json").exception
    assert isinstance(error, InputError)
    assert "livecue listen" in str(error)


@pytest.mark.parametrize("command", [tune, trends])
def test_without_a_screen_it_says_what_to_do(
    home: Path, command: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_spoken_session(home)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    error = asked(command, "river").exception
    assert isinstance(error, MissingError)
    assert "--json" in str(error)
