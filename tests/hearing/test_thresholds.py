"""When a pause is long for one client."""

import json
from pathlib import Path

import pytest

from livecue.config import ClientProfile, Settings
from livecue.hearing.thresholds import PauseThresholds

SLOW = [1.6, 1.8, 1.9, 1.7, 2.1, 2.3, 1.5, 2.0]


def learnt(pauses: list[float], settings: Settings | None = None) -> float:
    thresholds = PauseThresholds(settings or Settings())
    for pause in pauses:
        thresholds.observe("response", pause)
    return thresholds.threshold_s("response")


def test_before_the_client_is_known_the_default_stands() -> None:
    assert learnt([]) == pytest.approx(Settings().silence.default_threshold_s)


def test_a_slow_clients_usual_pauses_are_not_long() -> None:
    assert max(SLOW) < learnt(SLOW * 4) < 5


def test_no_threshold_is_below_the_lowest_however_fast_the_client() -> None:
    assert learnt([0.2] * 100) == Settings().silence.lowest_threshold_s


def test_no_threshold_is_above_the_highest_however_slow_the_client() -> None:
    assert learnt([20.0] * 100) == pytest.approx(Settings().silence.highest_threshold_s)


def test_a_few_very_long_pauses_hardly_move_the_threshold() -> None:
    usual = SLOW * 4

    assert learnt([*usual, 15.0, 20.0]) < 1.2 * learnt(usual)


def test_after_enough_pauses_the_clients_own_weigh_as_much_as_the_default() -> None:
    settings = Settings()
    n = settings.silence.enough_pauses

    between = (settings.silence.default_threshold_s * 5.0) ** 0.5
    assert learnt([5.0] * n) == pytest.approx(between)


def test_an_answer_that_began_before_the_question_ended_is_the_fastest() -> None:
    assert learnt([-0.4] * 5) == learnt([0.1] * 5)


def test_responses_and_pauses_within_the_turn_are_learnt_apart() -> None:
    thresholds = PauseThresholds(Settings())
    for _ in range(50):
        thresholds.observe("response", 5.0)

    assert thresholds.threshold_s("response") > thresholds.threshold_s("within_turn")


def test_earlier_sessions_are_where_it_begins() -> None:
    settings = Settings().for_client(ClientProfile(earlier_response_s=tuple(SLOW * 4)))

    assert PauseThresholds(settings).threshold_s("response") == learnt(SLOW * 4)


@pytest.mark.parametrize("session", range(1, 9))
def test_what_the_raters_called_long_is_long_and_nothing_else_that_the_client_ended(
    shared_data: Path, session: int
) -> None:
    gold = json.loads((shared_data / "speech" / f"s0{session}.json").read_text("utf-8"))
    thresholds = PauseThresholds(Settings())
    before = None
    for turn in gold["turns"]:
        if turn["speaker"] == "client":
            inner = [end - start for start, end in turn["pauses"]]
            over = any(pause > thresholds.threshold_s("within_turn") for pause in inner)
            for pause in inner:
                thresholds.observe("within_turn", pause)
            if before is not None:
                gap = turn["start"] - before
                over = over or gap > thresholds.threshold_s("response")
                thresholds.observe("response", gap)
            productive = turn.get("note") == "productive"
            assert over == ("long_pause" in turn["labels"] or productive), turn["i"]
        before = turn["end"]
