"""Is a frame loud enough to be speech here? A level gate that learns the room and the voice.

The noise is tracked from below, since speech only ever adds to it; the voice's peak is tracked over
frames that sound like speech. A frame is loud when it stands above both: above the noise by a
margin, and no further below the peak than speech usually falls. So no calibration is needed.
"""

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import HearingSettings

FRAME_S = 0.01
FRAME_SAMPLES = round(FRAME_S * SAMPLE_RATE_HZ)
"""The shortest frame webrtcvad takes."""

CLOSED_DB = 0.0
"""Root mean square of one step of int16: below it the channel is shut, and tells of no room."""
FIRST_NOISE_DB = 45.0
"""What is heard first may be a voice, so noise is taken to be no louder (45 dB below full scale);
a louder room is learnt within a second or two."""
NOISE_FALL = 0.3
"""Share of the way down to a quieter frame that the noise goes at once."""
NOISE_RISE_IN_SPEECH_DB = 0.02
"""Rise a frame, 2 dB/s: less than the dips between words take back."""
NOISE_RISE_DB = 0.1
"""Rise a frame without speech, 10 dB/s: a fan switched on is learnt within seconds."""
PEAK_RISE = 0.3
"""Share of the way up to a louder frame that the peak goes: one knock does not set it."""
PEAK_FALL_DB = 0.01
"""Fall a frame of speech, 1 dB/s: it follows a voice that drops."""


def levels_db(samples: Samples) -> npt.NDArray[np.float64]:
    """Level of each whole frame, in dB above one step of int16 (full scale is about 90).

    samples: int16, shape (frames x `FRAME_SAMPLES`, channels); returns shape (frames, channels).
    """
    framed = samples.reshape(-1, FRAME_SAMPLES, samples.shape[1]).astype(np.float64)
    levels: npt.NDArray[np.float64] = 10 * np.log10((framed**2).mean(axis=1) + 1e-3)
    return levels


class LevelGate:
    """One channel's gate; told each frame's level in turn."""

    def __init__(self, settings: HearingSettings) -> None:
        self._above_noise_db = settings.gate_above_noise_db
        self._below_speech_db = settings.gate_below_speech_db
        self._noise_db: float | None = None
        self._peak_db: float | None = None

    @property
    def sees_fading(self) -> bool:
        """Whether the room is so quiet that a voice can be followed down to where it ends."""
        if self._noise_db is None or self._peak_db is None:
            return False
        return self._noise_db + self._above_noise_db <= self._peak_db - self._below_speech_db

    def passes(self, level_db: float) -> bool:
        """Whether a frame of this level may be speech."""
        if self._noise_db is None or level_db < self._noise_db + self._above_noise_db:
            return False
        return self._peak_db is None or level_db >= self._peak_db - self._below_speech_db

    def learn(self, level_db: float, speech: bool) -> None:
        """Follow the noise and, in speech, the peak."""
        if level_db < CLOSED_DB:
            return
        if self._noise_db is None:
            self._noise_db = min(level_db, FIRST_NOISE_DB)
        elif level_db < self._noise_db:
            self._noise_db += NOISE_FALL * (level_db - self._noise_db)
        else:
            rise_db = NOISE_RISE_IN_SPEECH_DB if speech else NOISE_RISE_DB
            self._noise_db = min(level_db, self._noise_db + rise_db)
        if not speech:
            return
        if self._peak_db is None:
            self._peak_db = level_db
        elif level_db > self._peak_db:
            self._peak_db += PEAK_RISE * (level_db - self._peak_db)
        else:
            self._peak_db -= PEAK_FALL_DB
