"""What each level of "how sure before I am told" costs, as the table in docs/evaluation.md.

    python scripts/measure_sureness.py LABELLED.jsonl UNLABELLED.jsonl

Of the labelled sessions: signs told of those there are, and how many wrongly. Of both: cues in 50
minutes of talk; in the unlabelled ones nobody looked for signs, so these are at most as many false.
"""

import sys
from pathlib import Path

from livecue.config import MarkerSettings, Settings, Sureness
from livecue.evaluation.text import report, score_text
from livecue.transcripts.marked import load_marking, mark_session
from livecue.transcripts.reading import read_transcript
from livecue.wording import MARKER_WORDS

LEVELS: tuple[Sureness, ...] = ("quiet", "balanced", "sensitive")


def main(labelled: Path, unlabelled: Path) -> None:
    """One row a level."""
    for sure in LEVELS:
        marking = load_marking(Settings(markers=MarkerSettings(sure=sure)))
        told, cues = "", []
        for path in (labelled, unlabelled):
            sessions = read_transcript(path)
            total = report(score_text(one, mark_session(one, marking)) for one in sessions).total
            told = told or ", ".join(
                f"{MARKER_WORDS[name]} {score.hits} of {score.hits + score.misses} "
                f"(and {score.false_alarms} wrongly)"
                for name, score in total.markers.items()
            )
            cues.append(f"{total.cues.cues_per_50_min:.1f}")
        sys.stdout.write(f"| {sure} | {told} | {' | '.join(cues)} |\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
