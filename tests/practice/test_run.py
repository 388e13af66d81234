"""`livecue practice` as a whole: the window comes, and closing it ends it."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from livecue.config import Settings
from livecue.practice import run
from livecue.practice.players import Player, SilentPlayer
from livecue.practice.rehearsal import Rehearsal
from livecue.practice.window import PracticeWindow


def test_the_window_comes_and_closing_it_ends_the_practice(
    qapp: QApplication, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = SilentPlayer()

    def player(_path: object) -> Player:
        return silent

    monkeypatch.setattr(run, "load_rehearsal", lambda _settings: rehearsal)
    monkeypatch.setattr(run, "open_player", player)
    seen: list[PracticeWindow] = []

    def close() -> None:
        seen.extend(w for w in qapp.topLevelWidgets() if isinstance(w, PracticeWindow))
        seen[0].close()

    QTimer.singleShot(300, close)
    run.practise(Settings())
    assert len(seen) == 1
