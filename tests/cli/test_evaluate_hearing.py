"""`livecue evaluate pauses` and `speakers`, on parts of the bundled session."""

import json
from pathlib import Path
from typing import Any

import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.cli import evaluate_hearing
from livecue.errors import InputError
from tests import bundled

ROOMS = {"clean", "office", "bad room", "office, notes taken"}
PART_S = 130.0


@pytest.fixture(scope="module")
def sound() -> Samples:
    """The first `PART_S` of the bundled session, the clinician on channel 0."""
    return bundled.part(bundled.bundled_sound(), 0, PART_S)


@pytest.fixture
def part(tmp_path: Path, sound: Samples) -> Path:
    """That part as a recording with its labels beside it."""
    session = bundled.bundled_session()
    turns = [turn for turn in session.turns if (turn.end or 0) < PART_S]
    kept = session.model_copy(update={"turns": tuple(turns), "cue_after_turns": {}})
    (tmp_path / "part.json").write_text(kept.model_dump_json())
    return bundled.write(tmp_path / "part.wav", sound)


def rows(printed: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(printed)["rows"]
    return found


def test_pauses_are_scored_in_every_room_by_one_microphone_and_one_each(
    part: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate_hearing.pauses(part, as_json=True)
    scored = rows(capsys.readouterr().out)
    assert {(row["room"], row["microphones"]) for row in scored} == {
        (room, microphones) for room in ROOMS for microphones in ("one", "each")
    }
    clean = [row for row in scored if row["room"] == "clean" and row["session"] == "all"][-1]
    assert clean["pauses"] > 0
    assert clean["found"] == clean["pauses"]
    assert clean["error_p95_s"] <= 0.03


def test_speakers_are_scored_with_and_without_the_clinicians_voice(
    part: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate_hearing.speakers(part, as_json=True)
    scored = {
        (row["room"], row["enrolled"]): row
        for row in rows(capsys.readouterr().out)
        if row["session"] == "all"
    }
    assert len(scored) == 6
    assert scored["clean", True]["right"] > 0.9
    assert scored["clean", True]["unheard"] < 0.1


def test_people_see_a_table_and_what_was_left_out(
    part: Path, sound: Samples, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pyannote.metrics", reason="the extra 'research' is not installed")
    part.with_suffix(".json").unlink()
    mixed = bundled.mixed(sound)
    bundled.write(part.with_name("meeting.wav"), mixed)
    bundled.write(part.with_name("nobody.wav"), mixed[:SAMPLE_RATE_HZ])
    part.with_name("all.rttm").write_text("SPEAKER meeting 1 0 20 <NA> <NA> anna <NA> <NA>\n")
    evaluate_hearing.speakers(part.parent, as_json=False)
    printed = capsys.readouterr().out
    assert "meeting" in printed
    assert "part" in printed
    assert "Nothing tells who speaks in nobody" in printed


def test_a_folder_without_recordings_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no recording"):
        evaluate_hearing.speakers(tmp_path, as_json=True)
    with pytest.raises(InputError, match="There is no file or folder"):
        evaluate_hearing.speakers(tmp_path / "none", as_json=True)
