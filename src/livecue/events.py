"""Everything that flows through a session and into its log.

Events are frozen, and their times are seconds on the session clock (the count of samples since the
session began, plus the time during which nothing was heard). Fields may be added, never renamed:
the names are a contract with whoever reads `--json` or an export.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Speaker = Literal["client", "clinician", "unknown"]
PauseKind = Literal["response", "within_turn", "clinician", "lapse"]
MarkerName = Literal["silence", "yes_but", "topic_shift", "homework", "change_talk", "sustain_talk"]
CueName = Literal["consider_pausing", "reflect_change_talk", "ready_to_return"]
Mode = Literal["technique", "exploring"]
ActionName = Literal[
    "snooze",
    "hold",
    "release",
    "mode",
    "mark",
    "swap_speakers",
    "off_record",
    "on_record",
    "next_step",
    "note",
    "engaged",
    "not_engaged",
]
"""What a hand does. After the session, in the review: `note` (the clinician's own words on the
moment `at`), `engaged` and `not_engaged` (whether the client took part; the latest one counts)."""

HealthName = Literal[
    "overflow",
    "device_lost",
    "device_back",
    "device_busy",
    "text_behind",
    "no_text",
    "text_lost",
    "text_back",
    "not_understood",
    "muted",
    "silent",
    "drift",
    "wrong_rate",
    "sleep",
    "speakers_guessed",
    "store_failed",
]

AMBIVALENCE_MARKERS: tuple[MarkerName, ...] = ("silence", "yes_but", "topic_shift", "homework")
"""The four in-session signs of Westra & Norouzian (2018)."""


class Frozen(BaseModel):
    """A value that travels and is never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Event(Frozen):
    """What every event has.

    seq: place in the session's log, counted from 0.
    emitted_at: session-clock second at which it left the machine; `None` until it does.
    compute_s: seconds of work behind it, stated where the source waits for the stages.
    """

    seq: int = Field(ge=0)
    emitted_at: float | None = None
    compute_s: float | None = None


class Numbering:
    """The session's counter: hands out `seq`, so that a stage can later correct what it wrote."""

    def __init__(self, first: int = 0) -> None:
        self._next = first

    def __call__(self) -> int:
        """The next number."""
        number = self._next
        self._next += 1
        return number


SpeakersBy = Literal["channel", "enrolled_voice", "first_voice"]
"""How clinician and client are told apart: each has a channel; the clinician's voice is known; or
the first voice heard is taken to be the clinician's."""


class SessionStarted(Event):
    """The session's head: all that is needed to read, and to replay, what follows.

    speakers_by: `None` in a log that was not heard, or is older than this field.
    clinician: the name that the clinician's voice was enrolled under, where it was known.
    version: livecue's.
    """

    type: Literal["session"] = "session"
    id: str
    client: str | None
    started_at: str
    source: str
    sample_rate_hz: int
    settings: dict[str, Any]
    consent: tuple[str, ...]
    models: dict[str, str]
    speakers_by: SpeakersBy | None = None
    clinician: str | None = None
    version: str | None = None


class Speech(Event):
    """One stretch of one voice. `speaker_score` 0-1: how sure the label is."""

    type: Literal["speech"] = "speech"
    start: float
    end: float
    speaker: Speaker
    speaker_score: float | None = None
    channel: int = 0


class Pause(Event):
    """Silence of at least 0.2 s, written when it ends.

    One that passes its threshold is also written then, with `end: null` and the same `start`.
    Kinds follow Heldner & Edlund (2010), seen from the client: `response` (clinician's turn, then
    the client's), `within_turn` (inside the client's), `clinician` (the clinician speaks on or
    takes the floor), `lapse` (nobody owns it). `owner` is who ended it.
    """

    type: Literal["pause"] = "pause"
    start: float
    end: float | None
    duration_s: float
    kind: PauseKind
    owner: Speaker | None
    threshold_s: float | None


Word = tuple[str, float, float, float]
"""Text, start, end (session seconds), probability 0-1."""


class Turn(Event):
    """What one speaker said before the other took the floor.

    text is `None` when the words were lost (too far behind, or not understood).
    closed_at: when the turn was known to be over, which is `end` plus the end-of-turn wait; a
    decision from words counts from here, whatever transcription took.
    """

    type: Literal["turn"] = "turn"
    i: int
    start: float
    end: float
    speaker: Speaker
    text: str | None
    words: tuple[Word, ...] = ()
    confidence: float | None = None
    closed_at: float


class Evidence(Frozen):
    """Why a marker was written.

    basis: the name of the rule that fired. pause_s, threshold_s: for silence. words: the phrases
    that carried it. reasons: the separate obstacles named (homework). asked: the clinician had
    asked for the reason, so that giving one is an answer. uncounted: why it stays out of the count
    ("instruction": silence after being asked to write, read, imagine or stay with a feeling;
    "tears": words of comfort or of crying came before; "productive": the clinician said so in the
    review; of a short answer also "long_pause": the pause before it counts already, "more_words":
    it is longer than is set, "off": they are not counted for this client).
    """

    basis: str
    pause_s: float | None = None
    threshold_s: float | None = None
    words: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    asked: bool | None = None
    uncounted: str | None = None


