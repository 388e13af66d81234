"""What is asked at a terminal."""

import io

import pytest

from livecue.cli import consent
from livecue.cli.consent import TerminalAsker, agreed_scopes, ask_passphrase
from livecue.config import CONSENT_SCOPES
from livecue.errors import InputError


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(consent, "_at_terminal", lambda: True)
    return monkeypatch


def type_in(terminal: pytest.MonkeyPatch, *answers: str) -> None:
    terminal.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))


def test_each_scope_is_explained_and_refusing_costs_nothing(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(terminal, *"yyyyyy")
    assert set(TerminalAsker().ask(CONSENT_SCOPES, "river")) == set(CONSENT_SCOPES)
    shown = capsys.readouterr()
    assert "refusing has no effect on care" in " ".join(shown.err.split())
    assert all(f"{scope}:" in shown.err for scope in CONSENT_SCOPES)
    assert shown.out == ""


@pytest.mark.parametrize(
    ("answers", "agreed"),
    [
        (["n"], set()),
        (["y", "n"], {"listen"}),
        (["y", "y", "", "n", "n", "n"], {"listen", "timeline"}),
        (["y", "y", "n", "n", "y", "n"], {"listen", "timeline", "supervision"}),
        (["y"], {"listen"}),
    ],
)
def test_what_is_not_clearly_agreed_to_is_refused(
    terminal: pytest.MonkeyPatch, answers: list[str], agreed: set[str]
) -> None:
    type_in(terminal, *answers)
    assert set(TerminalAsker().ask(CONSENT_SCOPES, None)) == agreed


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\ny\ny\n"))
    with pytest.raises(InputError, match="--consent"):
        agreed_scopes(None, "river", live=True, kept=True)
    assert ask_passphrase(new=True) is None


def test_the_option_is_taken_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    agreed = agreed_scopes("timeline,listen", None, live=True, kept=True)
    assert agreed == ("listen", "timeline")


def test_a_new_passphrase_is_typed_twice_and_unseen(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["river", "stone", "river stone", "river stone", "river stone"])
    terminal.setattr("getpass.getpass", lambda _: next(typed))
    assert ask_passphrase(new=True) == "river stone"
    assert ask_passphrase(new=False) == "river stone"
    assert "river stone" not in "".join(capsys.readouterr())


def test_an_empty_passphrase_is_none(terminal: pytest.MonkeyPatch) -> None:
    terminal.setattr("getpass.getpass", lambda _: "")
    assert ask_passphrase(new=False) is None
