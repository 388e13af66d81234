"""The network that reads turns: what it is given, and that what ships reads sensibly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from livecue.markers.network import (
    LINES_BEFORE,
    LONGEST_TOKENS,
    TURN_TOKENS,
    load_weighing,
    tokens_of,
)
from livecue.markers.reader import HEADS, TALK, Line, TurnReader
from livecue.model_files import locate

WORDS = st.text(st.sampled_from("abc d e?."), max_size=400)
LINES = st.lists(st.builds(Line, st.sampled_from(["clinician", "client"]), WORDS), min_size=1)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(locate("turn-reader").files["tokenizer.json"]))
    found.no_truncation()
    found.no_padding()
    return found


@pytest.fixture(scope="module")
def reader() -> TurnReader:
    return load_weighing(locate("turn-reader")).reader


@given(lines=LINES)
def test_a_turn_is_never_pushed_out_by_what_came_before(
    tokenizer: Tokenizer, lines: list[Line]
) -> None:
    ids, of_turn = tokens_of(lines, tokenizer)
    alone, of_it_alone = tokens_of(lines[-1:], tokenizer)
    assert ids[:of_turn] == alone[:of_it_alone]
    assert of_turn <= TURN_TOKENS + 2
    assert len(ids) <= LONGEST_TOKENS


@given(lines=LINES)
def test_lines_too_long_ago_make_no_difference(tokenizer: Tokenizer, lines: list[Line]) -> None:
    assert tokens_of(lines, tokenizer) == tokens_of(lines[-LINES_BEFORE - 1 :], tokenizer)


def test_a_turn_with_nothing_before_it_is_read(reader: TurnReader) -> None:
    reading = reader.read([Line("client", "")])
    assert all(0.0 <= getattr(reading, name) <= 1.0 for name in (*HEADS, *TALK))
    assert reading.change + reading.neutral + reading.sustain == pytest.approx(1.0)


def test_who_said_it_matters(reader: TurnReader) -> None:
    turn = Line("client", "I don't know.")
    asked = reader.read([Line("clinician", "What would you like to be different?"), turn])
    after_own = reader.read([Line("client", "What would you like to be different?"), turn])
    assert asked != after_own
