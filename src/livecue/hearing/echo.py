"""In a video call: is a frame of one channel its own voice, or the other's out of a loudspeaker?

What comes back of a voice is that voice: later, fainter, and the same in every band. So the delay
of an echo, and by how much it is fainter in each band, are learnt while the other speaks, and a
frame that is no louder than the echo that is due is taken for the echo. Nothing is taken out of
the sound: loudspeakers distort and clocks drift, and who hears only levels does not mind.
(Level-based echo suppression as in ITU-T G.165, kept in bands as in WebRTC's residual echo
suppressor; with no more than a judgement in its place.)
"""

import math

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.hearing.gate import FRAME_S, FRAME_SAMPLES

Levels = npt.NDArray[np.float64]

BAND_EDGES_HZ = (150, 300, 450, 650, 900, 1_200, 1_600, 2_100, 2_800, 3_800, 5_200, 7_200)
LONGEST_DELAY_S = 0.4
"""A program hands its sound over so long, at most, before it is in the air and heard."""
AROUND = 3
"""Frames within which the delay is known."""
ALIKE = 0.25
"""Correlation of two channels' levels, over the bands and some seconds, from which one holds the
other: voices that take turns have less than none."""
ENOUGH = 100
"""Frames of the other's speech before anything is taken for its echo."""
AT_ONCE = 2
"""Frames: two microphones in one room hear a voice at the same time, or nearly."""
MEMORY = 0.003
"""Share of what is known of the delay that a frame replaces: some 3 s of speech."""
MEAN_MEMORY = 0.005
DECAY_DB = 1.0
"""Fall a frame of what the room keeps of an echo: a reverberation time of 0.6 s."""
USUAL_SHARE = 0.8
"""Share of the other's frames in which an echo is fainter than what is learnt of it: the rest are
frames in which both speak."""
MARGIN_DB = 6.0
"""So far above the echo that is due a band holds something else."""
OWN_SHARE = 0.35
"""Share of a frame's power that must be something else for it to be a voice of its own."""
FIRST_STEP_DB = 3.0
LAST_STEP_DB = 0.15
LEARNS_OVER = 150
"""Frames of the other's speech after which an echo is known well."""
SILENT_DB = -10.0
"""Level of a band without anything in it."""

BANDS = len(BAND_EDGES_HZ) - 1
LAGS = round(LONGEST_DELAY_S / FRAME_S) + 1


def band_levels_db(samples: Samples) -> Levels:
    """Level in each band of each whole frame, in dB.

    samples: int16, shape (frames x `FRAME_SAMPLES`, channels); returns shape (frames, channels,
    bands).
    """
    framed = samples.reshape(-1, FRAME_SAMPLES, samples.shape[1]).astype(np.float64)
    window = np.hanning(FRAME_SAMPLES)[np.newaxis, :, np.newaxis]
    power = np.abs(np.fft.rfft(framed * window, axis=1)) ** 2 / FRAME_SAMPLES**2
    hz = np.fft.rfftfreq(FRAME_SAMPLES, 1 / SAMPLE_RATE_HZ)
    first = np.searchsorted(hz, BAND_EDGES_HZ)
    bands = np.add.reduceat(power[:, : first[-1]], first[:-1], axis=1)
    levels: Levels = 10 * np.log10(bands + 10 ** (SILENT_DB / 10)).transpose(0, 2, 1)
    return levels


class EchoGuard:
    """Two channels, frame by frame; it learns what each gives back of the other."""

    def __init__(self) -> None:
        self._paths = (_Path(), _Path())

    def own(self, levels_db: Levels, speech: tuple[bool, bool]) -> tuple[bool, bool]:
        """Whether what each channel holds in this frame is more than the other's echo.

        levels_db: shape (2, bands), see `band_levels_db`. speech: whether each sounds like a voice.
        """
        into_first, into_second = self._paths
        into_first.hear(levels_db[1], levels_db[0], far_speaks=speech[1])
        into_second.hear(levels_db[0], levels_db[1], far_speaks=speech[0])
        shares = (
            into_first.share(levels_db[1], levels_db[0], against=into_second),
            into_second.share(levels_db[0], levels_db[1], against=into_first),
        )
        own = (shares[0] > OWN_SHARE, shares[1] > OWN_SHARE)
        if not any(own):
            # It came from somewhere.
            own = (shares[0] >= shares[1], shares[1] > shares[0])
        into_first.learn(levels_db[1], levels_db[0], far_speaks=speech[1] and own[1])
        into_second.learn(levels_db[0], levels_db[1], far_speaks=speech[0] and own[0])
        return own


