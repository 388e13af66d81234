"""A kept session made ready for "what if": all that no replayable setting changes, worked out once.

The network is not asked again. What it said of each turn stands in the log, as markers and as
candidates; what was heard of pauses stands there as speech. Both are taken as they were known when
each thing was known, so that a later decision sees no more than the session did.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from livecue.config import Settings
from livecue.events import (
    Action,
    AnyEvent,
    Candidate,
    Correction,
    Cue,
    End,
    Feedback,
    Marker,
    MarkerName,
    Numbering,
    Pause,
    SessionStarted,
    Speech,
    Turn,
    Unheard,
    changed,
    current,
)
from livecue.hearing.silences import HeardSilences, Silence, silences_of
from livecue.hearing.silero import judged_until
from livecue.markers.at_work import BESIDE_S
from livecue.markers.context import Heard, History
from livecue.markers.lexicon import Lexicon
from livecue.markers.markers import READ_AGAIN_TURNS
from livecue.markers.short_answer import MOST_WORDS, weighty_words
from livecue.session.replay import inputs, time_of

OF_PAUSES = frozenset({"long_pause", "long_pause_within_turn", "trend"})
"""The bases of silences that were timed, not read."""


@dataclass(frozen=True)
class Seen:
    """One sign in a turn: the marker it is if it counts, and the candidate it is if not."""

    marker: Marker
    candidate: Candidate

    @property
    def score(self) -> float:
        """How sure, 0-1."""
        return self.marker.score


@dataclass(frozen=True)
class Look:
    """One look at a turn. before: the clinician's turn just before. weighty_words: of its own."""

    heard: Heard
    before: Heard | None
    known_at: float
    weighty_words: int
    found: Mapping[MarkerName, Seen]


@dataclass(frozen=True)
class Said:
    """The words of a turn came, new or again, and which turns were looked at for that."""

    event: Turn | Correction
    looks: tuple[Look, ...]


@dataclass(frozen=True)
class Paused:
    """A silence ended. clinician: whose turn came last, as far as was known then."""

    silence: Silence
    clinician: Heard | None
    pause: Pause


Step = Said | Paused | Speech | Unheard | Action


@dataclass(frozen=True)
class KeptSession:
    """One kept session.

    base: the settings it was heard with. steps: what was heard and done, in order. judged_until:
    for each step, up to which session second sound had been judged. clinicians: the clinician's
    turns with the index of the step at which each was known. last: silences that nobody ended,
    with the step at which that was known. set_aside: markers that a person struck out or named
    productive, by name and start. cues: as they were told. with_words: what was said was kept.
    """

    started: SessionStarted
    base: Settings
    lexicon: Lexicon
    steps: tuple[Step, ...]
    judged_until: tuple[float, ...]
    clinicians: tuple[tuple[int, Heard], ...]
    silences: HeardSilences
    last: tuple[tuple[int, Silence], ...]
    set_aside: frozenset[tuple[MarkerName, float]]
    cues: tuple[Cue, ...]
    feedback: Mapping[float, bool]
    engaged: bool | None
    duration_s: float
    with_words: bool
    next_seq: int
    cuts_s: tuple[float, ...]

    @cached_property
    def longest_first(self) -> tuple[tuple[float, int, Silence], ...]:
        """All silences with their length, and the step at which their end was known."""
        ended = [(step.silence.duration_s, at, step.silence) for at, step in self.pauses]
        last = [(silence.duration_s, at, silence) for at, silence in self.last]
        return tuple(sorted([*ended, *last], key=lambda one: -one[0]))

    @cached_property
    def always(self) -> tuple[int, ...]:
        """The steps that matter whatever is set: all but the client's speech and other pauses."""
        return tuple(
            at
            for at, step in enumerate(self.steps)
            if not (isinstance(step, Speech) and step.speaker != "clinician")
            and not (isinstance(step, Paused) and step.pause.kind != "response")
        )

    @cached_property
    def passed(self) -> tuple[Speech | Pause | None, ...]:
        """For each step, and the end, the speech or pause before it that came latest in time."""
        latest: Speech | Pause | None = None
        latest_s = 0.0
        passed: list[Speech | Pause | None] = []
        for step in self.steps:
            passed.append(latest)
            event = step.pause if isinstance(step, Paused) else step
            if isinstance(event, Speech | Pause) and time_of(event) > latest_s:
                latest, latest_s = event, time_of(event)
        return (*passed, latest)

    @cached_property
    def pauses(self) -> tuple[tuple[int, Paused], ...]:
        """The silences that somebody ended, each with its step."""
        return tuple((at, step) for at, step in enumerate(self.steps) if isinstance(step, Paused))


