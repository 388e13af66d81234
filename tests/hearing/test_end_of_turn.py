"""How long a silence must last for a turn to be over follows its speaker's own pauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.config import HearingSettings
from livecue.hearing.end_of_turn import EndOfTurn

SETTINGS = HearingSettings(end_of_turn_s=1.2, end_of_turn_least_s=0.6, end_of_turn_most_s=1.5)


def after(*pauses_s: float) -> float:
    end = EndOfTurn(SETTINGS)
    for pause_s in pauses_s:
        end.paused(pause_s)
    return end.wait_s


def test_before_a_pause_is_known_it_is_the_setting() -> None:
    assert after() == pytest.approx(1.2)


def test_whoever_pauses_briefly_is_waited_for_briefly() -> None:
    assert 0.6 <= after(*[0.3] * 40) < 0.8


def test_a_slow_speaker_is_waited_for_longer_than_most_of_their_pauses() -> None:
    assert after(*[0.9, 1.1, 1.0, 0.8] * 10) > 1.1


def test_one_long_silence_changes_little() -> None:
    usual = [0.4, 0.5, 0.6] * 10
    assert after(*usual, 7.0) < 1.4 * after(*usual)


@given(st.lists(st.floats(0.01, 30)))
def test_it_stays_within_its_bounds(pauses_s: list[float]) -> None:
    assert 0.6 <= after(*pauses_s) <= 1.5
