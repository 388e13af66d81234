"""Where a sign is even: `python training/even.py SESSIONS.jsonl ...` shows what each choice costs.

For every head, over a range of log odds (of network and rules together), how many signs would be
told, rightly and wrongly, in each of the labelled sets given, and how many pairs of them there
would be in one session, which is what makes a cue. The choice is a person's; it is written down in
models/turn-reader/even.json, and its sha256 in models/manifest.toml.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from livecue.config import Settings
from livecue.evaluation.gold import carries, client_turns, rated
from livecue.events import Candidate, Marker, MarkerName, current
from livecue.markers.observed import log_odds
from livecue.markers.weighing import HEAD_OF
from livecue.transcripts.marked import Marking, load_marking, mark_session
from livecue.transcripts.reading import read_transcript
from livecue.transcripts.session import TranscriptSession

STEPS = [step / 2 for step in range(-8, 9)]
"""Log odds beside the even ones of now; -2 is about as far as candidates are kept."""
PAIR = 2

Scored = tuple[str, bool, float]


def main(paths: list[Path]) -> None:
    """A table for each set and head."""
    marking = load_marking(Settings())
    for path in paths:
        sessions = read_transcript(path)
        scored: dict[MarkerName, list[Scored]] = {}
        for session in sessions:
            for name, one in _scored(session, marking):
                scored.setdefault(name, []).append(one)
        for name, turns in scored.items():
            _tell(path.stem, name, turns, marking)


def _scored(session: TranscriptSession, marking: Marking) -> Iterator[tuple[MarkerName, Scored]]:
    log = list(current(mark_session(session, marking)))
    found = [one for one in log if isinstance(one, Marker | Candidate)]
    for name in rated(session) or tuple(HEAD_OF):
        of_turn: dict[int | None, float] = {}
        for one in found:
            if one.marker == name:
                of_turn[one.turn] = max(of_turn.get(one.turn, 0.0), one.score)
        for turn in client_turns(session):
            carried = carries(session, turn, name) if session.rated else False
            if carried is not None:
                yield name, (session.id, carried, log_odds(of_turn.get(turn.i, 0.0)))


def _tell(of: str, name: MarkerName, turns: list[Scored], marking: Marking) -> None:
    there = sum(carried for _, carried, _ in turns)
    for step in STEPS:
        told = [(session, carried) for session, carried, odds in turns if odds >= step]
        right = sum(carried for _, carried in told)
        pairs = sum(count // PAIR for count in Counter(session for session, _ in told).values())
        even = marking.weighing.even.root[HEAD_OF[name]] + step
        sys.stdout.write(
            f"{of} {name} at {even:.2f}: {right} of {there} told, {len(told) - right} wrongly, "
            f"{pairs} pairs\n"
        )


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
