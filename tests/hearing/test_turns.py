"""From stretches to turns: labelled speech and time in, closed turns out."""

import pytest

from livecue.config import HearingSettings
from livecue.events import Speaker
from livecue.hearing.said import Said, Voiced
from livecue.hearing.spoken import Renamed
from livecue.hearing.turns import ClosedTurn, Turns

SETTINGS = HearingSettings(
    end_of_turn_s=1,
    end_of_turn_least_s=1,
    end_of_turn_most_s=1,
    floor_taken_s=0.3,
    back_channel_s=0.8,
    same_turn_s=8,
    longest_turn_s=60,
)
"""The wait stays the same, so that each case is about one thing."""
NAMES: dict[str, Speaker] = {"T": "clinician", "C": "client", "?": "unknown"}


def run(*said: str, until: float) -> list[ClosedTurn]:
    """Speech as "who start end", told as it becomes known, a tenth of a second at a time."""
    turns = Turns(SETTINGS)
    closed: list[ClosedTurn] = []
    stretches = [
        Said(0 if who == "T" else 1, float(start), float(end), NAMES[who], 1.0)
        for who, start, end in (s.split() for s in said)
    ]
    for tick in range(round(until * 10) + 1):
        for s in stretches:
            if round(s.start * 10) == tick:
                turns.began()
                turns.named(Voiced(s.channel, s.start, s.speaker, s.score))
            if round(s.end * 10) + 2 == tick:
                turns.ended(s)
        closed += turns.at(tick / 10)
    return closed


def brief(turns: list[ClosedTurn]) -> list[tuple[int, str, float, float, bool]]:
    letters = {name: letter for letter, name in NAMES.items()}
    return [(t.i, letters[t.speaker], t.start, t.end, t.reopens) for t in turns]


@pytest.mark.parametrize(
    ("says", "said", "expected"),
    [
        ("a turn closes by silence", ["C 0 5"], [(0, "C", 0, 5, False)]),
        (
            "short pauses stay inside",
            ["C 0 5", "C 5.5 7"],
            [(0, "C", 0, 7, False)],
        ),
        (
            "who goes on after a closure goes on with one turn",
            ["C 0 5", "C 10 12"],
            [(0, "C", 0, 5, False), (0, "C", 0, 12, True)],
        ),
        (
            "who goes on after too long begins another",
            ["C 0 5", "C 14 16"],
            [(0, "C", 0, 5, False), (1, "C", 14, 16, False)],
        ),
        (
            "a turn is not opened again once somebody else has spoken",
            ["C 0 5", "T 6.5 7", "C 7.5 9"],
            [(0, "C", 0, 5, False), (1, "T", 6.5, 7, False), (2, "C", 7.5, 9, False)],
        ),
        (
            "a back-channel does not close the turn it comes in",
            ["C 0 5", "T 4.9 5.3", "C 5.5 9"],
            [(0, "T", 4.9, 5.3, False), (1, "C", 0, 9, False)],
        ),
        (
            "a turn is over as soon as somebody else begins after it",
            ["C 0 5", "T 5.5 9"],
            [(0, "C", 0, 5, False), (1, "T", 5.5, 9, False)],
        ),
        (
            "if that was a back-channel, the turn goes on",
            ["C 0 5", "T 5.4 5.8", "C 5.9 9"],
            [(0, "C", 0, 5, False), (1, "T", 5.4, 5.8, False), (0, "C", 0, 9, True)],
        ),
        (
            "after a silence as long as the wait it does not",
            ["C 0 5", "T 5.4 5.8", "C 6.3 9"],
            [(0, "C", 0, 5, False), (1, "T", 5.4, 5.8, False), (2, "C", 6.3, 9, False)],
        ),
        (
            "nor when the other said more than a back-channel",
            ["C 0 5", "T 5.0 6.1", "C 5.9 9"],
            [(0, "C", 0, 5, False), (1, "T", 5.0, 6.1, False), (2, "C", 5.9, 9, False)],
        ),
        (
            "the client's Mm while the clinician goes on is a turn of its own",
            ["T 0 9", "C 4 4.3"],
            [(0, "C", 4, 4.3, False), (1, "T", 0, 9, False)],
        ),
        (
            "an unknown voice has turns too",
            ["? 0 5", "C 6.5 7"],
            [(0, "?", 0, 5, False), (1, "C", 6.5, 7, False)],
        ),
        (
            "a turn that has grown too long is divided at its next pause",
            ["C 0 50", "C 50.5 61", "C 61.5 70"],
            [(0, "C", 0, 61, False), (1, "C", 61.5, 70, False)],
        ),
    ],
)
def test_turns(
    says: str, said: list[str], expected: list[tuple[int, str, float, float, bool]]
) -> None:
    assert brief(run(*said, until=80)) == expected, says


def test_a_turn_is_known_to_be_over_after_the_end_of_turn_silence() -> None:
    (turn,) = run("C 0 5", until=20)

    assert turn.closed_at == pytest.approx(6)


def test_a_turn_is_over_sooner_when_somebody_else_has_taken_the_floor() -> None:
    client, _ = run("C 0 5", "T 4.6 12", until=20)
    assert client.closed_at == pytest.approx(5.4)

    client, _ = run("C 0 5", "T 5.6 12", until=20)
    assert client.closed_at == pytest.approx(5.6)


