"""`livecue replay`: what the window shows, printed; and the window, with the store behind it."""

import json
from pathlib import Path

import numpy as np
import pytest
import typer
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typer.testing import CliRunner, Result

from livecue.cli.replay import replay
from livecue.errors import InputError, MissingError
from livecue.events import Action, Correction, Marker, current
from livecue.review.replay.window import ReplayWindow
from livecue.wording import DISCLAIMER
from tests.cli.kept import keep, opened
from tests.display import Screen
from tests.review.long_session import long_log
from tests.store.twins import a_session, started


@pytest.fixture(scope="session")
def qapp_args(xvfb: Screen) -> list[str]:
    """pytest-qt's application opens on the X server, which is there before it."""
    return ["livecue"]


def run(*arguments: str) -> Result:
    app = typer.Typer()
    app.command()(replay)
    return CliRunner().invoke(app, arguments)


def test_for_programs_it_prints_what_the_window_shows(home: Path) -> None:
    keep(home, [*a_session("one", "river")])
    shown = json.loads(run("one", "--json").stdout)
    assert shown["session"] == "one"
    assert shown["disclaimer"] == DISCLAIMER
    signs = [moment["title"] for moment in shown["moments"]]
    assert any(title.startswith("Reservation voiced") for title in signs)


def test_what_a_person_corrected_is_taken_as_given_there_too(home: Path) -> None:
    keep(home, a_session("one", "river"))
    with opened(home) as store:
        wrong = next(e for e in current(store.events("one")) if isinstance(e, Marker))
        store.add(
            "one",
            lambda seq: Correction(
                seq=seq, at=0.0, of_seq=wrong.seq, retracted=True, by="clinician"
            ),
        )
    shown = json.loads(run("last", "--json").stdout)
    [lane] = [lane for lane in shown["lanes"] if lane["lane"] == wrong.marker]
    assert [item["stands"] for item in lane["items"]] == ["no longer"]


def test_a_session_that_is_not_there_is_one_sentence(home: Path) -> None:
    keep(home, a_session("one"), [started("two")])
    assert isinstance(run("nine", "--json").exception, InputError)
    empty = run("two", "--json").exception
    assert isinstance(empty, InputError)
    assert "nothing but its beginning" in str(empty)


def test_without_a_screen_it_says_what_to_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(home, a_session("one"))
    monkeypatch.setattr("livecue.overlay.display.can_show_windows", lambda: False)
    refused = run("one").exception
    assert isinstance(refused, MissingError)
    assert "--json" in str(refused)


def test_what_is_written_in_the_window_is_in_the_store_and_kept_sound_is_found(
    qtbot: QtBot, home: Path
) -> None:
    keep(home, long_log(1))
    with opened(home) as store:
        [record] = store.sessions()
        store.keep_audio(record.id, 0.0, np.full((16_000 * 5, 1), 100, dtype=np.int16))
    found: list[bool] = []

    def look() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReplayWindow))
        window.go_to(61.5)
        window.note("She looked at the door.")
        found.append(window.has_sound)
        qtbot.waitUntil(lambda: not window.busy, timeout=30_000)
        window.close()

    QTimer.singleShot(200, look)
    done = run("last")
    assert done.exit_code == 0, done.exception
    assert found == [True]
    with opened(home) as store:
        written = store.events(record.id)[-1]
    assert isinstance(written, Action)
    assert (written.action, written.at, written.value) == ("note", 61.5, "She looked at the door.")
