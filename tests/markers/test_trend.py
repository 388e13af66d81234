"""Responses that grow slower, compared like with like."""

from livecue.config import SilenceSettings
from livecue.markers.clinician_act import ClinicianAct
from livecue.markers.trend import Growth, Trend

Response = tuple[float, ClinicianAct | None]
"""Latency in seconds, and what it answers."""

AFTER_THE_OPENING_S = 300.0
QUICK: Response = (0.5, "open_question")
SLOW: Response = (2.0, "open_question")
CLOSED: Response = (0.4, "closed_question")


def _trend() -> Trend:
    return Trend(SilenceSettings(trend_pauses=3, trend_opening_s=120.0))


def _push(trend: Trend, start: float, *responses: Response) -> list[Growth]:
    """Responses ten seconds apart; the growths they show."""
    told = [
        trend.push(start + 10.0 * i, latency_s, act) for i, (latency_s, act) in enumerate(responses)
    ]
    return [growth for growth in told if growth is not None]


def test_open_questions_answered_slower_than_before_are_growth() -> None:
    (growth,) = _push(_trend(), AFTER_THE_OPENING_S, *[QUICK] * 3, *[SLOW] * 3)
    assert growth == Growth(latest_s=2.0, counts_from_s=1.5)


def test_open_questions_after_closed_ones_are_no_growth() -> None:
    assert not _push(_trend(), AFTER_THE_OPENING_S, *[CLOSED] * 6, *[SLOW] * 5)


def test_like_is_found_among_unlike() -> None:
    lines: list[Response] = []
    for open_s in (0.5, 0.5, 0.5, 2.0, 2.0, 2.0):
        lines += [(open_s, "open_question"), (0.4, "closed_question")]
    assert len(_push(_trend(), AFTER_THE_OPENING_S, *lines)) == 1


def test_responses_to_instructions_and_to_nothing_are_left_out() -> None:
    unasked: list[ClinicianAct] = ["instruction", "information", "back_channel", "other"]
    for act in unasked:
        after: Response = (9.0, act)
        assert not _push(_trend(), AFTER_THE_OPENING_S, *[QUICK] * 3, *[after] * 9)


def test_the_opening_is_left_out() -> None:
    trend = _trend()
    assert not _push(trend, 0.0, *[QUICK] * 6)
    assert not _push(trend, AFTER_THE_OPENING_S, *[SLOW] * 6)


def test_what_a_response_answers_may_not_be_known_and_then_all_are_compared() -> None:
    unknown: Response = (2.0, None)
    assert len(_push(_trend(), AFTER_THE_OPENING_S, QUICK, CLOSED, QUICK, *[unknown] * 3)) == 1


def test_growth_shows_once_it_is_known_what_was_answered() -> None:
    trend = _trend()
    lines = [*[QUICK] * 3, SLOW, CLOSED, SLOW, CLOSED, CLOSED, (2.0, None)]
    assert not _push(trend, AFTER_THE_OPENING_S, *lines)
    assert trend.learn(AFTER_THE_OPENING_S + 80.0, "open_question") is not None


def test_growth_does_not_stand_when_nothing_was_asked() -> None:
    trend = _trend()
    assert _push(trend, AFTER_THE_OPENING_S, *[(0.5, None)] * 3, *[(2.0, None)] * 3)
    assert trend.learn(AFTER_THE_OPENING_S + 50.0, "instruction") is None


def test_growth_is_told_again_only_after_as_many_more() -> None:
    assert len(_push(_trend(), AFTER_THE_OPENING_S, *[QUICK] * 3, *[SLOW] * 8)) == 2
