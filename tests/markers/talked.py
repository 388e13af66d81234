"""A few lines of talk, and what the detectors hear in the last of them."""

from collections.abc import Mapping, Sequence

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
from livecue.markers.lexicon import Lexicon, load_lexicon
from livecue.markers.markers import Markers
from livecue.markers.reader import Line, Reading
from livecue.markers.weighing import HEAD_OF, Even, Weighing
from tests.events import turn

LEXICON: Lexicon = load_lexicon("en")
SECONDS_A_TURN = 10.0


class ByWords:
    """A reader for tests: a sign is likely where one of its words is in the turn."""

    WORDS: Mapping[str, str] = {
        "yes_but": "just",
        "excuse": "broke",
        "minimal": "fine",
        "topic_shift": "dog",
        "boundary": "dog",
        "change": "want",
        "sustain": "easier",
    }

    def read(self, lines: Sequence[Line]) -> Reading:
        """Nine times in ten where the word is there, less with a "maybe"; else one in twenty."""
        text = lines[-1].text.lower()
        sure = 0.6 if "maybe" in text else 0.9
        said = {head: sure if word in text else 0.05 for head, word in self.WORDS.items()}
        return Reading(
            **said, elaborate=0.3, neutral=max(0.0, 1 - said["change"] - said["sustain"])
        )


def by_words() -> Weighing:
    """That reader, beside the rules; a word of its own is enough for it."""
    return Weighing(ByWords(), Even(dict.fromkeys(HEAD_OF.values(), -1.0)))


class Talk:
    """A session typed line by line: "T: ..." is the clinician, "C: ..." the client."""

    def __init__(self, settings: Settings | None = None, weighing: Weighing | None = None) -> None:
        self.numbering = Numbering()
        self.stage = Markers(settings or Settings(), self.numbering, LEXICON, weighing)
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
