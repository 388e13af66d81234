"""One measure for systems that cut speech where they will."""

import pytest

from livecue.benchmarks.side_by_side import Piece, SideScore, pieces_of, score_pieces
from livecue.transcripts.session import TranscriptSession, TranscriptTurn
from tests.events import turn

pytest.importorskip("jiwer", reason="the extra 'research' is not installed")

SESSION = TranscriptSession(
    id="two",
    turns=(
        TranscriptTurn(i=0, speaker="clinician", start=1.0, end=3.0, text="How was your week?"),
        TranscriptTurn(i=1, speaker="client", start=3.5, end=6.0, text="Busy, I suppose."),
    ),
)


def test_a_turn_waits_for_the_last_of_its_words() -> None:
    pieces = [
        Piece("how was", 2.5, start=1.0, decided_at=2.4),
        Piece("your week", 3.6, start=2.2, decided_at=3.2),
        Piece("busy I suppose", 7.0, start=3.5, decided_at=6.5),
    ]
    scored = score_pieces(SESSION, pieces)
    assert scored.delay_s == pytest.approx([0.6, 1.0])
    assert scored.after_deciding_s == pytest.approx([0.4, 0.5])
    assert (scored.words, scored.errors, scored.unread) == (7, 0, 0)


def test_two_turns_in_one_piece_both_wait_for_it() -> None:
    scored = score_pieces(SESSION, [Piece("How was your week? Busy I suppose.", 8.0)])
    assert scored.delay_s == pytest.approx([5.0, 2.0])
    assert scored.after_deciding_s == (), "it does not say when it decided"


def test_a_word_misread_is_an_error_and_the_turn_waits_for_the_last_one_right() -> None:
    pieces = [Piece("how was your", 3.2), Piece("weak", 9.0), Piece("busy I suppose", 9.5)]
    scored = score_pieces(SESSION, pieces)
    assert scored.delay_s == pytest.approx([0.2, 3.5])
    assert scored.errors == 1
    assert scored.word_error_rate == pytest.approx(1 / 7, abs=1e-4)


def test_a_turn_of_which_nothing_was_read_has_no_delay_and_is_counted() -> None:
    scored = score_pieces(SESSION, [Piece("busy I suppose", 7.0)])
    assert (scored.delay_s, scored.unread, scored.errors) == ((1.0,), 1, 4)
    silent = score_pieces(SESSION, [])
    assert (silent.delay_s, silent.unread, silent.word_error_rate) == ((), 2, 1.0)


def test_pieces_that_say_when_they_began_are_put_in_order() -> None:
    late_first = [Piece("busy I suppose", 7.0, start=3.5), Piece("how was your week", 8.0, start=1)]
    scored = score_pieces(SESSION, late_first)
    assert scored.errors == 0
    assert sorted(scored.delay_s) == pytest.approx([1.0, 5.0])
    unsaid = [Piece(piece.text, piece.emitted_at) for piece in late_first]
    assert score_pieces(SESSION, unsaid).errors > 0


def test_livecues_turns_are_pieces_that_say_when_they_closed() -> None:
    worded = turn(0, "client", "Yes.", 1.0, emitted_at=5.5)
    lost = turn(1, "client", None, 6.0, emitted_at=9.0)
    assert pieces_of([worded, lost]) == [Piece("Yes.", 5.5, start=1.0, decided_at=5.0)]


def test_rates_of_several_sessions_are_taken_over_all_words() -> None:
    total = SideScore(words=90, errors=9, delay_s=(1.0,)) + SideScore(words=10, errors=6, unread=1)
    assert total.word_error_rate == 0.15
    assert (total.delay_s, total.unread) == ((1.0,), 1)
    assert SideScore().word_error_rate is None
