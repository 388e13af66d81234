"""A kept session's log walked once, from front to back, to make it ready for "what if"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

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
    came_after,
    changed,
    current,
    standing,
)
from livecue.hearing.silences import HeardSilences, Silence, silences_of
from livecue.hearing.silero import judged_until
from livecue.markers.at_work import BESIDE_S
from livecue.markers.care import mentions_danger
from livecue.markers.clinician_act import clinician_act
from livecue.markers.context import Heard, History
from livecue.markers.lexicon import Lexicon
from livecue.markers.markers import READ_AGAIN_TURNS
from livecue.markers.short_answer import MOST_WORDS, weighty_words
from livecue.review.tuning.kept import OF_PAUSES, KeptSession, Look, Paused, Said, Seen, Step
from livecue.session.anew import words_were_kept
from livecue.session.by_hand import ByHand, as_given
from livecue.session.replay import inputs, time_of


def keep(log: Sequence[AnyEvent], lexicon: Lexicon) -> KeptSession:
    """A session's log made ready; what a person corrected is taken as given."""
    given = as_given(log)
    started = given[0]
    assert isinstance(started, SessionStarted), "a log begins with its head"
    base = Settings.of_log(started.settings)
    duration_s = max(time_of(event) for event in given if _is_heard(event))
    heard = [e for e in current(given) if isinstance(e, Speech | Unheard)]
    speech = sorted(heard, key=lambda event: event.start)
    silences = silences_of(speech, base, duration_s)
    silences.learn()
    walk = _Walk(given, lexicon, silences, words_were_kept(given))
    return KeptSession(
        started=started,
        base=base,
        lexicon=lexicon,
        steps=tuple(walk.steps),
        judged_until=tuple(walk.judged_until),
        clinicians=tuple(walk.clinicians),
        silences=silences,
        last=tuple(walk.last()),
        hand=ByHand.of(log),
        left_out=frozenset() if walk.with_words else frozenset(_left_out(given)),
        cues=tuple(event for event in log if isinstance(event, Cue)),
        feedback={event.cue_at: event.helpful for event in log if isinstance(event, Feedback)},
        engaged=_engaged(log),
        duration_s=duration_s,
        with_words=walk.with_words,
        next_seq=walk.numbering(),
        cuts_s=tuple(event.end for event in given if isinstance(event, Unheard)),
        speech=tuple(speech),
    )


def _is_heard(event: AnyEvent) -> bool:
    return isinstance(event, Speech | Pause | Turn | Unheard | Cue | End)


def _engaged(log: Iterable[AnyEvent]) -> bool | None:
    """Whether the clinician marked the session; the latest word counts, `None` is no word."""
    said = [e.action for e in standing(log) if isinstance(e, Action) and e.action in _ENGAGED]
    return None if not said else said[-1] == "engaged"


_ENGAGED = ("engaged", "not_engaged")


def _left_out(log: Iterable[AnyEvent]) -> Iterator[float]:
    """Where silences began that words took out: those words were not kept."""
    for one in current(log):
        if isinstance(one, Marker | Candidate) and one.evidence.uncounted in _BY_WORDS:
            yield one.start


EXPLORING = ("reflection", "open_question")
"""What a clinician does that may begin exploring, or keep it going."""
_BY_WORDS = ("instruction", "tears")
_OF_WORDS = ("mode", "hold")
"""What livecue does of itself at words; where they were not kept, it is taken as it was."""


@dataclass
class _Walk:
    """The log from front to back, once."""

    log: Sequence[AnyEvent]
    lexicon: Lexicon
    silences: HeardSilences
    with_words: bool
    steps: list[Step] = field(default_factory=list)
    judged_until: list[float] = field(default_factory=list)
    clinicians: list[tuple[int, Heard]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._history = History(self.lexicon)
        self.numbering = Numbering(first=max(event.seq for event in self.log) + 1)
        self._open = {silence.start: silence for silence in self.silences.all}
        self._standing: dict[int, dict[MarkerName, Marker | Candidate]] = {}
        self._of: dict[int, tuple[int, MarkerName]] = {}
        self._names = {e.seq: e for e in current(self.log) if isinstance(e, Speech)}
        self._heard = {event.seq for event in inputs(self.log)}
        self._corrected = {e.of_seq for e in self.log if isinstance(e, Correction)}
        looked: list[tuple[Heard, float]] = []
        said: Turn | Correction | None = None
        for event in self.log:
            if event.seq not in self._heard:
                self._observe(event)
                continue
            if said is not None:
                self._add(self._said(said, looked), said)
                said = None
            turn = self._turn(event)
            if turn is None:
                self._take(event)
                continue
            assert isinstance(event, Turn | Correction)
            said, looked = event, self._hear(turn)
        if said is not None:
            self._add(self._said(said, looked), said)

    def _said(self, event: Turn | Correction, looked: Sequence[tuple[Heard, float]]) -> Said:
        looks = tuple(self._look(*one) for one in looked)
        inert = (
            isinstance(event, Turn) and event.seq not in self._corrected and not self._moves(event)
        )
        return Said(event, looks, moves=not inert)

    def _moves(self, turn: Turn | Correction) -> bool:
        """Whether a turn's words may move the mode, or hold (see `CuePolicy`)."""
        if not isinstance(turn, Turn) or not turn.text:
            return False
        if mentions_danger(turn.text, self.lexicon):
            return True
        own = turn.speaker == "clinician"
        return own and clinician_act(turn.text, self.lexicon) in EXPLORING

    def last(self) -> Iterator[tuple[int, Silence]]:
        """Silences that nobody ended, each with the step before which that was known."""
        cuts = {e.start: at for at, e in enumerate(self.steps) if isinstance(e, Unheard)}
        for silence in self.silences.all:
            if silence.kind is None:
                yield cuts.get(silence.until, len(self.steps)), silence

    def _turn(self, event: AnyEvent) -> Turn | None:
        """The turn whose words this event brings, as it then stands."""
        if isinstance(event, Turn):
            return event
        if not isinstance(event, Correction):
            return None
        heard = self._history.with_seq(event.of_seq)
        if heard is None:
            return None
        if event.retracted:
            return heard.turn.model_copy(update={"text": None})
        return changed(heard.turn, event.changes)

    def _hear(self, turn: Turn) -> list[tuple[Heard, float]]:
        """The turn and those after it that are looked at again, each with when that was known."""
        heard = self._history.put(turn)
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
        elif isinstance(event, Action) and not came_after(event):
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
        elif isinstance(event, Action) and not self.with_words and event.action in _OF_WORDS:
            self._add(changed(event, {"by": "clinician"}), event)
        elif isinstance(event, Correction) and event.of_seq in self._of:
            turn, name = self._of[event.of_seq]
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
