"""A few lines of talk, and what the detectors hear in the last of them."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt

from livecue.config import Settings
from livecue.events import (
    AnyEvent,
    Candidate,
    Correction,
    Marker,
    MarkerName,
    Numbering,
    Speaker,
    current,
)
from livecue.markers.context import Context, Heard, History
from livecue.markers.encoder import SentenceEncoder
from livecue.markers.lexicon import Lexicon, load_lexicon
from livecue.markers.markers import Markers
from tests.events import turn

LEXICON: Lexicon = load_lexicon("en")
SECONDS_A_TURN = 10.0


class ByTopic:
    """An encoder for tests: texts that share a word of `topics` point the same way."""

    def __init__(self, *topics: str) -> None:
        self._topics = topics

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One axis a topic, and one of its own for each text that has none."""
        rows = np.zeros((len(texts), 384), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            axes = [axis for axis, topic in enumerate(self._topics) if topic in text.lower()]
            row[axes or [100 + crc32(text.encode()) % 200]] = 1.0
        points: npt.NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return points


class Talk:
    """A session typed line by line: "T: ..." is the clinician, "C: ..." the client."""

    def __init__(
        self, settings: Settings | None = None, encoder: SentenceEncoder | None = None
    ) -> None:
        self.numbering = Numbering()
        self.stage = Markers(settings or Settings(), self.numbering, LEXICON, encoder)
        self.log: list[AnyEvent] = []
        self.lines = 0

    def push(self, event: AnyEvent) -> list[Marker | Candidate | Correction]:
        """One more event, numbered anew, and what follows from it."""
        numbered = event.model_copy(update={"seq": self.numbering()})
        following = self.stage.push(numbered)
        self.log += [numbered, *following]
        return following

    def say(self, *lines: str) -> list[Marker | Candidate | Correction]:
        """Lines, one after the other; what follows from the last."""
        following: list[Marker | Candidate | Correction] = []
        for line in lines:
            following = self.push(
                turn(self.lines, _speaker(line), line[2:].strip(), self.lines * SECONDS_A_TURN)
            )
            self.lines += 1
        return following

    def standing(self, name: MarkerName) -> list[Marker]:
        """The markers of one type that still count."""
        return [e for e in current(self.log) if isinstance(e, Marker) and e.marker == name]


def heard_last(*lines: str) -> tuple[Heard, Context]:
    """The last line as it was heard, and what came before it."""
    history = History(LEXICON)
    for i, line in enumerate(lines):
        heard = history.put(turn(i, _speaker(line), line[2:].strip(), i * SECONDS_A_TURN))
    return heard, history.before(heard.turn)


def _speaker(line: str) -> Speaker:
    return "clinician" if line.startswith("T:") else "client"


SMALL_TALK = (
    "T: Shall we start with the week you have had?",
    "C: It was an ordinary week on the whole.",
    "T: And the evenings, how were they?",
    "C: The evenings were long, I watched television.",
)
"""The session's first minute, so that what follows is not its opening."""
