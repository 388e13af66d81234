"""Words read two ways, scored against each other and against the labels."""

import pytest

from livecue.evaluation.words import TurnRead, Work
from livecue.evaluation.words_score import TOTAL, WordScore, score_words, words_report
from livecue.transcripts.session import TranscriptSession, TranscriptTurn

pytest.importorskip("jiwer", reason="the extra 'research' is not installed")


def session(clinician: str, client: str) -> TranscriptSession:
    """What each of the two says, in a turn of their own."""
    return TranscriptSession(
        id="gold",
        turns=(
            TranscriptTurn(i=0, speaker="clinician", start=None, end=None, text=clinician),
            TranscriptTurn(i=1, speaker="client", start=None, end=None, text=client),
        ),
    )


def score(client: str, live: str, full_window: str) -> WordScore:
    """Of a client's turn, asked by a clinician's that is read as it is said."""
    asked = "Did you?"
    read = [
        TurnRead("clinician", 0.0, asked, asked),
        TurnRead("client", 2.0, live, full_window),
    ]
    return score_words(session(asked, client), read, Work())


def test_both_readings_are_scored_against_what_was_said() -> None:
    scored = score("I tried it twice", "I tried it", "I dried at twice now")
    assert (scored.words, scored.live, scored.full_window) == (6, 1, 3)
    assert (scored.read, scored.apart) == (7, 4)


def test_words_in_a_turn_that_was_cut_in_two_are_still_in_their_place() -> None:
    read = [TurnRead("client", 0.0, "I know", "I know"), TurnRead("client", 3.0, "but", "but")]
    told = score_words(session("Hm?", "I know, but."), read, Work())
    assert told.live == 1, "only what the clinician said is missing"


def test_a_key_word_counts_only_where_it_was_said() -> None:
    scored = score("Yes, but it hurts.", "It hurts, but yes.", "Yes, but it hurts.")
    assert scored.of_labels == {"yes": 1, "but": 1}
    assert scored.full_window_kept_of_labels.total() == 2
    assert scored.kept_of_labels.total() < 2
    assert scored.kept_of_full_window.total() < 2


def test_i_know_is_kept_with_both_its_words() -> None:
    assert score("I know.", "I know.", "I know.").kept_of_labels["i know"] == 1
    assert score("I know.", "I no.", "I know.").kept_of_labels["i know"] == 0


def test_the_first_word_of_each_turn_of_the_full_window_is_looked_for() -> None:
    kept = score("Um, well, no.", "Well, no.", "Um, well, no.")
    assert (kept.first_words, kept.first_words_kept) == (2, 2), "hesitations are no words"
    assert score("Well, no.", "No.", "Well, no.").first_words_kept == 1
    assert score("Well, no.", "Well, no.", "").first_words == 1


def test_the_first_words_that_were_said_are_looked_for_in_both_readings() -> None:
    scored = score("Well, no.", "Well, no.", "Hell, no.")
    assert scored.first_of_labels == 2
    assert scored.first_kept_of_labels == 2
    assert scored.full_window_first_kept_of_labels == 1


def test_sessions_are_added_up_from_their_counts() -> None:
    work = Work(clips=2, live_s=1.0, full_window_s=4.0, read_again=("loop",))
    one = score("I tried it twice", "I tried it", "I tried it") + WordScore(work=work)
    other = score("But I did", "I did", "But I did")
    first, _, total = words_report([("one", one), ("other", other)], "base").rows
    assert (first.session, total.session) == ("one", TOTAL)
    assert total.words == 11
    assert total.wer_live == pytest.approx(2 / 11, abs=1e-4)
    assert total.wer_full_window == pytest.approx(1 / 11, abs=1e-4)
    assert (total.clips, total.work_live_s, total.work_ratio) == (2, 0.5, 4.0)
    assert (total.read_again, total.left) == ({"loop": 1}, {})
    assert total.key_recall == 0
    assert total.first_word_recall == pytest.approx(3 / 4)


def test_key_words_are_told_one_by_one() -> None:
    report = words_report([("one", score("Okay, but no", "OK, no", "Ok, but no"))], "base")
    told = {key.word: key for key in report.key_words if key.in_labels}
    assert set(told) == {"okay", "but"}
    assert (told["okay"].kept_live, told["okay"].kept) == (1, 1)
    assert (told["but"].kept_live, told["but"].kept_full_window) == (0, 1)


def test_nothing_read_has_no_shares() -> None:
    (row, _) = words_report([("none", WordScore())], "base").rows
    assert (row.wer_live, row.key_recall, row.first_word_recall, row.work_ratio) == (None,) * 4