def keep(log: Sequence[AnyEvent], lexicon: Lexicon) -> KeptSession:
    """A session's log made ready. It must begin with its head."""
    started = log[0]
    assert isinstance(started, SessionStarted)
    base = Settings.of_log(started.settings)
    duration_s = max(time_of(event) for event in log if _is_heard(event))
    speech = [e for e in current(log) if isinstance(e, Speech | Unheard)]
    silences = silences_of(sorted(speech, key=lambda e: e.start), base, duration_s)
    silences.learn()
    walk = _Walk(log, lexicon, silences)
    return KeptSession(
        started=started,
        base=base,
        lexicon=lexicon,
        steps=tuple(walk.steps),
        judged_until=tuple(walk.judged_until),
        clinicians=tuple(walk.clinicians),
        silences=silences,
        last=tuple(walk.last()),
        set_aside=frozenset(_set_aside(log, walk.with_words)),
        cues=tuple(event for event in log if isinstance(event, Cue)),
        feedback={event.cue_at: event.helpful for event in log if isinstance(event, Feedback)},
        engaged=_engaged(log),
        duration_s=duration_s,
        with_words=walk.with_words,
        next_seq=walk.numbering(),
        cuts_s=tuple(event.end for event in log if isinstance(event, Unheard)),
    )


def _is_heard(event: AnyEvent) -> bool:
    return isinstance(event, Speech | Pause | Turn | Unheard | Cue | End)


def _engaged(log: Iterable[AnyEvent]) -> bool | None:
    """Whether the clinician marked the session; the latest word counts, `None` is no word."""
    said = [e.action for e in log if isinstance(e, Action) and e.action in _ENGAGED]
    return None if not said else said[-1] == "engaged"


_ENGAGED = ("engaged", "not_engaged")


def _set_aside(log: Sequence[AnyEvent], with_words: bool) -> Iterator[tuple[MarkerName, float]]:
    """What a person took out; and, where no words were kept, what words took out then."""
    observed = {e.seq: e for e in log if isinstance(e, Marker | Candidate)}
    for event in log:
        if isinstance(event, Correction) and event.by == "clinician":
            target = observed.get(event.of_seq)
            evidence = event.changes.get("evidence") or {}
            if target is not None and (event.retracted or evidence.get("uncounted")):
                yield target.marker, target.start
    if not with_words:
        for one in current(log):
            if isinstance(one, Marker | Candidate) and one.evidence.uncounted in _BY_WORDS:
                yield one.marker, one.start


_BY_WORDS = ("instruction", "tears")


