"""Two devices on one clock: the clinician's microphone, and what the computer plays of the client.

The microphone is the master: its samples are the session's time. Each device's sound is counted on
its own, and no sound is heard before it was made; so the least lateness of each one's calls, over
some seconds, tells where its count stands on the machine's clock. The difference of the two is how
far they are apart; it grows as their crystals drift. The client's sound is read that much later or
earlier, by interpolation, and the reading point moves so slowly that nothing is heard of it.

What is missing on one side is missing in the session: beside a client who cannot be heard, no
silence is the client's.
"""

import math
from collections import deque

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ, Block, Heard, Missing, Samples, Trouble

PATIENCE_S = 0.6
"""So long the client's sound may come after the clinician's; PortAudio holds 0.2 s, PulseAudio's
monitors send theirs in pieces of up to 0.3 s."""
BUCKET_S = 0.5
BUCKETS = 16
"""Eight seconds: long enough that a late call counts for nothing, so short that even a drift of
500 in a million is followed within 2 ms."""
SLEW = 0.002
"""Most seconds a second by which the reading point moves: a pitch shift of 3 cents."""
SLEW_AT_FIRST = 0.02
"""The same while the lateness of both is still being learnt: what the first calls say may be off by
some ten ms, which would else take ten seconds to make good."""
JUMP_S = 0.05
"""Further apart than this is no drift: a stream began anew."""
TOLD_DRIFT = 0.0005
"""Drift a second that is told: crystals differ by a tenth of it."""
DRIFT_OVER_S = 60.0
TAPS = 16
"""Samples that one is interpolated from, with a Hann-windowed sinc."""
EDGE = 160
"""Samples of silence before the client's first and after the last: two devices that begin and end
as one are some ms apart."""


