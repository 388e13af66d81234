"""What a device delivered, laid onto the session clock."""

from livecue.capture.device_clock import GROSS_ERROR, DeviceClock
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

_USUAL_RATES_HZ = (8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000)
_NEAR_A_USUAL_RATE = 0.06
"""A gross error is a usual rate taken for another; a second of sound tells it within this."""


_OVERFLOW_TOLD_EVERY_S = 10.0


class _Stream:
    """One opening of the device, for as long as its rate is taken to be the same."""

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

    The session clock is the count of samples at 16 kHz, plus the time in which nothing came. A
    device whose rate is off by more than `SMALL_ERROR` is resampled from the rate that it has.
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
        self._stated_hz = 0.0
        self._overflow_told_s: float | None = None

    @property
    def now_s(self) -> float:
        """Session-clock second up to which it has been told."""
        return self._frames / SAMPLE_RATE_HZ

    def begin(self, rate_hz: float) -> None:
        """A stream opens; what it delivers has this rate."""
        self._stream = _Stream(rate_hz, self._channels)
        self._stated_hz = rate_hz

    def end(self, why: str) -> list[Heard]:
        """The stream stopped; the time until another delivers will be missing, for this reason."""
        self._why_ended = why
        stream, self._stream = self._stream, None
        return [] if stream is None else self._block(stream.cut())

    def slept(self, lasting_s: float) -> list[Heard]:
        """The machine was asleep."""
        stream = self._stream
        return [
            *(self._block(stream.cut()) if stream is not None else ()),
            *self._missing(lasting_s, "asleep"),
            Trouble(self.now_s, "sleep", f"the computer was asleep for {lasting_s:.0f} s"),
        ]

    def push(self, chunk: Chunk) -> list[Heard]:
        """One chunk of the stream that began last."""
        stream = self._stream
        if stream is None:
            raise RuntimeError("a chunk came before its stream began")
        frames = len(chunk.samples) + chunk.dropped
        lost_s = stream.clock.push(frames, chunk.at_s, whole=not chunk.overflowed)
        error = stream.clock.rate_error
        lasting_s = len(chunk.samples) / stream.rate_hz
        heard = [
            *self._since_the_last_stream(chunk.at_s - lasting_s),
            *self._said_to_be_lost(chunk, stream),
            *(self._hole(lost_s, "never came", stream) if lost_s else ()),
            *self._block(stream.push(chunk)),
            *(self._other_rate(error, stream) if error is not None else ()),
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

    def _other_rate(self, error: float, stream: _Stream) -> list[Heard]:
        """Go on from the rate that the device has; while it was not known, time was not heard."""
        gross = abs(error) >= GROSS_ERROR
        rate_hz = stream.rate_hz * (1 + error)
        usual_hz = min(_USUAL_RATES_HZ, key=lambda usual: abs(usual / rate_hz - 1))
        if gross and abs(usual_hz / rate_hz - 1) < _NEAR_A_USUAL_RATE:
            rate_hz = usual_hz
        self._stream = _Stream(rate_hz, self._channels)
        what: HealthName = "wrong_rate" if gross else "drift"
        detail = f"it states {self._stated_hz:.0f} Hz and sends {rate_hz:.0f}; this is allowed for"
        return [
            *self._block(stream.cut()),
            *(self._missing(stream.clock.uncounted_s(error), "wrong rate") if gross else ()),
            Trouble(self.now_s, what, detail),
        ]
