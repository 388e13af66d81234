"""What a device delivered, laid onto the session clock."""

from livecue.capture.device_clock import DeviceClock
from livecue.capture.resampling import Resampler, as_sound
from livecue.capture.ring import Chunk
from livecue.capture.source import (
    SAMPLE_RATE_HZ,
    Block,
    ChannelUse,
    Heard,
    Missing,
    Samples,
    Trouble,
)
from livecue.events import HealthName

_RATE_TOLERANCE = 0.02
_WRONG_RATE = 0.05
"""No crystal is this far off; 44.1 kHz taken for 48 kHz is by 8 %."""

_OVERFLOW_TOLD_EVERY_S = 10.0


class _Stream:
    """One opening of the device."""

    def __init__(self, rate_hz: float, channels: ChannelUse) -> None:
        self.rate_hz = rate_hz
        self.clock = DeviceClock(rate_hz)
        self._channels = channels
        self._resampler = Resampler(rate_hz, channels)

    def push(self, chunk: Chunk) -> Samples:
        return self._resampler.push(as_sound(chunk.samples))

    def cut(self) -> Samples:
        """What is still inside; what comes next does not follow on it."""
        tail = self._resampler.flush()
        self._resampler = Resampler(self.rate_hz, self._channels)
        return tail


class Timeline:
    """Chunks in, blocks out, with what was lost between them. Pure: chunks carry their times.

    The session clock is the count of samples at 16 kHz, plus the time in which nothing came.
    overflows: how often sound was lost so far.
    """

    def __init__(self, channels: ChannelUse) -> None:
        """`channels`: how the device's channels become livecue's."""
        self.overflows = 0
        self._channels = channels
        self._frames = 0
        self._stream: _Stream | None = None
        self._last_at_s: float | None = None
        self._why_ended = ""
        self._rate_told = False
        self._overflow_told_s: float | None = None

    @property
    def now_s(self) -> float:
        """Session-clock second up to which it has been told."""
        return self._frames / SAMPLE_RATE_HZ

    def begin(self, rate_hz: float) -> None:
        """A stream opens; what it delivers has this rate."""
        self._stream = _Stream(rate_hz, self._channels)
        self._rate_told = False

    def end(self, why: str) -> list[Heard]:
        """The stream stopped; the time until another delivers will be missing, for this reason."""
        self._why_ended = why
        stream, self._stream = self._stream, None
        return [] if stream is None else self._block(stream.cut())

    def push(self, chunk: Chunk) -> list[Heard]:
        """One chunk of the stream that began last."""
        stream = self._stream
        if stream is None:
            raise RuntimeError("a chunk came before its stream began")
        lost_s = stream.clock.push(len(chunk.samples) + chunk.dropped, chunk.at_s)
        lasting_s = len(chunk.samples) / stream.rate_hz
        heard = [
            *self._since_the_last_stream(chunk.at_s - lasting_s),
            *self._said_to_be_lost(chunk, stream),
            *(self._hole(lost_s, "never came", stream) if lost_s else ()),
            *self._block(stream.push(chunk)),
            *self._off_rate(stream.clock.rate_error),
        ]
        self._last_at_s = chunk.at_s
        return heard

    def _since_the_last_stream(self, began_s: float) -> list[Heard]:
        why, self._why_ended = self._why_ended, ""
        if self._last_at_s is None or not why:
            return []
        return self._missing(began_s - self._last_at_s, why)

    def _said_to_be_lost(self, chunk: Chunk, stream: _Stream) -> list[Heard]:
        if chunk.dropped:
            return self._hole(chunk.dropped / stream.rate_hz, "found no room", stream)
        # How much the driver lost it does not say; the clock tells, a second later.
        return self._overflow("the driver lost sound") if chunk.overflowed else []

    def _hole(self, lost_s: float, how: str, stream: _Stream) -> list[Heard]:
        """Sound is lacking here; what came before it is told first."""
        return [
            *self._block(stream.cut()),
            *self._overflow(f"{lost_s:.1f} s of sound {how}"),
            *self._missing(lost_s, "overflow"),
        ]

    def _overflow(self, detail: str) -> list[Heard]:
        self.overflows += 1
        told_s = self._overflow_told_s
        if told_s is not None and self.now_s - told_s < _OVERFLOW_TOLD_EVERY_S:
            return []
        self._overflow_told_s = self.now_s
        return [Trouble(self.now_s, "overflow", f"{detail}; {self.overflows} times so far")]

    def _missing(self, lasting_s: float, why: str) -> list[Heard]:
        frames = round(lasting_s * SAMPLE_RATE_HZ)
        if frames <= 0:
            return []
        start_s = self.now_s
        self._frames += frames
        return [Missing(start_s, self.now_s, why)]

    def _block(self, samples: Samples) -> list[Heard]:
        if len(samples) == 0:
            return []
        start_s = self.now_s
        self._frames += len(samples)
        return [Block(start_s, samples)]

    def _off_rate(self, error: float | None) -> list[Heard]:
        if error is None or self._rate_told or abs(error) <= _RATE_TOLERANCE:
            return []
        self._rate_told = True
        what: HealthName = "wrong_rate" if abs(error) >= _WRONG_RATE else "drift"
        more = "more" if error > 0 else "less"
        return [Trouble(self.now_s, what, f"{abs(error):.1%} {more} sound comes than it should")]
