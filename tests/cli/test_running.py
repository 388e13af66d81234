"""A session from the terminal says which speech model reads, and whether it keeps up."""

import json
from pathlib import Path

import numpy as np
import pytest

from livecue.capture.recording import Recording, Speed
from livecue.cli.running import run
from livecue.config import AUTO, Settings
from livecue.errors import StoreRefused
from livecue.model_files import locate
from livecue.start.running import Plan
from livecue.store.database import Store
from livecue.transcription.speech_model import Chosen
from livecue.wording import WORDS_LATE
from tests.bundled import write
from tests.store.twins import KEY

REAL_TIME, LOCK_STEP = "tiny.en", "base"


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine too slow for its smallest model, without finding that out."""
    monkeypatch.setattr(
        "livecue.start.running.model_for_real_time",
        lambda settings: Chosen(settings.with_speech_model(REAL_TIME), late=True),
    )
    monkeypatch.setattr(
        "livecue.start.running.with_model", lambda settings: settings.with_speech_model(LOCK_STEP)
    )
    monkeypatch.setattr("livecue.cli.running._stop_on_interrupt", lambda _: None)


def begun(tmp_path: Path, speed: Speed, store: Store | None = None, as_json: bool = True) -> None:
    """A second of silence, as a session that keeps nothing if no store is given."""
    sound = write(tmp_path / "silence.wav", np.zeros((16_000, 2), np.int16))
    settings = Settings()
    assert settings.transcription.model == AUTO
    source = Recording(sound, "split", speed, settings.capture)
    run(Plan(settings, None, source, store, consent=()), overlay="none", as_json=as_json)


@pytest.mark.parametrize(
    ("speed", "model", "late"), [("1", REAL_TIME, True), ("max", LOCK_STEP, False)]
)
def test_only_a_session_in_real_time_is_bound_by_the_machine_and_each_names_its_model(
    chosen: None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    speed: Speed,
    model: str,
    late: bool,
) -> None:
    begun(tmp_path, speed)
    printed = capsys.readouterr()
    first = json.loads(printed.out.splitlines()[0])
    assert first["settings"]["transcription"]["model"] == model
    assert first["models"][model] == locate(model).sha256
    assert (WORDS_LATE in printed.err) == late


def test_when_the_disk_is_full_it_is_said_at_once_and_the_summary_is_printed_all_the_same(
    chosen: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(*_: object) -> None:
        raise StoreRefused("The disk is full.")

    with Store.open(tmp_path / "kept", KEY) as store:
        monkeypatch.setattr(store, "append", full)
        with pytest.raises(StoreRefused, match="kept in part only: The disk is full"):
            begun(tmp_path, "max", store, as_json=False)
    printed = capsys.readouterr()
    assert "this session is no longer being kept: The disk is full." in printed.err
    assert "minutes heard" in printed.out
