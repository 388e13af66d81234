"""How quickly speech models read on this machine, timed with a clip of the bundled session."""

import time
from collections.abc import Callable, Sequence

import numpy as np

from livecue.capture.recording import Recording
from livecue.capture.source import SAMPLE_RATE_HZ, Block
from livecue.config import CaptureSettings, TranscriptionSettings
from livecue.hearing.spoken import LEAD_S, TAIL_S, SpokenTurn
from livecue.model_files import ModelSpec
from livecue.paths import shipped
from livecue.transcription.fitting import Speed, keeps_up
from livecue.transcription.transcriber import Transcriber

CLIP_S = 5.0
"""Sound that is read: as much as a turn leaves to be read at its end (`piece_s`)."""
CLIP_LANGUAGE = "en"
"""Speech in another language than a model is asked for costs it less: it is not read."""
READINGS = 3
"""After one that warms the model up. The quickest counts: the others were disturbed."""
HOPELESS = 4.0
"""A first reading that takes so many times what is allowed settles it: warming up alone costs no
more than 2 times (tiny.en 1.7, base 1.1, measured on two cores)."""
_CLIENT = 1
_FIRST_WORD_S, _LAST_WORD_S = 37.025, 41.425
"""Fourteen words of the client's in examples/session.opus, which the short window is enough for."""


def bundled_clip() -> SpokenTurn:
    """`CLIP_S` seconds of the bundled session, as hearing hands a turn on."""
    first_s, last_s = _FIRST_WORD_S - LEAD_S, _LAST_WORD_S + TAIL_S
    pieces = []
    for heard in Recording(shipped("examples") / "session.opus", "split", "max", CaptureSettings()):
        if isinstance(heard, Block):
            pieces.append(heard.samples[:, _CLIENT])
            if heard.end_s >= last_s:
                break
    first, last = round(first_s * SAMPLE_RATE_HZ), round(last_s * SAMPLE_RATE_HZ)
    return SpokenTurn(
        i=0,
        start=_FIRST_WORD_S,
        end=_LAST_WORD_S,
        closed_at=last_s,
        speaker="client",
        channel=_CLIENT,
        stretches=((_FIRST_WORD_S, _LAST_WORD_S),),
        audio_start=first_s,
        samples=np.concatenate(pieces)[first:last],
    )


def time_models(
    models: Sequence[ModelSpec],
    load: Callable[[str], Transcriber],
    settings: TranscriptionSettings,
    clip: SpokenTurn,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[Speed, ...]:
    """The speed of each model, the smallest first, up to the first that does not keep up.

    A larger one would not either, and a slow machine could spend minutes on finding that out.

    Args:
        models: installed ones.
        load: a model by its name, ready to read.
        clip: what is read.
        clock: seconds that only go forward.
    """
    speeds: list[Speed] = []
    for spec in sorted(models, key=lambda model: model.files[0].size):
        read_s = _read_s(load(spec.name), settings, clip, clock)
        clip_s = len(clip.samples) / SAMPLE_RATE_HZ
        size = spec.files[0].size
        speeds.append(Speed(name=spec.name, size=size, read_s=read_s, clip_s=clip_s))
        if not keeps_up(speeds[-1], settings):
            break
    return tuple(speeds)


def _read_s(
    transcriber: Transcriber,
    settings: TranscriptionSettings,
    clip: SpokenTurn,
    clock: Callable[[], float],
) -> float:
    def read() -> float:
        began = clock()
        transcriber.transcribe(clip)
        return clock() - began

    warming_up = read()
    if warming_up > HOPELESS * settings.model_latency_most_s:
        return warming_up
    return min(read() for _ in range(READINGS))
