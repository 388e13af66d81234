"""Measure how long patients wait before they answer: the figures of review/tuning/population.py.

.venv/bin/python scripts/measure_population.py ../shared/data/text/train_ok/primock57.jsonl
"""

import argparse
import math
from itertools import pairwise
from pathlib import Path

import numpy as np

from livecue.config import Settings
from livecue.hearing.thresholds import Known
from livecue.transcripts.reading import read_transcript


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("primock57", type=Path)
    sessions = read_transcript(parser.parse_args().primock57)
    shortest_s = Settings().hearing.shortest_pause_s
    latencies = [
        after.start - before.end
        for session in sessions
        for before, after in pairwise(session.turns)
        if (before.speaker, after.speaker) == ("clinician", "client")
        and before.end is not None
        and after.start is not None
        and after.start - before.end >= shortest_s
    ]
    known = Known.of([math.log(latency) for latency in latencies])
    print(f"consultations {len(sessions)}, responses of at least {shortest_s} s: {known.count}")
    print(f"median {math.exp(known.centre):.2f} s, deviation of log {known.deviation:.2f}")
    for share in (0.95, 0.99):
        print(f"{share:.0%} are below {np.quantile(latencies, share):.2f} s")


if __name__ == "__main__":
    main()
