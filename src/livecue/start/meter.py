"""What a microphone shows while somebody tries it. Pure: sound and troubles are handed in."""

from dataclasses import dataclass

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.events import HealthName
from livecue.hearing.level import latest, level_of, loud_db, percentile_db
from livecue.overlay.view import TROUBLE_WORDS
from livecue.translation import words, words_of

BAR_OVER_S = 0.2
"""The bar moves with so much of the latest sound."""
LEAST_DB, MOST_DB = 30.0, 90.0
"""Ends of the bar: a quiet room, and full scale."""
SPEECH_STANDS_OUT_DB = 15.0
"""Loud parts so far above the quiet ones are somebody, not the room."""
KEPT_S = 2.0
"""As much of the latest sound as a judgement needs."""


@dataclass(frozen=True)
class Reading:
    """How far the bar reaches, 0 to 1; and the sentence beside it. good: it will do."""

    bar: float
    says: str
    good: bool = False


class Meter:
    """Follows one microphone. What was last said of a voice stands while nobody speaks."""

    def __init__(self) -> None:
        self._heard = np.empty(0, np.int16)
        self._trouble = ""
        self._says, self._good = words("Say a few words, to see that you are heard."), False

    def push(self, samples: Samples) -> Reading:
        """More sound, int16 mono at `SAMPLE_RATE_HZ`, in order."""
        kept = round(KEPT_S * SAMPLE_RATE_HZ)
        self._heard = np.concatenate([self._heard, samples])[-kept:]
        self._judge()
        return self.reading()

    def trouble(self, what: HealthName) -> Reading:
        """Something is wrong with the microphone, or no longer."""
        if what == "device_back":
            self._trouble = ""
        elif what in TROUBLE_WORDS:
            said = words_of(TROUBLE_WORDS[what])
            self._trouble = f"{said[:1].upper()}{said[1:]}{'' if said.endswith('?') else '.'}"
        return self.reading()

    def failed(self, sentence: str) -> Reading:
        """It would not open at all."""
        self._trouble = sentence
        return self.reading()

    def reading(self) -> Reading:
        """As it stands now."""
        if self._trouble:
            return Reading(0.0, self._trouble)
        level_db = loud_db(self._heard[-round(BAR_OVER_S * SAMPLE_RATE_HZ) :])
        bar = (level_db - LEAST_DB) / (MOST_DB - LEAST_DB)
        return Reading(min(1.0, max(0.0, bar)), self._says, self._good)

    def _judge(self) -> None:
        last = latest(self._heard)
        match level_of(last):
            case "too loud":
                self._say(words("Too loud: move away, or turn the microphone's level down."))
            case "good":
                self._say(words("You are heard well."), good=True)
            case "faint" if loud_db(last) - percentile_db(last, 10) > SPEECH_STANDS_OUT_DB:
                self._say(words("Too quiet: come nearer, or turn the microphone's level up."))

    def _say(self, sentence: str, *, good: bool = False) -> None:
        self._says, self._good = sentence, good
