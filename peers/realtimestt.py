"""RealtimeSTT: it hears when somebody has spoken, and decodes what it recorded.

From its pages (README; docs/: external-audio, configuration, engines/faster-whisper) and source
(core/manual_audio_input.py), version 1.1.2: installed as "recommended" (faster-whisper, and Silero
in ONNX out of a package); `use_microphone=False` and `feed_audio`; "For CPU": `device="cpu",
compute_type="int8"`; the model's folder as `model`; `text(callback)` in a loop ("for continuous
dictation"). Blocks of 512 samples, as its own `feed_audio_file` feeds them at real time, and
silence after the end ("make sure enough trailing silence is fed").

All else by default (batched decoding with a beam of 5, 0.6 s of silence after speech), but for
`silero_deactivity_detection`: with the default, WebRTC's VAD, it heard no end of speech in the
first minute of a session whose pauses last up to 1.1 s, and gave the minute as one text.

It says when a recording stops, not when speech began or ended.
"""

import threading
from collections import deque

import pace

pace.keep_to_this_machine()

from RealtimeSTT import AudioToTextRecorder  # noqa: E402

BLOCK_SAMPLES = 512
TRAILING_S = 2.0
"""Of silence; it ends a recording after 0.76 s."""
PATIENCE_S = 60.0
"""For what it has recorded and not yet decoded."""


class Recordings:
    """What it recorded, and the texts that come of it, in the same order."""

    def __init__(self) -> None:
        self.report: pace.Report | None = None
        self.clock = pace.Clock()
        self._stopped_at: deque[float] = deque()
        self._changed = threading.Condition()

    def stopped(self) -> None:
        """It takes the speech to be over."""
        with self._changed:
            self._stopped_at.append(self.clock.now_s())

    def decoded(self, text: str) -> None:
        """The text of the oldest recording that has none yet."""
        with self._changed:
            decided_at = self._stopped_at.popleft()
            if self.report:
                self.report.text(text, self.clock.now_s(), decided_at=decided_at)
            self._changed.notify_all()

    def wait_for_the_last(self) -> None:
        """Until every recording has its text."""
        with self._changed:
            self._changed.wait_for(lambda: not self._stopped_at, PATIENCE_S)


def main() -> None:
    """It decodes in a process of its own, which imports this file too."""
    report = pace.Report.on_stdout()
    folder, _, warmup, audio = pace.given()
    recordings = Recordings()
    recorder = AudioToTextRecorder(
        model=folder,
        language=pace.LANGUAGE,
        device="cpu",
        compute_type="int8",
        use_microphone=False,
        silero_deactivity_detection=True,
        spinner=False,
        no_log_file=True,
        on_recording_stop=recordings.stopped,
    )
    threading.Thread(target=listen, args=(recorder, recordings), daemon=True).start()
    feed(recorder, recordings, warmup)
    report.ready()

    recordings.report = report
    feed(recorder, recordings, audio)
    report.done()
    recorder.shutdown()


def feed(recorder: AudioToTextRecorder, recordings: Recordings, sound: bytes) -> None:
    """The sound as it is due, and its last text."""
    clock = recordings.clock = pace.Clock()
    for block in pace.play(sound + pace.silence(TRAILING_S), BLOCK_SAMPLES, clock):
        recorder.feed_audio(block, original_sample_rate=pace.RATE_HZ)
    recordings.wait_for_the_last()


def listen(recorder: AudioToTextRecorder, recordings: Recordings) -> None:
    """Its own loop."""
    while not recorder.is_shut_down:
        recorder.text(recordings.decoded)


if __name__ == "__main__":
    main()
