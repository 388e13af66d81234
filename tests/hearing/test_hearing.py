"""Hearing as a whole: blocks in, events out."""

from typing import TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livecue.capture.source import SAMPLE_RATE_HZ, Block, Missing, Samples
from livecue.config import Settings
from livecue.events import (
    Correction,
    Health,
    Numbering,
    Pause,
    Speech,
    Unheard,
    changed,
    current,
)
from livecue.hearing.floor import pauses_of
from livecue.hearing.hearing import Heard, Hearing
from livecue.hearing.spoken import LEAD_S, TAIL_S, Renamed, SpokenTurn
from tests.hearing.doubles import (
    LevelVoices,
    ScriptedVad,
    Span,
    direction,
    hear,
    said_at,
    split_session,
)
from tests.hearing.sound import mixed, noise, silence, voice

X = TypeVar("X")


def of(kind: type[X], heard: Heard) -> list[X]:
    return [event for event in heard if isinstance(event, kind)]


def test_channel_0_is_the_clinician_and_channel_1_the_client() -> None:
    heard = split_session([(1, 3)], [(4, 6)], 8)

    assert [(e.speaker, e.start, e.end, e.speaker_score) for e in of(Speech, heard)] == [
        ("clinician", 1, 3, 1),
        ("client", 4, 6, 1),
    ]
    assert [(p.start, p.end, p.kind) for p in of(Pause, heard)] == [(3, 4, "response")]


def test_events_are_numbered_in_the_order_in_which_they_come() -> None:
    heard = split_session([(1, 3), (9, 10)], [(4, 6)], 15)
    numbers = [e.seq for e in heard if not isinstance(e, SpokenTurn | Renamed)]

    assert numbers == list(range(len(numbers)))


