"""The live path ready for a benchmark, with words that are known beforehand, and sound for it."""

import functools
from pathlib import Path

from livecue.benchmarks.bench import Bench, Labelled
from livecue.capture.source import ChannelUse, Samples
from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.hearing.silero import SileroEngine
from livecue.markers.lexicon import load_lexicon
from livecue.model_files import locate
from livecue.paths import shipped
from livecue.session.compose import Engines
from livecue.session.sink import Collected
from livecue.transcription.scripted import ScriptedTranscriber, by_time, gold_lines
from tests import bundled
from tests.hearing.doubles import LevelVoices
from tests.markers.talked import by_words

PART_S = 11.0
"""The bundled session's first two turns, and the beginning of the pause after them."""


@functools.cache
def engines() -> Engines:
    """Real hearing; the bundled session's own words, at once."""
    return Engines(
        transcriber=ScriptedTranscriber(by_time(gold_lines(shipped("examples") / "session.json"))),
        weighing=by_words(),
        voices=LevelVoices(1),
        silero=SileroEngine(locate("silero-vad").weights),
        lexicon=load_lexicon("en"),
        guide=load_guide("en"),
        models={},
    )


def bench(channels: ChannelUse = "split") -> Bench:
    return Bench(Settings(), engines(), channels, lambda _: Collected())


def write_part(folder: Path, name: str = "part") -> Labelled:
    """The beginning of the bundled session as a recording with its labels beside it."""
    session = bundled.bundled_session()
    turns = [turn for turn in session.turns if (turn.end or 0) < PART_S]
    kept = session.model_copy(update={"turns": tuple(turns), "cue_after_turns": {}, "id": name})
    (folder / f"{name}.json").write_text(kept.model_dump_json())
    return bundled.write(folder / f"{name}.wav", sound()), kept


@functools.cache
def sound() -> Samples:
    """What is heard in the part: int16, shape (frames, 2)."""
    return bundled.part(bundled.bundled_sound(), 0, PART_S)
