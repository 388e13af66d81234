"""The whole of livecue once through: the bundled session, as `make demo` runs it."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.evaluation.audio import score_audio
from livecue.events import AnyEvent, Cue, End, SessionStarted, parse_event
from livecue.markers.lexicon import load_lexicon
from livecue.markers.network import load_weighing
from livecue.model_files import locate
from livecue.paths import shipped
from livecue.practice.rehearsal import load_rehearsal
from livecue.session.replay import inputs, replay
from livecue.transcripts.reading import read_transcript
from tests.cli.livecue import command, environment

GOLD = shipped("examples") / "session.json"


def without_network() -> list[str]:
    """Words that take the network away from what follows, where this system can."""
    if shutil.which("unshare") is None:
        return []
    tried = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False)
    return ["unshare", "-n"] if tried.returncode == 0 else []


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> list[AnyEvent]:
    """The demo's events, from a process without network, screen, terminal or key ring."""
    home = tmp_path_factory.mktemp("home")
    done = subprocess.run(
        [*without_network(), *command("demo", "--overlay", "none", "--json")],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [parse_event(line) for line in done.stdout.splitlines()]


def test_the_demo_prints_a_whole_session(demo: list[AnyEvent]) -> None:
    assert isinstance(demo[0], SessionStarted)
    assert isinstance(demo[-1], End)
    assert [event.seq for event in demo] == list(range(len(demo)))
    assert all(event.emitted_at is not None for event in demo)
    assert all(event.compute_s is not None for event in demo)
    settings = Settings.model_validate(demo[0].settings)
    assert settings == Settings().with_speech_model(settings.transcription.model)
    assert settings.transcription.model in demo[0].models, "the one really used"


def test_the_demo_cues_after_every_labelled_turn_and_nowhere_else(demo: list[AnyEvent]) -> None:
    [session] = read_transcript(GOLD)
    scored = score_audio(session, demo)
    assert session.cue_after_turns
    assert scored.missed == ()
    assert scored.cues.hits == len(session.cue_after_turns)
    assert scored.cues.false == 0


def test_no_cue_waits_for_more_than_six_seconds_of_the_session(demo: list[AnyEvent]) -> None:
    cues = [event for event in demo if isinstance(event, Cue)]
    assert cues
    assert all(cue.emitted_at is not None and cue.emitted_at - cue.at < 6.0 for cue in cues)


def test_a_replay_of_the_demo_gives_the_same_markers_and_cues(demo: list[AnyEvent]) -> None:
    again = replay(demo, load_lexicon("en"), load_guide("en"), load_weighing(locate("turn-reader")))
    heard = {event.seq for event in inputs(demo)}
    concluded = [
        event
        for event in demo
        if event.seq not in heard and not isinstance(event, SessionStarted | End)
    ]
    assert [told(event) for event in again] == [told(event) for event in concluded]


def test_the_practice_tells_what_the_demo_tells(demo: list[AnyEvent]) -> None:
    practised = load_rehearsal(Settings()).events
    assert reasons(practised) == reasons(demo), "run scripts/write_practice.py"


def reasons(events: Iterable[AnyEvent]) -> list[object]:
    """Each cue and what it rests on."""
    return [(cue.cue, cue.reason) for cue in events if isinstance(cue, Cue)]


def told(event: AnyEvent) -> dict[str, object]:
    """All of an event but its place in the log and the moment it left."""
    stamps = {"seq", "of_seq", "emitted_at", "compute_s"}
    return event.model_dump(mode="json", exclude=stamps)


def test_the_example_may_be_shipped_and_is_described() -> None:
    readme = Path(shipped("examples") / "README.md").read_text(encoding="utf-8")
    assert "Apache-2.0" in readme
