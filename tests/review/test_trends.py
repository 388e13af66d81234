"""Trends of one client: figures with intervals, breaks, and what is left unsaid."""

from itertools import pairwise

import pytest

from livecue.config import Settings
from livecue.events import AnyEvent, Cue, Evidence, Marker, MarkerName
from livecue.review.trends.after import FEWEST, Moment, after_cues, moments_of
from livecue.review.trends.client import breaks, trends
from livecue.review.trends.intervals import Figure, median_of, rate, share
from tests.review.clients import dated, rated
from tests.review.sessions import bundled_lines, heard, slower


@pytest.fixture(scope="module")
def log() -> list[AnyEvent]:
    return heard(bundled_lines())


def marker(seq: int, name: MarkerName, turn: int, *named: str) -> Marker:
    return Marker(
        seq=seq,
        start=60.0 + turn,
        end=61.0 + turn,
        marker=name,
        score=0.9,
        evidence=Evidence(basis="test", reasons=named),
        turn=turn,
        before_turn=None,
        known_at=62.0 + turn,
    )


def test_the_interval_of_a_rate_is_garwoods() -> None:
    ten = rate(10, 50, 50)
    assert (ten.value, ten.low, ten.high) == (10.0, 4.8, 18.39)
    assert rate(0, 50, 50).high == 3.69
    assert rate(10, 25, 50).value == 20.0
    assert rate(3, 0, 50) == Figure()


def test_the_interval_of_a_share_is_clopper_and_pearsons() -> None:
    assert share(3, 10) == Figure(value=0.3, low=0.067, high=0.652, of=10)
    assert share(0, 5).low == 0.0
    assert share(5, 5).high == 1.0
    assert share(0, 0) == Figure()


def test_the_interval_of_a_median_holds_it_and_narrows_with_more() -> None:
    few = median_of([0.4, 0.6, 0.8, 1.0, 1.2])
    many = median_of([0.4, 0.6, 0.8, 1.0, 1.2] * 20)
    for figure in (few, many):
        assert figure.value == 0.8
        assert figure.low is not None
        assert figure.high is not None
        assert figure.low <= 0.8 <= figure.high
    assert (many.high or 0) - (many.low or 0) < (few.high or 0) - (few.low or 0)


def test_sessions_stand_in_order_each_with_its_figures(log: list[AnyEvent]) -> None:
    report = trends("river", [dated(log, 1), dated(log, 0)])
    assert [one.id for one in report.sessions] == ["session-0", "session-1"]
    (one, other) = report.sessions
    assert one.signs == other.signs
    assert 0 < (one.client_talk.value or 0) < 1
    assert one.cues.of == sum(isinstance(event, Cue) for event in log)
    assert one.breaks == other.breaks == ()


def test_a_slower_client_answers_later(log: list[AnyEvent]) -> None:
    slow = heard(slower(bundled_lines(), 2.0))
    quick, late = trends("river", [dated(log, 0), dated(slow, 1)]).sessions
    assert (late.response_s.value or 0) > 1.5 * (quick.response_s.value or 0)


def test_a_change_of_settings_version_or_microphone_is_a_break(log: list[AnyEvent]) -> None:
    other = Settings().with_values({"cues.count": 3}).model_dump(mode="json")
    heads = [
        dated(log, 0)[0],
        dated(log, 1, settings=other)[0],
        dated(log, 2, settings=other, version="9.9")[0],
        dated(log, 3, settings=other, version="9.9", source="microphone: another")[0],
    ]
    found = [breaks(before, after) for before, after in pairwise(heads)]  # type: ignore[arg-type]
    assert found == [("settings",), ("version",), ("microphone",)]
    assert breaks(None, heads[0]) == ()  # type: ignore[arg-type]


def test_how_the_overlay_looks_is_no_break(log: list[AnyEvent]) -> None:
    other = Settings().with_values({"overlay.opacity": 0.5}).model_dump(mode="json")
    one, two = trends("river", [dated(log, 0), dated(log, 1, settings=other)]).sessions
    assert one.breaks == two.breaks == ()


def test_helpful_is_told_apart_from_not_helpful_and_from_unrated(log: list[AnyEvent]) -> None:
    cues = sum(isinstance(event, Cue) for event in log)
    logs = [dated(log, 0), rated(dated(log, 1), helpful=True), rated(dated(log, 2), helpful=False)]
    unrated, helpful, not_helpful = (one.rated for one in trends("river", logs).sessions)
    assert (unrated.helpful, unrated.not_helpful, unrated.unrated) == (0, 0, cues)
    assert (helpful.helpful, helpful.unrated) == (cues, 0)
    assert (not_helpful.not_helpful, not_helpful.unrated) == (cues, 0)


def test_obstacles_are_named_and_not_weighed(log: list[AnyEvent]) -> None:
    seq = log[-1].seq + 1
    with_obstacles = [*log, marker(seq, "homework", 900, "the bus", "no key")]
    (one,) = trends("river", [dated(with_obstacles, 0)]).sessions
    assert [obstacle.words for obstacle in one.obstacles][-2:] == ["the bus", "no key"]
    assert set(type(one.obstacles[-1]).model_fields) == {"at", "words"}


def test_what_came_of_cues_is_shown_only_beside_like_moments() -> None:
    shown = [Moment(about="yes_but", shown=True, signs=1) for _ in range(FEWEST)]
    unseen = [Moment(about="yes_but", shown=False, signs=3) for _ in range(FEWEST)]
    other = [Moment(about="silence", shown=False, signs=0) for _ in range(FEWEST)]
    assert after_cues([*shown, *other]).shown is None
    assert after_cues([*shown, *unseen[1:]]).shown is None
    compared = after_cues([*shown, *unseen, *other])
    assert compared.matched == FEWEST
    assert compared.shown is not None
    assert compared.not_shown is not None
    assert (compared.shown.value, compared.not_shown.value) == (1.0, 3.0)


def test_a_cue_near_the_end_has_no_time_after_it(log: list[AnyEvent]) -> None:
    cues = [event for event in log if isinstance(event, Cue)]
    assert len(moments_of(log)) <= len(cues)
    cut = [event for event in log if event.type != "end"]
    assert moments_of(cut) == []


def test_two_clinicians_stand_side_by_side_and_one_does_not(log: list[AnyEvent]) -> None:
    one = [dated(log, n, clinician="anna") for n in range(2)]
    assert trends("river", one).clinicians == ()
    both = trends("river", [*one, dated(log, 2, clinician="ben"), dated(log, 3)]).clinicians
    assert [(each.clinician, each.sessions) for each in both] == [("anna", 2), ("ben", 1)]
    assert both[0].signs["yes_but"].of == 2 * both[1].signs["yes_but"].of
