"""What is chosen and agreed, and what follows from it."""

import itertools

import pytest

from livecue.config import CONSENT_SCOPES, ConsentScope
from livecue.session.consent import decide
from livecue.start.choices import KEEPS, Choices, Keep, asked_for, outcome


def choices(keep: Keep, *agreed: ConsentScope) -> Choices:
    return Choices("river", "room", None, None, keep, frozenset(agreed), cues_hidden=False)


@pytest.mark.parametrize(
    ("keep", "asked"),
    [
        ("nothing", ("listen",)),
        ("timeline", ("listen", "timeline", "supervision", "research")),
        ("words", ("listen", "timeline", "words", "supervision", "research")),
        ("audio", CONSENT_SCOPES),
    ],
)
def test_only_what_is_wanted_is_asked_for(keep: Keep, asked: tuple[ConsentScope, ...]) -> None:
    assert asked_for(keep) == asked


def test_what_was_not_agreed_to_is_not_kept() -> None:
    assert choices("audio", "listen", "timeline").kept == "timeline"
    assert choices("audio", "listen").kept == "nothing"
    assert choices("words", "listen", "timeline", "words").kept == "words"


def test_what_was_agreed_to_and_is_not_wanted_is_not_kept() -> None:
    assert choices("timeline", "listen", "timeline", "words", "audio").kept == "timeline"
    assert choices("nothing", *CONSENT_SCOPES).scopes == ("listen",)


def test_sound_can_be_agreed_to_without_words() -> None:
    agreed = choices("audio", "listen", "timeline", "audio")
    assert agreed.kept == "audio"
    assert "words" not in agreed.scopes


def test_without_listening_nothing_is_agreed_to_and_that_is_said() -> None:
    refused = choices("audio", "timeline", "words")
    assert refused.scopes == ()
    assert "listens only if everybody" in outcome(refused)


def test_every_way_to_tick_the_boxes_is_one_that_a_session_may_begin_with() -> None:
    for keep, size in itertools.product(KEEPS, range(len(CONSENT_SCOPES) + 1)):
        for agreed in itertools.combinations(CONSENT_SCOPES, size):
            chosen = choices(keep, *agreed)
            if "listen" not in chosen.scopes:
                continue
            kept = chosen.kept != "nothing"
            scopes = decide(live=True, client="river", kept=kept, given=chosen.scopes, asker=None)
            assert scopes == chosen.scopes
            assert ("timeline" in scopes) == kept


def test_the_outcome_names_what_is_kept() -> None:
    assert "Nothing is kept" in outcome(choices("nothing", "listen"))
    assert "the words" in outcome(choices("words", "listen", "timeline", "words"))
    assert "the words" not in outcome(choices("words", "listen", "timeline"))
