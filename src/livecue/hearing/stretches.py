"""From frames to stretches of speech: where one begins, and where it ended.

A silence is ended by speech that lasts, so that a key or a click does not end it; the stretch is
then dated back to where its sound began. It is over after `shortest_pause_s` without sound, and is
dated back to its last loud frame, so that nothing of webrtcvad's lag stays in the pause.
"""

from dataclasses import dataclass

from livecue.config import HearingSettings
from livecue.hearing.gate import FRAME_S
from livecue.hearing.layers import ALL_LAYERS, Layers
from livecue.hearing.vad import Frame
from livecue.hearing.webrtc import HANGOVER_S

SOFT_ONSET_S = 0.1
"""Loud frames just before webrtcvad first hears a voice belong to it, up to this long: it hears a
soft consonant late (95 % within 0.06 s on the scripted sessions)."""


@dataclass(frozen=True)
class Onset:
    """A stretch of speech has begun. start: session second."""

    channel: int
    start: float


@dataclass(frozen=True)
class Stretch:
    """A stretch of speech, heard to its end. start, end: session seconds."""

    channel: int
    start: float
    end: float


class StretchFinder:
    """One channel's stretches, from its frames in order.

    origin_s: session second at which the first frame begins. layers: fewer than all, to measure
    them.
    """

    def __init__(
        self, settings: HearingSettings, channel: int, origin_s: float, layers: Layers = ALL_LAYERS
    ) -> None:
        self._onset = _frames(settings.onset_s) if layers.runs else 1
        dated_otherwise = layers.gate or layers.silero
        self._lag = _frames(HANGOVER_S) if layers.hangover and not dated_otherwise else 0
        self._over = _frames(settings.shortest_pause_s)
        self._tail = _frames(settings.quiet_end_s)
        self._reach = _frames(SOFT_ONSET_S)
        self._channel = channel
        self._origin_s = origin_s
        self._count = 0
        self._loud_run = 0
        self._run = 0
        self._lead = 0
        self._start: int | None = None
        self._voice_end = 0
        self._end = 0

    @property
    def speaking(self) -> bool:
        """Whether a stretch has begun and is not known to be over."""
        return self._start is not None

    @property
    def silent_until(self) -> float:
        """Up to where silence is certain while nobody speaks: what sounds now may be an onset."""
        lead = self._lead if self._run else min(self._loud_run, self._reach)
        return self._at(self._count - self._run - lead)

    def push(self, frame: Frame) -> Onset | Stretch | None:
        """One more frame; what it makes known."""
        self._follow(frame)
        if self._start is None:
            return self._begin() if self._run >= self._onset else None
        if self._run >= self._onset:
            self._voice_end = self._end = self._count
        elif frame.loud and self._count - self._voice_end <= self._tail:
            self._end = self._count
        # Whether a run that has just begun is speech is not known yet.
        return self.close() if self._count - self._run - self._end >= self._over else None

    def close(self) -> Stretch | None:
        """The stretch that is going on, ended where it was last heard."""
        if self._start is None:
            return None
        end = max(self._end - self._lag, self._start + 1)
        stretch = Stretch(self._channel, self._at(self._start), self._at(end))
        self._start = None
        self._run = self._loud_run = self._lead = 0
        return stretch

    def _follow(self, frame: Frame) -> None:
        """Count the runs that this frame goes on with, or breaks."""
        self._count += 1
        if frame.speech and self._run == 0:
            self._lead = min(self._loud_run, self._reach)
        self._run = self._run + 1 if frame.speech else 0
        self._loud_run = self._loud_run + 1 if frame.loud else 0

    def _begin(self) -> Onset:
        self._start = self._count - self._run - self._lead
        self._voice_end = self._end = self._count
        return Onset(self._channel, self._at(self._start))

    def _at(self, frame: int) -> float:
        return round(self._origin_s + frame * FRAME_S, 6)


def _frames(seconds: float) -> int:
    return round(seconds / FRAME_S)
