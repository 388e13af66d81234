"""Whether a frame sounds like a voice, by Silero VAD (version 6, MIT licence).

Silero judges 32 ms at a time and remembers what it heard before. Its probability follows the sound
by some 30 ms, so it is read that much later, between two steps by interpolation: a frame is judged
some 60 ms after it was heard.
"""

from collections import deque
from pathlib import Path

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.hearing.gate import FRAME_S, FRAME_SAMPLES
from livecue.inference import on_one_thread

STEP_SAMPLES = 512
STEP_S = STEP_SAMPLES / SAMPLE_RATE_HZ
CONTEXT_SAMPLES = 64
"""Sound of the step before that Silero is given again."""
STATE_SIZE = 128
LAG_S = 0.03
"""By how much the probability follows the sound: with 20 to 40 ms the edges of pauses in the
scripted sessions err least, in any of the rooms."""
INT16_FULL_SCALE = 32_768.0
NO_VOICE = 0.1
"""Probability below which there is surely no voice."""
FORGETS_AFTER_STEPS = 31
"""After so long without a voice (1 s) Silero is given a fresh memory. A memory of long silence is
late for the next voice: on a channel of its own, in an office, by more than 0.2 s at one turn in
twenty, and it misses one short answer in ten; a fresh one by 0.05 s, and one in forty. A memory of
less than a second loses voices that trail off in noise."""

State = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]
"""What Silero remembers."""


class SileroEngine:
    """The network, loaded once; it keeps nothing from one call to the next.

    path: the ONNX file inside faster-whisper; whoever gives it has checked it.
    """

    def __init__(self, path: Path) -> None:
        self._session = on_one_thread(path)

    def first_state(self) -> State:
        """The memory of somebody who has heard nothing yet."""
        return (
            np.zeros((1, 1, STATE_SIZE), np.float32),
            np.zeros((1, 1, STATE_SIZE), np.float32),
        )

    def judge(self, step: npt.NDArray[np.float32], state: State) -> tuple[float, State]:
        """Probability of a voice in one step.

        step: shape (CONTEXT_SAMPLES + STEP_SAMPLES,), within -1 to 1.
        """
        inputs = {"input": step[np.newaxis], "h": state[0], "c": state[1]}
        probability, h, c = self._session.run(None, inputs)
        return float(probability.reshape(-1)[0]), (h, c)


class SileroJudge:
    """One channel's frames in order; some verdicts come later.

    likely: the probability of a voice above which a frame is one.
    """

    def __init__(self, engine: SileroEngine, likely: float) -> None:
        self._engine = engine
        self._likely = likely
        self._state = engine.first_state()
        self._sound = np.zeros(CONTEXT_SAMPLES, np.float32)
        self._steps: deque[float] = deque(maxlen=3)
        self._judged = 0
        self._frames = 0
        self._given = 0
        self._without_voice = 0

    def push(self, samples: Samples) -> list[bool]:
        """More whole frames (int16, mono); the verdicts that are known now, in order."""
        self._frames += len(samples) // FRAME_SAMPLES
        sound = samples.astype(np.float32) / np.float32(INT16_FULL_SCALE)
        self._sound = np.concatenate([self._sound, sound])
        known: list[bool] = []
        while len(self._sound) >= CONTEXT_SAMPLES + STEP_SAMPLES:
            step = self._sound[: CONTEXT_SAMPLES + STEP_SAMPLES]
            probability, self._state = self._engine.judge(step, self._state)
            self._sound = self._sound[STEP_SAMPLES:]
            self._steps.append(probability)
            self._judged += 1
            self._forget(probability)
            known += [voice > self._likely for voice in self._known()]
        return known

    def rest(self) -> list[bool]:
        """The frames still waiting when no more sound comes: as the last that was judged."""
        left = self._frames - self._given
        self._given = self._frames
        return [bool(self._steps) and self._steps[-1] > self._likely] * left

    def _forget(self, probability: float) -> None:
        """Begin anew where nobody has spoken for a while."""
        self._without_voice = self._without_voice + 1 if probability < NO_VOICE else 0
        if self._without_voice == FORGETS_AFTER_STEPS:
            self._state = self._engine.first_state()
            self._without_voice = 0

    def _known(self) -> list[float]:
        """The frames that lie before the middle of the step judged last."""
        known: list[float] = []
        while self._given < self._frames:
            at_steps = ((self._given + 0.5) * FRAME_S + LAG_S) / STEP_S - 0.5
            if at_steps > self._judged - 1:
                break
            known.append(self._at(at_steps))
            self._given += 1
        return known

    def _at(self, at_steps: float) -> float:
        """The probability at this many steps from the middle of the first."""
        before = int(at_steps)
        part = at_steps - before
        first = self._judged - len(self._steps)
        here = self._steps[before - first]
        after = self._steps[min(before + 1, self._judged - 1) - first]
        return here + part * (after - here)


def judged_until(heard_s: float) -> float:
    """Up to where frames are judged once so much of a run was heard, in seconds of the run."""
    steps = int(heard_s * SAMPLE_RATE_HZ + 0.5) // STEP_SAMPLES
    frames = int(((steps - 0.5) * STEP_S - LAG_S) / FRAME_S - 0.5 + 1e-6) + 1
    return max(frames, 0) * FRAME_S
