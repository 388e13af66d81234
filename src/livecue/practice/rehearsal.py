"""The bundled role-play as livecue hears it, understood anew with the clinician's own settings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from livecue.config import Settings
from livecue.cues.guide import Guide
from livecue.errors import MissingError
from livecue.events import AnyEvent, Numbering, Speaker, parse_event
from livecue.markers.lexicon import Lexicon
from livecue.markers.weighing import Weighing
from livecue.paths import shipped
from livecue.session.understanding import Understanding
from livecue.transcripts.reading import read_transcript


@dataclass(frozen=True)
class Line:
    """What one of the two says, from session second `start`."""

    start: float
    end: float
    speaker: Speaker
    text: str


@dataclass(frozen=True)
class Rehearsal:
    """The role-play: what livecue would have told in it, and when, and what is said.

    events: in order, each with the session second at which it was told (`emitted_at`).
    """

    events: tuple[AnyEvent, ...]
    lines: tuple[Line, ...]

    @property
    def duration_s(self) -> float:
        """Its length."""
        return self.lines[-1].end


def rehearse(
    heard: Iterable[AnyEvent],
    settings: Settings,
    lexicon: Lexicon,
    guide: Guide,
    weighing: Weighing,
) -> Iterator[AnyEvent]:
    """What was heard, and after each what livecue makes of it, told at the same second."""
    heard = list(heard)
    understanding = Understanding(
        settings, Numbering(first=heard[-1].seq + 1), lexicon, guide, weighing
    )
    for event in heard:
        yield event
        for concluded in understanding.push(event):
            yield concluded.model_copy(update={"emitted_at": event.emitted_at})


def load_rehearsal(settings: Settings) -> Rehearsal:
    """The bundled role-play, read with these settings (some seconds).

    Raises:
        MissingError: what came with livecue is not whole.
    """
    from livecue.transcripts.marked import load_marking

    examples = shipped("examples")
    path = examples / "session.heard.jsonl"
    if not path.is_file():
        raise MissingError(f"The role-play is not here ({path}); install livecue again.")
    marking = load_marking(settings)
    heard = [parse_event(line) for line in path.read_text(encoding="utf-8").splitlines()]
    events = rehearse(heard, settings, marking.lexicon, marking.guide, marking.weighing)
    [written] = read_transcript(examples / "session.json")
    lines = tuple(
        Line(turn.start, turn.end, turn.speaker, turn.text)
        for turn in written.turns
        if turn.start is not None and turn.end is not None
    )
    return Rehearsal(tuple(events), lines)
