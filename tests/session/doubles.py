"""Small twins of the session's parts, scripted."""

import numpy as np

from livecue.capture.source import Block, Missing
from livecue.events import Speaker
from livecue.hearing.spoken import SpokenTurn
from livecue.session.machine import Heard
from livecue.transcription.transcriber import Transcript


class ScriptedEar:
    """Hears what the script says, a step for each block."""

    def __init__(self, steps: list[Heard], left: Heard | None = None) -> None:
        self._steps = list(steps)
        self._left = left or []

    def push(self, heard: Block | Missing) -> Heard:
        return self._steps.pop(0) if self._steps else []

    def drafts(self) -> list[SpokenTurn]:
        return []

    def swap(self, at: float) -> Heard:
        return []

    def flush(self) -> Heard:
        return self._left


def spoken(
    i: int, start: float, end: float, speaker: Speaker = "client", reopens: bool = False
) -> SpokenTurn:
    """A turn that wants its words."""
    return SpokenTurn(
        i=i,
        start=start,
        end=end,
        closed_at=end + 1.0,
        speaker=speaker,
        channel=1 if speaker == "client" else 0,
        stretches=((start, end),),
        audio_start=start,
        samples=np.zeros(16_000, dtype=np.int16),
        reopens=reopens,
    )


def blocks(seconds: float, block_s: float = 0.5) -> list[Block]:
    """Silence, cut into blocks."""
    frames = int(block_s * 16_000)
    return [
        Block(n * block_s, np.zeros((frames, 2), dtype=np.int16))
        for n in range(int(seconds / block_s))
    ]


class Words:
    """A transcriber that always hears the same."""

    name = "words"
    sha256 = ""

    def __init__(self, text: str) -> None:
        self._text = text

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        return Transcript(turn=turn, text=self._text)

    def renewed(self) -> "Words":
        return self