class _Path:
    """From the channel where a voice is (far) to the one where its echo may be (near)."""

    def __init__(self) -> None:
        self._far = np.full((LAGS + AROUND, BANDS), SILENT_DB)
        self._spoken = np.full((LAGS + AROUND, BANDS), SILENT_DB)
        self._due_db = np.full(BANDS, SILENT_DB)
        self._coupling_db = np.zeros(BANDS)
        self._learnt = 0
        self._far_mean = np.full(BANDS, SILENT_DB)
        self._near_mean = np.full(BANDS, SILENT_DB)
        self._heard = 0
        self._together = np.zeros(LAGS)
        self._far_power = self._near_power = 1e-6

    @property
    def delay(self) -> int:
        """The lag, in frames, at which the near channel is most like the far one."""
        return int(np.argmax(self._together))

    @property
    def alike(self) -> float:
        """How much it is like it at that lag: a correlation, 0 until enough was heard."""
        if self._heard < ENOUGH:
            return 0.0
        return float(self._together.max()) / math.sqrt(self._far_power * self._near_power)

    def hear(self, far_db: Levels, near_db: Levels, *, far_speaks: bool) -> None:
        """One frame more; while the other speaks the delay can be learnt."""
        self._far = _with_first(self._far, far_db)
        if not far_speaks:
            return
        self._heard += 1
        share = max(MEAN_MEMORY, 1 / self._heard)
        self._far_mean += share * (far_db - self._far_mean)
        self._near_mean += share * (near_db - self._near_mean)
        far, near = self._far[:LAGS] - self._far_mean, near_db - self._near_mean
        self._together += MEMORY * (far @ near - self._together)
        self._far_power += MEMORY * (float(far[0] @ far[0]) - self._far_power)
        self._near_power += MEMORY * (float(near @ near) - self._near_power)

    def share(self, far_db: Levels, near_db: Levels, against: "_Path") -> float:
        """Share of the near frame's power that is no echo of the far channel.

        against: the other way round. What is heard earlier there than here came from there.
        """
        if self.alike < ALIKE or (against.alike > self.alike and against.delay > AT_ONCE):
            return 1.0
        lately = self._spoken[max(0, self.delay - 1 - AROUND) : self.delay + AROUND].max(axis=0)
        if self.delay <= AROUND:
            lately = np.maximum(lately, far_db)
        self._due_db = np.maximum(lately, self._due_db - DECAY_DB)
        power = 10 ** (near_db / 10)
        other = near_db > self._due_db + self._coupling_db + MARGIN_DB
        return float(power[other].sum() / power.sum())

    def learn(self, far_db: Levels, near_db: Levels, *, far_speaks: bool) -> None:
        """Move the echo towards the level that `USUAL_SHARE` of the frames stay below."""
        spoken = far_db if far_speaks else np.full(BANDS, SILENT_DB)
        self._spoken = _with_first(self._spoken, spoken)
        near_delay = self._spoken[max(0, self.delay - AROUND) : self.delay + AROUND + 1]
        if self.alike < ALIKE or near_delay.max() == SILENT_DB:
            return
        self._learnt += 1
        step_db = max(LAST_STEP_DB, FIRST_STEP_DB * (1 - self._learnt / LEARNS_OVER))
        above = near_db - self._due_db > self._coupling_db
        self._coupling_db += step_db * np.where(above, USUAL_SHARE, USUAL_SHARE - 1)


def _with_first(levels: Levels, newest: Levels) -> Levels:
    """The newest frame first, and the oldest gone."""
    levels[1:] = levels[:-1]
    levels[0] = newest
    return levels
