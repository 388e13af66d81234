"""Turns heard in a recording, read twice: as a live session reads them, and as Whisper alone does.

Both read the same clips with the same model and the same way of decoding. A session reads them in
short windows, guarded, and again in the full one where there is a doubt; Whisper by itself pads
every clip to its full window, and is believed.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from livecue.capture.source import SAMPLE_RATE_HZ, Block, Samples
from livecue.config import Settings
from livecue.evaluation.hearing_runs import BLOCK_S
from livecue.events import Numbering, Speaker
from livecue.hearing.hearing import Hearing
from livecue.hearing.silero import SileroEngine
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.clips import Clip
from livecue.transcription.decoder import FULL_WINDOW_S
from livecue.transcription.guard import Doubt
from livecue.transcription.pieces import pieces_of
from livecue.transcription.readings import joined
from livecue.transcription.transcriber import Transcript
from livecue.transcription.whisper import ClipRead, Whisper, transcript_of


@dataclass(frozen=True)
class TurnRead:
    """One turn's text, read in both ways. start: session seconds."""

    speaker: Speaker
    start: float
    live: str
    full_window: str


@dataclass(frozen=True)
class Work:
    """What reading took. live_s, full_window_s: seconds of work for all clips.

    read_again: why, for each clip that needed the full window. left: what stayed in doubt.
    voiceless: clips in which no voice was heard.
    """

    clips: int = 0
    live_s: float = 0.0
    full_window_s: float = 0.0
    read_again: tuple[Doubt, ...] = ()
    left: tuple[Doubt, ...] = ()
    voiceless: int = 0

    def __add__(self, other: "Work") -> "Work":
        return Work(
            self.clips + other.clips,
            self.live_s + other.live_s,
            self.full_window_s + other.full_window_s,
            self.read_again + other.read_again,
            self.left + other.left,
            self.voiceless + other.voiceless,
        )


def turns_heard(samples: Samples, settings: Settings, silero: SileroEngine) -> list[SpokenTurn]:
    """The turns of a recording of two channels (int16, shape (frames, 2)), each as it ended up."""
    hearing = Hearing(settings, Numbering(), 2, silero=silero)
    block = round(BLOCK_S * SAMPLE_RATE_HZ)
    heard = [
        item
        for first in range(0, len(samples), block)
        for item in hearing.push(Block(first / SAMPLE_RATE_HZ, samples[first : first + block]))
    ]
    # A turn that was opened again takes its earlier version's place.
    turns = {item.i: item for item in [*heard, *hearing.flush()] if isinstance(item, SpokenTurn)}
    return sorted(turns.values(), key=lambda turn: turn.start)


def read_both_ways(
    turns: Sequence[SpokenTurn], settings: Settings, whisper: Whisper
) -> tuple[list[TurnRead], Work]:
    """Every turn's text, and the work that it was."""
    read: list[TurnRead] = []
    work = Work()
    for turn in turns:
        live: list[Transcript] = []
        full_window: list[str] = []
        for piece in pieces_of(turn, settings.transcription):
            began = time.perf_counter()
            clips = whisper.read(piece)
            took_s = time.perf_counter() - began
            live.append(transcript_of(piece, clips, took_s))
            began = time.perf_counter()
            full_window += [_in_full_window(whisper, one.clip) for one in clips]
            work += _work(clips, took_s, time.perf_counter() - began)
        text = joined(turn, live).text or ""
        read.append(TurnRead(turn.speaker, turn.start, text, " ".join(full_window)))
    return read, work


def _in_full_window(whisper: Whisper, clip: Clip) -> str:
    """What Whisper by itself reads, its words timed too."""
    encoded = whisper.engine.encode(clip.samples, FULL_WINDOW_S)
    reading = whisper.engine.read(encoded)
    whisper.engine.times(encoded, reading)
    return reading.text


def _work(clips: Sequence[ClipRead], live_s: float, full_window_s: float) -> Work:
    reads = [one.read for one in clips if one.read is not None]
    return Work(
        clips=len(clips),
        live_s=live_s,
        full_window_s=full_window_s,
        read_again=tuple(read.read_again for read in reads if read.read_again is not None),
        left=tuple(read.doubt for read in reads if read.doubt is not None),
        voiceless=len(clips) - len(reads),
    )
