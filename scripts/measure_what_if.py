"""Compare "what if" with hearing a session once more: labelled sessions, at settings drawn anew.

Each session is heard through the whole live path, first with the defaults; from that log a what-if
is asked at random replayable settings, and the session is heard again with them. What Silero,
speech recognition and the network said of the same sound and the same words is remembered between
the runs, since no replayable setting reaches them.

    .venv/bin/python scripts/measure_what_if.py ../shared/data/speech --draws 10
"""

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from livecue.capture.recording import Recording
from livecue.config import Settings
from livecue.config.listing import replayable
from livecue.events import AnyEvent, Cue
from livecue.hearing.silero import SileroEngine, State
from livecue.hearing.spoken import SpokenTurn
from livecue.markers.reader import Line, Reading, TurnReader
from livecue.review.tuning.walk import keep
from livecue.review.tuning.what_if import same_cue, what_if
from livecue.session.compose import Engines, build, load_engines
from livecue.session.live import Head
from livecue.session.sink import Collected
from livecue.transcription.speech_model import with_model
from livecue.transcription.transcriber import Transcriber, Transcript

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Remembering:
    """A transcriber that reads the same sound once."""

    transcriber: Transcriber
    name: str = "remembering"
    sha256: str = ""
    _read: dict[bytes, Transcript] = field(default_factory=dict)

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        """The turn's words."""
        key = repr((turn.channel, turn.start, turn.end)).encode() + turn.samples.tobytes()
        if key not in self._read:
            self._read[key] = self.transcriber.transcribe(turn)
        return replace(self._read[key], turn=turn)

    def renewed(self) -> "Remembering":
        """Itself."""
        return self


@dataclass
class RememberingReader:
    """A reader of turns that reads the same lines once."""

    reader: TurnReader
    _read: dict[tuple[Line, ...], Reading] = field(default_factory=dict)

    def read(self, lines: Sequence[Line]) -> Reading:
        """What the network says of the last line."""
        key = tuple(lines)
        if key not in self._read:
            self._read[key] = self.reader.read(lines)
        return self._read[key]


class RememberingSilero(SileroEngine):
    """A judge of voices that judges the same sound once."""

    def __init__(self, engine: SileroEngine) -> None:
        self._engine = engine
        self._judged: dict[bytes, tuple[float, State]] = {}

    def judge(self, step: npt.NDArray[np.float32], state: State) -> tuple[float, State]:
        """Probability of a voice in one step."""
        key = step.tobytes() + state[0].tobytes() + state[1].tobytes()
        if key not in self._judged:
            self._judged[key] = self._engine.judge(step, state)
        return self._judged[key]


def heard(path: Path, settings: Settings, engines: Engines) -> list[AnyEvent]:
    """The session's events, through the whole live path."""
    collected = Collected()
    head = Head(path.stem, None, settings, (), engines.models)
    source = Recording(path, "split", "max", settings.capture)
    build(head, source, engines, [collected]).run()
    return collected.events


def main() -> None:
    """Print what differs, and how long a what-if takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--draws", type=int, default=10, help="settings drawn for each session")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from tests.review.sessions import drawn

    settings = with_model(Settings())
    engines = load_engines(settings)
    engines = replace(
        engines,
        transcriber=Remembering(engines.transcriber),
        weighing=replace(engines.weighing, reader=RememberingReader(engines.weighing.reader)),
        silero=RememberingSilero(engines.silero),
    )
    chance = random.Random(arguments.seed)
    settable = replayable()
    asked = equal = cues = 0
    for path in sorted(arguments.folder.glob("s0*.opus")):
        kept = keep(heard(path, settings, engines), engines.lexicon)
        for _ in range(arguments.draws):
            values = drawn(settable, chance)
            changed = settings.with_values(values)
            told = [e for e in heard(path, changed, engines) if isinstance(e, Cue)]
            answered = what_if(kept, changed, engines.guide)
            same = len(told) == len(answered) and all(map(same_cue, told, answered))
            asked, equal, cues = asked + 1, equal + same, cues + len(told)
            if not same:
                print(path.stem, values)
                print("  heard again:", [(c.at, c.cue, c.reason, c.shown) for c in told])
                print("  what if:    ", [(c.at, c.cue, c.reason, c.shown) for c in answered])
        print(f"{path.stem}: {equal} of {asked} equal so far, {cues} cues", flush=True)


if __name__ == "__main__":
    main()