def test_a_long_silence_is_told_while_it_lasts() -> None:
    hearing = Hearing(Settings(), Numbering(), 2, vad=ScriptedVad([(1, 3)], []))
    sound = np.zeros((10 * SAMPLE_RATE_HZ, 2), np.int16)

    before = hear(hearing, sound[: round(5.9 * SAMPLE_RATE_HZ)])
    passing = hear(hearing, sound[: SAMPLE_RATE_HZ // 2], 5.9)

    assert of(Pause, before) == []
    (pause,) = of(Pause, passing)
    assert (pause.start, pause.end) == (3, None)
    assert pause.threshold_s == pytest.approx(3)


def test_a_turn_carries_its_sound_and_a_little_more() -> None:
    sound = said_at(500, [(2, 4)], 8)
    stereo = np.concatenate([sound, sound * 0], axis=1)
    hearing = Hearing(Settings(), Numbering(), 2, vad=ScriptedVad([(2, 4)], []))

    (turn,) = of(SpokenTurn, hear(hearing, stereo))

    assert (turn.start, turn.end) == (2, 4)
    assert turn.audio_start == pytest.approx(2 - LEAD_S)
    assert len(turn.samples) == pytest.approx((LEAD_S + 2 + TAIL_S) * SAMPLE_RATE_HZ, abs=2)
    assert np.count_nonzero(turn.samples) == 2 * SAMPLE_RATE_HZ


def test_a_turn_that_goes_on_is_handed_over_again_with_all_its_sound() -> None:
    sound = said_at(500, [(2, 4), (8, 9)], 12)
    stereo = np.concatenate([sound * 0, sound], axis=1)
    hearing = Hearing(Settings(), Numbering(), 2, vad=ScriptedVad([], [(2, 4), (8, 9)]))

    first, again = of(SpokenTurn, hear(hearing, stereo))

    assert (first.i, first.reopens, again.i, again.reopens) == (0, False, 0, True)
    assert again.stretches == ((2, 4), (8, 9))
    assert np.count_nonzero(again.samples) == 3 * SAMPLE_RATE_HZ


def test_a_draft_has_the_sound_that_its_turn_will_have() -> None:
    random = np.random.default_rng(1)
    stereo = random.integers(-900, 900, (8 * SAMPLE_RATE_HZ, 2)).astype(np.int16)
    hearing = Hearing(Settings(), Numbering(), 2, vad=ScriptedVad([], [(2, 4)]))

    drafts: dict[float, SpokenTurn] = {}
    turns: list[SpokenTurn] = []
    for first in range(0, len(stereo), 800):
        heard = hearing.push(Block(first / SAMPLE_RATE_HZ, stereo[first : first + 800]))
        turns += of(SpokenTurn, heard)
        drafts.update({draft.end: draft for draft in hearing.drafts()})

    [draft], [turn] = drafts.values(), turns
    assert draft.closed_at < turn.closed_at
    assert (draft.i, draft.stretches, draft.audio_start) == (
        turn.i,
        turn.stretches,
        turn.audio_start,
    )
    assert np.array_equal(draft.samples, turn.samples)
    assert hearing.drafts() == []


def missing_in_the_middle() -> Heard:
    """The client has spoken from 1 to 3, and speaks when hearing stops at 5, for 100 s."""
    vad = ScriptedVad([], [(1, 3), (4, 5.5)])
    hearing = Hearing(Settings(), Numbering(), 2, vad=vad)
    second = np.zeros((SAMPLE_RATE_HZ, 2), np.int16)
    heard = hear(hearing, np.concatenate([second] * 5))
    heard += hearing.push(Missing(5.0, 105.0, "asleep"))
    heard += hear(hearing, np.concatenate([second] * 2), 105.0)
    return heard + hearing.flush()


def test_time_not_heard_closes_what_was_going_on_and_nothing_crosses_it() -> None:
    heard = missing_in_the_middle()

    assert [(e.start, e.end) for e in of(Speech, heard)] == [(1, 3), (4, 5), (105, 105.5)]
    assert [(e.start, e.end) for e in of(Pause, heard)] == [(3, 4)]
    assert [(t.start, t.end) for t in of(SpokenTurn, heard)][-2:] == [(1, 5), (105, 105.5)]
    assert [(e.start, e.end, e.why) for e in of(Unheard, heard)] == [(5, 105, "asleep")]


def test_what_was_going_on_is_closed_before_the_gap_is_told() -> None:
    heard = missing_in_the_middle()
    (gap,) = of(Unheard, heard)

    assert all(e.end <= 5 for e in of(Speech, heard[: heard.index(gap)]))
    assert all(e.start >= 105 for e in of(Speech, heard[heard.index(gap) :]))


def test_a_block_without_sound_moves_nothing_on() -> None:
    hearing = Hearing(Settings(), Numbering(), 2, vad=ScriptedVad([], []))

    assert hearing.push(Block(0.0, np.empty((0, 2), np.int16))) == []


def test_one_channel_needs_a_voice_encoder() -> None:
    with pytest.raises(ValueError, match="voice encoder"):
        Hearing(Settings(), Numbering(), 1)


# One microphone: the clinician speaks at level 100, the client at 200.
CLINICIAN: list[Span] = [(n * 10 + 1, n * 10 + 4) for n in range(6)]
CLIENT: list[Span] = [(n * 10 + 5, n * 10 + 8) for n in range(6)]


def one_microphone(enrolled: bool = True) -> tuple[Hearing, Samples]:
    sound = said_at(100, CLINICIAN, 61) + said_at(200, CLIENT, 61)
    hearing = Hearing(
        Settings(),
        Numbering(),
        1,
        LevelVoices(100, 200),
        direction(0) if enrolled else None,
        ScriptedVad([*CLINICIAN, *CLIENT]),
    )
    return hearing, sound


@pytest.mark.parametrize("enrolled", [True, False])
def test_one_microphone_is_heard_like_two_channels(enrolled: bool) -> None:
    hearing, sound = one_microphone(enrolled)
    heard = hear(hearing, sound)
    apart = split_session(CLINICIAN, CLIENT, 61)

    assert [(e.start, e.end, e.speaker) for e in of(Speech, heard)] == [
        (e.start, e.end, e.speaker) for e in of(Speech, apart)
    ]
    assert [(e.start, e.end, e.kind) for e in of(Pause, heard)] == [
        (e.start, e.end, e.kind) for e in of(Pause, apart)
    ]


def test_where_the_other_takes_over_without_a_pause_a_turn_ends_and_another_begins() -> None:
    known_s = CLIENT[-1][1] + 10
    first, second = (known_s, known_s + 2.4), (known_s + 2.4, known_s + 5)
    hearing = Hearing(
        Settings(),
        Numbering(),
        1,
        LevelVoices(100, 200),
        direction(0),
        ScriptedVad([*CLINICIAN, *CLIENT, (first[0], second[1])]),
    )
    length_s = second[1] + 5
    sound = said_at(100, [*CLINICIAN, second], length_s) + said_at(200, [*CLIENT, first], length_s)

    heard = hear(hearing, sound) + hearing.flush()

    client, clinician = of(Speech, heard)[-2:]
    assert (client.speaker, clinician.speaker) == ("client", "clinician")
    assert client.start == pytest.approx(first[0])
    assert client.end == clinician.start == pytest.approx(second[0], abs=0.25)
    assert clinician.end == pytest.approx(second[1])
    turns = sorted({turn.i: turn for turn in of(SpokenTurn, heard)}.values(), key=lambda t: t.start)
    assert [(t.speaker, t.start) for t in turns[-2:]] == [
        ("client", client.start),
        ("clinician", clinician.start),
    ]


def test_a_guess_at_who_is_who_is_told_once_and_only_where_it_is_one() -> None:
    guessed, sound = one_microphone(enrolled=False)
    known, _ = one_microphone(enrolled=True)

    assert [e.what for e in of(Health, hear(guessed, sound))] == ["speakers_guessed"]
    assert of(Health, hear(known, sound)) == []


def test_nobody_else_is_heard_in_a_turns_sound() -> None:
    hearing, sound = one_microphone()

    for turn in of(SpokenTurn, hear(hearing, sound)):
        level = 200 if turn.speaker == "client" else 100
        assert set(np.unique(turn.samples)) <= {0, level}


def test_swapping_corrects_all_that_was_written() -> None:
    hearing, sound = one_microphone()
    heard = hear(hearing, sound[: 45 * SAMPLE_RATE_HZ])
    swap = hearing.swap(45.0)
    heard += swap + hear(hearing, sound[45 * SAMPLE_RATE_HZ :], 45.0)
    log = current([e for e in heard if not isinstance(e, SpokenTurn | Renamed)])

    meant = split_session(CLIENT, CLINICIAN, 61)
    assert [(e.start, e.speaker) for e in log if isinstance(e, Speech)] == [
        (e.start, e.speaker) for e in of(Speech, meant)
    ]
    assert [(e.start, e.end, e.kind, e.owner) for e in log if isinstance(e, Pause)] == [
        (e.start, e.end, e.kind, e.owner) for e in of(Pause, meant)
    ]
    turns = {turn.i for turn in of(SpokenTurn, heard) if turn.closed_at < 45}
    assert {renamed.i for renamed in of(Renamed, swap)} == turns


def test_swapping_in_a_long_silence_corrects_or_takes_back_the_open_pause() -> None:
    hearing = Hearing(Settings(), Numbering(), 2, vad=ScriptedVad([(1, 3)], []))
    (passing,) = of(Pause, hear(hearing, np.zeros((8 * SAMPLE_RATE_HZ, 2), np.int16)))

    (correction,) = [c for c in of(Correction, hearing.swap(8.0)) if c.of_seq == passing.seq]

    assert changed(passing, correction.changes).kind == "within_turn"


def test_swapping_twice_is_as_not_swapping() -> None:
    hearing, sound = one_microphone()
    heard = hear(hearing, sound)
    log = [e for e in heard if not isinstance(e, SpokenTurn | Renamed)]
    swaps = [*hearing.swap(60.0), *hearing.swap(60.0)]
    corrections = [e for e in swaps if not isinstance(e, SpokenTurn | Renamed)]

    assert current([*log, *corrections]) == current(log)


def conversation() -> Samples:
    """Two synthetic voices, noise, an overlap and a back-channel, on a channel each."""
    a, b = silence(14), silence(14)
    for wave, pitch_hz, spans in (
        (a, 110.0, [(0.5, 2), (5, 5.4), (9.8, 11)]),
        (b, 190.0, [(2.6, 4.8), (5.9, 10)]),
    ):
        for start, end in spans:
            first = round(start * SAMPLE_RATE_HZ)
            burst = 0.3 * voice(end - start, pitch_hz)
            wave[first : first + len(burst)] += burst
    return mixed(a + noise(14, 0.001), b + noise(14, 0.001))


def simple(heard: Heard) -> list[object]:
    """Heard things, comparable."""
    return [
        (e.i, e.start, e.end, e.closed_at, e.speaker, e.audio_start, e.samples.tobytes())
        if isinstance(e, SpokenTurn)
        else e
        for e in heard
    ]


CONVERSATION = conversation()


def heard_in(sizes: list[int]) -> list[object]:
    hearing = Hearing(Settings(), Numbering(), 2)
    heard: Heard = []
    first = 0
    for size in [*sizes, len(CONVERSATION)]:
        heard += hearing.push(Block(first / SAMPLE_RATE_HZ, CONVERSATION[first : first + size]))
        first += size
    return simple(heard + hearing.flush())


AT_ONCE = heard_in([])


def test_the_conversation_is_heard() -> None:
    assert sum(isinstance(e, Speech) for e in AT_ONCE) == 5


@settings(max_examples=15)
@given(st.lists(st.integers(1, 40_000), max_size=12))
def test_the_same_sound_in_blocks_of_any_size_gives_the_same_events(sizes: list[int]) -> None:
    assert heard_in(sizes) == AT_ONCE


spans = st.lists(st.tuples(st.integers(2, 80), st.integers(1, 60)), max_size=6)


@settings(max_examples=30)
@given(spans, spans)
def test_a_replay_of_kept_speech_gives_the_pauses_that_were_heard(
    clinician: list[tuple[int, int]], client: list[tuple[int, int]]
) -> None:
    heard = split_session(timed(clinician), timed(client), 90)
    log = [e for e in heard if isinstance(e, Speech)]
    again = pauses_of(sorted(log, key=lambda e: e.start), Settings(), Numbering(), until=90)

    assert [p.model_copy(update={"seq": 0}) for p in again] == [
        p.model_copy(update={"seq": 0}) for p in of(Pause, heard)
    ]


def timed(steps: list[tuple[int, int]]) -> list[Span]:
    """Spans from gaps and lengths in tenths of a second."""
    at, found = 0, []
    for gap, length in steps:
        found.append(((at + gap) / 10, (at + gap + length) / 10))
        at += gap + length
    return found
