"""WebVTT, read back by webvtt-py and by livecue's own reader of transcripts."""

from pathlib import Path

import pytest
import webvtt

from livecue.errors import InputError
from livecue.events import AnyEvent, Turn
from livecue.exports.formats import exported
from livecue.exports.kept import NO_WORDS
from livecue.exports.web_vtt import vtt
from livecue.transcripts.vtt import read_vtt
from tests.store.twins import ended, started


def captions(text: str) -> list[webvtt.Caption]:
    return list(webvtt.from_string(text, strict=True).captions)


def test_webvtt_py_reads_a_caption_for_each_turn(talk: list[AnyEvent]) -> None:
    turns = [event for event in talk if isinstance(event, Turn)]
    read = captions(vtt(talk))
    assert [one.voice for one in read] == [turn.speaker for turn in turns]
    assert [one.start_in_seconds for one in read] == [int(turn.start) for turn in turns]


def test_livecue_reads_its_own_transcript_back(talk: list[AnyEvent], tmp_path: Path) -> None:
    path = tmp_path / "one.vtt"
    path.write_text(vtt(talk), encoding="utf-8")
    (session,) = read_vtt(path)
    turns = [event for event in talk if isinstance(event, Turn)]
    said = " ".join((turn.text or "") for turn in turns).split()
    assert " ".join(turn.text for turn in session.turns).split() == said
    assert not session.speakers_guessed


def test_what_looks_like_markup_or_an_arrow_is_only_text(
    full: list[AnyEvent], tmp_path: Path
) -> None:
    path = tmp_path / "one.vtt"
    path.write_text(vtt(full), encoding="utf-8")
    (session,) = read_vtt(path)
    assert session.turns[0].text == "How was the week? <Well> & so…"
    assert session.turns[2].text == "What --> else?"


def test_where_nothing_was_heard_is_a_gap_between_captions(full: list[AnyEvent]) -> None:
    text = vtt(full)
    assert "NOTE not heard from 00:00:20.000 to 00:00:30.000" in text
    assert all(one.end_in_seconds <= 20 or one.start_in_seconds >= 30 for one in captions(text))


def test_without_words_the_file_says_so_and_keeps_the_turns(full: list[AnyEvent]) -> None:
    text = exported(full, "vtt", words=False)
    assert "NOTE The words are left out" in text
    assert [one.text for one in captions(text)] == [NO_WORDS] * 4


def test_a_session_without_a_turn_is_refused() -> None:
    with pytest.raises(InputError, match="has no turn"):
        vtt([started("one"), ended(1, 9.0)])
