"""What the review shows, from events alone: no window in here."""

import json
from collections.abc import Sequence

import pytest

from livecue.cues.guide import load_guide
from livecue.events import AnyEvent, Correction, Cue, End, Feedback, Marker, Turn, current
from livecue.markers.lexicon import load_lexicon
from livecue.review.replay.json import as_json
from livecue.review.replay.moment import moment_of
from livecue.review.replay.rows import Spot, item_at, rows_of
from livecue.review.replay.timeline import Item, Timeline, timeline_of
from livecue.session.anew import anew
from livecue.wording import DISCLAIMER, KEPT_OFF_SCREENS, MACHINERY, MARKER_WORDS
from tests.events import action
from tests.review.long_session import long_log


@pytest.fixture(scope="module")
def log() -> list[AnyEvent]:
    return long_log(2)


def sign(timeline: Timeline, name: str) -> Item:
    return timeline.lane(name).items[0]


def struck(log: Sequence[AnyEvent], marker: Marker) -> Timeline:
    """The timeline after the marker is struck out."""
    correction = Correction(
        seq=log[-1].seq + 1, at=0.0, of_seq=marker.seq, retracted=True, by="clinician"
    )
    corrected = [*log, correction]
    return timeline_of(corrected, anew(corrected, load_lexicon("en"), load_guide("en"), None))


def test_there_is_a_lane_for_each_voice_pauses_each_sign_cues_marks_and_hearing(
    log: list[AnyEvent],
) -> None:
    lanes = [lane.key for lane in timeline_of(log).lanes]
    first = ["clinician", "client", "pauses", *MARKER_WORDS, "cues", "marks"]
    assert lanes[: len(first)] == first
    assert {"hearing", "not_heard"} <= set(lanes)


def test_all_that_stands_in_the_log_is_on_its_lane(log: list[AnyEvent]) -> None:
    timeline = timeline_of(log)
    for name in MARKER_WORDS:
        markers = [m for m in current(log) if isinstance(m, Marker) and m.marker == name]
        assert [item.of for item in timeline.lane(name).items] == sorted(
            markers, key=lambda m: m.start
        )
    assert len(timeline.lane("cues").items) == sum(isinstance(e, Cue) for e in log)


def test_only_a_pause_longer_than_usual_is_long(log: list[AnyEvent]) -> None:
    timeline = timeline_of(log)
    pauses = timeline.lane("pauses").items
    assert {item.long for item in pauses} == {True, False}
    shortest_long = min(item.end - item.start for item in pauses if item.long)
    assert shortest_long > min(usual_s for _, usual_s in timeline.usual)


def test_a_sign_brings_the_clinicians_turn_before_it_and_its_own_words(
    log: list[AnyEvent],
) -> None:
    timeline = timeline_of(log)
    moment = moment_of(timeline, sign(timeline, "yes_but"))
    clinician, client = moment.said
    assert (clinician.who, client.who) == ("clinician", "client")
    assert clinician.text
    assert client.text
    assert client.phrases
    assert moment.title.startswith("Reservation voiced, ")


def test_a_longer_pause_is_told_against_the_usual_one(log: list[AnyEvent]) -> None:
    timeline = timeline_of(log)
    timed = next(
        item
        for item in timeline.lane("silence").items
        if isinstance(item.of, Marker) and item.of.evidence.pause_s is not None
    )
    assert any(
        "usual for this client is up to" in fact for fact in moment_of(timeline, timed).facts
    )


def test_what_is_struck_out_stands_beside_as_no_longer_there(log: list[AnyEvent]) -> None:
    wrong = sign(timeline_of(log), "yes_but").of
    assert isinstance(wrong, Marker)
    timeline = struck(log, wrong)
    stands = {item.stands for item in timeline.lane("yes_but").items}
    assert stands == {"no longer", "yes"}
    assert sign(timeline, "yes_but").stands == "no longer"
    assert "no longer" in {item.stands for item in timeline.lane("cues").items}


def test_feedback_and_notes_and_the_clinicians_word_on_the_session_are_shown(
    log: list[AnyEvent],
) -> None:
    cue = next(event for event in log if isinstance(event, Cue))
    after: list[AnyEvent] = [
        Feedback(seq=9001, at=0.0, cue_at=cue.at, helpful=False),
        action(61.0, "note", "She looked away.", seq=9002),
        action(90.0, "engaged", seq=9003),
        action(90.0, "not_engaged", seq=9004),
    ]
    timeline = timeline_of([*log, *after])
    told = moment_of(timeline, timeline.lane("cues").items[0])
    assert "You did not find it helpful." in told.facts
    assert "She looked away." in [item.says for item in timeline.lane("marks").items]
    assert timeline.engaged is False


def test_without_words_none_are_shown_and_that_is_said() -> None:
    timeline = timeline_of(long_log(1, consent=("listen", "timeline")))
    said = [one.text for item in timeline.noticed() for one in moment_of(timeline, item).said]
    assert said
    assert set(said) == {None}
    assert "No words of this session were kept." in timeline.limits


def test_a_log_cut_short_anywhere_makes_a_timeline(log: list[AnyEvent]) -> None:
    for length in range(1, len(log), 97):
        timeline = timeline_of(log[:length])
        for item in timeline.noticed():
            moment_of(timeline, item)


def test_a_session_without_an_end_may_be_running_still(log: list[AnyEvent]) -> None:
    said = " ".join(timeline_of([e for e in log if not isinstance(e, End)]).limits)
    assert "broken off, or is still running" in said
    assert "no end" not in " ".join(timeline_of(log).limits)


def test_as_json_it_says_what_the_window_says_in_neutral_words(log: list[AnyEvent]) -> None:
    timeline = timeline_of(log)
    shown = json.loads(as_json(timeline))
    assert shown["disclaimer"] == DISCLAIMER
    assert len(shown["moments"]) == len(timeline.noticed())
    ours = [lane["name"] for lane in shown["lanes"]]
    ours += [item["says"] for lane in shown["lanes"] for item in lane["items"]]
    for moment in shown["moments"]:
        ours += [moment["title"], *(f for f in moment["facts"] if not f.startswith("Named"))]
    text = " ".join(ours).lower()
    assert not [word for word in (*KEPT_OFF_SCREENS, *MACHINERY) if word in text]


def test_a_click_finds_what_is_there_or_near_and_nothing_elsewhere(log: list[AnyEvent]) -> None:
    timeline = timeline_of(log)
    rows = rows_of(timeline)
    row = next(row for row in rows if row.lane.key == "yes_but")
    wanted = row.lane.items[0]
    middle = (wanted.start + wanted.end) / 2
    assert item_at(rows, Spot(middle, row.middle, 0.0)) == wanted
    assert item_at(rows, Spot(wanted.start - 1.0, row.middle, 2.0)) == wanted
    assert item_at(rows, Spot(wanted.start - 3.0, row.middle, 2.0)) is None
    assert item_at(rows, Spot(middle, rows[-1].bottom + 1.0, 2.0)) is None


def test_turns_of_the_log_are_the_ones_that_are_quoted(log: list[AnyEvent]) -> None:
    texts = {event.text for event in current(log) if isinstance(event, Turn)}
    timeline = timeline_of(log)
    quoted = {one.text for item in timeline.noticed() for one in moment_of(timeline, item).said}
    assert quoted <= texts
