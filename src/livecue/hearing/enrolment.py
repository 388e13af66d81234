"""The clinician's voice, from a short recording of the clinician alone.

Pure: sound in, a voiceprint out, or one sentence on why the recording will not do. What is kept is
the voiceprint, never the sound.
"""

from dataclasses import dataclass

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.errors import InputError
from livecue.hearing.clustering import voices_among
from livecue.hearing.gate import FRAME_SAMPLES
from livecue.hearing.level import FAINT_DB, Level, is_clipped, latest, level_of, loud_db
from livecue.hearing.run import Moment, Run
from livecue.hearing.silero import SileroEngine
from livecue.hearing.stretches import Stretch
from livecue.hearing.vad import GatedVad
from livecue.hearing.voiceprint import VoiceEncoder, Voiceprint

WANTED_S = 20.0
"""Speech that is asked for; more adds nothing."""
ENOUGH_S = 10.0
"""Speech that a voiceprint wants at least."""
MOST_S = 30.0
"""Of a longer recording so much speech is used, so that its cost is bounded."""
NOISY_DB = 15.0
"""Speech less than this above the room's noise makes a voiceprint of the room, too."""
PIECE_S = 1.0
"""Shorter stretches do not say whether one or two voices are heard."""
FEWEST_PIECES = 4


@dataclass(frozen=True)
class Progress:
    """How far an enrolment is. speech_s: speech so far. level_db: of the latest loud
    parts, above one step of int16; level: what that means."""

    speech_s: float
    level_db: float
    level: Level

    @property
    def enough(self) -> bool:
        """Whether as much as was asked for has been heard."""
        return self.speech_s >= WANTED_S


@dataclass(frozen=True)
class Enrolment:
    """A voice, and how well it was heard.

    voiceprint: shape (192,), of length 1. speech_s: speech in the recording. level_db: level of its
    loud parts, above one step of int16. snr_db: of speech above the room; `None` if there was no
    moment without speech.
    """

    voiceprint: Voiceprint
    speech_s: float
    level_db: float
    snr_db: float | None

    @property
    def noisy(self) -> bool:
        """Whether the room was so loud that the voice will be known less well elsewhere."""
        return self.snr_db is not None and self.snr_db < NOISY_DB


class Enrolling:
    """Listens to the clinician, block by block."""

    def __init__(self, settings: Settings, silero: SileroEngine | None = None) -> None:
        vad = GatedVad(settings.hearing, 1, silero)
        self._run = Run(settings.hearing, vad, 1, 0.0)
        self._heard = np.empty(0, np.int16)
        self._stretches: list[Stretch] = []

    def push(self, samples: Samples) -> Progress:
        """More sound, int16 mono at `SAMPLE_RATE_HZ`, in order."""
        self._heard = np.concatenate([self._heard, samples])
        for moment in self._run.push(samples[:, np.newaxis]):
            self._follow(moment)
        level_db = loud_db(latest(self._heard))
        return Progress(self._speech_s(), level_db, level_of(self._heard))

    def finish(self, encoder: VoiceEncoder) -> Enrolment:
        """The voice that was heard.

        Raises:
            InputError: too little speech, too faint, distorted, or two voices.
        """
        for moment in self._run.rest():
            self._follow(moment)
        self._stretches += self._run.close()
        level_db = loud_db(self._heard)
        if level_db < FAINT_DB:
            raise InputError(
                "No voice, or only a faint one, is in the recording; come nearer to the microphone "
                "or turn its level up, and try again."
            )
        pieces = [self._run.tape.cut(0, s.start, s.end)[1] for s in self._stretches]
        speech = np.concatenate([np.empty(0, np.int16), *pieces])
        speech_s = len(speech) / SAMPLE_RATE_HZ
        if speech_s < ENOUGH_S:
            raise InputError(
                f"The recording holds {speech_s:.0f} s of speech and {ENOUGH_S:.0f} s are needed; "
                "speak for longer, without stopping, and try again."
            )
        if is_clipped(speech):
            raise InputError(
                "The voice in the recording is distorted by too high a level; turn the "
                "microphone's level down, and try again."
            )
        if _are_two(pieces, encoder):
            raise InputError(
                "More than one voice is in the recording; record the clinician alone, and try "
                "again."
            )
        used = speech[: round(MOST_S * SAMPLE_RATE_HZ)]
        return Enrolment(encoder.embed(used), speech_s, level_db, self._snr_db(speech))

    def _follow(self, moment: Moment) -> None:
        self._stretches += [found for found in moment.found if isinstance(found, Stretch)]

    def _speech_s(self) -> float:
        return sum(stretch.end - stretch.start for stretch in self._stretches)

    def _snr_db(self, speech: Samples) -> float | None:
        """Mean level of speech above that of the rest."""
        silent = np.ones(len(self._heard), bool)
        for stretch in self._stretches:
            first, last = (round(at * SAMPLE_RATE_HZ) for at in (stretch.start, stretch.end))
            silent[first:last] = False
        rest = self._heard[silent]
        if len(rest) < FRAME_SAMPLES:
            return None
        return float(_mean_db(speech) - _mean_db(rest))


def enrol(
    samples: Samples,
    encoder: VoiceEncoder,
    settings: Settings,
    silero: SileroEngine | None = None,
) -> Enrolment:
    """The voiceprint of the one person heard in `samples` (int16 mono at `SAMPLE_RATE_HZ`).

    Raises:
        InputError: too little speech, too faint, distorted, or two voices.
    """
    enrolling = Enrolling(settings, silero)
    enrolling.push(samples)
    return enrolling.finish(encoder)


def _are_two(pieces: list[Samples], encoder: VoiceEncoder) -> bool:
    long = [piece for piece in pieces if len(piece) >= PIECE_S * SAMPLE_RATE_HZ]
    if len(long) < FEWEST_PIECES:
        return False
    seconds = np.array([len(piece) / SAMPLE_RATE_HZ for piece in long])
    first = round(2 * PIECE_S * SAMPLE_RATE_HZ)
    return bool(voices_among(np.stack([encoder.embed(p[:first]) for p in long]), seconds).any())


def _mean_db(samples: Samples) -> float:
    return 10 * float(np.log10((samples.astype(np.float64) ** 2).mean() + 1e-3))
