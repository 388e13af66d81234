"""Topic shift: the client leaves for another subject."""

import pytest

from livecue.markers import topic_shift
from tests.markers.talked import LEXICON, SMALL_TALK, heard_last

ASKED = "T: So how would it be to sleep without the light on?"
ANOTHER = 0.9
"""How likely the subject is another, as a network might say."""

SHIFTS = [
    "C: By the way, did I tell you that my cousin is getting married?",
    "C: Is that a new lamp you have there?",
    "C: Fine. Before I forget, I have to ask you about the invoice.",
    "C: There's this man at the market who sells kites, did you know that?",
    "C: They've closed the bridge again, have you seen the queues?",
]

NO_SHIFTS = [
    "C: It would be frightening, I think, for the first hour or so.",
    "C: My grandmother kept one burning in the hall when we were small.",
    "C: Because of the noises. The pipes knock and the cat walks about.",
    "C: And there was this night last winter when the power failed.",
    "C: Dreadful.",
]


@pytest.mark.parametrize("line", SHIFTS)
def test_leaving_the_question_for_something_else_is_heard(line: str) -> None:
    observed = topic_shift.observe(*heard_last(*SMALL_TALK, ASKED, line), LEXICON, ANOTHER)
    assert observed is not None
    assert observed.score >= 0.5


@pytest.mark.parametrize("line", NO_SHIFTS)
def test_an_elaboration_that_shares_no_word_is_none(line: str) -> None:
    observed = topic_shift.observe(*heard_last(*SMALL_TALK, ASKED, line), LEXICON, ANOTHER)
    assert observed is None or observed.score < 0.5


def test_a_question_about_what_is_spoken_of_is_none() -> None:
    near = topic_shift.observe(
        *heard_last(*SMALL_TALK, ASKED, "C: Do you always sleep without the light on?"),
        LEXICON,
        0.2,
    )
    assert near is None or near.score < 0.5


def test_small_talk_at_the_opening_is_no_shift() -> None:
    observed = topic_shift.observe(
        *heard_last("T: How was your journey?", "C: Is that a new lamp you have there?"),
        LEXICON,
        ANOTHER,
    )
    assert observed is None


def test_a_clients_own_story_going_on_over_a_back_channel_is_no_shift() -> None:
    observed = topic_shift.observe(
        *heard_last(
            *SMALL_TALK,
            ASKED,
            "C: Well, I lie there and listen to the house.",
            "T: Mm-hmm.",
            "C: My neighbour came home at three and slammed every door.",
        ),
        LEXICON,
        ANOTHER,
    )
    assert observed is None or observed.score < 0.5


def test_without_a_network_only_an_announcement_is_believed() -> None:
    announced = topic_shift.observe(*heard_last(*SMALL_TALK, ASKED, SHIFTS[0]), LEXICON, None)
    brought_in = topic_shift.observe(*heard_last(*SMALL_TALK, ASKED, SHIFTS[3]), LEXICON, None)
    with_network = topic_shift.observe(*heard_last(*SMALL_TALK, ASKED, SHIFTS[0]), LEXICON, ANOTHER)
    assert announced is not None
    assert announced.score >= 0.5
    assert brought_in is None or brought_in.score < 0.5
    assert with_network is not None
    assert announced.score < with_network.score
