"""What the rules hear on the scripted sessions, from their clean text."""

from pathlib import Path

import pytest

from livecue.config import Settings
from livecue.evaluation.text import TextReport, report, score_text
from livecue.events import AMBIVALENCE_MARKERS, AnyEvent, Marker, current
from livecue.transcripts.marked import load_marking, mark_session
from livecue.transcripts.reading import read_transcript

SESSIONS = tuple(f"s{number:02}" for number in range(1, 9))


@pytest.fixture(scope="module")
def logs(shared_data: Path) -> dict[str, list[AnyEvent]]:
    marking = load_marking(Settings())
    return {
        name: mark_session(read_transcript(shared_data / "speech" / f"{name}.json")[0], marking)
        for name in SESSIONS
    }


@pytest.fixture(scope="module")
def scored(shared_data: Path, logs: dict[str, list[AnyEvent]]) -> TextReport:
    return report(
        score_text(read_transcript(shared_data / "speech" / f"{name}.json")[0], log)
        for name, log in logs.items()
    )


@pytest.mark.parametrize("name", ["s06", "s07", "s08"])
def test_no_sign_comes_twice_in_a_session_without_a_cue(
    logs: dict[str, list[AnyEvent]], name: str
) -> None:
    heard = [e.marker for e in current(logs[name]) if isinstance(e, Marker)]
    assert [sign for sign in AMBIVALENCE_MARKERS if heard.count(sign) > 1] == []


@pytest.mark.parametrize("sign", AMBIVALENCE_MARKERS)
def test_each_sign_is_heard_about_as_well_as_when_this_was_written(
    scored: TextReport, sign: str
) -> None:
    """A reservation that names its reason is heard as an obstacle too, and not labelled so here."""
    f1 = next(s.f1 for name, s in scored.total.markers.items() if name == sign)
    assert f1 is not None
    assert f1 >= (0.7 if sign == "homework" else 0.8)
