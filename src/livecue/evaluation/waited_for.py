"""Cues that a transcript's labels ask for, where no session says which were expected."""

from collections.abc import Mapping, Sequence

from livecue.evaluation.gold import carries, client_turns, rated
from livecue.events import AMBIVALENCE_MARKERS, AnyEvent, Cue, MarkerName, Turn
from livecue.transcripts.session import TranscriptSession


def with_cues_due(session: TranscriptSession) -> TranscriptSession:
    """The session with the cues that its labels ask for: after the second turn with a sign."""
    due: dict[MarkerName, int] = {}
    for name in rated(session):
        turns = [turn.i for turn in client_turns(session) if carries(session, turn, name)]
        if name in AMBIVALENCE_MARKERS and len(turns) > 1:
            due[name] = turns[1]
    return session.model_copy(update={"cue_after_turns": due})


def came(session: TranscriptSession, log: Sequence[AnyEvent]) -> Mapping[MarkerName, bool]:
    """Whether a cue for each sign that asks for one came, at its turn or any time later."""
    begins = {event.i: event.start for event in log if isinstance(event, Turn)}
    cues = [event for event in log if isinstance(event, Cue) and event.cue == "consider_pausing"]
    return {
        name: any(
            cue.at >= begins[turn] and name in {sign for sign, _ in cue.reason} for cue in cues
        )
        for name, turn in session.cue_after_turns.items()
    }
