"""Measure how long "what if" takes over 20 kept sessions of 50 minutes.

The sessions are labelled ones that were heard before, one after the other on one clock
(tests/review/joined.py), or without any the bundled one, again and again.

    .venv/bin/python scripts/measure_tuning.py [LOG.jsonl ...]
"""

import argparse
import gc
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SESSIONS = 20
TIMES = 8
"""Of the bundled session's 400 s, in one of 50 minutes."""
TRIED: tuple[dict[str, float], ...] = (
    *({"silence.response_threshold_s": s / 10} for s in range(15, 45, 3)),
    *({"silence.within_turn_threshold_s": s / 10} for s in range(20, 50, 6)),
    *({"balanced.yes_but": share / 10} for share in range(3, 9)),
    {"cues.count": 3},
    {"cues.cooldown_s": 60.0},
    {"silence.spread": 2.0},
    {"silence.work_s": 60.0},
)


def main() -> None:
    """Print the figures."""
    sys.path.insert(0, str(ROOT))
    from livecue.config import Settings
    from livecue.cues.guide import load_guide
    from livecue.events import parse_event
    from livecue.markers.lexicon import load_lexicon
    from livecue.review.tuning.client import Tuner
    from livecue.review.tuning.walk import keep
    from tests.review.joined import joined
    from tests.review.long_session import long_log

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("logs", type=Path, nargs="*")
    paths = parser.parse_args().logs
    logs = [[parse_event(line) for line in path.read_text("utf-8").splitlines()] for path in paths]
    log = joined(logs) if logs else long_log(TIMES)
    lexicon, began = load_lexicon("en"), time.perf_counter()
    kept = []
    for n in range(SESSIONS):
        one = keep(log, lexicon)
        kept.append(replace(one, started=one.started.model_copy(update={"id": f"session-{n}"})))
    opened_s = time.perf_counter() - began
    tuner = Tuner("river", Settings(), tuple(kept), load_guide("en"))
    tuner.ask({})
    gc.freeze()
    took_ms = []
    for values in TRIED:
        began = time.perf_counter()
        tuner.ask(values)
        took_ms.append(1000 * (time.perf_counter() - began))
    print(f"{SESSIONS} sessions of {kept[0].duration_s / 60:.0f} min, {len(log)} events each")
    print(f"made ready in {opened_s:.1f} s")
    print(
        f"what if: median {statistics.median(took_ms):.0f} ms, "
        f"{min(took_ms):.0f} to {max(took_ms):.0f} ms over {len(took_ms)} changes"
    )


if __name__ == "__main__":
    main()
