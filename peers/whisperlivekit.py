"""WhisperLiveKit with its LocalAgreement policy on faster-whisper.

From its pages (README, "Python API Integration" and "Parameters & Configuration";
docs/troubleshooting.md, "CPU throughput") and source (basic_server.py, web/live_transcription.js),
version 0.2.26: one `TranscriptionEngine`, one `AudioProcessor` that is fed, one generator of
results; `backend_policy="localagreement"`, `backend="faster-whisper"`, `pcm_input=True` (raw
samples, no FFmpeg), the model by `model_path`, the warm-up by `warmup_file`. Blocks of 100 ms, as
its web page sends them. On a processor that cannot keep up, as here, it advises
`asr_coalesce_min_s=0.75`. All else as it comes, its voice activity controller included; its
compute type is "auto", which CTranslate2 resolves to int8 here.

Final is what it has committed: a word that two passes agreed on is never taken back. When its
controller hears a silence begin, it decodes once more what it has; by its own events, what is
committed until that is done was decided then. Words on which that pass does not agree stay open
until speech goes on, or the sound ends.
"""

import asyncio
import sys
from collections import deque

import pace

pace.keep_to_this_machine()
# This file bears the package's name, and its folder is looked in first.
sys.path.pop(0)

from whisperlivekit import AudioProcessor, TranscriptionEngine  # noqa: E402
from whisperlivekit.timed_objects import ASRToken, AudioStreamEvent, FrontData  # noqa: E402

BLOCK_SAMPLES = pace.RATE_HZ // 10


class Committed:
    """Writes each word once, when it is committed."""

    def __init__(self, report: pace.Report, clock: pace.Clock) -> None:
        self._report = report
        self._clock = clock
        self._written = 0
        self._silences: deque[float] = deque()

    def heard(self, event: AudioStreamEvent) -> None:
        """A silence began, or the pass for the oldest that had none is done."""
        if event.kind == "silence_started":
            self._silences.append(self._clock.now_s())
        elif event.kind == "silence_transcription_ready":
            self._silences.popleft()

    def shown(self, data: FrontData) -> None:
        """All that is committed so far."""
        words: list[ASRToken] = [
            word for line in data.lines if not line.is_silence() for word in line.tokens or ()
        ]
        new = words[self._written :]
        self._written = max(self._written, len(words))
        if new:
            self._report.text(
                "".join(word.text for word in new),
                self._clock.now_s(),
                start=new[0].start,
                end=new[-1].end,
                decided_at=self._silences[0] if self._silences else None,
            )


async def main() -> None:
    """Feeding, its events and its results are three tasks, as in its server."""
    report = pace.Report.on_stdout()
    folder, warmup, _, audio = pace.given()
    engine = TranscriptionEngine(
        model_path=folder,
        lan=pace.LANGUAGE,
        backend_policy="localagreement",
        backend="faster-whisper",
        pcm_input=True,
        asr_coalesce_min_s=0.75,
        warmup_file=warmup,
    )
    sys.stderr.write(f"compute type: {engine.asr.model.model.compute_type}\n")
    events: asyncio.Queue[AudioStreamEvent] = asyncio.Queue()
    processor = AudioProcessor(transcription_engine=engine, stream_event_queue=events)
    results = await processor.create_tasks()
    report.ready()

    clock = pace.Clock()
    committed = Committed(report, clock)
    listening = asyncio.create_task(follow(events, committed))
    feeding = asyncio.create_task(feed(processor, audio, clock))
    async for data in results:
        committed.shown(data)
    await feeding
    listening.cancel()
    report.done()
    await processor.cleanup()


async def feed(processor: AudioProcessor, audio: bytes, clock: pace.Clock) -> None:
    """The sound as it is due; nothing more ends it, as its server does."""
    for due_s, block in pace.blocks(audio, BLOCK_SAMPLES):
        await asyncio.sleep(clock.left_s(due_s))
        await processor.process_audio(block)
    await processor.process_audio(b"")


async def follow(events: "asyncio.Queue[AudioStreamEvent]", committed: Committed) -> None:
    """Hand on what it says of its silences."""
    while True:
        committed.heard(await events.get())


if __name__ == "__main__":
    asyncio.run(main())
