"""The words people see: neutral, plain, and each cue explains itself."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from livecue.events import Cue, Evidence, Marker, MarkerName
from livecue.wording import KEPT_OFF_SCREENS, MACHINERY, MACHINERY_WHOLE, sentence_for
from tests.sentences import CATALOGUES, guide_lines, script, shipped_guides

SENTENCES = list(script("write_translations").everything().found)
"""Every text of windows, tray, reports and practice, in English."""

KEPT_OFF_IN: dict[str, tuple[str, ...]] = {
    "de": (
        *("ausrede", "widerstand", "minimal", "unmotiviert", "verweiger", "therapietreu"),
        *("complian", "verleugn", "manipul", "diagnos", "risiko", "schwellenwert", "modell"),
        *("algorithm", "stimmabdruck", "transkri", "ereignis", "netzwerk"),
    )
}
"""The same for other languages: parts of words that judge, or name our machinery."""


def cue(*reason: tuple[MarkerName, int], at: float = 900.0) -> Cue:
    return Cue(
        seq=9,
        at=at,
        cue="consider_pausing",
        reason=reason,
        mode="technique",
        suggestion="",
        shown=True,
    )


def marker(name: MarkerName, start: float) -> Marker:
    return Marker(
        seq=1,
        start=start,
        end=start + 2,
        marker=name,
        score=0.9,
        evidence=Evidence(basis="test"),
        turn=None,
        before_turn=None,
        known_at=start + 3,
    )


def test_a_cue_explains_itself_in_one_sentence() -> None:
    heard = [marker("yes_but", 872.0), marker("yes_but", 610.0), marker("silence", 880.0)]
    assert sentence_for(cue(("yes_but", 2)), heard) == "Reservation voiced twice, last at 14:32."


def test_what_was_heard_after_a_cue_is_not_its_reason() -> None:
    heard = [marker("silence", 872.0), marker("silence", 899.0)]
    assert sentence_for(cue(("silence", 3)), heard) == "Longer pauses 3 times, last at 14:32."


def test_several_reasons_share_the_sentence() -> None:
    said = sentence_for(cue(("yes_but", 1), ("homework", 1)), [marker("homework", 60.0)])
    assert said == "Reservation voiced once; obstacles named once, last at 1:00."


def judging(sentences: Iterable[str]) -> list[str]:
    """The sentences with a word that judges a person."""
    return [text for text in sentences if any(word in text.lower() for word in KEPT_OFF_SCREENS)]


def of_machinery(sentences: Iterable[str]) -> list[str]:
    """The sentences with a word for our machinery."""
    begins = rf"\b({'|'.join(MACHINERY)})|\b({'|'.join(MACHINERY_WHOLE)})s?\b"
    return [text for text in sentences if re.search(begins, text, re.IGNORECASE)]


def test_no_text_of_a_window_or_report_judges_a_person() -> None:
    assert judging(SENTENCES) == []


def test_no_text_of_a_window_or_report_names_the_machinery() -> None:
    assert of_machinery(SENTENCES) == []


def test_no_line_of_any_guide_judges_a_person_or_names_the_machinery() -> None:
    lines = [line for guide in shipped_guides().values() for line in guide_lines(guide)]
    assert len(lines) > 10
    assert judging(lines) + of_machinery(lines) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=[path.stem for path in CATALOGUES])
def test_no_translation_judges_a_person_or_names_the_machinery(path: Path) -> None:
    kept_off = KEPT_OFF_IN[path.stem.removeprefix("livecue_")]
    translated = script("write_translations").read_catalogue(path).values()
    assert [text for text in translated if any(word in text.lower() for word in kept_off)] == []


@pytest.mark.parametrize(
    "text", ["He shows resistance.", "An excuse was heard.", "Minimal answers.", "A risk."]
)
def test_the_words_that_judge_are_found(text: str) -> None:
    assert judging([text]) == [text]


@pytest.mark.parametrize(
    "text", ["Choose a model.", "The VAD is off.", "Two events.", "See the log.", "Its score is 3."]
)
def test_the_words_of_the_machinery_are_found(text: str) -> None:
    assert of_machinery([text]) == [text]


def test_plain_words_that_only_look_alike_are_not_taken_for_machinery() -> None:
    assert of_machinery(["Eventually they agree.", "A dialogue.", "Logical."]) == []
