"""Talk in three classes."""

from typing import Any

import pytest

from livecue.evaluation.gold import talk_of, talk_rated
from livecue.evaluation.talk import JudgedTalk, judged_talk, talk_heard, talk_score
from livecue.evaluation.turn_by_turn import judged_session
from livecue.events import AnyEvent, Marker
from livecue.transcripts.session import TranscriptSession
from tests.evaluation.sessions import candidate, labelled, marker


def coded(*talk: str | None) -> TranscriptSession:
    """Client turns with these classes."""
    turns: list[dict[str, Any]] = [
        {"i": i, "speaker": "client", "text": "words", "talk": one} for i, one in enumerate(talk)
    ]
    return TranscriptSession.model_validate({"id": "talk", "rated": ["talk"], "turns": turns})


def change(turn: int, score: float = 0.9) -> Marker:
    return marker("change_talk", 0, 1, turn=turn, score=score)


def sustain(turn: int, score: float = 0.9) -> Marker:
    return marker("sustain_talk", 0, 1, turn=turn, score=score)


def counts(judged: JudgedTalk) -> dict[str, tuple[int, int, int]]:
    return {name: (one.hits, one.false_alarms, one.misses) for name, one in judged.items()}


def test_the_surer_marker_is_the_class_and_without_any_a_turn_is_neutral() -> None:
    assert talk_heard([change(0, 0.6), sustain(0, 0.7)]) == "sustain"
    assert talk_heard([change(0, 0.8), sustain(0, 0.7)]) == "change"
    assert talk_heard([]) == "neutral"


def test_every_turn_is_right_for_one_class_or_wrong_for_two() -> None:
    judged = judged_talk(coded("change", "neutral", "sustain", "sustain"), [change(0), change(2)])
    assert counts(judged) == {"change": (1, 1, 0), "neutral": (1, 1, 0), "sustain": (0, 0, 2)}


def test_a_candidate_does_not_make_a_class() -> None:
    judged = judged_talk(coded("neutral"), [candidate("change_talk", 0.4, 0)])
    assert counts(judged)["neutral"] == (1, 0, 0)


def test_a_turn_without_a_class_is_left_out() -> None:
    assert counts(judged_talk(coded(None), [change(0)]))["change"] == (0, 0, 0)


def test_labels_for_either_side_are_classes_too() -> None:
    session = labelled(
        ("client", 0, 1, ["change"]),
        ("client", 1, 2, ["sustain", "yes_but"]),
        ("client", 2, 3, []),
        ("client", 3, 4, ["change", "sustain"]),
        ("client", 4, 5, []),
        unsure={4: ["sustain"]},
    )
    classes = [talk_of(session, turn) for turn in session.turns]
    assert classes == ["change", "sustain", "neutral", None, None]


@pytest.mark.parametrize(
    ("rated", "talk"),
    [(("talk",), True), (("change", "sustain"), True), (("change",), False), ((), False)],
)
def test_talk_is_rated_as_such_or_by_labels_for_both_sides(
    rated: tuple[str, ...], talk: bool
) -> None:
    assert talk_rated(labelled(("client", 0, 1, []), rated=rated)) is talk


def test_the_report_has_the_mean_over_classes_and_the_sure_threshold() -> None:
    session = coded("change", "change", "neutral", "sustain")
    log: list[AnyEvent] = [
        change(0, 0.9),
        candidate("change_talk", 0.3, 1),
        change(2, 0.6),
        sustain(3),
    ]
    talk = talk_score(
        [judged_talk(session, log)] * 2, [judged_session(session, "change_talk", log)] * 2
    )
    assert talk is not None
    assert talk.turns == 8
    # change: one hit, one false, one missed; neutral: missed, and one false; staying: right.
    assert talk.macro_f1 == pytest.approx((0.5 + 0 + 1) / 3)
    assert talk.macro_f1_interval == pytest.approx((0.5, 0.5))
    assert talk.sure_at is not None
    assert (talk.sure_at.threshold, talk.sure_at.recall) == (0.9, 0.5)


def test_where_talk_was_never_rated_there_is_no_score() -> None:
    assert talk_score([], []) is None
