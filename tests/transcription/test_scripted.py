"""The scripted transcriber says what the script says, when it says it."""

import json
from pathlib import Path

import pytest

from livecue.transcription.scripted import (
    Line,
    ScriptedTranscriber,
    by_time,
    by_turn,
    gold_lines,
    timed,
)
from tests.transcription.turns import spoken

LINES = [
    Line("clinician", ((0.0, 2.0),), "How was it?"),
    Line("client", ((3.0, 4.0), (8.0, 10.0)), "Well, it was not what I had hoped."),
]


def test_texts_go_by_the_index_of_the_turn() -> None:
    transcriber = ScriptedTranscriber(by_turn({1: "Not really."}))
    assert transcriber.transcribe(spoken((3.0, 4.0), i=1)).text == "Not really."
    assert transcriber.transcribe(spoken((5.0, 6.0), i=2)).text == ""


def test_words_go_by_time_and_speaker_however_the_turns_were_cut() -> None:
    transcriber = ScriptedTranscriber(by_time(LINES))
    first = transcriber.transcribe(spoken((3.0, 4.0)))
    second = transcriber.transcribe(spoken((8.0, 10.0), i=1))
    assert f"{first.text} {second.text}" == LINES[1].text
    assert transcriber.transcribe(spoken((3.0, 4.0), speaker="clinician")).text == ""
    assert transcriber.transcribe(spoken((0.0, 2.0), speaker="unknown")).text == "How was it?"


def test_words_lie_within_speech_in_order() -> None:
    words = timed("one two three four", ((1.0, 2.0), (6.0, 8.0)))
    assert [word[0] for word in words] == ["one", "two", "three", "four"]
    assert words[0][1] == pytest.approx(1.0)
    assert words[-1][2] == pytest.approx(8.0)
    assert [word[1] for word in words] == sorted(word[1] for word in words)


def test_a_labelled_session_is_a_script(tmp_path: Path) -> None:
    turn = {"speaker": "client", "start": 1.0, "end": 5.0, "pauses": [[2.0, 4.0]], "text": "Yes."}
    (tmp_path / "s.json").write_text(json.dumps({"turns": [turn]}))
    assert gold_lines(tmp_path / "s.json") == [Line("client", ((1.0, 2.0), (4.0, 5.0)), "Yes.")]


def test_what_comes_before_a_turn_may_fail_as_a_model_may() -> None:
    def fail() -> None:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        ScriptedTranscriber(by_turn({}), before=fail).transcribe(spoken((0.0, 1.0)))
