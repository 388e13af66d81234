"""`livecue mark`."""

import json
from pathlib import Path
from typing import Any

import pytest

from livecue.cli.mark import mark
from livecue.errors import InputError
from livecue.events import Marker, Turn, parse_event
from livecue.wording import KEPT_OFF_SCREENS

ASKS = ("clinician", "So what might help with the evenings this week?")
YES_BUT = [
    ("client", "Yeah, that makes sense, but I just don't think it would work for me."),
    ("clinician", "Perhaps you could try it on one evening only?"),
    ("client", "I know, I see the point of it, but I can't, I'm far too tired by then."),
]


def session(name: str = "one", times: bool = False) -> dict[str, Any]:
    """Two reservations in four turns."""
    turns = []
    for i, (speaker, text) in enumerate([ASKS, *YES_BUT]):
        span = {"start": 8.0 * i, "end": 8.0 * i + 7.0} if times else {"start": None, "end": None}
        turns.append({"i": i, "speaker": speaker, "text": text, **span})
    return {"id": name, "turns": turns}


def vtt() -> str:
    """The same with the speakers' names."""
    names = {"clinician": "Ann", "client": "Bob"}
    captions = [
        f"00:{8 * i:02d}.000 --> 00:{8 * i + 7:02d}.000\n<v {names[speaker]}>{text}\n"
        for i, (speaker, text) in enumerate([ASKS, *YES_BUT])
    ]
    return "\n".join(["WEBVTT\n", *captions])


def marked(path: Path, capsys: pytest.CaptureFixture[str]) -> list[Any]:
    mark(path, as_json=True)
    return [parse_event(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("times", [True, False], ids=["with times", "without times"])
def test_a_json_lines_transcript_gives_markers_and_cues(
    times: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(session(times=times)))
    events = marked(path, capsys)
    assert sorted(event.seq for event in events) == list(range(len(events)))
    assert (events[0].type, events[0].id, events[-1].type) == ("session", "one", "end")
    found = [e for e in events if isinstance(e, Marker) and e.marker == "yes_but"]
    assert [(m.turn, m.before_turn) for m in found] == [(1, 0), (3, 2)]
    (cue,) = [event for event in events if event.type == "cue"]
    assert cue.reason == (("yes_but", 2),)
    assert events[-1].counts["yes_but"] == 2


def test_a_webvtt_transcript_gives_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "one.vtt"
    path.write_text(vtt())
    events = marked(path, capsys)
    assert [e.turn for e in events if isinstance(e, Marker) and e.marker == "yes_but"] == [1, 3]
    assert "speakers_guessed" in [getattr(event, "what", None) for event in events]


def test_only_measured_times_give_speech_and_pauses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = {}
    for times in (True, False):
        path = tmp_path / "one.jsonl"
        path.write_text(json.dumps(session(times=times)))
        kinds[times] = {event.type for event in marked(path, capsys)}
    assert {"speech", "pause"} <= kinds[True]
    assert not {"speech", "pause"} & kinds[False]


def test_every_event_left_when_it_could_be_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(session(times=True)))
    events = marked(path, capsys)
    assert [e.emitted_at for e in events] == sorted(e.emitted_at for e in events)
    assert all(e.emitted_at == e.closed_at for e in events if isinstance(e, Turn))


def test_each_session_of_a_file_is_its_own_stream(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps(session(name)) for name in ("one", "two")))
    heads = [event for event in marked(path, capsys) if event.type == "session"]
    assert [(head.id, head.seq) for head in heads] == [("one", 0), ("two", 0)]


def test_nothing_is_printed_of_a_file_that_breaks_on_line_7(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "seven.jsonl"
    path.write_text("\n".join([*[json.dumps(session())] * 6, '{"id": }']))
    with pytest.raises(InputError, match="line 7"):
        mark(path, as_json=True)
    assert capsys.readouterr().out == ""


def test_people_read_turns_times_and_neutral_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(session("a [bold] name")))
    mark(path)
    printed = capsys.readouterr().out
    assert "a [bold] name" in printed
    assert printed.count("reservation voiced") == 3  # two markers, and the cue's reason
    assert "consider pausing" in printed
    assert "Times are estimated" in printed
    assert not [word for word in KEPT_OFF_SCREENS if word in printed.lower()]
