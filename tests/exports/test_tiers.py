"""Tiers: what overlaps in time becomes one, and nothing is lost of it."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from livecue.events import AnyEvent, Marker
from livecue.exports.kept import kept_session
from livecue.exports.tiers import Tier, tiers_of
from tests.events import marker
from tests.store.twins import ended, started


def tier(events: list[AnyEvent], name: str) -> Tier:
    return next(tier for tier in tiers_of(kept_session(events)) if tier.name == name)


def test_every_sign_has_a_tier_whether_or_not_it_was_heard(full: list[AnyEvent]) -> None:
    assert [tier.name for tier in tiers_of(kept_session(full))] == [
        "client",
        "clinician",
        "not sure who",
        "pauses",
        "longer pauses",
        "reservation voiced",
        "subject changed",
        "obstacles named",
        "leaning towards change",
        "leaning towards staying",
        "cues",
        "clinician's marks",
        "not heard",
    ]


def test_signs_that_overlap_are_one_with_both_labels(full: list[AnyEvent]) -> None:
    (both,) = tier(full, "reservation voiced").spans
    assert (both.start, both.end) == (10.0, 13.0)
    assert both.label.count("Yes, but") == 2


def test_what_was_retracted_is_not_there(full: list[AnyEvent]) -> None:
    assert tier(full, "obstacles named").spans == ()


def test_a_pause_is_there_once_though_it_was_written_twice(full: list[AnyEvent]) -> None:
    assert [span.start for span in tier(full, "pauses").spans] == [2.0, 40.0]


def test_what_happens_at_one_moment_is_one_moment(full: list[AnyEvent]) -> None:
    (cues,) = tier(full, "cues").spans
    assert "reservation voiced" in cues.label
    assert "(not shown)" in cues.label
    (marks,) = tier(full, "clinician's marks").spans
    assert marks.label.startswith("marked | I hurried")


@given(st.lists(st.tuples(st.floats(0.0, 100.0), st.floats(0.0, 20.0)), max_size=20))
def test_spans_of_a_tier_never_overlap_and_cover_what_was_marked(
    spans: list[tuple[float, float]],
) -> None:
    marked: list[Marker] = [
        marker("yes_but", 5.0, seq=seq).model_copy(update={"start": start, "end": start + length})
        for seq, (start, length) in enumerate(spans, start=1)
    ]
    written = tier([started("one"), *marked, ended(99, 200.0)], "reservation voiced").spans
    for before, after in itertools.pairwise(written):
        assert before.end <= after.start
    for start, length in spans:
        assert any(
            span.start <= start + 0.001 and start + length <= span.end + 0.001 for span in written
        )
