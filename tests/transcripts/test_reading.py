"""Reading transcripts, and saying what is wrong with them."""

import json
from pathlib import Path
from typing import Any

import pytest

from livecue.errors import InputError
from livecue.transcripts.reading import read_transcript

SESSION: dict[str, Any] = {
    "id": "one",
    "source": "written for this test",
    "rated": ["yes_but", "minimal"],
    "title": "fields nobody asked for are passed over",
    "cue_after_turns": {"yes_but": 1},
    "turns": [
        {"i": 0, "speaker": "clinician", "start": 0.5, "end": 2.0, "text": "How was it?"},
        {
            "i": 1,
            "speaker": "client",
            "start": 2.4,
            "end": 9.0,
            "text": "Fine. I mean, fine.",
            "pauses": [[3.0, 6.5]],
            "labels": ["yes_but"],
            "unsure": ["minimal"],
            "talk": "neutral",
        },
    ],
}

VTT = """WEBVTT

NOTE a comment

00:00:01.000 --> 00:00:03.500
<v Ann>How did the week go?

00:04.000 --> 00:06.000
<v Bob>Well, <i>mostly</i>

00:07.250 --> 00:09.000
<v.loud Bob>fine &amp; quiet.</v>
"""

TEXTGRID = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 10
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "therapist"
        xmin = 0
        xmax = 10
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 2.5
            text = "How did it go?"
        intervals [2]:
            xmin = 2.5
            xmax = 10
            text = ""
    item [2]:
        class = "IntervalTier"
        name = "client"
        xmin = 0
        xmax = 10
        intervals: size = 4
        intervals [1]:
            xmin = 0
            xmax = 3
            text = ""
        intervals [2]:
            xmin = 3
            xmax = 4
            text = "Not"
        intervals [3]:
            xmin = 4
            xmax = 7
            text = ""
        intervals [4]:
            xmin = 7
            xmax = 10
            text = "too well."
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_json_lines_file_holds_a_session_a_line(tmp_path: Path) -> None:
    lines = [json.dumps(SESSION), "", json.dumps({**SESSION, "id": "two"})]
    one, two = read_transcript(written(tmp_path, "both.jsonl", "\n".join(lines)))
    assert (one.id, two.id) == ("one", "two")
    turn = one.turns[1]
    assert (turn.speaker, turn.start, turn.end) == ("client", 2.4, 9.0)
    assert turn.pauses == ((3.0, 6.5),)
    assert (turn.labels, turn.unsure, turn.talk) == (("yes_but",), ("minimal",), "neutral")
    assert one.measured


@pytest.mark.parametrize("name", ["one.json", "one.jsonl"])
def test_one_session_may_be_spread_over_many_lines(name: str, tmp_path: Path) -> None:
    (session,) = read_transcript(written(tmp_path, name, json.dumps(SESSION, indent=2)))
    assert [turn.i for turn in session.turns] == [0, 1]


def test_line_breaks_of_other_alphabets_do_not_end_a_line(tmp_path: Path) -> None:
    turns = [{**SESSION["turns"][0], "text": "one\u2028two"}]
    line = json.dumps({**SESSION, "turns": turns, "cue_after_turns": {}}, ensure_ascii=False)
    (session,) = read_transcript(written(tmp_path, "one.jsonl", line))
    assert session.turns[0].text == "one\u2028two"


def test_a_webvtt_file_gives_turns_by_voice(tmp_path: Path) -> None:
    (session,) = read_transcript(written(tmp_path, "week.vtt", VTT))
    assert session.id == "week"
    assert [(t.i, t.speaker, t.start, t.end, t.text, t.pauses) for t in session.turns] == [
        (0, "clinician", 1.0, 3.5, "How did the week go?", ()),
        (1, "client", 4.0, 9.0, "Well, mostly fine & quiet.", ((6.0, 7.25),)),
    ]


