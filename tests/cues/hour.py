"""A session's cue rules, driven by hand."""

from typing import Any

from livecue.config import CareSettings, CueSettings, Settings
from livecue.cues.guide import Guide, load_guide
from livecue.cues.policy import CuePolicy
from livecue.events import (
    Action,
    ActionName,
    AnyEvent,
    Correction,
    Cue,
    Evidence,
    Marker,
    MarkerName,
    Numbering,
    Speaker,
    Speech,
    Turn,
)
from livecue.markers.lexicon import Lexicon, load_lexicon

LEXICON: Lexicon = load_lexicon("en")
GUIDE: Guide = load_guide("en")

REFLECTION = "It sounds like part of you is worn out by all of this."
OPEN_QUESTION = "How do you feel about all of that?"
CLOSED_QUESTION = "Did you sleep last night?"


class Hour:
    """The policy under test; each method is something that happens, and returns what follows."""

    def __init__(
        self, care: CareSettings | None = None, settings: Settings | None = None, **cues: Any
    ) -> None:
        usual = Settings(cues=CueSettings(**cues), care=care or CareSettings())
        self.settings = settings or usual
        self._numbering = Numbering()
        self._policy = CuePolicy(self.settings, self._numbering, LEXICON, GUIDE)
        self.written: list[Cue | Action] = []

    def push(self, event: AnyEvent) -> list[Cue | Action]:
        """Any event."""
        written = self._policy.push(event)
        self.written += written
        return written

    def marker(
        self, name: MarkerName, at: float, turn: int | None = None, **evidence: Any
    ) -> Marker:
        """A marker known at `at`, not yet pushed."""
        return Marker(
            seq=self._numbering(),
            start=at - 3.0,
            end=at,
            marker=name,
            score=0.999,
            evidence=Evidence(basis="test", **evidence),
            turn=turn,
            before_turn=None,
            known_at=at,
        )

    def notice(self, name: MarkerName, *at: float, **more: Any) -> list[Cue]:
        """A marker at each of these seconds; the cues that follow."""
        cues: list[Cue] = []
        for second in at:
            cues += _cues(self.push(self.marker(name, second, **more)))
        return cues

    def retract(self, marker: Marker, at: float) -> list[Cue | Action]:
        """The marker turned out not to be one."""
        return self.push(
            Correction(seq=self._numbering(), at=at, of_seq=marker.seq, retracted=True)
        )

    def correct(self, event: AnyEvent, at: float, **changes: Any) -> list[Cue | Action]:
        """More is known of an event."""
        return self.push(
            Correction(seq=self._numbering(), at=at, of_seq=event.seq, changes=changes)
        )

    def says(
        self, speaker: Speaker, text: str | None, start: float, end: float | None = None
    ) -> list[Cue | Action]:
        """A turn of three seconds, or until `end`."""
        return self.push(self.turn(speaker, text, start, end))

    def turn(
        self, speaker: Speaker, text: str | None, start: float, end: float | None = None
    ) -> Turn:
        """A turn, not yet pushed."""
        end = start + 3.0 if end is None else end
        number = self._numbering()
        return Turn(
            seq=number,
            i=number,
            start=start,
            end=end,
            speaker=speaker,
            text=text,
            closed_at=end + 1.0,
        )

    def act(
        self, name: ActionName, at: float, value: str | float | None = None
    ) -> list[Cue | Action]:
        """The clinician's hand."""
        return self.push(Action(seq=self._numbering(), at=at, action=name, value=value))

    def until(self, at: float) -> list[Cue | Action]:
        """Somebody speaks up to `at`, so that time goes on."""
        return self.push(Speech(seq=self._numbering(), start=at - 1.0, end=at, speaker="client"))

    @property
    def cues(self) -> list[Cue]:
        """All cues so far."""
        return _cues(self.written)

    @property
    def modes(self) -> list[tuple[float, str | float | None]]:
        """When livecue moved the mode, and to what."""
        return [
            (event.at, event.value)
            for event in self.written
            if isinstance(event, Action) and event.action == "mode"
        ]


def _cues(events: list[Cue | Action]) -> list[Cue]:
    return [event for event in events if isinstance(event, Cue)]
