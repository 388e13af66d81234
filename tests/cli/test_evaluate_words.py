"""`livecue evaluate words`, on a little of the bundled session with the small model."""

import json
from pathlib import Path

import pytest

from livecue.cli import evaluate_words
from livecue.errors import InputError, MissingError
from livecue.evaluation.words import TurnRead, Work
from livecue.model_files import locate
from tests import bundled

PART_S = 16.0

pytest.importorskip("jiwer", reason="the extra 'research' is not installed")


@pytest.fixture(autouse=True)
def small_model(home: Path) -> None:
    try:
        locate("tiny.en")
    except MissingError as error:
        pytest.skip(str(error))
    home.mkdir()
    (home / "config.toml").write_text('[transcription]\nmodel = "tiny.en"\n')


@pytest.fixture
def part(tmp_path: Path) -> Path:
    """The first turns of the bundled session as a recording with its labels beside it."""
    session = bundled.bundled_session()
    turns = [turn for turn in session.turns if (turn.end or 0) < PART_S]
    kept = session.model_copy(update={"turns": tuple(turns), "cue_after_turns": {}})
    (tmp_path / "part.json").write_text(kept.model_dump_json())
    sound = bundled.part(bundled.bundled_sound(), 0, turns[-1].end or 0)
    return bundled.write(tmp_path / "part.wav", sound)


def test_words_are_scored_for_each_session_and_for_all(
    part: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate_words.words(part, as_json=True)
    scored = json.loads(capsys.readouterr().out)
    row, total = scored["rows"]
    assert scored["model"] == "tiny.en"
    assert (row["session"], total["session"]) == (bundled.bundled_session().id, "all")
    assert row["turns"] == 3
    assert row["clips"] >= 3
    for read in ("wer_live", "wer_full_window"):
        assert row[read] < 0.2
    assert row["first_words"] == 3
    assert row["work_live_s"] > 0
    assert row["voiceless"] == 0


def test_people_see_tables(
    part: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> tuple[list[TurnRead], Work]:
        said = TurnRead("client", 3.7, "Um, I think the experiment", "I think though")
        return [said], Work(3, 1.0, 4.0, ("loop", "unread"), ("loop",), 1)

    monkeypatch.setattr("livecue.evaluation.words.read_both_ways", read)
    evaluate_words.words(part, as_json=False)
    printed = capsys.readouterr().out
    assert "0.33 s" in printed
    assert "though" in printed
    assert "2 of 3 clips were read again in the full window (loop 1, unread 1)." in printed
    assert "Left in doubt: loop 1. Without a voice: 1." in printed


def test_a_folder_without_recordings_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no recording"):
        evaluate_words.words(tmp_path, as_json=True)
