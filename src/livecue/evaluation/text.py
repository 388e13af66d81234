"""Markers and cues of transcripts against their labels, turn by turn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from livecue.evaluation.boundary import (
    BoundaryScore,
    JudgedBoundary,
    SubjectReader,
    boundary_score,
    boundary_scores,
)
from livecue.evaluation.cues import CuesReport, SessionCues, cues_report, session_cues
from livecue.evaluation.gold import client_turns, rated, talk_rated
from livecue.evaluation.intervals import Interval, f1_interval
from livecue.evaluation.mistakes import Mistake, mistakes
from livecue.evaluation.past_only import assert_past_only
from livecue.evaluation.score import Score, Scores, macro_f1
from livecue.evaluation.talk import JudgedTalk, TalkScore, judged_talk, talk_score
from livecue.evaluation.turn_by_turn import (
    JudgedSession,
    MarkerScore,
    false_per_hour,
    judged_session,
    marker_score,
)
from livecue.events import AMBIVALENCE_MARKERS, AnyEvent, Frozen, MarkerName, current
from livecue.transcripts.session import TranscriptSession


@dataclass(frozen=True)
class ScoredText:
    """One transcript, judged turn by turn; sums and curves over many are made of these.

    judged: each marker that was rated. talk: `None` where it was not rated; boundary: where changes
    of subject were not, or nothing could read them.
    """

    session: TranscriptSession
    judged: Mapping[MarkerName, JudgedSession]
    cues: SessionCues
    talk: JudgedTalk | None
    boundary: JudgedBoundary | None

    @property
    def markers(self) -> Scores:
        """Counts, marker by marker."""
        return {name: judged.score for name, judged in self.judged.items()}


class TextSession(Frozen):
    """One transcript's scores; only what was rated in it is there.

    false_per_hour: false alarms, marker by marker; `None` where some turn has no times.
    """

    id: str
    client_turns: int
    markers: Scores
    macro_f1: float | None
    false_per_hour: dict[MarkerName, float | None]
    cues: CuesReport


class TextTotal(Frozen):
    """All transcripts together, each marker over those in which it was rated.

    macro_f1: mean F1 of the four signs of ambivalence; macro_f1_interval: 95 %, by resampling
    sessions. talk: the three classes of talk; boundary: changes of subject by whoever; `None` where
    not rated, or, of boundary, where nothing reads turns.
    """

    id: str
    client_turns: int
    markers: dict[MarkerName, MarkerScore]
    macro_f1: float | None
    macro_f1_interval: Interval | None
    cues: CuesReport
    talk: TalkScore | None
    boundary: BoundaryScore | None


class TextReport(Frozen):
    """All transcripts, and their sum. errors: misses and false alarms, where asked for."""

    sessions: tuple[TextSession, ...]
    total: TextTotal
    errors: tuple[Mistake, ...] | None = None


def score_text(
    session: TranscriptSession, log: Sequence[AnyEvent], reader: SubjectReader | None = None
) -> ScoredText:
    """How well a log's markers agree with the labels, a client's turn at a time.

    Turns where the raters differed (`unsure`) are left out for that marker. A marker that was
    never given a turn is a false alarm.

    Args:
        session: labelled, or with nothing rated; then only its cues count.
        log: what was marked of it.
        reader: says whether the subject changed; without one that is not scored.

    Raises:
        AssertionError: a decision came from something later than itself.
    """
    assert_past_only(log)
    standing = current(log)
    judged = {name: judged_session(session, name, standing) for name in rated(session)}
    return ScoredText(
        session=session,
        judged=judged,
        cues=session_cues(session, log),
        talk=judged_talk(session, standing) if talk_rated(session) else None,
        boundary=boundary_scores(session, reader)
        if reader is not None and "topic_shift" in judged
        else None,
    )


def report(scored: Iterable[ScoredText], with_errors: bool = False) -> TextReport:
    """The sessions' scores, and their sum."""
    texts = tuple(scored)
    return TextReport(
        sessions=tuple(_session(text) for text in texts),
        total=_total(texts),
        errors=tuple(one for text in texts for one in mistakes(text.session, text.judged))
        if with_errors
        else None,
    )


def _session(text: ScoredText) -> TextSession:
    return TextSession(
        id=text.session.id,
        client_turns=len(client_turns(text.session)),
        markers=text.markers,
        macro_f1=macro_f1(text.markers),
        false_per_hour={name: false_per_hour([judged]) for name, judged in text.judged.items()},
        cues=cues_report([text.cues]),
    )


def _total(texts: Sequence[ScoredText]) -> TextTotal:
    names = dict.fromkeys(name for text in texts for name in text.judged)
    markers = {
        name: marker_score([text.judged[name] for text in texts if name in text.judged])
        for name in names
    }
    with_talk = [text for text in texts if text.talk is not None]
    return TextTotal(
        id="total",
        client_turns=sum(len(client_turns(text.session)) for text in texts),
        markers=markers,
        macro_f1=macro_f1(markers),
        macro_f1_interval=f1_interval([_signs(text.markers) for text in texts]),
        cues=cues_report([text.cues for text in texts]),
        talk=talk_score(
            [text.talk for text in with_talk if text.talk is not None],
            [text.judged["change_talk"] for text in with_talk],
        ),
        boundary=boundary_score([text.boundary for text in texts if text.boundary is not None]),
    )


def _signs(markers: Scores) -> list[Score]:
    """The four signs; nothing of one that was not rated."""
    return [markers.get(name, Score()) for name in AMBIVALENCE_MARKERS]
