"""What is read next, what is read ahead of time, and what is given up."""

import pytest

from livecue.config import TranscriptionSettings
from livecue.events import Speaker
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.backlog import TRIES, Backlog, Pieces
from livecue.transcription.transcriber import Transcript
from tests.transcription.turns import spoken, spoken_for

SETTINGS = TranscriptionSettings(
    piece_s=5, piece_pause_s=0.5, queue_s=30, behind_after_s=5, longest_clip_s=12
)
LONG = ((100.0, 106.0), (107.0, 109.0))


def places(pieces: Pieces) -> list[tuple[float, float]]:
    return [(piece.start, piece.end) for piece in pieces]


def read(backlog: Backlog, now: float = 0.0) -> list[tuple[float, float]]:
    """Read what is next."""
    pieces = backlog.next(now)
    backlog.read([Transcript(piece, "read") for piece in pieces])
    return places(pieces)


def test_a_long_turn_is_read_piece_by_piece_and_done_with_the_last() -> None:
    backlog = Backlog(SETTINGS)
    backlog.submit(spoken(*LONG), 0.0)
    assert read(backlog) == [LONG[0]]
    assert backlog.take_done() == []
    assert read(backlog) == [LONG[1]]
    assert [done.text for done in backlog.take_done()] == ["read read"]
    assert not backlog.busy


def test_a_draft_is_read_only_when_no_turn_waits() -> None:
    backlog = Backlog(SETTINGS)
    backlog.expect([spoken((100.0, 103.0))])
    backlog.submit(spoken((50.0, 53.0), i=1), 0.0)
    assert read(backlog) == [(50.0, 53.0)]
    assert read(backlog) == [(100.0, 103.0)]
    assert backlog.next(0.0) == ()


def test_a_turn_whose_draft_was_read_is_done_at_once() -> None:
    backlog = Backlog(SETTINGS)
    turn = spoken((100.0, 103.0))
    backlog.expect([turn])
    read(backlog)
    backlog.submit(turn, 1.0)
    assert [done.text for done in backlog.take_done()] == ["read"]


def test_a_short_draft_is_dropped_when_the_speaker_goes_on() -> None:
    backlog = Backlog(SETTINGS)
    backlog.expect([spoken((100.0, 103.0))])
    backlog.expect([])
    assert backlog.next(0.0) == ()


def test_of_a_long_draft_what_lasts_is_still_read_when_the_speaker_goes_on() -> None:
    backlog = Backlog(SETTINGS)
    backlog.expect([spoken(*LONG)])
    backlog.expect([])
    assert read(backlog) == [LONG[0]]
    assert backlog.next(0.0) == ()


def test_behind_the_client_is_read_first_and_short_neighbours_together() -> None:
    backlog = Backlog(SETTINGS)
    speakers: list[Speaker] = ["clinician", "client", "client", "clinician", "client", "client"]
    for n, speaker in enumerate(speakers):
        backlog.submit(spoken_for(4, i=n, speaker=speaker), 0.0)
    turns = [place(spoken_for(4, i=n)) for n in range(6)]
    assert read(backlog, now=1.0) == [turns[0]], "in order, and alone, while it keeps up"
    assert read(backlog, now=6.0) == [turns[1], turns[2], turns[4]], "as many as fit into a clip"
    assert read(backlog, now=6.0) == [turns[5]]
    assert read(backlog, now=6.0) == [turns[3]]


def test_behind_the_clinicians_back_channels_come_last() -> None:
    backlog = Backlog(SETTINGS)
    backlog.submit(spoken_for(1.5, i=0, speaker="clinician"), 0.0)
    backlog.submit(spoken_for(11, i=1, speaker="clinician"), 0.0)
    backlog.submit(spoken_for(11, i=2, speaker="unknown"), 0.0)
    order = [read(backlog, now=9.0)[0][0] for _ in range(3)]
    assert order == [place(spoken_for(3, i=n))[0] for n in (2, 1, 0)]


def test_how_far_behind_it_is_is_the_age_of_the_oldest_turn_without_words() -> None:
    backlog = Backlog(SETTINGS)
    backlog.submit(spoken_for(3, i=0), 1.0)
    backlog.submit(spoken_for(3, i=1), 4.0)
    assert backlog.behind_s(9.0) == pytest.approx(8.0)
    read(backlog)
    assert backlog.behind_s(9.0) == pytest.approx(5.0)
    read(backlog)
    assert backlog.behind_s(9.0) == 0.0


def test_a_piece_that_fails_too_often_is_lost_and_the_rest_of_its_turn_is_kept() -> None:
    backlog = Backlog(SETTINGS)
    backlog.submit(spoken(*LONG), 0.0)
    for _ in range(TRIES):
        pieces = backlog.next(0.0)
        assert places(pieces) == [LONG[0]]
        backlog.failed(pieces, "reading failed")
    assert read(backlog) == [LONG[1]]
    [done] = backlog.take_done()
    assert (done.text, done.why_lost) == ("read", "reading failed")


def test_what_failed_together_is_tried_again_alone() -> None:
    backlog = Backlog(SETTINGS)
    for n in range(2):
        backlog.submit(spoken_for(4, i=n), 0.0)
    together = backlog.next(9.0)
    backlog.failed(together, "reading failed")
    alone = backlog.next(9.0)
    assert (len(together), len(alone)) == (2, 1)
    backlog.failed(alone, "reading failed")
    read(backlog, now=9.0)
    assert [done.why_lost for done in backlog.take_done()] == ["reading failed", None]


def test_what_is_being_read_is_not_given_up() -> None:
    backlog = Backlog(SETTINGS)
    backlog.submit(spoken_for(2, i=0, speaker="clinician"), 0.0)
    backlog.next(0.0)
    backlog.submit(spoken_for(20, i=1), 0.0)
    backlog.submit(spoken_for(20, i=2), 0.0)
    assert [done.turn.i for done in backlog.take_done()] == [1]


def place(turn: SpokenTurn) -> tuple[float, float]:
    return turn.start, turn.end
