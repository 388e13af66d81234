"""Whose every silence is: labelled speech in, pauses out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.config import HearingSettings, Settings
from livecue.events import Numbering, Pause, Speaker, Speech, Unheard
from livecue.hearing.floor import pauses_of

SETTINGS = Settings(hearing=HearingSettings(back_channel_s=0.8, lapse_s=30))
NAMES: dict[str, Speaker] = {"T": "clinician", "C": "client", "?": "unknown"}


def session(*said: str) -> list[Speech | Unheard]:
    """Speech as "who start end"; "- start end" is time not heard."""
    events: list[Speech | Unheard] = []
    for n, (who, start, end) in enumerate(s.split() for s in said):
        if who == "-":
            events.append(Unheard(seq=n, start=float(start), end=float(end), why="asleep"))
        else:
            channel = 1 if who == "C" else 0
            events.append(
                Speech(
                    seq=n,
                    start=float(start),
                    end=float(end),
                    speaker=NAMES[who],
                    speaker_score=1,
                    channel=channel,
                )
            )
    return events


def pauses(*said: str, until: float | None = None) -> list[Pause]:
    return pauses_of(session(*said), SETTINGS, Numbering(), until)


@pytest.mark.parametrize(
    ("says", "said", "expected"),
    [
        ("the clinician, then the client", ["T 0 5", "C 6 9"], ("response", "client")),
        ("inside the client's turn", ["C 0 5", "C 6 9"], ("within_turn", "client")),
        ("the clinician takes the floor", ["C 0 5", "T 6 9"], ("clinician", "clinician")),
        ("the clinician speaks on", ["T 0 5", "T 6 9"], ("clinician", "clinician")),
        ("somebody unknown goes on", ["T 0 5", "? 6 9"], ("lapse", None)),
        ("after somebody unknown", ["? 0 5", "C 6 9"], ("lapse", None)),
        ("too long to be anybody's", ["T 0 5", "C 36 39"], ("lapse", None)),
    ],
)
def test_a_silence_belongs_to_who_ended_it(
    says: str, said: list[str], expected: tuple[str, Speaker | None]
) -> None:
    ended = [pause for pause in pauses(*said) if pause.end is not None]

    assert [(pause.kind, pause.owner) for pause in ended] == [expected], says


def test_a_pause_runs_from_the_end_of_speech_to_the_next_onset() -> None:
    (pause,) = pauses("T 0 5", "C 6.25 9")

    assert (pause.start, pause.end, pause.duration_s) == (5, 6.25, 1.25)


def test_a_silence_too_short_for_a_pause_is_not_written() -> None:
    assert pauses("T 0 5", "C 5.19 9") == []
    assert len(pauses("T 0 5", "C 5.2 9")) == 1


def test_an_overlap_makes_no_pause() -> None:
    assert pauses("T 0 5", "C 4.5 9", "T 8.8 9.5", "C 9.6 12") == []


def test_the_longer_of_two_voices_begins_the_silence() -> None:
    (pause,) = pauses("C 0 6", "T 5 5.4", "C 7 9")

    assert (pause.start, pause.kind) == (6, "within_turn")


def test_a_back_channel_leaves_the_floor_to_the_client() -> None:
    before, after = pauses("C 0 5", "T 5.5 5.9", "C 7 9")

    assert (before.kind, after.kind) == ("clinician", "within_turn")


def test_a_question_takes_the_floor_even_in_two_pieces() -> None:
    *_, after = pauses("C 0 5", "T 5.5 6", "T 6.3 6.8", "C 8 9")

    assert after.kind == "response"


def test_a_long_silence_is_written_while_it_lasts_and_again_when_it_ends() -> None:
    passing, ended = pauses("T 0 5", "C 10 12")

    threshold_s = Settings().silence.default_threshold_s
    assert (passing.start, passing.end, passing.kind) == (5, None, "response")
    assert passing.threshold_s == pytest.approx(threshold_s)
    assert passing.duration_s == pytest.approx(threshold_s)
    assert (ended.start, ended.end, ended.threshold_s) == (5, 10, passing.threshold_s)


def test_a_long_silence_that_the_clinician_ends_turns_out_to_be_the_clinicians() -> None:
    passing, ended = pauses("T 0 5", "T 10 12")

    assert (passing.kind, passing.owner) == ("response", None)
    assert (ended.kind, ended.owner) == ("clinician", "clinician")


def test_a_silence_that_lasts_to_the_end_is_told_but_nobody_ended_it() -> None:
    assert [pause.end for pause in pauses("C 0 5", until=9)] == [None]
    assert pauses("C 0 5", until=6) == []


def test_no_pause_crosses_time_not_heard() -> None:
    assert pauses("T 0 5", "- 5.5 60", "C 61 64") == []


def test_there_is_no_pause_before_the_first_word() -> None:
    assert pauses("T 20 25") == []


def test_what_follows_a_back_channel_has_the_higher_threshold_and_teaches_nothing() -> None:
    # A client who answers after 3.5 s, and has not yet paused inside a turn.
    slow = [f"{who} {t + at} {t + to}" for t in range(0, 400, 10) for who, at, to in EXCHANGE]
    *_, response = pauses(*slow)
    back_channel = ["C 400 405", "T 405.3 405.6", "C 408.5 410"]
    *_, after, next_pause = pauses(*slow, *back_channel, "C 411 412")
    default_s = SETTINGS.silence.default_threshold_s

    assert (after.kind, next_pause.kind) == ("within_turn", "within_turn")
    assert after.threshold_s == pytest.approx(response.threshold_s, rel=0.01)
    assert next_pause.threshold_s == pytest.approx(default_s)


EXCHANGE = [("T", 0, 4), ("C", 7.5, 9.9)]


@given(
    st.lists(st.tuples(st.sampled_from("TC?"), st.integers(1, 40), st.integers(1, 40)), max_size=12)
)
def test_pauses_never_overlap_speech_nor_one_another(steps: list[tuple[str, int, int]]) -> None:
    at, said = 0.0, []
    for who, gap, length in steps:
        said.append(f"{who} {at + gap / 10} {at + gap / 10 + length / 10}")
        at += (gap + length) / 10
    ended = [pause for pause in pauses(*said) if pause.end is not None]
    spans = [(pause.start, pause.end or 0) for pause in ended]
    spans += [(float(s.split()[1]), float(s.split()[2])) for s in said]
    spans.sort()

    assert all(a[1] <= b[0] + 1e-9 for a, b in pairwise(spans))