@dataclass
class _Walk:
    """The log from front to back, once."""

    log: Sequence[AnyEvent]
    lexicon: Lexicon
    silences: HeardSilences
    steps: list[Step] = field(default_factory=list)
    judged_until: list[float] = field(default_factory=list)
    clinicians: list[tuple[int, Heard]] = field(default_factory=list)
    with_words: bool = False

    def __post_init__(self) -> None:
        self._history = History(self.lexicon)
        self.numbering = Numbering(first=max(event.seq for event in self.log) + 1)
        self._open = {silence.start: silence for silence in self.silences.all}
        self._standing: dict[int, dict[MarkerName, Marker | Candidate]] = {}
        self._of: dict[int, tuple[int, MarkerName]] = {}
        self._by_hand = _by_hand(self.log)
        self._names = {e.seq: e for e in current(self.log) if isinstance(e, Speech)}
        self._heard = {event.seq for event in inputs(self.log)}
        looked: list[tuple[Heard, float]] = []
        said: Turn | Correction | None = None
        for event in self.log:
            if event.seq not in self._heard:
                self._observe(event)
                continue
            if said is not None:
                self._add(Said(said, tuple(self._look(*one) for one in looked)), said)
                said = None
            turn = self._turn(event)
            if turn is None:
                self._take(event)
                continue
            assert isinstance(event, Turn | Correction)
            said, looked = event, self._hear(turn)
        if said is not None:
            self._add(Said(said, tuple(self._look(*one) for one in looked)), said)

    def last(self) -> Iterator[tuple[int, Silence]]:
        """Silences that nobody ended, each with the step before which that was known."""
        cuts = {e.start: at for at, e in enumerate(self.steps) if isinstance(e, Unheard)}
        for silence in self.silences.all:
            if silence.kind is None:
                yield cuts.get(silence.until, len(self.steps)), silence

    def _turn(self, event: AnyEvent) -> Turn | None:
        """The turn whose words this event brings, as it then stands."""
        if isinstance(event, Turn):
            hand = self._by_hand.get(event.seq)
            return event if hand is None else changed(event, hand)
        if not isinstance(event, Correction) or event.by == "clinician":
            return None
        heard = self._history.with_seq(event.of_seq)
        if heard is None:
            return None
        if event.retracted:
            return heard.turn.model_copy(update={"text": None})
        return changed(heard.turn, {**event.changes, **self._by_hand.get(event.of_seq, {})})

    def _hear(self, turn: Turn) -> list[tuple[Heard, float]]:
        """The turn and those after it that are looked at again, each with when that was known."""
        heard = self._history.put(turn)
        self.with_words |= bool(turn.text)
        if turn.speaker == "clinician":
            self.clinicians.append((len(self.steps), heard))
        after = self._history.after(turn, READ_AGAIN_TURNS)
        return [(one, max(turn.closed_at, one.turn.closed_at)) for one in (heard, *after)]

    def _take(self, event: AnyEvent) -> None:
        """What is neither of a turn's words nor concluded by livecue."""
        if isinstance(event, Speech):
            if event.seq in self._names:
                self._add(self._names[event.seq], event)
        elif isinstance(event, Pause):
            silence = self._open.get(event.start) if event.end is not None else None
            if silence is not None and silence.kind is not None:
                del self._open[event.start]
                self._add(self._paused(silence), event)
        elif isinstance(event, Unheard):
            self._history.interrupt(event.end)
            self._add(event, event)
        elif isinstance(event, Action):
            self._add(event, event)

    def _paused(self, silence: Silence) -> Paused:
        clinician = self._history.clinicians_until(silence.start + BESIDE_S)
        assert silence.kind is not None
        pause = Pause(
            seq=self.numbering(),
            start=silence.start,
            end=silence.until,
            duration_s=silence.duration_s,
            kind=silence.kind,
            owner=silence.owner,
            threshold_s=None,
        )
        return Paused(silence, clinician, pause)

    def _add(self, step: Step, event: AnyEvent) -> None:
        self.steps.append(step)
        emitted_at = event.emitted_at if event.emitted_at is not None else time_of(event)
        self.judged_until.append(judged_until(emitted_at))

    def _observe(self, event: AnyEvent) -> None:
        """What livecue concluded of words, as it stands."""
        if isinstance(event, Marker | Candidate):
            if event.turn is not None and event.evidence.basis not in OF_PAUSES:
                self._of[event.seq] = (event.turn, event.marker)
                self._standing.setdefault(event.turn, {})[event.marker] = event
        elif isinstance(event, Correction) and event.of_seq in self._of:
            turn, name = self._of[event.of_seq]
            if event.by == "clinician":
                return
            if event.retracted:
                self._standing[turn].pop(name, None)
            elif name in self._standing[turn]:
                self._standing[turn][name] = changed(self._standing[turn][name], event.changes)

    def _look(self, heard: Heard, known_at: float) -> Look:
        standing = self._standing.get(heard.turn.i, {})
        short = standing.get("silence")
        words = weighty_words(heard.said, self.lexicon)
        if heard.turn.text is None and short is not None:
            words = MOST_WORDS + 1 if short.evidence.uncounted == "more_words" else 0
        before = self._history.clinician_before(heard.turn)
        seen = {
            name: self._seen(event, heard, before, known_at) for name, event in standing.items()
        }
        return Look(heard, before, known_at, words, seen)

    def _seen(
        self, event: Marker | Candidate, heard: Heard, before: Heard | None, known_at: float
    ) -> Seen:
        fields = {
            **event.model_dump(exclude={"type", "emitted_at", "compute_s"}),
            "seq": self.numbering(),
            "start": heard.turn.start,
            "end": heard.turn.end,
            "before_turn": None if before is None else before.turn.i,
            "known_at": known_at,
            "evidence": event.evidence.model_copy(update={"uncounted": None}),
        }
        return Seen(Marker.model_validate(fields), Candidate.model_validate(fields))


def _by_hand(log: Iterable[AnyEvent]) -> dict[int, dict[str, object]]:
    """What a person corrected afterwards, by the number of the event."""
    changes: dict[int, dict[str, object]] = {}
    for event in log:
        if isinstance(event, Correction) and event.by == "clinician" and not event.retracted:
            changes.setdefault(event.of_seq, {}).update(event.changes)
    return changes


def place_of(kept: KeptSession, at: float, before: int) -> int:
    """The step before which something known at session second `at` was known.

    before: a step that came later in any case.
    """
    return bisect_left(kept.judged_until, at, hi=before)
