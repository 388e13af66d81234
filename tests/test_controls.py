"""Sessions full of silences that mean no ambivalence: livecue stays quiet."""

from pathlib import Path

import pytest

from livecue.config import Settings
from livecue.events import AMBIVALENCE_MARKERS, AnyEvent, Cue, Marker, Pause, current
from livecue.transcripts.marked import load_marking, mark_session
from livecue.transcripts.reading import read_transcript
from livecue.transcripts.session import TranscriptSession

CONTROLS = sorted((Path(__file__).resolve().parents[1] / "examples" / "controls").glob("*.json"))
LONG_S = 8.0
"""A silence as long as this is called long for every client (`highest_threshold_s`)."""
MARKERS_AT_MOST = 2
"""Of all ambivalence markers in one session; before the rules on work and tears it was 14."""

Control = tuple[TranscriptSession, list[AnyEvent]]


@pytest.fixture(scope="module", params=CONTROLS, ids=[path.stem for path in CONTROLS])
def control(request: pytest.FixtureRequest) -> Control:
    (session,) = read_transcript(request.param)
    return session, mark_session(session, load_marking(Settings()))


def test_there_are_three() -> None:
    assert [path.stem for path in CONTROLS] == ["exposure", "tearful", "thought_record"]


def test_its_silences_are_long(control: Control) -> None:
    session, log = control
    pauses = [e for e in log if isinstance(e, Pause) and e.end is not None and e.owner == "client"]
    assert session.measured
    assert sum(pause.duration_s >= LONG_S for pause in pauses) >= 5


def test_it_gives_no_cue(control: Control) -> None:
    _, log = control
    assert [event.cue for event in log if isinstance(event, Cue)] == []


def test_its_markers_are_few(control: Control) -> None:
    _, log = control
    markers = [e for e in current(log) if isinstance(e, Marker) and e.marker in AMBIVALENCE_MARKERS]
    assert len(markers) <= MARKERS_AT_MOST
