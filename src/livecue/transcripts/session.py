"""A transcript of one session, whatever file it came from."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from livecue.events import MarkerName, Speaker

Label = str
"""A label of the codebook: `yes_but`, `excuse`, `long_pause`, …"""

TalkType = Literal["change", "neutral", "sustain"]

Span = tuple[float, float]
"""Start and end, in session seconds."""


class _Read(BaseModel):
    """Checked where it enters. Fields that livecue has no use for are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class TranscriptTurn(_Read):
    """One turn as written down.

    i: the transcript's own index. start, end: seconds, `None` where not known. pauses: silences
    inside the turn. labels: what raters agreed on; unsure: what only one of them gave. talk: the
    client's talk type, where it was coded.
    """

    i: int
    speaker: Speaker
    start: float | None = Field(None, ge=0)
    end: float | None = Field(None, ge=0)
    text: str
    pauses: tuple[Span, ...] = ()
    labels: tuple[Label, ...] = ()
    unsure: tuple[Label, ...] = ()
    talk: TalkType | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "TranscriptTurn":
        times = [time for pause in self.pauses for time in pause]
        ends = [] if self.start is None or self.end is None else [self.start, *times, self.end]
        if ends != sorted(ends):
            raise ValueError("its start, pauses and end are not in order")
        return self


class TranscriptSession(_Read):
    """A session's turns.

    rated: the labels that were looked for. cue_after_turns: for each marker, the index of the turn
    that completes its second occurrence. speakers_guessed: who is the clinician was taken from who
    asks first.
    """

    id: str
    turns: tuple[TranscriptTurn, ...] = Field(min_length=1)
    rated: tuple[Label, ...] = ()
    cue_after_turns: dict[MarkerName, int] = Field(default_factory=dict)
    speakers_guessed: bool = False

    @model_validator(mode="after")
    def _own_indices(self) -> "TranscriptSession":
        indices = {turn.i for turn in self.turns}
        if len(indices) != len(self.turns):
            raise ValueError("two turns have the same 'i'")
        if not indices.issuperset(self.cue_after_turns.values()):
            raise ValueError("'cue_after_turns' names a turn that is not there")
        return self

    @property
    def measured(self) -> bool:
        """Whether every turn has its start and end, so that pauses can be taken from them."""
        return all(turn.start is not None and turn.end is not None for turn in self.turns)
