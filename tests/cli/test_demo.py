"""What `livecue demo` takes from the user's settings."""

from pathlib import Path

import pytest

from livecue.cli.listen import demo
from livecue.config import Settings
from livecue.start.running import Plan
from livecue.store.log import SessionLog
from livecue.store.opening import open_demo_store
from tests.store.twins import started

OWN = """
[feed]
on = true
port = 50000

[keys]
mark = "Meta+M"

[overlay]
shown_s = 12.0

[windows]
language = "de"

[markers]
sure = "quiet"
"""


def test_a_demo_is_shown_and_steered_as_the_user_set_it_and_notices_what_everybodys_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text(OWN)
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path))
    plans: list[Plan] = []
    monkeypatch.setattr("livecue.cli.running.run", lambda plan, *_, **__: plans.append(plan))
    demo(as_json=True)
    [settings] = [plan.settings for plan in plans]
    assert (settings.feed.on, settings.feed.port) == (True, 50_000)
    assert settings.keys.mark == "Meta+M"
    assert settings.overlay.shown_s == 12.0
    assert settings.windows.language == "de"
    assert settings.markers == Settings().markers


def test_a_demo_forgets_those_before_it_but_not_one_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path))
    monkeypatch.setattr("livecue.cli.running.run", lambda *_, **__: None)
    with open_demo_store(tmp_path) as store:
        over, runs = SessionLog(store, "over", ()), SessionLog(store, "runs", ())
        over.push(started("over"))
        runs.push(started("runs"))
        over.close()
        demo(as_json=True)
        assert [session.id for session in store.sessions()] == ["runs"]
        runs.close()
