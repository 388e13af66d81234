"""Plain faster-whisper on each stretch of speech that its own Silero hears.

From its page (README, "Usage" and "VAD filter") and source (transcribe.py, vad.py), version 1.2.1:
`WhisperModel(..., device="cpu", compute_type="int8")`, `transcribe` with its defaults (beam of 5,
window of 30 s). The VAD's options are `VadOptions`' defaults but for the silence that ends a
stretch: 500 ms, as in the page's own example. The default of 2 s is for leaving silence out of
files, "conservative" in the page's word: here it would join the turns of a conversation into one
stretch of minutes.
"""

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pace

pace.keep_to_this_machine()

import numpy as np  # noqa: E402
from faster_whisper import WhisperModel  # noqa: E402
from faster_whisper.vad import VadOptions, get_vad_model  # noqa: E402

OPTIONS = VadOptions(min_silence_duration_ms=500)
STEP_SAMPLES = 512
"""What Silero judges at a time (vad.py, `SileroVADModel.__call__`)."""
CONTEXT_SAMPLES = 64
STATE_SHAPE = (1, 1, 128)
SILENT_BELOW = OPTIONS.threshold - 0.15
"""vad.py, `neg_threshold` where none is given."""
PER_MS = pace.RATE_HZ // 1000


@dataclass(frozen=True)
class Stretch:
    """Speech from one sample to another, by the VAD."""

    start: int
    end: int


class Stretches:
    """`get_speech_timestamps` of vad.py, a step at a time: the same network, rules and options."""

    def __init__(self) -> None:
        self._session = get_vad_model().session
        self._memory = (np.zeros(STATE_SHAPE, np.float32), np.zeros(STATE_SHAPE, np.float32))
        self._context = np.zeros(CONTEXT_SAMPLES, np.float32)
        self._heard = 0
        self._start: int | None = None
        self._silent_from: int | None = None

    def push(self, step: np.ndarray) -> Stretch | None:
        """The stretch that this step ends, if it ends one."""
        voice = self._voice(step)
        at = self._heard
        self._heard += STEP_SAMPLES
        if voice >= OPTIONS.threshold:
            self._silent_from = None
            if self._start is None:
                self._start = at
        elif voice < SILENT_BELOW and self._start is not None:
            if self._silent_from is None:
                self._silent_from = at
            if at - self._silent_from >= OPTIONS.min_silence_duration_ms * PER_MS:
                return self._close(self._silent_from)
        return None

    def flush(self) -> Stretch | None:
        """The stretch that goes on when the sound ends."""
        if self._start is None:
            return None
        return self._close(self._heard if self._silent_from is None else self._silent_from)

    def _close(self, end: int) -> Stretch:
        assert self._start is not None
        stretch = Stretch(self._start, end)
        self._start = self._silent_from = None
        return stretch

    def _voice(self, step: np.ndarray) -> float:
        heard = np.concatenate([self._context, step])
        self._context = step[-CONTEXT_SAMPLES:]
        h, c = self._memory
        voice, h, c = self._session.run(None, {"input": heard[np.newaxis], "h": h, "c": c})
        self._memory = (h, c)
        return float(voice.reshape(-1)[0])


def main() -> None:
    """Hearing goes on in this thread while another decodes."""
    report = pace.Report.on_stdout()
    folder, _, warmup, audio = pace.given()
    model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=pace.THREADS)
    transcribe(model, as_floats(warmup))
    report.ready()

    clock = pace.Clock()
    ended: queue.SimpleQueue[tuple[Stretch, float] | None] = queue.SimpleQueue()
    decoding = threading.Thread(target=decode, args=(model, as_floats(audio), ended, report, clock))
    decoding.start()
    for stretch in hear(audio, clock):
        ended.put((stretch, clock.now_s()))
    ended.put(None)
    decoding.join()
    report.done()


def hear(audio: bytes, clock: pace.Clock) -> Iterator[Stretch]:
    """Each stretch as soon as the silence after it is long enough."""
    stretches = Stretches()
    for block in pace.play(audio, STEP_SAMPLES, clock):
        step = as_floats(block)
        if len(step) == STEP_SAMPLES and (stretch := stretches.push(step)):
            yield stretch
    if last := stretches.flush():
        yield last


def decode(
    model: WhisperModel,
    sound: np.ndarray,
    ended: "queue.SimpleQueue[tuple[Stretch, float] | None]",
    report: pace.Report,
    clock: pace.Clock,
) -> None:
    """The text of each stretch, padded on both sides as vad.py pads it."""
    pad = OPTIONS.speech_pad_ms * PER_MS
    while (item := ended.get()) is not None:
        stretch, decided_at = item
        text = transcribe(model, sound[max(0, stretch.start - pad) : stretch.end + pad])
        report.text(
            text,
            clock.now_s(),
            start=stretch.start / pace.RATE_HZ,
            end=stretch.end / pace.RATE_HZ,
            decided_at=decided_at,
        )


def transcribe(model: WhisperModel, sound: np.ndarray) -> str:
    """The text, with the documented defaults."""
    segments, _ = model.transcribe(sound, language=pace.LANGUAGE)
    return "".join(segment.text for segment in segments)


def as_floats(sound: bytes) -> np.ndarray:
    """Samples within -1 to 1."""
    return np.frombuffer(sound, np.int16).astype(np.float32) / 32_768.0


if __name__ == "__main__":
    main()
