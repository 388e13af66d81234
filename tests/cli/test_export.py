"""`livecue export`: to a file or to standard output, on record, and with words only when asked."""

import json
import stat
from pathlib import Path
from typing import get_args

import pytest
import typer
from typer.testing import CliRunner, Result

from livecue.cli.export import export
from livecue.config import ClientProfile
from livecue.errors import InputError
from livecue.events import AnyEvent, Marker, Turn, current, parse_event
from livecue.exports.formats import FormatName
from livecue.review.replay.corrections import give_to_other
from livecue.store.log import SessionLog
from livecue.store.records import ExportRecord
from tests.cli.kept import keep, opened
from tests.exports.sessions import a_full_session, some_talk
from tests.store.twins import SAID, ended, started

SESSION = "20260412-091500-3fa9"


def run(*arguments: str | Path, typed: str = "") -> Result:
    app = typer.Typer()
    app.command()(export)
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


def refused(*arguments: str | Path) -> str:
    """The sentence with which it is refused."""
    exception = run(*arguments).exception
    assert isinstance(exception, InputError)
    return str(exception)


def table(session: str) -> list[str]:
    """The lines of a session as CSV."""
    return run(session, "--format", "csv", "--words").stdout.splitlines()


def records(home: Path) -> list[tuple[str, str, bool]]:
    with opened(home) as store:
        return [(one.format, one.to, one.with_words) for one in store.exports(SESSION)]


