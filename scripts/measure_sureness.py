"""What each level of "how sure before I am told" costs: models/turn-reader/sureness.json, and the
table in docs/evaluation.md.

    python scripts/measure_sureness.py LABELLED.jsonl UNLABELLED.jsonl

Of the labelled sessions: signs told of those there are, and how many wrongly; and cues that should
have come (the sign was given twice) and did not, or came without that, in 50 minutes. Of the
unlabelled ones all cues: nobody looked for signs there, so these are at most as many false.
models/manifest.toml must then be given the file's new sha256 and size.
"""

import sys
from pathlib import Path
from typing import get_args

from livecue.config import MarkerSettings, Settings, Sureness
from livecue.evaluation.cues import SESSION_S
from livecue.evaluation.gold import carries, client_turns, rated
from livecue.evaluation.text import TextTotal, report, score_text
from livecue.events import AMBIVALENCE_MARKERS
from livecue.markers.sureness import Cost, Costs
from livecue.paths import shipped
from livecue.transcripts.marked import Marking, load_marking, mark_session
from livecue.transcripts.reading import read_transcript
from livecue.transcripts.session import TranscriptSession
from livecue.wording import MARKER_WORDS


def main(labelled: Path, unlabelled: Path) -> None:
    """Write the file; print one row a level."""
    costs: dict[Sureness, Cost] = {}
    for sure in get_args(Sureness):
        marking = load_marking(Settings(markers=MarkerSettings(sure=sure)))
        total = _total([with_cues_due(one) for one in read_transcript(labelled)], marking)
        costs[sure] = cost_of(total)
        other = _total(read_transcript(unlabelled), marking).cues.cues_per_50_min
        told = " | ".join(
            f"{score.hits} of {score.hits + score.misses}, {score.false_alarms} wrongly"
            for name, score in total.markers.items()
            if name in AMBIVALENCE_MARKERS
        )
        sys.stdout.write(
            f"| {sure} | {told} | {costs[sure].missed_cues} missed, {costs[sure].false_cues} false "
            f"| {other} |\n"
        )
    names = [MARKER_WORDS[name] for name in total.markers if name in AMBIVALENCE_MARKERS]
    sys.stdout.write(f"(signs in this order: {', '.join(names)})\n")
    file = shipped("models") / "turn-reader" / "sureness.json"
    file.write_text(Costs(costs).model_dump_json(indent=1) + "\n", encoding="utf-8")


def with_cues_due(session: TranscriptSession) -> TranscriptSession:
    """The session with the cues that its labels ask for: after the second turn with a sign."""
    due = {}
    for name in rated(session):
        turns = [turn.i for turn in client_turns(session) if carries(session, turn, name)]
        if name in AMBIVALENCE_MARKERS and len(turns) > 1:
            due[name] = turns[1]
    return session.model_copy(update={"cue_after_turns": due})


def cost_of(total: TextTotal) -> Cost:
    """What a level costs, from all labelled sessions together."""
    signs = [score for name, score in total.markers.items() if name in AMBIVALENCE_MARKERS]
    hits = sum(score.hits for score in signs)
    cues = total.cues.labelled
    assert cues is not None
    a_session = SESSION_S / 60.0 / total.cues.minutes
    return Cost(
        told=round(hits / sum(score.hits + score.misses for score in signs), 2),
        missed_cues=round(cues.missed * a_session, 1),
        false_cues=round(cues.false * a_session, 1),
    )


def _total(sessions: list[TranscriptSession], marking: Marking) -> TextTotal:
    return report(score_text(one, mark_session(one, marking)) for one in sessions).total


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
