"""`livecue evaluate text`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from livecue.cli import evaluate_text
from livecue.cli.evaluate_text_tables import print_text
from livecue.errors import InputError
from livecue.evaluation.text import report, score_text
from livecue.wording import KEPT_OFF_SCREENS
from tests.cli.test_evaluate import labelled
from tests.cli.test_mark import session
from tests.evaluation.sessions import labelled as gold_session
from tests.evaluation.sessions import marker
from tests.evaluation.test_boundary import ByLength

Printed = Callable[..., str]


@pytest.fixture
def printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Printed:
    """What the command prints for one session, on a wide terminal."""

    def run(one: dict[str, Any], **options: bool) -> str:
        path = tmp_path / "one.json"
        path.write_text(json.dumps(one))
        evaluate_text.text(path, **options)
        return capsys.readouterr().out

    return run


def test_text_gives_one_object_with_each_session_and_the_total(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps(labelled(name)) for name in ("one", "two")))
    evaluate_text.text(path, as_json=True)
    scored = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in scored["sessions"]] == ["one", "two"]
    assert scored["total"]["markers"]["yes_but"]["hits"] == 4
    assert scored["total"]["macro_f1"] == 1.0


def test_text_takes_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.json").write_text(json.dumps(labelled("one"), indent=1))
    (tmp_path / "two.jsonl").write_text(json.dumps(labelled("two")))
    evaluate_text.text(tmp_path, as_json=True)
    assert len(json.loads(capsys.readouterr().out)["sessions"]) == 2


def test_a_folder_without_transcripts_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no \.jsonl or \.json file"):
        evaluate_text.text(tmp_path)


def test_people_read_neutral_words(printed: Printed) -> None:
    words = printed({**labelled(), "rated": ["yes_but", "excuse", "minimal", "change", "sustain"]})
    assert "reservation voiced" in words
    assert "leaning towards staying" in words
    assert not [word for word in KEPT_OFF_SCREENS if word in words.lower()]


def test_mistakes_are_printed_where_asked_for_and_never_else(
    printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    one = labelled()
    one["turns"][1]["labels"] = []
    said = one["turns"][1]["text"]
    assert said not in printed(one)
    assert said in printed(one, errors=True)
    assert json.loads(printed(one, as_json=True))["errors"] is None
    (error,) = json.loads(printed(one, as_json=True, errors=True))["errors"]
    assert (error["kind"], error["turn"], error["text"]) == ("false_alarm", 1, said)
    assert error["before"] == one["turns"][0]["text"]


def test_where_nothing_is_rated_the_cues_are_an_upper_bound(printed: Printed) -> None:
    unrated = {**session(), "rated": []}
    assert "at most as many false ones" in printed(unrated)
    cues = json.loads(printed(unrated, as_json=True))["total"]["cues"]
    assert cues["by_marker"]["yes_but"]["count"] == cues["count"] == 1
    assert cues["cues_per_50_min"] == cues["by_marker"]["yes_but"]["per_50_min"]


def test_a_narrow_terminal_breaks_no_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps(labelled(name)) for name in ("one", "two")))
    evaluate_text.text(path)
    header, first, *_ = capsys.readouterr().out.splitlines()
    assert header.split()[-3:] == ["false", "missed", "false/h"]
    assert first.split() == [
        *("reservation", "1.00", "1.00", "1.00", "1.00-1.00", "1.00"),
        *first.split()[6:7],
        *("4", "0", "0", "0.0"),
    ]


def test_changes_of_subject_have_a_line_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    gold = gold_session(("clinician", 0, 1, []), ("client", 1, 2, ["topic_shift"]))
    print_text(report([score_text(gold, [marker("silence", 1, 2, turn=1)], ByLength())]))
    words = " ".join(capsys.readouterr().out.split())
    assert "The subject changed, whoever changed it: F1 0.00" in words
    assert "Best F1 over thresholds 1.00" in words
