"""What a labelled session says should be heard, in the names of markers."""

from livecue.events import AMBIVALENCE_MARKERS, MarkerName
from livecue.transcripts.session import TranscriptSession, TranscriptTurn

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


def client_turns(session: TranscriptSession) -> list[TranscriptTurn]:
    """The turns that are coded."""
    return [turn for turn in session.turns if turn.speaker == "client"]
