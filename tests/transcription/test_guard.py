"""Each sign that a reading is not to be believed, on its own."""

from dataclasses import replace

import pytest

from livecue.transcription.guard import (
    FIRST_WORD_PROB,
    Doubt,
    Reading,
    Said,
    begins_unsurely,
    doubt_of,
    within_speech,
)

SPEECH_S = 6.0
ENDS_S = 6.5


def reading(*said: tuple[str, float, float | None]) -> Reading:
    """A good reading of what stands between these times."""
    return Reading(
        said=tuple(Said(text, (1, 2), start, end) for text, start, end in said),
        mean_log_prob=-0.3,
        no_speech_prob=0.05,
    )


GOOD = reading(
    ("Well, I did think about it,", 0.0, 2.5), ("but then the car broke down.", 2.5, 6.4)
)


def of(text: str) -> Reading:
    return reading((text, 0.0, ENDS_S))


def test_an_ordinary_reading_is_believed() -> None:
    assert doubt_of(GOOD, SPEECH_S, ENDS_S) is None


@pytest.mark.parametrize(
    ("doubted", "doubt"),
    [
        (replace(GOOD, said=()), "empty"),
        (of("... !"), "empty"),
        (of("no no no no"), "loop"),
        (of("Fine, I guess. Fine, I guess. fine i guess"), "loop"),
        (of("Did you get to any of those? Did you get to any of those?"), "loop"),
        (of("So that was that. What does he say? What does he say?"), "loop"),
        (of("he's off at nine and I'm done by then. He's off at nine and I'm"), "loop"),
        (replace(GOOD, finished=False), "unfinished"),
        (of("ha" * 60), "compressible"),
        (of(" ".join(f"{n * 7919 % 10007:x}" for n in range(46))), "too_fast"),
        (of("you"), "too_slow"),
        (reading(("Well, I did think about it.", 0.0, 4.8)), "unread"),
        (replace(GOOD, mean_log_prob=-1.1), "improbable"),
        (replace(GOOD, mean_log_prob=-1.1, no_speech_prob=0.7), "no_speech"),
    ],
)
def test_each_sign_is_seen(doubted: Reading, doubt: Doubt) -> None:
    assert doubt_of(doubted, SPEECH_S, ENDS_S) == doubt


@pytest.mark.parametrize(
    "text",
    [
        "No, no, no.",
        "I know, I know.",
        "I don't, I don't really see the point.",
        "You can't, you can't issue a revision of that.",
        "Yeah.",
        "Mm-hmm.",
    ],
)
def test_people_who_repeat_themselves_a_little_are_believed(text: str) -> None:
    assert doubt_of(of(text), speech_s=2.4, speech_ends_s=ENDS_S) is None


def test_a_drawn_out_answer_is_not_too_slow() -> None:
    assert doubt_of(reading(("Well.", 0.0, 2.2)), speech_s=2.2, speech_ends_s=2.5) is None


def test_quick_short_answers_are_not_too_fast() -> None:
    assert doubt_of(reading(("I don't know.", 0.0, 0.6)), speech_s=0.4, speech_ends_s=0.7) is None


def test_a_low_no_speech_probability_alone_is_no_doubt() -> None:
    assert doubt_of(replace(GOOD, no_speech_prob=0.9), SPEECH_S, ENDS_S) is None


def test_a_reading_that_broke_off_without_a_timestamp_is_not_called_unread() -> None:
    assert doubt_of(reading(("I did not", 0.0, None)), SPEECH_S, ENDS_S) is None


def test_what_begins_after_the_speech_is_cut_off_and_the_rest_believed() -> None:
    looping = replace(
        reading(
            ("My dad was never home.", 3.0, 6.6),
            ("My dad was never home.", 6.6, 14.0),
            ("My dad was", 14.0, None),
        ),
        finished=False,
    )
    assert doubt_of(looping, SPEECH_S, ENDS_S) == "loop"
    cut = within_speech(looping, ENDS_S)
    assert cut.text == "My dad was never home."
    assert doubt_of(cut, SPEECH_S, ENDS_S) is None


def test_what_begins_within_the_speech_is_never_cut_off() -> None:
    assert within_speech(GOOD, ENDS_S) == GOOD
    late = reading(("Hm.", 9.0, 9.5))
    assert within_speech(late, ENDS_S) == late


def test_a_reading_begins_unsurely_only_by_its_first_word() -> None:
    sure, unsure = FIRST_WORD_PROB, FIRST_WORD_PROB - 0.01
    assert begins_unsurely(
        replace(GOOD, words=(("Well,", 0.0, 0.4, unsure), ("I", 0.4, 0.5, sure)))
    )
    assert not begins_unsurely(
        replace(GOOD, words=(("Well,", 0.0, 0.4, sure), ("I", 0.4, 0.5, unsure)))
    )
    assert not begins_unsurely(GOOD), "without words there is no first one"
