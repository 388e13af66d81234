"""The whole session as one pure machine: sound, words and hands in, events out.

No thread, no clock and no device in here; `live` drives it from a source, and `replay` drives its
understanding from a log.
"""

from typing import Protocol

from livecue.capture.source import Block, Missing, Trouble
from livecue.events import (
    Action,
    ActionName,
    AnyEvent,
    Correction,
    Feedback,
    Health,
    HealthName,
    Numbering,
    Speaker,
    Turn,
)
from livecue.hearing.spoken import Renamed, SpokenTurn
from livecue.session.understanding import Understanding
from livecue.transcription.transcriber import Transcript

Step = list[AnyEvent | SpokenTurn]
"""What one input led to, in order: events to write, and turns whose words are wanted."""


Heard = list[AnyEvent | SpokenTurn | Renamed]
"""What hearing gives back."""


class Ear(Protocol):
    """Hearing, as the machine needs it (see `livecue.hearing.hearing.Hearing`)."""

    def push(self, heard: Block | Missing) -> Heard:
        """What is heard in one more block."""
        ...

    def drafts(self) -> list[SpokenTurn]:
        """The turns that may be over, as they are if they are."""
        ...

    def swap(self, at: float) -> Heard:
        """The two speakers were taken for each other."""
        ...

    def flush(self) -> Heard:
        """What is left at the end."""
        ...


class Machine:
    """Hearing, words, markers and cues, wired in the order in which sound travels."""

    def __init__(self, ear: Ear, understanding: Understanding, numbering: Numbering) -> None:
        self._ear = ear
        self._understanding = understanding
        self._numbering = numbering
        self._turns: dict[int, Turn] = {}
        self._renamed: dict[int, Speaker] = {}
        self._now = 0.0

    def hear(self, heard: Block | Missing) -> Step:
        """One more block of sound, or a span without any."""
        self._now = heard.end_s
        return self._follow(self._ear.push(heard))

    def drafts(self) -> list[SpokenTurn]:
        """The turns that may be over: their words may be read already."""
        return self._ear.drafts()

    def read(self, transcript: Transcript) -> list[AnyEvent]:
        """The words of a turn that was asked for.

        A turn that was reopened corrects what was written of it before.
        """
        spoken = transcript.turn
        speaker = self._renamed.get(spoken.i, spoken.speaker)
        written = self._turns.get(spoken.i)
        event: AnyEvent
        if written is None:
            event = Turn(
                seq=self._numbering(),
                i=spoken.i,
                start=spoken.start,
                end=spoken.end,
                speaker=speaker,
                text=transcript.text,
                words=transcript.words,
                confidence=transcript.confidence,
                closed_at=spoken.closed_at,
            )
            self._turns[spoken.i] = event
        else:
            event = Correction(
                seq=self._numbering(),
                at=spoken.closed_at,
                of_seq=written.seq,
                changes={
                    "end": spoken.end,
                    "speaker": speaker,
                    "text": transcript.text,
                    "words": transcript.words,
                    "confidence": transcript.confidence,
                    "closed_at": spoken.closed_at,
                },
            )
        events = [event, *self._understanding.push(event)]
        if transcript.why_lost is not None:
            events += self.note("text_lost", spoken.closed_at, transcript.why_lost)
        elif not transcript.understood:
            events += self.note("not_understood", spoken.closed_at)
        return events

    def act(self, action: ActionName, at: float, value: str | float | None = None) -> Step:
        """A hand on the controls."""
        event = Action(seq=self._numbering(), at=at, action=action, value=value)
        step: Step = [event, *self._understanding.push(event)]
        if action == "swap_speakers":
            step += self._follow(self._ear.swap(at))
        return step

    def rate(self, at: float, cue_at: float, helpful: bool) -> list[AnyEvent]:
        """The clinician's word on a cue."""
        return [Feedback(seq=self._numbering(), at=at, cue_at=cue_at, helpful=helpful)]

    def note(self, what: HealthName, at: float, detail: str = "") -> list[AnyEvent]:
        """A part of the hearing failed or came back."""
        return [Health(seq=self._numbering(), at=at, what=what, detail=detail)]

    def trouble(self, trouble: Trouble) -> list[AnyEvent]:
        """What the source said of its device."""
        return self.note(trouble.what, trouble.at_s, trouble.detail)

    def hush(self) -> Step:
        """No more sound comes; the last turns may still want words."""
        return self._follow(self._ear.flush())

    def finish(self, at: float) -> list[AnyEvent]:
        """All words are in; what follows from the end."""
        return self._understanding.flush(at)

    def _follow(self, heard: Heard) -> Step:
        followed: Step = []
        for item in heard:
            if isinstance(item, SpokenTurn):
                self._renamed.pop(item.i, None)
                followed.append(item)
                continue
            event = self._rename(item) if isinstance(item, Renamed) else item
            if event is not None:
                followed += [event, *self._understanding.push(event)]
        return followed

    def _rename(self, renamed: Renamed) -> Correction | None:
        """Correct a turn's speaker; one that still waits for its words will be written right."""
        self._renamed[renamed.i] = renamed.speaker
        written = self._turns.get(renamed.i)
        if written is None:
            return None
        return Correction(
            seq=self._numbering(),
            at=self._now,
            of_seq=written.seq,
            changes={"speaker": renamed.speaker},
        )