def test_voices_that_share_a_caption_share_its_time(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:05.000\n<v Ann>How are you?\n<v Bob>Fine.\n"
    (session,) = read_transcript(written(tmp_path, "one.vtt", text))
    assert [(t.speaker, t.start, t.end) for t in session.turns] == [
        ("clinician", 1.0, 4.0),
        ("client", 4.0, 5.0),
    ]


def test_a_textgrid_has_a_tier_for_each_speaker(tmp_path: Path) -> None:
    (session,) = read_transcript(written(tmp_path, "week.TextGrid", TEXTGRID))
    assert [(t.speaker, t.start, t.end, t.text, t.pauses) for t in session.turns] == [
        ("clinician", 0.0, 2.5, "How did it go?", ()),
        ("client", 3.0, 10.0, "Not too well.", ((4.0, 7.0),)),
    ]


def test_voices_named_for_their_part_have_it(tmp_path: Path) -> None:
    text = VTT.replace("Ann", "Patient 1").replace("Bob", "Dr. Bob")
    (session,) = read_transcript(written(tmp_path, "week.vtt", text))
    assert [turn.speaker for turn in session.turns] == ["client", "clinician"]
    assert not session.speakers_guessed


def test_otherwise_the_first_voice_to_ask_is_the_clinician_and_that_is_said(
    tmp_path: Path,
) -> None:
    text = VTT.replace("week go?", "week go.").replace("quiet.", "quiet, and you?")
    (session,) = read_transcript(written(tmp_path, "week.vtt", text))
    assert [turn.speaker for turn in session.turns] == ["client", "clinician"]
    assert session.speakers_guessed


def test_where_one_voice_is_named_the_other_is_clear(tmp_path: Path) -> None:
    (session,) = read_transcript(written(tmp_path, "week.vtt", VTT.replace("Bob", "client")))
    assert [turn.speaker for turn in session.turns] == ["clinician", "client"]
    assert not session.speakers_guessed


def test_a_third_voice_stays_unknown(tmp_path: Path) -> None:
    text = VTT + "\n00:10.000 --> 00:11.000\n<v Cat>Miaow.\n"
    (session,) = read_transcript(written(tmp_path, "week.vtt", text))
    assert [turn.speaker for turn in session.turns] == ["clinician", "client", "unknown"]


BAD: dict[str, tuple[str, str, str]] = {
    "broken on line 7": (
        "a.jsonl",
        "\n".join([json.dumps(SESSION)] * 6 + ['{"id": "seven", "turns": [}']),
        "line 7: this is not JSON",
    ),
    "broken inside one object": (
        "a.json",
        json.dumps(SESSION, indent=1).replace('"rated"', "rated", 1),
        "line 4: this is not JSON",
    ),
    "cut short": ("a.jsonl", json.dumps(SESSION)[:-2], "line 1: this is not JSON"),
    "empty": ("a.jsonl", " \n\n", "is empty"),
    "no turns": ("a.jsonl", '{"id": "a", "turns": []}', "line 1: turns: "),
    "no speaker": (
        "a.jsonl",
        '{"id": "a", "turns": [{"i": 0, "text": "Hi."}]}',
        "line 1: turns.0.speaker: field required",
    ),
    "a speaker nobody knows": (
        "a.jsonl",
        '{"id": "a", "turns": [{"i": 0, "speaker": "Ann", "text": "Hi."}]}',
        "turns.0.speaker: input should be 'client', 'clinician' or 'unknown'",
    ),
    "backwards": (
        "a.jsonl",
        '{"id": "a", "turns": [{"i": 0, "speaker": "client", "start": 2, "end": 1, "text": ""}]}',
        "turns.0: .*not in order",
    ),
    "an index twice": (
        "a.jsonl",
        json.dumps({**SESSION, "turns": [SESSION["turns"][0]] * 2}),
        "two turns have the same 'i'",
    ),
    "a cue after a turn that is not there": (
        "a.jsonl",
        json.dumps({**SESSION, "cue_after_turns": {"yes_but": 9}}),
        "a turn that is not there",
    ),
    "not an object": ("a.jsonl", "[1, 2]", "line 1: the session"),
    "no header": ("a.vtt", VTT.replace("WEBVTT", "hello"), "is not WebVTT"),
    "a broken caption": (
        "a.vtt",
        VTT.replace("00:04.000 -->", "00:04.000 ->"),
        "outside any caption",
    ),
    "a broken time": ("a.vtt", VTT.replace("00:06.000", "00:66.000"), "is not WebVTT"),
    "no voices": (
        "a.vtt",
        VTT.replace("<v Ann>", "").replace("<v Bob>", ""),
        "00:00:01.000 has no <v Name>",
    ),
    "one voice": ("a.vtt", VTT.replace("Ann", "Bob"), "holds one voice"),
    "nobody asks": ("a.vtt", VTT.replace("?", "."), "does not show who is the clinician"),
    "two clinicians": (
        "a.vtt",
        VTT.replace("Ann", "Therapist A").replace("Bob", "Therapist B"),
        "no client among its voices",
    ),
    "only headers": ("a.vtt", "WEBVTT\n", "nobody who speaks"),
    "not a grid": ("a.TextGrid", "hello", "is not a TextGrid"),
    "half a grid": ("a.TextGrid", TEXTGRID[:400], "is not a TextGrid|one voice"),
    "one tier": (
        "a.TextGrid",
        TEXTGRID.replace('text = "How did it go?"', 'text = ""'),
        "one voice",
    ),
    "another kind": ("a.docx", "hello", "give one ending in .jsonl, .json, .vtt, .textgrid"),
}


@pytest.mark.parametrize(("name", "text", "said"), BAD.values(), ids=BAD.keys())
def test_what_is_wrong_with_a_transcript_is_said_in_one_sentence(
    name: str, text: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_transcript(written(tmp_path, name, text))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_picture_is_no_transcript(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    with pytest.raises(InputError, match="not text in UTF-8"):
        read_transcript(path)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_transcript(tmp_path / "a.jsonl")


def test_a_folder_is_not_a_transcript(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_transcript(tmp_path)


def test_what_was_said_never_stands_in_the_complaint(tmp_path: Path) -> None:
    turn = {"i": 0, "speaker": "client", "start": "zebra", "text": "A private zebra."}
    line = json.dumps({"id": "a", "turns": [turn]})
    with pytest.raises(InputError) as caught:
        read_transcript(written(tmp_path, "a.jsonl", line))
    assert "zebra" not in str(caught.value)


def test_every_labelled_session_can_be_read(shared_data: Path) -> None:
    files = [*shared_data.glob("text/*/*.jsonl"), *shared_data.glob("speech/*.json")]
    sessions = [session for file in files for session in read_transcript(file)]
    assert len(sessions) > 1000
    assert all(session.turns for session in sessions)
