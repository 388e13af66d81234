"""A turn is read in pieces that end at its own pauses."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.hearing.spoken import LEAD_S
from livecue.transcription.clips import LONG_PAUSE_S, clips_of
from tests.transcription.turns import ROOM_S, spoken


def test_a_short_turn_is_one_clip_with_a_margin_on_both_sides() -> None:
    (clip,) = clips_of(spoken((10.0, 12.0), (12.5, 14.0)), longest_s=25)
    assert clip.start == pytest.approx(10.0 - LEAD_S)
    assert clip.duration_s == pytest.approx(4.0 + ROOM_S)
    assert clip.speech_s == pytest.approx(3.5)
    assert clip.speech_ends_s == pytest.approx(4.0 + LEAD_S)


def test_a_long_turn_is_cut_at_the_longest_pause_of_its_second_half() -> None:
    turn = spoken((0.0, 3.0), (4.5, 12.5), (13.5, 18.0), (18.3, 24.0), (24.3, 30.0))
    first, second = clips_of(turn, longest_s=25)
    assert first.stretches == ((0.0, 3.0), (4.5, 12.5))
    assert second.stretches == ((13.5, 18.0), (18.3, 24.0), (24.3, 30.0))


def test_only_the_first_clip_of_a_turn_begins_it() -> None:
    turn = spoken((0.0, 3.0), (6.0, 8.0))
    assert [clip.begins_turn for clip in clips_of(turn, longest_s=25)] == [True, False]
    later_piece = replace(turn, inner=True)
    assert [clip.begins_turn for clip in clips_of(later_piece, longest_s=25)] == [False, False]


def test_no_clip_runs_over_a_long_pause() -> None:
    turn = spoken((0.0, 1.0), (1.0 + LONG_PAUSE_S, 4.0), (64.0, 66.0))
    assert [clip.stretches for clip in clips_of(turn, longest_s=25)] == [
        ((0.0, 1.0),),
        ((3.0, 4.0),),
        ((64.0, 66.0),),
    ]


def test_speech_without_a_pause_is_cut_where_it_is_quietest() -> None:
    loud = np.full(round((40 + ROOM_S) * SAMPLE_RATE_HZ), 5000, dtype=np.int16)
    quiet_at = round((8.0 + LEAD_S) * SAMPLE_RATE_HZ)
    loud[quiet_at : quiet_at + 1600] = 10
    first, *rest = clips_of(spoken((0.0, 40.0), samples=loud), longest_s=10)
    assert first.stretches[-1][1] == pytest.approx(8.05, abs=0.05)
    assert rest[-1].stretches[-1][1] == 40.0


def test_the_first_clips_stay_as_they_were_when_the_turn_goes_on() -> None:
    stretches = [(n * 4.0, n * 4.0 + 3.5) for n in range(12)]
    short = clips_of(spoken(*stretches[:9]), longest_s=20)
    long = clips_of(spoken(*stretches), longest_s=20)
    assert [c.stretches for c in long][: len(short) - 1] == [c.stretches for c in short][:-1]


def test_the_audio_of_a_clip_is_the_audio_at_its_time() -> None:
    count = round((31 + ROOM_S) * SAMPLE_RATE_HZ)
    ramp = (np.arange(count) // SAMPLE_RATE_HZ).astype(np.int16)  # the second, as a level
    for clip in clips_of(spoken((0.0, 9.0), (10.0, 20.0), (21.0, 31.0), samples=ramp), 15):
        second = math.ceil(clip.start + LEAD_S)
        at = round((second - LEAD_S - clip.start) * SAMPLE_RATE_HZ)
        assert round(float(clip.samples[at]) * 32768) == second


@given(
    lengths=st.lists(
        st.tuples(st.floats(0.1, 40.0), st.floats(0.05, 5.0)), min_size=1, max_size=12
    ),
    longest_s=st.floats(5, 30),
)
def test_all_speech_is_in_a_clip_once_and_no_clip_is_too_long(
    lengths: list[tuple[float, float]], longest_s: float
) -> None:
    stretches, at = [], 0.0
    for speech_s, pause_s in lengths:
        stretches.append((at, at + speech_s))
        at += speech_s + pause_s
    clips = clips_of(spoken(*stretches), longest_s)
    assert sum(clip.speech_s for clip in clips) == pytest.approx(sum(a for a, _ in lengths))
    assert all(clip.duration_s <= longest_s + 1e-3 for clip in clips)
    for one, other in pairwise(clips):
        assert one.start + one.duration_s <= other.start + 1e-3
