"""`livecue evaluate audio`."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from livecue.cli import evaluate
from livecue.errors import InputError
from livecue.events import AnyEvent
from livecue.wording import KEPT_OFF_SCREENS
from tests.cli.test_mark import session
from tests.evaluation.sessions import cue, marker, turn


def labelled(name: str = "one", times: bool = True) -> dict[str, Any]:
    """Two reservations, labelled."""
    one = session(name, times)
    for i in (1, 3):
        one["turns"][i]["labels"] = ["yes_but"]
    return {**one, "rated": ["yes_but"], "cue_after_turns": {"yes_but": 3}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two labelled recordings, and one that nobody labelled; no sound is in them."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.wav").touch()
        (tmp_path / f"{name}.json").write_text(json.dumps(labelled(name)))
    (tmp_path / "c.wav").touch()
    return tmp_path


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What was played; in place of the live path each recording gives one small log."""
    played: list[tuple[str, str]] = []

    def run(path: Path, channels: str, *_: object) -> list[AnyEvent]:
        played.append((path.name, channels))
        return [
            turn(3, 31.0, emitted_at=33.0),
            marker("yes_but", 8.0, 15.0),
            marker("yes_but", 24.0, 31.0),
            cue(32.0, "yes_but", emitted_at=33.5),
        ]

    monkeypatch.setattr("livecue.session.compose.run_recording", run)
    monkeypatch.setattr("livecue.session.compose.load_engines", lambda _: None)
    return played


def test_audio_plays_each_labelled_recording_of_a_folder(
    folder: Path, heard: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate.audio(folder, channels="split", as_json=True)
    scored = json.loads(capsys.readouterr().out)
    assert heard == [("a.wav", "split"), ("b.wav", "split")]
    assert [one["id"] for one in scored["sessions"]] == ["a", "b"]
    assert scored["total"]["markers"]["yes_but"]["f1"] == 1.0
    assert scored["total"]["cues"] == {"hits": 2, "missed": 0, "further": 0, "false": 0}
    assert scored["total"]["latency"]["text"]["p50"] == 2.0
    assert scored["total"]["latency"]["cue"]["max"] == 2.5


def test_audio_takes_one_recording(
    folder: Path, heard: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate.audio(folder / "b.wav", as_json=True)
    assert heard == [("b.wav", "mono")]


def test_people_read_neutral_words(
    folder: Path, heard: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate.audio(folder)
    printed = capsys.readouterr().out
    assert "reservation voiced" in printed
    assert not [word for word in KEPT_OFF_SCREENS if word in printed.lower()]


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda folder: folder / "d.wav", "There is no file or folder"),
        (lambda folder: folder / "c.wav", "has no labels"),
        (lambda folder: _without(folder), "holds no recording"),
        (lambda folder: _untimed(folder), "must hold one session whose turns all have a start"),
    ],
)
def test_what_is_wrong_with_the_recordings_is_said_before_any_is_played(
    break_it: Callable[[Path], Path], said: str, folder: Path, heard: list[tuple[str, str]]
) -> None:
    with pytest.raises(InputError, match=said):
        evaluate.audio(break_it(folder))
    assert heard == []


def _without(folder: Path) -> Path:
    for labels in folder.glob("*.json"):
        labels.unlink()
    return folder


def _untimed(folder: Path) -> Path:
    shutil.copy(folder / "a.wav", folder / "z.wav")
    (folder / "z.json").write_text(json.dumps(labelled("z", times=False)))
    return folder
