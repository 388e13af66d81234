"""Changes of subject: what a reader is given, and what its scores are worth."""

from collections.abc import Sequence

import pytest

from livecue.evaluation.boundary import BEFORE_TURNS, boundary_score, boundary_scores
from livecue.markers.reader import Line
from livecue.transcripts.session import TranscriptSession
from tests.evaluation.sessions import labelled


class ByLength:
    """A reader for tests: the more lines it is given, the surer; it remembers them."""

    def __init__(self) -> None:
        self.given: list[list[Line]] = []

    def boundary(self, lines: Sequence[Line]) -> float:
        """A hundredth a line."""
        self.given.append(list(lines))
        return len(lines) / 100


def talk(turns: int, unsure: dict[int, list[str]] | None = None) -> TranscriptSession:
    """The client begins; the last client turn changes the subject."""
    return labelled(
        *(
            (
                "clinician" if i % 2 else "client",
                i,
                i + 1,
                ["topic_shift"] if i == turns - 1 else [],
            )
            for i in range(turns)
        ),
        unsure=unsure,
    )


def test_a_client_turn_is_read_with_what_came_before_and_nothing_after() -> None:
    reader = ByLength()
    assert boundary_scores(talk(5), reader) == [(False, 0.03), (True, 0.05)]
    assert [len(lines) for lines in reader.given] == [3, 5]
    assert all(lines[-1].speaker == "client" for lines in reader.given)


def test_what_came_long_before_is_not_given() -> None:
    reader = ByLength()
    boundary_scores(talk(41), reader)
    assert max(len(lines) for lines in reader.given) == BEFORE_TURNS + 1


def test_a_turn_on_which_raters_differed_is_not_read() -> None:
    assert boundary_scores(talk(5, unsure={2: ["topic_shift"]}), ByLength()) == [(True, 0.05)]


def test_the_report_tells_the_threshold_in_use_from_the_best_one() -> None:
    session = [(True, 0.9), (False, 0.6), (True, 0.4), (False, 0.1)]
    score = boundary_score([session, session])
    assert score is not None
    assert (score.hits, score.false_alarms, score.misses, score.turns) == (2, 2, 2, 8)
    assert (score.threshold, score.f1) == (0.5, 0.5)
    assert score.f1_interval == (0.5, 0.5)
    assert score.best_f1 is not None
    assert (score.best_f1.threshold, score.best_f1.f1) == (0.4, 0.8)
    assert score.average_precision == pytest.approx((1 + 2 / 3) / 2, abs=1e-4)


def test_where_nothing_was_read_there_is_no_score() -> None:
    assert boundary_score([]) is None
