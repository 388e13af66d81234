"""What sounds the same counts as the same word, whoever wrote it down."""

import pytest

from livecue.evaluation.word_errors import normalised, word_error_rate


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Well, OKAY.", "well ok"),
        ("I don’t", "i don't"),
        ("the good-enough email", "The good enough email"),
        ("Um, I, uh, did, er, try.", "I did try"),
        ("twenty-five, on the nineteenth", "25 on the 19th"),
        ("the twenty-first and the thirtieth", "the 21st and the 30th"),
        ("a hundred and four", "100 and 4"),
        ("two thousand dollars", "$2,000"),
        ("fifty percent, fifty per cent", "50%, 50 %"),
        ("at nine thirty pm", "at 9:30 p.m."),
        ("at nine", "at 9:00"),
        ("in twenty nineteen", "in 2019"),
        ("three point five", "3.5"),
        ("Mm-hmm. Uh-huh.", "mhm, uh huh"),
        ("Mm.", "hmm"),
        ("her favourite programme, realised, analysed", "her favorite program, realized, analyzed"),
        ("the neighbour's travelling centre", "the neighbor's traveling center"),
        ("I'm gonna, all right", "I'm going to alright"),
    ],
)
def test_two_ways_to_write_the_same_are_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    "words",
    [
        "yes yeah sure ok i know but though just",
        "mm",
        "mhm",
        "uhhuh",
        "it's we'll",
        "is this his",
        "our four hours",
        "or wise",
    ],
)
def test_other_words_stay_what_they_are(words: str) -> None:
    assert normalised(words) == words.split()


def test_the_rate_counts_words_changed_left_out_and_put_in() -> None:
    pytest.importorskip("jiwer", reason="the extra 'research' is not installed")
    assert word_error_rate("I know, it's just hard.", "I know it's just hard") == 0
    assert word_error_rate("one two three four", "one too three four five") == pytest.approx(0.5)
    assert word_error_rate("Um.", "") is None
    assert word_error_rate("Yes.", "") == 1
