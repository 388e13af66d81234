"""A session concluded anew as often as a person corrects it."""

from collections.abc import Sequence

from livecue.events import AnyEvent, Correction, Speech, Turn
from livecue.markers.reader import HEADS, TALK, Line, Reading
from livecue.markers.weighing import Even, Weighing
from livecue.review.replay.conclusions import Conclusions
from tests.review.long_session import long_log


class Counting:
    """Reads every turn alike, and counts."""

    def __init__(self) -> None:
        self.read_lines: list[tuple[Line, ...]] = []

    def read(self, lines: Sequence[Line]) -> Reading:
        self.read_lines.append(tuple(lines))
        return Reading(**dict.fromkeys((*HEADS, *TALK), 0.01))


def given_to_the_other(log: list[AnyEvent]) -> list[AnyEvent]:
    """The log after the clinician's first speech was corrected, to what it was."""
    speech = next(one for one in log if isinstance(one, Speech))
    changes = {"speaker": speech.speaker}
    seq = log[-1].seq + 1
    return [
        *log,
        Correction(seq=seq, at=0.0, of_seq=speech.seq, changes=changes, by="clinician"),
    ]


def test_nothing_is_read_twice() -> None:
    reader = Counting()
    even = Even(dict.fromkeys((*HEADS, *TALK), 0.0))
    conclusions = Conclusions("en", lambda: Weighing(reader, even))
    log = given_to_the_other(long_log(1))
    conclusions.draw(log)
    once = len(reader.read_lines)
    assert once > sum(isinstance(event, Turn) and event.speaker == "client" for event in log) / 2
    conclusions.draw(given_to_the_other(log))
    assert len(reader.read_lines) == once


def test_nothing_is_read_where_only_conclusions_were_corrected() -> None:
    def load() -> Weighing:
        raise AssertionError("the network is not wanted")

    log = long_log(1)
    shares: list[float] = []
    assert Conclusions("en", load).draw(log, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
