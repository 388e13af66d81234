"""Without `--words` no format holds what was said, nor what the clinician wrote about it."""

import json
import re
from typing import Any, get_args

import pytest

from livecue.events import Action, AnyEvent, Correction, parse_event
from livecue.exports.formats import FormatName, exported
from livecue.exports.without_words import holds_words, without_words
from tests.events import action
from tests.exports.sessions import NOTE
from tests.store.twins import SAID

FORMATS: tuple[FormatName, ...] = get_args(FormatName)

CODE = "zqx"
"""Begins each word of a coded session; nothing of livecue's own does."""


def coded(events: list[AnyEvent]) -> list[AnyEvent]:
    """The same log with every word that was said in code, wherever it is kept."""
    return [parse_event(json.dumps(_coded(event.model_dump(mode="json")))) for event in events]


def _coded(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _coded(value)
        if isinstance(value, dict) and name in ("changes", "evidence")
        else _in_code(value)
        if name in ("text", "words", "reasons")
        else value
        for name, value in fields.items()
    }


def _in_code(value: Any) -> Any:
    if isinstance(value, list):
        return [_in_code(one) for one in value]
    return re.sub(r"\w+", CODE, value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", FORMATS)
def test_no_word_of_the_talk_is_in_the_file(name: FormatName, talk: list[AnyEvent]) -> None:
    assert CODE not in exported(coded(talk), name, words=False)


@pytest.mark.parametrize("name", [one for one in FORMATS if one != "rttm"])
def test_with_words_all_of_them_may_be(name: FormatName, talk: list[AnyEvent]) -> None:
    assert exported(coded(talk), name, words=True).count(CODE) > 100


@pytest.mark.parametrize("name", FORMATS)
def test_neither_evidence_nor_note_nor_what_a_correction_brings(
    name: FormatName, full: list[AnyEvent]
) -> None:
    text = exported(full, name, words=False)
    for said in (SAID, "marmalade", "hurried", "parrot", "else?"):
        assert said not in text


def test_all_else_stays(full: list[AnyEvent]) -> None:
    silent = without_words(full)
    assert [event.seq for event in silent] == [event.seq for event in full]
    assert all(
        event == before
        for event, before in zip(silent, full, strict=True)
        if event.type not in ("turn", "marker", "candidate", "correction", "action")
    )


def test_a_note_written_anew_is_left_out_too() -> None:
    note = action(50.0, "note", NOTE, seq=90)
    anew = Correction(seq=91, at=62.0, of_seq=90, changes={"value": "a secret"}, by="clinician")
    silent = without_words([note, anew])
    assert isinstance(silent[0], Action)
    assert silent[0].value is None
    assert isinstance(silent[1], Correction)
    assert silent[1].changes == {}


def test_a_log_is_known_to_hold_words_until_they_are_taken_out(full: list[AnyEvent]) -> None:
    assert holds_words(full)
    assert not holds_words(without_words(full))


def test_the_log_without_words_can_be_read_back(full: list[AnyEvent]) -> None:
    lines = exported(full, "json", words=False).splitlines()
    assert [parse_event(line) for line in lines] == without_words(full)
