"""Short answers: little said where more was invited."""

import pytest

from livecue.config import Settings, SilenceSettings
from livecue.events import Candidate, Marker
from livecue.markers import short_answer
from livecue.markers.observed import Observed
from tests.markers.talked import LEXICON, Talk, heard_last


def _observe(*lines: str) -> Observed | None:
    return short_answer.observe(*heard_last(*lines), LEXICON)


SHORT = [
    ("T: What was it like to see her again?", "C: Fine."),
    ("T: How do you explain the better days?", "C: I don't know, really."),
    ("T: It sounds like that took courage.", "C: I guess."),
    ("T: Maybe you could bring the list with you.", "C: Okay."),
    ("T: What would help?", "C: Dunno."),
    ("T: Do you think it would be worth a try?", "C: If you say so."),
    ("T: Hello again, good to see you. What is the new place like?", "C: I don't know."),
    (
        "T: Maybe you could keep the diary until the end of the month, and I see you again and "
        "we read it together?",
        "C: I guess.",
    ),
]

NOT_SHORT = [
    ("T: Did you sleep?", "C: Yes."),
    ("T: How many days was that?", "C: Two."),
    ("T: Do you see the box by the door?", "C: No."),
    ("T: How are you?", "C: Fine, thanks."),
    ("T: What was it like?", "C: Loud."),
    ("T: You felt alone with it.", "C: Yeah."),
    ("T: How did it go?", "C: Well, fine at first, until the second half began."),
    ("T: You should drink a glass of water every hour.", "C: Okay."),
    ("T: Thank you for telling me that.", "C: Okay."),
    ("T: The plan has three steps, and the first one is,", "C: Mm."),
]


@pytest.mark.parametrize("lines", SHORT)
def test_little_said_where_more_was_invited_is_heard(lines: tuple[str, str]) -> None:
    observed = _observe(*lines)
    assert observed is not None
    assert observed.score >= 0.5


@pytest.mark.parametrize("lines", NOT_SHORT)
def test_a_full_answer_a_courtesy_or_a_back_channel_is_none(lines: tuple[str, str]) -> None:
    observed = _observe(*lines)
    assert observed is None or observed.score < 0.5


def test_how_many_words_are_few_is_a_setting() -> None:
    for longest, counts in ((3, True), (2, False)):
        settings = Settings(silence=SilenceSettings(short_answer_words=longest))
        talk = Talk(settings)
        talk.say("T: What would help?", "C: Maybe not really nothing.")
        shorts = [e for e in talk.log if isinstance(e, Marker | Candidate)]
        assert [isinstance(e, Marker) for e in shorts if e.marker == "silence"] == [counts]
        if not counts:
            assert shorts[0].evidence.uncounted == "more_words"


def test_words_that_go_on_from_the_clients_own_are_no_answer() -> None:
    observed = _observe(
        "T: What would help?", "C: A door that locks, for one thing.", "T: Mm-hmm.", "C: Maybe."
    )
    assert observed is None or observed.score < 0.5
