"""A transcriber that knows beforehand what is said: for tests, and for trying livecue out."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from livecue.events import Speaker, Word
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.transcriber import Transcript

Script = Callable[[SpokenTurn], Sequence[Word]]
"""The words of a turn."""


@dataclass(frozen=True)
class Line:
    """What a speaker says, and when (session seconds). stretches: its speech, pauses left out."""

    speaker: Speaker
    stretches: tuple[tuple[float, float], ...]
    text: str


class ScriptedTranscriber:
    """Gives the words of a script.

    Args:
        script: see `by_turn` and `by_time`.
        before: called before each turn; it may wait, hang or raise, as a model may.
    """

    name = "scripted"
    sha256 = ""

    def __init__(self, script: Script, before: Callable[[], object] = lambda: None) -> None:
        self._script = script
        self._before = before

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        """The turn's words, of which it is always sure."""
        self._before()
        words = tuple(self._script(turn))
        return Transcript(
            turn=turn,
            text=" ".join(word[0] for word in words),
            words=words,
            confidence=1.0 if words else None,
        )

    def renewed(self) -> "ScriptedTranscriber":
        """Itself: there is no engine to make anew."""
        return self


def by_turn(texts: Mapping[int, str]) -> Script:
    """Texts by the index of the turn; a turn that has none is silent."""
    return lambda turn: timed(texts.get(turn.i, ""), turn.stretches)


def by_time(lines: Sequence[Line]) -> Script:
    """The words of the same speaker whose middle falls within the turn, however it was cut.

    A turn of an unknown speaker takes whatever was said in it.
    """
    words = [(line.speaker, word) for line in lines for word in timed(line.text, line.stretches)]

    def spoken_in(turn: SpokenTurn) -> list[Word]:
        return [
            word
            for speaker, word in words
            if turn.speaker in (speaker, "unknown")
            and turn.start <= (word[1] + word[2]) / 2 < turn.end
        ]

    return spoken_in


def gold_lines(path: Path) -> list[Line]:
    """The turns of a labelled session (JSON with `turns`, each with times, pauses and text)."""
    turns = json.loads(path.read_text(encoding="utf-8"))["turns"]
    return [
        Line(turn["speaker"], _between_pauses(turn), turn["text"])
        for turn in turns
        if turn["start"] is not None
    ]


def timed(text: str, stretches: Sequence[tuple[float, float]]) -> list[Word]:
    """The words spread over the speech, each as long as it has letters, none over a pause."""
    words = text.split()
    letters = sum(map(len, words))
    speech_s = sum(end - start for start, end in stretches)
    placed: list[Word] = []
    said_s = 0.0
    for word in words:
        length_s = len(word) / letters * speech_s
        low, high, before_s = _stretch_at(said_s + length_s / 2, stretches)
        start = max(low, low + said_s - before_s)
        said_s += length_s
        end = min(high, low + said_s - before_s)
        placed.append((word, round(start, 3), round(end, 3), 1.0))
    return placed


def _stretch_at(
    spoken_s: float, stretches: Sequence[tuple[float, float]]
) -> tuple[float, float, float]:
    """The stretch in which so much has been spoken, and how much was spoken before it."""
    before_s = 0.0
    for start, end in stretches[:-1]:
        if spoken_s < before_s + end - start:
            return start, end, before_s
        before_s += end - start
    return (*stretches[-1], before_s)


def _between_pauses(turn: dict[str, Any]) -> tuple[tuple[float, float], ...]:
    inner = [edge for pause in turn["pauses"] for edge in pause]
    edges = [turn["start"], *inner, turn["end"]]
    return tuple(zip(edges[::2], edges[1::2], strict=True))
