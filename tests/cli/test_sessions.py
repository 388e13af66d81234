"""`livecue sessions`: what was kept, in neutral words, or as events."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from livecue.cli.sessions import app
from livecue.errors import InputError, StoreRefused
from livecue.events import AMBIVALENCE_MARKERS, AnyEvent, Correction, MarkerName, parse_event
from livecue.wording import KEPT_OFF_SCREENS
from tests.cli.kept import keep, opened
from tests.events import action, cue, health, marker, turn
from tests.store.twins import SAID, a_session, ended, started


def sessions(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_list_for_programs_has_an_object_a_line_newest_first(home: Path) -> None:
    keep(home, [*a_session("one", "river"), ended(8, 12.0, cue=1)], a_session("two"))
    newest, oldest = map(json.loads, sessions("list", "--json").stdout.splitlines())
    assert (newest["id"], newest["ended"]) == ("two", False)
    assert (oldest["id"], oldest["client"], oldest["duration_s"]) == ("one", "river", 12.0)


def test_a_list_for_people_says_how_long_and_what_was_noticed(home: Path) -> None:
    keep(home, [*a_session("one", "river"), ended(8, 754.0, cue=3, yes_but=2)], a_session("two"))
    newest, oldest = sessions("list").stdout.splitlines()
    assert "no end: broken off or running" in newest
    assert oldest.startswith("one  river  2026-04-12")
    assert oldest.endswith("12:34  cues: 3  reservation voiced twice")


def test_shown_for_programs_it_is_the_whole_log(home: Path) -> None:
    keep(home, a_session("one"))
    lines = sessions("show", "one", "--json").stdout.splitlines()
    assert [parse_event(line) for line in lines] == a_session("one")


def test_the_last_one_can_be_shown_without_its_name(home: Path) -> None:
    keep(home, a_session("one"), a_session("two"))
    assert sessions("show", "last", "--json").stdout == sessions("show", "two", "--json").stdout


def test_shown_to_people_it_is_a_timeline_in_order_of_time(home: Path) -> None:
    keep(home, a_session("one", "river"))
    text = sessions("show", "one").stdout
    said = [
        "Session one, river",
        "How was the week?",
        "5.0 s",
        SAID,
        "reservation voiced",
        "pausing",
    ]
    places = [text.find(words) for words in said]
    assert -1 not in places
    assert places == sorted(places)
    assert "It has no end" in text


def test_shown_to_people_corrections_are_applied(home: Path) -> None:
    log: list[AnyEvent] = [
        started("one"),
        turn(0, "client", "first", 0.0, seq=1),
        marker("homework", 5.0, seq=2),
    ]
    corrected = Correction(seq=3, at=6.0, of_seq=1, changes={"text": "second"})
    taken_back = Correction(seq=4, at=6.0, of_seq=2, retracted=True)
    keep(home, [*log, corrected, taken_back])
    text = sessions("show", "one").stdout
    assert "second" in text
    assert "first" not in text
    assert "obstacles" not in text


def test_words_that_look_like_layout_are_shown_as_they_are(home: Path) -> None:
    keep(home, [started("one"), turn(0, "client", "[bold]so[/bold] [/]", 0.0, seq=1)])
    assert "[bold]so[/bold] [/]" in sessions("show", "one").stdout


def test_no_word_on_the_screen_judges_a_person(home: Path) -> None:
    names: tuple[MarkerName, ...] = (*AMBIVALENCE_MARKERS, "change_talk", "sustain_talk")
    events: list[AnyEvent] = [
        *(marker(name, 5.0, words=("words",)) for name in names),
        *(cue(6.0, name) for name in names),
        cue(7.0, "sustain_talk", name="ready_to_return", shown=False),
        action(8.0, "swap_speakers"),
        action(8.0, "hold"),
        health(9.0, "not_understood"),
        ended(0, 12.0, **dict.fromkeys(names, 2)),
    ]
    numbered: list[AnyEvent] = [
        event.model_copy(update={"seq": n}) for n, event in enumerate(events, start=1)
    ]
    keep(home, [started("one"), *numbered])
    for text in (sessions("show", "one").stdout, sessions("list").stdout):
        assert "longer pauses" in text
        assert [word for word in KEPT_OFF_SCREENS if word in text.lower()] == []


def test_a_forgotten_session_is_gone(home: Path) -> None:
    keep(home, a_session("one"), a_session("two"))
    assert sessions("forget", "one", "--yes").exit_code == 0
    with opened(home) as store:
        assert [record.id for record in store.sessions()] == ["two"]


def test_nothing_is_erased_without_a_yes(home: Path) -> None:
    keep(home, a_session("one"))
    assert "--yes" in str(sessions("forget", "one").exception)
    assert "one" in sessions("list").stdout


@pytest.mark.parametrize("command", ["show", "forget", "hold", "lift"])
@pytest.mark.parametrize("anything_kept", [True, False])
def test_an_unknown_session_is_named(home: Path, command: str, anything_kept: bool) -> None:
    if anything_kept:
        keep(home, a_session("one"))
    exception = sessions(command, "nix").exception
    assert isinstance(exception, InputError)
    assert "no session 'nix'" in str(exception)


def test_where_nothing_was_kept_the_list_is_empty_and_nothing_is_made(home: Path) -> None:
    assert sessions("list").stdout == ""
    assert not home.exists()


def test_a_session_on_hold_is_not_erased_until_the_hold_is_lifted(home: Path) -> None:
    keep(home, a_session("one"))
    assert sessions("hold", "one").exit_code == 0
    refused = sessions("forget", "one", "--yes").exception
    assert isinstance(refused, StoreRefused)
    assert "'livecue sessions lift one' lifts the hold" in str(refused)
    assert sessions("lift", "one").exit_code == 0
    assert sessions("forget", "one", "--yes").exit_code == 0


def test_copies_beyond_reach_are_named_when_a_session_is_erased(home: Path) -> None:
    keep(home, a_session("one"))
    with opened(home) as store:
        store.record_export("one", "html", "/out/one.html", with_words=True)
    assert "/out/one.html" in sessions("forget", "one", "--yes").stdout
