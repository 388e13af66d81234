"""What understanding a client's turn costs: milliseconds a turn, on one core.

    taskset -c 0 python scripts/measure_reading.py SESSIONS.jsonl

From the words to markers and cues: rules, network, and the search for the words that carried it.
"""

import sys
import time
from pathlib import Path

import numpy as np

from livecue.config import Settings
from livecue.events import Numbering, Turn
from livecue.session.understanding import Understanding
from livecue.transcripts.marked import load_marking
from livecue.transcripts.reading import read_transcript
from livecue.transcripts.timed import heard


def main(path: Path) -> None:
    """Read every session, and print what the clients' turns took."""
    marking = load_marking(Settings())
    took_ms: list[float] = []
    for session in read_transcript(path):
        numbering = Numbering()
        understanding = Understanding(
            marking.settings, numbering, marking.lexicon, marking.guide, marking.weighing
        )
        for _, event in heard(session, marking.settings):
            began = time.perf_counter()
            understanding.push(event.model_copy(update={"seq": numbering()}))
            if isinstance(event, Turn) and event.speaker == "client":
                took_ms.append(1000 * (time.perf_counter() - began))
    p50, p95, p99 = np.percentile(took_ms, [50, 95, 99])
    print(
        f"{len(took_ms)} client turns: median {p50:.1f} ms, 95 % {p95:.1f} ms, 99 % {p99:.1f} ms, "
        f"longest {max(took_ms):.1f} ms"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