@pytest.fixture
def kept(home: Path) -> list[AnyEvent]:
    """One session, kept with its words."""
    log = a_full_session()
    keep(home, log)
    return log


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if somebody sat there."""
    monkeypatch.setattr("livecue.cli.consent._at_terminal", lambda: True)


def test_the_last_session_is_found_by_that_name(home: Path, kept: list[AnyEvent]) -> None:
    keep(home, [started("later"), ended(1, 5.0)])
    assert json.loads(run("last", "--format", "json").stdout.splitlines()[0])["id"] == "later"


@pytest.mark.parametrize("name", get_args(FormatName))
def test_a_file_and_standard_output_hold_the_same(
    home: Path, kept: list[AnyEvent], tmp_path: Path, name: FormatName
) -> None:
    out = tmp_path / f"one.{name}"
    printed = run(SESSION, "--format", name, "--words").stdout_bytes
    assert run(SESSION, "--format", name, "--words", "--out", out).exit_code == 0
    assert out.read_bytes() == printed
    assert len(printed) > 100


def test_json_with_words_is_the_log_itself(home: Path, kept: list[AnyEvent]) -> None:
    lines = run(SESSION, "--format", "json", "--words").stdout.splitlines()
    assert [parse_event(line) for line in lines] == kept


def test_what_follows_from_a_corrected_speaker_is_in_all_but_json(home: Path) -> None:
    talk = some_talk()
    keep(home, talk)
    stands = current(talk)
    sign = next(e for e in stands if isinstance(e, Marker) and e.marker == "yes_but")
    turn = next(e for e in stands if isinstance(e, Turn) and e.i == sign.turn)
    row = f"marker,{sign.seq},"
    with opened(home) as store:
        session = store.sessions()[0].id
        assert any(row in line for line in table(session))
        give_to_other(lambda make: store.add(session, make), talk, turn, at=500.0)
    rows = table(session)
    reservations = [line for line in rows if ",yes_but," in line and line.startswith("marker")]
    assert reservations
    assert not any(f",{turn.start:g}," in line for line in reservations)
    assert sum(line.startswith("cue,") for line in rows) == sum(e.type == "cue" for e in talk)
    printed = run(session, "--format", "json", "--words").stdout.splitlines()
    assert [parse_event(line) for line in printed][: len(talk)] == talk


def test_where_nobody_can_be_asked_words_stay_and_it_says_so(
    home: Path, kept: list[AnyEvent]
) -> None:
    done = run(SESSION, "--format", "csv")
    assert SAID not in done.stdout
    assert done.stderr == "The words are left out; --words puts them in.\n"


@pytest.mark.parametrize(("answer", "words"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_at_a_terminal_it_asks_before_words_leave(
    home: Path, kept: list[AnyEvent], at_terminal: None, answer: str, words: bool
) -> None:
    done = run(SESSION, "--format", "vtt", typed=answer)
    assert "Put what was said" in done.stderr
    assert (SAID in done.stdout) == words
    assert records(home)[-1] == ("vtt", "standard output", words)


def test_a_format_without_words_asks_nothing(
    home: Path, kept: list[AnyEvent], at_terminal: None
) -> None:
    assert run(SESSION, "--format", "rttm", "--words").stderr == ""
    assert records(home) == [("rttm", "standard output", False)]


def test_words_that_were_not_agreed_to_cannot_be_put_in(home: Path) -> None:
    with opened(home) as store:
        store.add_client("river", ClientProfile())
        log = SessionLog(store, SESSION, ("timeline",))
        for event in a_full_session(consent=("listen", "timeline"))[:15]:
            log.push(event)
    done = run(SESSION, "--format", "csv", "--words")
    assert SAID not in done.stdout
    assert "There are no words to put in" in done.stderr
    assert records(home) == [("csv", "standard output", False)]


def test_a_client_who_did_not_agree_to_supervision_is_named_beside_the_report(home: Path) -> None:
    keep(home, a_full_session(consent=("listen", "timeline", "words")))
    said = "river did not agree to supervision: the report is for you alone."
    assert said in run(SESSION, "--format", "html").stderr
    assert said not in run(SESSION, "--format", "csv").stderr


def test_an_export_is_on_record_before_its_file_is_there(
    home: Path, kept: list[AnyEvent], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(part: Path, out: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("livecue.cli.export._name", full_disk)
    out = tmp_path / "one.eaf"
    assert "No space left on device" in refused(SESSION, "--format", "eaf", "--out", out)
    assert records(home) == [("eaf", str(out), False)]
    assert list(tmp_path.glob("*eaf*")) == []


def test_the_file_is_its_owners_alone_and_nothing_else_is_left(
    home: Path, kept: list[AnyEvent], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = run(SESSION, "--format", "html", "--out", folder / "one.html")
    assert "It is not encrypted" in done.stderr
    assert [file.name for file in folder.iterdir()] == ["one.html"]
    assert stat.S_IMODE((folder / "one.html").stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_as_it_is(
    home: Path, kept: list[AnyEvent], tmp_path: Path
) -> None:
    out = tmp_path / "one.csv"
    out.write_text("mine", encoding="utf-8")
    assert "is there already" in refused(SESSION, "--format", "csv", "--out", out)
    assert out.read_text(encoding="utf-8") == "mine"
    assert records(home) == []


def test_a_file_that_comes_meanwhile_stays_as_it_is(
    home: Path, kept: list[AnyEvent], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "one.csv"
    out.write_text("mine", encoding="utf-8")
    monkeypatch.setattr("livecue.cli.export._check_free", lambda out: None)
    assert "is there already" in refused(SESSION, "--format", "csv", "--out", out)
    assert out.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_not_there_is_named(
    home: Path, kept: list[AnyEvent], tmp_path: Path
) -> None:
    out = tmp_path / "nowhere" / "one.csv"
    assert f"no folder {out.parent}" in refused(SESSION, "--format", "csv", "--out", out)


def test_an_unknown_session_is_named(home: Path, kept: list[AnyEvent]) -> None:
    assert "no session 'nix'" in refused("nix", "--format", "csv")


@pytest.mark.parametrize("anything_kept", [True, False])
def test_where_nothing_is_kept_there_is_no_last_session(home: Path, anything_kept: bool) -> None:
    if anything_kept:
        opened(home).close()
    assert "No session is kept yet" in refused("last", "--format", "csv")


def test_a_session_of_which_there_is_only_a_beginning_is_refused(home: Path) -> None:
    keep(home, [started("one")])
    assert "holds nothing but its beginning" in refused("one", "--format", "json")


def test_a_record_tells_when_and_where_to(home: Path, kept: list[AnyEvent], tmp_path: Path) -> None:
    out = tmp_path / "one.vtt"
    run(SESSION, "--format", "vtt", "--words", "--out", out)
    with opened(home) as store:
        (record,) = store.exports(SESSION)
    assert record == ExportRecord(at=record.at, format="vtt", to=str(out), with_words=True)
