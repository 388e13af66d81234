"""Kept sessions for tuning and trends: the bundled one, quicker and slower, heard the whole way."""

import random
from collections.abc import Sequence

import numpy as np

from livecue.capture.scripted import Scripted
from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.config.listing import Declared
from livecue.config.settings import Value
from livecue.cues.guide import Guide, load_guide
from livecue.events import AnyEvent, Numbering
from livecue.hearing.gate import FRAME_SAMPLES
from livecue.hearing.hearing import Hearing
from livecue.hearing.silero import judged_until
from livecue.hearing.vad import Frame
from livecue.markers.lexicon import Lexicon, load_lexicon
from livecue.markers.weighing import Weighing
from livecue.paths import shipped
from livecue.session.live import Head, LiveSession
from livecue.session.machine import Machine
from livecue.session.sink import Collected
from livecue.session.understanding import Understanding
from livecue.transcription.scripted import Line, ScriptedTranscriber, by_time, gold_lines
from tests.hearing.doubles import ScriptedVad
from tests.markers.talked import by_words

LEXICON: Lexicon = load_lexicon("en")
GUIDE: Guide = load_guide("en")
CHANGED_AT_ONCE = 6
"""Settings that differ from their defaults in one draw."""


class LateVad(ScriptedVad):
    """Hears what the script says as late as Silero does."""

    def __init__(self, *channels: Sequence[tuple[float, float]]) -> None:
        super().__init__(*channels)
        self._heard = 0
        self._waiting: list[tuple[Frame, ...]] = []
        self._given = 0

    def frames(self, samples: Samples) -> list[tuple[Frame, ...]]:
        self._heard += len(samples)
        self._waiting += super().frames(samples)
        known = round(judged_until(self._heard / SAMPLE_RATE_HZ) * SAMPLE_RATE_HZ) // FRAME_SAMPLES
        ready, self._waiting = (
            self._waiting[: known - self._given],
            self._waiting[known - self._given :],
        )
        self._given += len(ready)
        return ready

    def rest(self) -> list[tuple[Frame, ...]]:
        rest, self._waiting = self._waiting, []
        return rest


def bundled_lines() -> list[Line]:
    """What is said in the bundled session, and when."""
    return gold_lines(shipped("examples") / "session.json")


def heard(
    lines: Sequence[Line], settings: Settings | None = None, weighing: Weighing | None = None
) -> list[AnyEvent]:
    """A session's log, through the live path from its blocks on.

    weighing: the network that reads turns; without it, one that knows a few words.
    """
    settings = settings or Settings()
    until = max(end for line in lines for _, end in line.stretches)
    sound = np.zeros((round((until + 2) * SAMPLE_RATE_HZ), 2), np.int16)
    spans = [
        [stretch for line in lines if line.speaker == who for stretch in line.stretches]
        for who in ("clinician", "client")
    ]
    numbering = Numbering()
    machine = Machine(
        Hearing(settings, numbering, 2, vad=LateVad(*spans)),
        Understanding(settings, numbering, LEXICON, GUIDE, weighing or by_words()),
        numbering,
    )
    collected = Collected()
    LiveSession(
        Head("tried", "river", settings, (), {}, "channel"),
        Scripted.of_samples(sound),
        machine,
        ScriptedTranscriber(by_time(lines)),
        numbering,
        [collected],
    ).run()
    return collected.events


def slower(lines: Sequence[Line], factor: float) -> list[Line]:
    """The same words, with every silence so many times as long."""
    edges = sorted({edge for line in lines for stretch in line.stretches for edge in stretch})
    spoken = sorted(stretch for line in lines for stretch in line.stretches)
    moved, at, last = {}, 0.0, 0.0
    for edge in edges:
        silent = not any(start <= last and edge <= end for start, end in spoken)
        at += (edge - last) * (factor if silent else 1.0)
        moved[edge] = round(at, 2)
        last = edge
    return [
        Line(line.speaker, tuple((moved[a], moved[b]) for a, b in line.stretches), line.text)
        for line in lines
    ]


def drawn(settings: Sequence[Declared], chance: random.Random) -> dict[str, Value]:
    """Random values of some settings, each within its range."""
    return {one.name: _value(one, chance) for one in chance.sample(settings, CHANGED_AT_ONCE)}


def _value(one: Declared, chance: random.Random) -> Value:
    if one.choices:
        return chance.choice(one.choices)
    if isinstance(one.default, bool):
        return not one.default
    assert one.low is not None
    assert one.high is not None
    if isinstance(one.default, int):
        return chance.randint(int(one.low), min(int(one.high), 3 * max(one.default, 1)))
    assert isinstance(one.default, float)
    return round(chance.uniform(one.low, min(one.high, 3 * max(one.default, 1.0))), 2)
