"""What a labelled session says should be heard, in the names of markers."""

from livecue.events import AMBIVALENCE_MARKERS, MarkerName
from livecue.transcripts.session import Span, TalkType, TranscriptSession, TranscriptTurn

SCORED: tuple[MarkerName, ...] = (*AMBIVALENCE_MARKERS, "change_talk", "sustain_talk")

LABELS: dict[MarkerName, frozenset[str]] = {
    "silence": frozenset({"long_pause", "minimal"}),
    "yes_but": frozenset({"yes_but"}),
    "topic_shift": frozenset({"topic_shift"}),
    "homework": frozenset({"excuse"}),
    "change_talk": frozenset({"change"}),
    "sustain_talk": frozenset({"sustain"}),
}
"""The labels of the codebook that stand for a marker."""

_TALK: dict[MarkerName, str] = {"change_talk": "change", "sustain_talk": "sustain"}


def rated(session: TranscriptSession) -> tuple[MarkerName, ...]:
    """The markers that raters looked for in a session; the others are not scored."""
    return tuple(
        marker
        for marker in SCORED
        if LABELS[marker].intersection(session.rated)
        or (marker in _TALK and "talk" in session.rated)
    )


def carries(session: TranscriptSession, turn: TranscriptTurn, marker: MarkerName) -> bool | None:
    """Whether a client's turn carries a marker; `None` where the raters were not at one."""
    if LABELS[marker].intersection(turn.labels):
        return True
    if LABELS[marker].intersection(turn.unsure):
        return None
    return "talk" in session.rated and turn.talk is not None and turn.talk == _TALK.get(marker)


def talk_rated(session: TranscriptSession) -> bool:
    """Whether raters gave every client's turn one of the three classes of talk."""
    return "talk" in session.rated or {"change", "sustain"}.issubset(session.rated)


def talk_of(session: TranscriptSession, turn: TranscriptTurn) -> TalkType | None:
    """A client's turn's class of talk: as coded, else from its labels for either side.

    `None` where it has no class, or the labels speak for both sides, or raters were not at one.
    """
    if "talk" in session.rated:
        return turn.talk
    change, sustain = (carries(session, turn, name) for name in _TALK)
    if change is None or sustain is None or (change and sustain):
        return None
    return "change" if change else "sustain" if sustain else "neutral"


def gold_span(session: TranscriptSession, turn: TranscriptTurn, name: MarkerName) -> Span:
    """Where a turn's marker may lie: the turn, or for silence all from the end of the turn before.

    Seconds, without slack.
    """
    start, end = _times(turn)
    if name != "silence":
        return start, end
    before = session.turns[: session.turns.index(turn)]
    return (min(start, _times(before[-1])[1]) if before else 0.0), end


def client_turns(session: TranscriptSession) -> list[TranscriptTurn]:
    """The turns that are coded."""
    return [turn for turn in session.turns if turn.speaker == "client"]


def _times(turn: TranscriptTurn) -> Span:
    assert turn.start is not None, f"turn {turn.i} has no start"
    assert turn.end is not None, f"turn {turn.i} has no end"
    return turn.start, turn.end