class Observation(Event):
    """An automatic observation of talk, never a finding about a person.

    score: 0-1. turn, before_turn: index `i` of the client's turn that carries it (`None` while a
    silence lasts) and of the clinician's turn just before. known_at: session second at which it
    could be decided, not counting computation.
    """

    start: float
    end: float
    marker: MarkerName
    score: float = Field(ge=0, le=1)
    elaborate: bool = False
    evidence: Evidence
    turn: int | None
    before_turn: int | None
    known_at: float


class Marker(Observation):
    """An observation that passed its threshold."""

    type: Literal["marker"] = "marker"


class Candidate(Observation):
    """An observation that stayed below its threshold, kept so that tuning can ask "what if"."""

    type: Literal["candidate"] = "candidate"


class Correction(Event):
    """What became known later about event number `of_seq`.

    changes: fields and their new values. retracted: the event no longer counts (a cue that was
    shown stays); of another correction, or of a note, it is taken back. by: `clinician` where a
    person said so in the review; a replay takes those as given, and concludes the others anew.
    """

    type: Literal["correction"] = "correction"
    at: float
    of_seq: int
    changes: dict[str, Any] = Field(default_factory=dict)
    retracted: bool = False
    by: Literal["clinician", "livecue"] = "livecue"


class Action(Event):
    """A hand on the controls, so that a replay gives the same cues.

    by: `livecue` where the rule itself moved the mode; a replay feeds back only the clinician's.
    step: of a `next_step` by `livecue`, which of the guide's five steps its line belongs to (1-5).
    """

    type: Literal["action"] = "action"
    at: float
    action: ActionName
    value: str | float | None = None
    by: Literal["clinician", "livecue"] = "clinician"
    step: int | None = Field(default=None, ge=1, le=5)


class Unheard(Event):
    """A span in which nothing was heard. No pause, turn or marker crosses it."""

    type: Literal["unheard"] = "unheard"
    start: float
    end: float
    why: str


class Cue(Event):
    """A reason to notice.

    reason: the marker types and how often each was heard. shown: False where it joins what is on
    the overlay already, or where snooze or the budget keeps it off. step: which of the guide's
    five steps the suggestion belongs to (1-5); `None` in a log older than this field.
    """

    type: Literal["cue"] = "cue"
    at: float
    cue: CueName
    reason: tuple[tuple[MarkerName, int], ...]
    mode: Mode
    suggestion: str
    shown: bool
    step: int | None = Field(default=None, ge=1, le=5)


class Health(Event):
    """A part of the hearing failed or came back. `detail` never holds what was said."""

    type: Literal["health"] = "health"
    at: float
    what: HealthName
    detail: str = ""


class Feedback(Event):
    """The clinician's word on a cue."""

    type: Literal["feedback"] = "feedback"
    at: float
    cue_at: float
    helpful: bool


class Quantiles(Frozen):
    """Seconds; `None` when nothing was measured."""

    p50: float | None = None
    p95: float | None = None
    max: float | None = None


class Latency(Frozen):
    """From the end of speech to the turn's text, and to the cue, in seconds."""

    text: Quantiles = Quantiles()
    cue: Quantiles = Quantiles()


class End(Event):
    """The session's last event."""

    type: Literal["end"] = "end"
    at: float
    counts: dict[str, int]
    audio_s: float
    wall_s: float
    latency: Latency


AnyEvent = Annotated[
    SessionStarted
    | Speech
    | Pause
    | Turn
    | Marker
    | Candidate
    | Correction
    | Action
    | Unheard
    | Cue
    | Health
    | Feedback
    | End,
    Field(discriminator="type"),
]

E = TypeVar("E", bound=Event)

_any_event: TypeAdapter[AnyEvent] = TypeAdapter(AnyEvent)


def parse_event(line: str | bytes) -> AnyEvent:
    """One event from one line of JSON.

    Raises:
        pydantic.ValidationError: the line is not JSON, or not an event of this contract.
    """
    return _any_event.validate_json(line)


def current(events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """The log as it stands: corrections applied, retracted events left out.

    Args:
        events: a log, in order of `seq`.

    Returns:
        The events without the corrections, each changed as the corrections say, in the same order.
    """
    kept: dict[int, AnyEvent] = {}
    for event in standing(events):
        if not isinstance(event, Correction):
            kept[event.seq] = event
        elif event.of_seq in kept:
            if event.retracted:
                del kept[event.of_seq]
            else:
                kept[event.of_seq] = changed(kept[event.of_seq], event.changes)
    return list(kept.values())


def standing(events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """The log without what a person took back in the review, and without the taking back.

    A correction, or what was done afterwards (`came_after`), is taken back by a correction of its
    own number.
    """
    every = list(events)
    by_hand = {e.seq for e in every if isinstance(e, Correction) or came_after(e)}
    undoing = {
        event.seq: event.of_seq
        for event in every
        if isinstance(event, Correction) and event.of_seq in by_hand
    }
    gone = {*undoing, *undoing.values()}
    return [event for event in every if event.seq not in gone]


def came_after(event: AnyEvent) -> bool:
    """Whether it was done in the review, when the session was over, and corrects nothing."""
    return isinstance(event, Action) and event.action in ("note", "engaged", "not_engaged")


def changed(event: E, changes: dict[str, Any]) -> E:
    """A copy of the event with some fields changed, validated again."""
    return type(event).model_validate({**event.model_dump(), **changes})
