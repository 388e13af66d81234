"""The clinician's voice, from a short recording of the clinician alone.

Pure: sound in, a voiceprint out, or one sentence on why the recording will not do. What is kept is
the voiceprint, never the sound.
"""

from dataclasses import dataclass

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.errors import InputError
from livecue.hearing.gate import FRAME_SAMPLES, levels_db
from livecue.hearing.run import Run
from livecue.hearing.stretches import Stretch
from livecue.hearing.vad import GatedVad
from livecue.hearing.voiceprint import VoiceEncoder, Voiceprint

ENOUGH_S = 10.0
"""Speech that a voiceprint wants; more than about 20 s adds nothing."""
MOST_S = 30.0
"""Of a longer recording so much speech is used, so that its cost is bounded."""
FAINT_DB = 50.0
"""Loud parts below this (40 dB under full scale) are near to what webrtcvad passes over."""
LOUD_PERCENTILE = 95
CLIPPED_LEVEL = 32_700
CLIPPED_SHARE = 0.001
"""A share of samples at full scale above which the voice is distorted."""


@dataclass(frozen=True)
class Enrolment:
    """A voice, and how well it was heard.

    voiceprint: shape (192,), of length 1. speech_s: speech in the recording. level_db: level of its
    loud parts, above one step of int16.
    """

    voiceprint: Voiceprint
    speech_s: float
    level_db: float


def enrol(samples: Samples, encoder: VoiceEncoder, settings: Settings) -> Enrolment:
    """The voiceprint of the one person heard in `samples` (int16 mono at `SAMPLE_RATE_HZ`).

    Raises:
        InputError: too little speech, too faint, or distorted.
    """
    level_db = _loud_db(samples)
    if level_db < FAINT_DB:
        raise InputError(
            "No voice, or only a faint one, is in the recording; come nearer to the microphone or "
            "turn its level up, and try again."
        )
    speech = speech_in(samples, settings)
    speech_s = len(speech) / SAMPLE_RATE_HZ
    if speech_s < ENOUGH_S:
        raise InputError(
            f"The recording holds {speech_s:.0f} s of speech and {ENOUGH_S:.0f} s are needed; "
            "speak for longer, without stopping, and try again."
        )
    loud = np.abs(speech.astype(np.int32)) >= CLIPPED_LEVEL
    if float(loud.mean()) > CLIPPED_SHARE:
        raise InputError(
            "The voice in the recording is distorted by too high a level; turn the microphone's "
            "level down, and try again."
        )
    used = speech[: round(MOST_S * SAMPLE_RATE_HZ)]
    return Enrolment(encoder.embed(used), speech_s, level_db)


def speech_in(samples: Samples, settings: Settings) -> Samples:
    """The speech of one channel, its silences left out."""
    run = Run(settings.hearing, GatedVad(settings.hearing, 1), 1, 0.0)
    found = [event for moment in run.push(samples[:, np.newaxis]) for event in moment.found]
    stretches = [*(event for event in found if isinstance(event, Stretch)), *run.close()]
    pieces = [run.tape.cut(0, stretch.start, stretch.end)[1] for stretch in stretches]
    return np.concatenate([np.empty(0, np.int16), *pieces])


def _loud_db(samples: Samples) -> float:
    whole = len(samples) // FRAME_SAMPLES * FRAME_SAMPLES
    if not whole:
        return float("-inf")
    return float(np.percentile(levels_db(samples[:whole, np.newaxis]), LOUD_PERCENTILE))
