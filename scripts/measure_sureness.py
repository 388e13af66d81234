"""What each level of "how sure before I am told" costs: models/turn-reader/sureness.json, and the
table in docs/evaluation.md.

    python scripts/measure_sureness.py LABELLED.jsonl UNLABELLED.jsonl

Of the labelled sessions: signs told of those there are, and how many wrongly; cues that should come
(their sign was given twice) and do; and cues that come without that, in 50 minutes. Of the
unlabelled ones all cues: nobody looked for signs there, so these are at most as many false.
models/manifest.toml must then be given the file's new sha256 and size.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

from livecue.config import MarkerSettings, Settings, Sureness
from livecue.evaluation.cues import SESSION_S
from livecue.evaluation.text import TextTotal, report, score_text
from livecue.evaluation.waited_for import came, with_cues_due
from livecue.events import MarkerName
from livecue.markers.sureness import Cost, Costs, Told
from livecue.paths import shipped
from livecue.transcripts.marked import load_marking, mark_session
from livecue.transcripts.reading import read_transcript
from livecue.wording import IN_WORDS

SIGNS: tuple[MarkerName, ...] = ("yes_but", "silence", "homework")
"""Those that the labelled sessions have enough of."""


def main(labelled: Path, unlabelled: Path) -> None:
    """Write the file; print the table."""
    sessions = [with_cues_due(one) for one in read_transcript(labelled)]
    levels: dict[Sureness, Cost] = {}
    columns = [*(IN_WORDS[name] for name in SIGNS), "cues that should come", "false"]
    sys.stdout.write(f"| level | {' | '.join(columns)} | all cues, {unlabelled.stem} |\n")
    sys.stdout.write("|---" * (len(columns) + 2) + "|\n")
    for sure in get_args(Sureness):
        marking = load_marking(Settings(markers=MarkerSettings(sure=sure)))
        logs = [(one, mark_session(one, marking)) for one in sessions]
        total = report(score_text(one, log) for one, log in logs).total
        cost = levels[sure] = cost_of(total, [came(one, log) for one, log in logs])
        others = report(
            score_text(one, mark_session(one, marking)) for one in read_transcript(unlabelled)
        ).total.cues
        cells = [
            *(
                f"{cost.signs[name].told} of {cost.signs[name].there}, "
                f"{total.markers[name].false_alarms} wrongly"
                for name in SIGNS
            ),
            f"{cost.cues.told} of {cost.cues.there}",
            f"{cost.false_cues:.1f}",
            f"{others.cues_per_50_min or 0:.1f}",
        ]
        sys.stdout.write(f"| {sure} | {' | '.join(cells)} |\n")
    file = shipped("models") / "turn-reader" / "sureness.json"
    costs = Costs(sessions=len(sessions), levels=levels)
    file.write_text(costs.model_dump_json(indent=1) + "\n", encoding="utf-8")


def cost_of(total: TextTotal, cues: Iterable[Mapping[MarkerName, bool]]) -> Cost:
    """What a level costs. cues: for each session, whether those that should come did."""
    due = [one for session in cues for one in session.values()]
    assert total.cues.labelled is not None
    return Cost(
        signs={
            name: Told(told=score.hits, there=score.hits + score.misses)
            for name, score in total.markers.items()
            if name in SIGNS
        },
        cues=Told(told=sum(due), there=len(due)),
        false_cues=round(total.cues.labelled.false * SESSION_S / 60.0 / total.cues.minutes, 1),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
