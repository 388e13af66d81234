"""Talk in three classes, as in the MISC: for change, for staying, or neither."""

from collections.abc import Sequence

from livecue.evaluation.curves import Point, sure_at
from livecue.evaluation.gold import client_turns, talk_of
from livecue.evaluation.intervals import Interval, f1_interval
from livecue.evaluation.score import Score, mean_f1
from livecue.evaluation.turn_by_turn import JudgedSession, scores_of
from livecue.events import AnyEvent, Frozen, Marker, MarkerName
from livecue.transcripts.session import TalkType, TranscriptSession

CLASSES: tuple[TalkType, ...] = ("change", "neutral", "sustain")

_CLASS_OF: dict[MarkerName, TalkType] = {"change_talk": "change", "sustain_talk": "sustain"}

JudgedTalk = dict[TalkType, Score]
"""One session's counts, class by class."""


class TalkScore(Frozen):
    """Talk over all sessions in which it was rated.

    turns: client turns with one class. classes: each class against the others. macro_f1: mean of
    their F1; macro_f1_interval: 95 %, by resampling sessions. sure_at: for talk for change, the
    lowest threshold with a precision of 0.8 or more, and the recall left there; `None` where no
    threshold has it.
    """

    turns: int
    classes: dict[TalkType, Score]
    macro_f1: float | None
    macro_f1_interval: Interval | None
    sure_at: Point | None


def judged_talk(session: TranscriptSession, log: Sequence[AnyEvent]) -> JudgedTalk:
    """Each client's turn's class as heard against its class as rated.

    log: as it stands, corrections applied.
    """
    marked = [e for e in log if isinstance(e, Marker) and e.marker in _CLASS_OF]
    pairs = [
        (gold, talk_heard([marker for marker in marked if marker.turn == turn.i]))
        for turn in client_turns(session)
        if (gold := talk_of(session, turn)) is not None
    ]
    return {
        one: Score(
            hits=pairs.count((one, one)),
            false_alarms=sum(heard == one != gold for gold, heard in pairs),
            misses=sum(gold == one != heard for gold, heard in pairs),
        )
        for one in CLASSES
    }


def talk_heard(marked: Sequence[Marker]) -> TalkType:
    """A turn's class by its talk markers: the surer of two, neutral without any."""
    surest = max(marked, key=lambda marker: marker.score, default=None)
    return "neutral" if surest is None else _CLASS_OF[surest.marker]


def talk_score(
    sessions: Sequence[JudgedTalk], change_talk: Sequence[JudgedSession]
) -> TalkScore | None:
    """Numbers over sessions; `None` where talk was rated in none.

    change_talk: the same sessions' turns for the marker of talk for change.
    """
    if not sessions:
        return None
    classes = {one: sum((session[one] for session in sessions), Score()) for one in CLASSES}
    return TalkScore(
        # Every turn is a hit or a miss of its own class.
        turns=sum(score.hits + score.misses for score in classes.values()),
        classes=classes,
        macro_f1=mean_f1(classes.values()),
        macro_f1_interval=f1_interval([[session[one] for one in CLASSES] for session in sessions]),
        sure_at=sure_at(scores_of(change_talk)),
    )