def adapting(**settings: float) -> Turns:
    return Turns(HearingSettings(**settings))


def say(turns: Turns, *said: Said) -> list[ClosedTurn]:
    closed = []
    for s in said:
        turns.began()
        turns.named(Voiced(s.channel, s.start, s.speaker, s.score))
        turns.ended(s)
        closed += turns.at(s.end + 0.2)
    return closed


def every(speaker: Speaker, start: float, pause_s: float, count: int) -> list[Said]:
    """A second of speech, and a pause, again and again."""
    steps = [start + n * (1 + pause_s) for n in range(count)]
    return [Said(int(speaker == "client"), at, at + 1, speaker, 1.0) for at in steps]


def test_the_wait_follows_each_speakers_own_pauses() -> None:
    turns = adapting()
    say(turns, *every("client", 0.0, 0.25, 30))
    assert turns.wait_s("client") < 0.7
    assert turns.wait_s("clinician") == pytest.approx(HearingSettings().end_of_turn_s)


def test_a_turn_that_was_closed_too_early_makes_the_wait_longer() -> None:
    turns = adapting(end_of_turn_s=0.8)
    (closed,) = say(turns, Said(1, 0, 2, "client", 1.0)) or turns.at(2.9)
    assert closed.closed_at == pytest.approx(2.9)
    say(turns, Said(1, 3.2, 5, "client", 1.0))
    assert turns.wait_s("client") > 0.8


def test_pauses_that_were_somebody_elses_teach_who_made_them() -> None:
    turns = adapting()
    said = every("client", 0.0, 0.25, 30)
    say(turns, *said)
    turns.rename({(s.channel, s.start): "clinician" for s in said}, 40.0)
    assert turns.wait_s("clinician") < 0.7
    assert turns.wait_s("client") == pytest.approx(HearingSettings().end_of_turn_s)


def test_a_draft_is_what_the_turn_is_if_it_ends_there() -> None:
    turns = Turns(SETTINGS)
    say(turns, Said(1, 0, 2, "client", 1.0))
    assert turns.drafts(2.2, silent_s=0.3) == []
    [draft] = turns.drafts(2.4, silent_s=0.3)
    [closed] = turns.at(3.0)
    assert (draft.i, draft.said, draft.reopens) == (closed.i, closed.said, closed.reopens)
    assert turns.drafts(3.0, silent_s=0.3) == []


def test_the_draft_of_a_turn_that_goes_on_is_withdrawn() -> None:
    turns = Turns(SETTINGS)
    say(turns, Said(1, 0, 2, "client", 1.0))
    assert turns.drafts(2.4, silent_s=0.3)
    turns.began()
    turns.named(Voiced(1, 2.5, "client", 1.0))
    assert turns.drafts(2.6, silent_s=0.3) == []


def test_while_it_is_not_known_who_speaks_no_turn_closes_by_silence() -> None:
    turns = Turns(SETTINGS)
    turns.began()
    turns.named(Voiced(0, 0.0, "client", 1.0))
    turns.ended(Said(0, 0.0, 5.0, "client", 1.0))
    turns.began()

    assert turns.at(7.0) == []

    turns.named(Voiced(0, 5.8, "clinician", 1.0))

    assert [turn.speaker for turn in turns.at(7.0)] == ["client"]


def test_time_not_heard_closes_every_turn_and_opens_none_again() -> None:
    turns = Turns(SETTINGS)
    turns.began()
    turns.named(Voiced(1, 0.0, "client", 1.0))
    turns.ended(Said(1, 0.0, 5.0, "client", 1.0))

    assert brief(turns.cut(5.5)) == [(0, "C", 0, 5, False)]

    turns.began()
    turns.named(Voiced(1, 6.0, "client", 1.0))
    turns.ended(Said(1, 6.0, 7.0, "client", 1.0))

    assert brief(turns.cut(7.5)) == [(1, "C", 6, 7, False)]


def two_turns() -> Turns:
    """Turn 0: the clinician, 4 s and 1 s. Still open: the client."""
    turns = Turns(SETTINGS)
    for said in (
        Said(0, 0.0, 4.0, "clinician", 1.0),
        Said(0, 4.5, 5.5, "clinician", 1.0),
        Said(0, 7.0, 9.0, "client", 1.0),
    ):
        turns.began()
        turns.named(Voiced(0, said.start, said.speaker, 1.0))
        turns.ended(said)
        turns.at(said.end + 0.2)
    return turns


def test_a_turn_most_of_which_was_somebody_elses_is_theirs() -> None:
    assert two_turns().rename({(0, 0.0): "client"}, 9.2) == [Renamed(0, "client")]


def test_a_turn_little_of_which_was_somebody_elses_stays() -> None:
    assert two_turns().rename({(0, 4.5): "client"}, 9.2) == []


def test_an_open_turn_closes_under_its_new_name() -> None:
    turns = two_turns()
    turns.rename({(0, 7.0): "unknown"}, 9.2)

    assert brief(turns.at(10.5)) == [(1, "?", 7, 9, False)]
