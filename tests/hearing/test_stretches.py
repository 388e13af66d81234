"""Where speech begins and where it ended."""

import pytest

from livecue.config import HearingSettings
from livecue.hearing.stretches import Onset, Stretch, StretchFinder
from livecue.hearing.vad import Frame

SPEECH, LOUD, QUIET = Frame(True, True), Frame(True, False), Frame(False, False)
S, L, Q = SPEECH, LOUD, QUIET


def found(*runs: tuple[Frame, float], origin_s: float = 0.0) -> list[Onset | Stretch]:
    """What is found in runs of like frames, each so many seconds long."""
    finder = StretchFinder(HearingSettings(), 0, origin_s)
    frames = [frame for frame, seconds in runs for _ in range(round(seconds * 100))]
    events = [*map(finder.push, frames), finder.close()]
    return [event for event in events if event is not None]


@pytest.mark.parametrize(
    ("says", "runs", "stretches"),
    [
        ("speech is dated to its own frames", [(Q, 1), (S, 0.5), (Q, 1)], [(1, 1.5)]),
        ("a key or a click is not speech", [(Q, 1), (S, 0.05), (Q, 1)], []),
        (
            "a key pressed in a silence leaves it one silence",
            [(S, 0.5), (Q, 2), (S, 0.04), (Q, 2), (S, 0.5), (Q, 1)],
            [(0, 0.5), (4.54, 5.04)],
        ),
        (
            "keys pressed one after another leave it one silence",
            [(S, 0.5), (Q, 1), *[(S, 0.03), (Q, 0.1)] * 20, (Q, 1)],
            [(0, 0.5)],
        ),
        ("a soft onset belongs to the word", [(Q, 1), (L, 0.08), (S, 0.5), (Q, 1)], [(1, 1.58)]),
        (
            "a long noise before the word does not",
            [(Q, 1), (L, 0.5), (S, 0.5), (Q, 1)],
            [(1.4, 2)],
        ),
        (
            "a voice that trails off is followed",
            [(S, 0.5), (L, 0.1), (Q, 1)],
            [(0, 0.6)],
        ),
        (
            "a noise that goes on is not followed for ever",
            [(S, 0.5), (L, 3), (Q, 1)],
            [(0, 0.65)],
        ),
        (
            "a gap too short for a pause is none",
            [(S, 0.5), (Q, 0.19), (S, 0.5), (Q, 1)],
            [(0, 1.19)],
        ),
        (
            "a gap of a fifth of a second is one",
            [(S, 0.5), (Q, 0.2), (S, 0.5), (Q, 1)],
            [(0, 0.5), (0.7, 1.2)],
        ),
        (
            "a last consonant after its closure is still the word",
            [(S, 0.5), (Q, 0.1), (S, 0.03), (Q, 1)],
            [(0, 0.63)],
        ),
        ("what goes on at the end is ended there", [(Q, 1), (S, 0.5)], [(1, 1.5)]),
    ],
)
def test_stretches(
    says: str, runs: list[tuple[Frame, float]], stretches: list[tuple[float, float]]
) -> None:
    spans = [(e.start, e.end) for e in found(*runs) if isinstance(e, Stretch)]

    assert spans == stretches, says


def test_an_onset_is_told_as_soon_as_speech_has_lasted_and_dated_back() -> None:
    finder = StretchFinder(HearingSettings(onset_s=0.06), 1, 10.0)
    for _ in range(100):
        assert finder.push(QUIET) is None

    told = [finder.push(SPEECH) for _ in range(6)]

    assert told == [None] * 5 + [Onset(1, 11.0)]


def test_silence_is_not_certain_while_something_may_be_an_onset() -> None:
    finder = StretchFinder(HearingSettings(), 0, 0.0)
    for _ in range(100):
        finder.push(QUIET)
    for _ in range(3):
        finder.push(SPEECH)

    assert finder.silent_until == pytest.approx(1.0)

    finder.push(QUIET)

    assert finder.silent_until == pytest.approx(1.04)