class Lateness:
    """How late a device's sound comes at least, on the machine's clock."""

    def __init__(self) -> None:
        self._least: deque[tuple[int, float]] = deque(maxlen=BUCKETS)

    def push(self, counted_s: float, at_s: float) -> None:
        """At machine second `at_s`, sound was counted up to `counted_s`."""
        late_s = at_s - counted_s
        bucket = math.floor(at_s / BUCKET_S)
        if self._least and self._least[-1][0] == bucket:
            late_s = min(late_s, self._least.pop()[1])
        self._least.append((bucket, late_s))

    def restart(self) -> None:
        """What was counted before tells nothing any more."""
        self._least.clear()

    @property
    def known(self) -> bool:
        """Whether it has been followed for long enough."""
        return len(self._least) == BUCKETS

    @property
    def seconds(self) -> float | None:
        """The least lateness, over the quietest quarter of the time; `None` before anything came.

        Sound can come late, never early: the least say most. With calls late by 30 ms in the mean,
        two devices are within 3 ms of each other; the median of all half seconds left 4 to 5 ms.
        """
        if not self._least:
            return None
        least_s = sorted(late_s for _, late_s in self._least)
        return float(np.mean(least_s[: max(1, len(least_s) // 4)]))


class Pairing:
    """The two devices' sound in, blocks of both channels out. Pure: sound carries its times.

    silent_gaps: the client's device sends nothing while nothing is played, so that what is lacking
    there is silence.
    """

    def __init__(self, *, silent_gaps: bool = False) -> None:
        self._silent_gaps = silent_gaps
        self._own_late, self._others_late = Lateness(), Lateness()
        self._waiting: deque[Block] = deque()
        self._own_s = 0.0
        self._sound = np.zeros(EDGE, np.int16)
        self._whole = np.ones(EDGE, np.bool_)
        self._first = -EDGE
        self._ahead_s: float | None = None
        self._missing_from: float | None = None
        self._drift_from: tuple[float, float] | None = None
        self._drift_told = False

    def own(self, heard: Heard, at_s: float | None = None) -> list[Heard]:
        """From the microphone, one channel, on the session's clock.

        at_s: the machine second at which it came, with sound.
        """
        if isinstance(heard, Trouble):
            return [heard]
        self._own_s = heard.end_s
        if isinstance(heard, Missing):
            # Nothing waits for what may come of the client now: it would be a long wait.
            return [*self._released(at_any_cost=True), *self._missing_until(heard.start_s), heard]
        if at_s is not None:
            self._own_late.push(heard.end_s, at_s)
        if len(heard.samples):
            self._waiting.append(heard)
        return self._released()

    def others(self, heard: Heard, at_s: float | None = None) -> list[Heard]:
        """From what the computer plays, one channel, on that device's own clock."""
        if isinstance(heard, Trouble):
            return [Trouble(self._now_s, heard.what, f"the client's side: {heard.detail}")]
        if isinstance(heard, Block):
            if at_s is not None:
                self._others_late.push(heard.end_s, at_s)
            self._keep(heard.start_s, heard.samples[:, 0], whole=True)
        else:
            length = round((heard.end_s - heard.start_s) * SAMPLE_RATE_HZ)
            self._keep(heard.start_s, np.zeros(length, np.int16), whole=self._silent_gaps)
        return self._released()

    def rest(self) -> list[Heard]:
        """All that still waits: no more comes."""
        self._keep(self._others_s, np.zeros(EDGE, np.int16), whole=True)
        return [*self._released(at_any_cost=True), *self._missing_until(self._own_s)]

    @property
    def _now_s(self) -> float:
        return self._waiting[0].start_s if self._waiting else self._own_s

    @property
    def _others_s(self) -> float:
        return (self._first + len(self._sound)) / SAMPLE_RATE_HZ

    def _keep(self, start_s: float, samples: Samples, *, whole: bool) -> None:
        """More of the client's sound; what lies between was never there."""
        gap = round(start_s * SAMPLE_RATE_HZ) - self._first - len(self._sound)
        if gap > 0:
            samples = np.concatenate([np.zeros(gap, np.int16), samples])
        self._sound = np.concatenate([self._sound, samples])
        known = np.full(len(samples), whole)
        known[: max(0, gap)] = False
        self._whole = np.concatenate([self._whole, known])

    def _released(self, *, at_any_cost: bool = False) -> list[Heard]:
        """The blocks whose client's side is there, or is not going to be."""
        released: list[Heard] = []
        while self._waiting:
            block = self._waiting[0]
            late = at_any_cost or self._own_s - block.end_s >= PATIENCE_S
            read = self._read(block)
            if read is None and not late:
                break
            self._waiting.popleft()
            if read is None and self._silent_gaps:
                read = np.zeros(len(block.samples), np.int16)
            if read is None:
                if self._missing_from is None:
                    self._missing_from = block.start_s
                continue
            released += self._missing_until(block.start_s)
            both = np.stack([block.samples[:, 0], read], axis=1)
            released += [Block(block.start_s, both), *self._drift(block.end_s)]
        return released

    def _read(self, block: Block) -> Samples | None:
        """The client's sound beside a block; `None` if it is not all there."""
        target_s = self._apart_s()
        if target_s is None:
            return None
        from_s = target_s if self._ahead_s is None else self._ahead_s
        if abs(target_s - from_s) > JUMP_S:
            from_s = target_s
            self._drift_from = None
        frames = len(block.samples)
        settled = self._own_late.known and self._others_late.known
        most_s = (SLEW if settled else SLEW_AT_FIRST) * frames / SAMPLE_RATE_HZ
        to_s = from_s + min(max(target_s - from_s, -most_s), most_s)
        at = (block.start_s + np.linspace(from_s, to_s, frames, endpoint=False)) * SAMPLE_RATE_HZ
        at += np.arange(frames) - self._first
        first, last = int(at[0]) - TAPS, int(at[-1]) + TAPS
        if first < 0 or last >= len(self._sound) or not self._whole[first:last].all():
            return None
        self._ahead_s = to_s
        read = _interpolated(self._sound, at)
        self._forget(first)
        return read

    def _apart_s(self) -> float | None:
        """What to add to a session second to get the client's device's own."""
        own_s, others_s = self._own_late.seconds, self._others_late.seconds
        return None if own_s is None or others_s is None else own_s - others_s

    def _forget(self, before: int) -> None:
        spare = before - SAMPLE_RATE_HZ
        if spare > SAMPLE_RATE_HZ:
            self._sound, self._whole = self._sound[spare:], self._whole[spare:]
            self._first += spare

    def _missing_until(self, end_s: float) -> list[Heard]:
        start_s, self._missing_from = self._missing_from, None
        if start_s is None:
            return []
        return [Missing(start_s, end_s, "the client's side is not heard")]

    def _drift(self, now_s: float) -> list[Heard]:
        """Say once that the two clocks differ by more than clocks do."""
        ahead_s = self._ahead_s or 0.0
        if self._drift_from is None:
            self._drift_from = now_s, ahead_s
        since_s, before_s = self._drift_from
        if now_s - since_s < DRIFT_OVER_S or self._drift_told:
            return []
        self._drift_from = now_s, ahead_s
        drift = (ahead_s - before_s) / (now_s - since_s)
        if abs(drift) < TOLD_DRIFT:
            return []
        self._drift_told = True
        faster = "faster" if drift > 0 else "slower"
        detail = (
            f"the client's side runs {abs(drift):.2%} {faster} than the microphone; this is "
            "allowed for"
        )
        return [Trouble(now_s, "drift", detail)]


def _interpolated(sound: Samples, at: npt.NDArray[np.float64]) -> Samples:
    """The sound between its samples: at these places, counted in samples from its first."""
    whole = np.floor(at).astype(np.int64)
    offsets = np.arange(1 - TAPS // 2, TAPS // 2 + 1)
    away = offsets[np.newaxis] - (at - whole)[:, np.newaxis]
    weights = np.sinc(away) * np.cos(np.pi * away / (TAPS + 2)) ** 2
    weights /= weights.sum(axis=1, keepdims=True)
    near = sound[whole[:, np.newaxis] + offsets[np.newaxis]].astype(np.float64)
    full = np.iinfo(np.int16)
    read: Samples = np.rint((near * weights).sum(axis=1)).clip(full.min, full.max).astype(np.int16)
    return read
