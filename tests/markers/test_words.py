"""Patterns, and text made ready for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.markers.words import Phrases
from tests.markers.talked import LEXICON


def _found(pattern: str, text: str) -> list[str]:
    said = LEXICON.read(text)
    return [said.quote(hit) for hit in said.find(Phrases((pattern,)))]


@pytest.mark.parametrize(
    ("pattern", "text", "quoted"),
    [
        ("i don't see", "I don't see it.", ["I don't see"]),
        ("i don't see", "I do not see it.", ["I do not see"]),
        ("i don't see", "i dont see it", ["i dont see"]),
        ("i don't see", "I, um, don't see it.", ["I, um, don't see"]),
        ("i don't see", "Not I. Don't see him.", []),
        ("can|could you", "You could. Could you?", ["Could you"]),
        ("(get round|get back) to", "I'll get back to it", ["get back to"]),
        ("i just? know", "I know. I just know.", ["I know", "I just know"]),
        ("not ... easy", "It's not quite that easy.", ["not quite that easy"]),
        ("not ... easy", "It's not what anyone would ever call easy.", []),
        ("like _ing", "I like walking, I like walks.", ["like walking"]),
        ("^only", "Only it rained.", ["Only"]),
        ("^only", "It was only rain.", []),
        ("^only", "Well, only it rained.", ["only"]),
        ("i did $", "I did it. Yes, I did.", ["I did"]),
        ("yeah", "Yep. Yes. Aye.", ["Yep", "Yes", "Aye"]),
    ],
)
def test_a_pattern_finds_what_was_said(pattern: str, text: str, quoted: list[str]) -> None:
    assert _found(pattern, text) == quoted


@pytest.mark.parametrize("pattern", ["", "...", "so ...", "Upper case", "a (b", "x? y", "a,b"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="not a pattern"):
        Phrases.model_validate([pattern])


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_every_word_is_where_it_was_said(text: str) -> None:
    said = LEXICON.read(text)
    assert all(0 <= word.start < word.end <= len(text.lower()) for word in said.words)
    covered = [i for span in said.sentences for i in range(span.first, span.stop)]
    assert covered == list(range(len(said.words)))
