"""A session concluded anew, with what a person corrected taken as given.

Where only what livecue concluded was corrected, the log holds all that the cues follow from, and
nothing is read again. Where somebody else spoke, turns are read again, if their words were kept.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from livecue.config import Settings
from livecue.cues.guide import Guide
from livecue.cues.policy import CuePolicy
from livecue.events import (
    Action,
    AnyEvent,
    Candidate,
    Correction,
    Cue,
    End,
    Marker,
    Numbering,
    Observation,
    Pause,
    SessionStarted,
    Speaker,
    Turn,
    came_after,
    changed,
    current,
)
from livecue.markers.lexicon import Lexicon
from livecue.markers.markers import Markers
from livecue.markers.silence import THE_CLIENTS
from livecue.markers.weighing import Weighing
from livecue.session.by_hand import (
    ByHand,
    Overruling,
    Sign,
    as_given,
    sign_of,
    without_hands,
)
from livecue.session.replay import inputs, time_of

Progress = Callable[[float], None]
"""Is told how much is done, 0-1."""


def words_were_kept(log: Iterable[AnyEvent]) -> bool:
    """Whether any turn's words are in the log."""
    return any(isinstance(event, Turn) and event.text for event in log)


def speakers_were_corrected(log: Sequence[AnyEvent]) -> bool:
    """Whether a person said that somebody else spoke."""
    return bool(ByHand.of(log).heard)


def anew(
    log: Sequence[AnyEvent],
    lexicon: Lexicon,
    guide: Guide,
    weighing: Weighing | None,
    progress: Progress | None = None,
) -> list[AnyEvent]:
    """The log with all that follows from it concluded anew.

    Without any correction by a person the markers and cues are those in the log. Where words were
    not kept, what was noticed in them stays as it was, and so does what they did to the mode.

    Args:
        log: in order of `seq`, from its `session` event.
        weighing: asked only where `speakers_were_corrected` and words were kept.
    """
    given = as_given(log)
    with_words = words_were_kept(log)
    if not speakers_were_corrected(log):
        weighing, reading = None, "nothing"
    else:
        reading = "all" if with_words else "pauses"
    return _Anew(log, given, with_words).run(reading, lexicon, guide, weighing, progress)


class _Anew:
    def __init__(
        self, log: Sequence[AnyEvent], given: Sequence[AnyEvent], with_words: bool
    ) -> None:
        head = given[0]
        assert isinstance(head, SessionStarted), "a log begins with its head"
        self._given = given
        self._heard = {event.seq for event in inputs(given)}
        self._with_words = with_words
        self._settings = Settings.of_log(head.settings)
        self._numbering = Numbering(first=max(e.seq for e in (*log, *given)) + 1)
        hand = ByHand.of(log)
        if not with_words:
            hand = replace(hand, struck=hand.struck | set(_set_aside_by_words(log)))
        self._overruling = Overruling(hand)
        self._speaks = {e.i: e.speaker for e in given if isinstance(e, Turn)}
        self._from_words: set[int] = set()
        self._exploring = False
        self._latest: Turn | None = None
        self._out: list[AnyEvent] = []

    def run(
        self,
        reading: str,
        lexicon: Lexicon,
        guide: Guide,
        weighing: Weighing | None,
        progress: Progress | None,
    ) -> list[AnyEvent]:
        """Everything once more; `reading`: "all", "pauses" or "nothing"."""
        self._policy = CuePolicy(self._settings, self._numbering, lexicon, guide)
        markers = Markers(self._settings, self._numbering, lexicon, weighing)
        over_at = max(time_of(event) for event in self._given)
        flushed = False
        for at, event in enumerate(self._given):
            if isinstance(event, End) and reading != "nothing":
                self._observe(markers.flush(event.at))
                flushed = True
            if event.seq in self._heard:
                self._out.append(event)
                self._go_on_exploring(event)
                if not came_after(event):
                    self._out += self._policy.push(event)
                    self._observe(markers.push(event) if reading != "nothing" else [])
            elif isinstance(event, Action) and not self._with_words:
                self._keep_mode(event)
            elif reading == "nothing" or (reading == "pauses" and self._rests_on_words(event)):
                self._observe([event])
            if progress is not None:
                progress((at + 1) / len(self._given))
        if reading != "nothing" and not flushed:
            self._observe(markers.flush(over_at))
        return self._out

    def _observe(self, observed: Sequence[AnyEvent]) -> None:
        """What was noticed, unless a person struck it out, and the cues that come of it."""
        for event in observed:
            stands = self._overruling.look(event)
            if stands is not None and not isinstance(stands, Cue | Action):
                self._out += [stands, *self._policy.push(stands)]

    def _keep_mode(self, action: Action) -> None:
        """What livecue heard in words that were not kept: it is taken as it was."""
        if action.action not in ("mode", "hold"):
            return
        self._out.append(action)
        at, heard = action.at, self._latest
        if action.action == "mode":
            self._exploring = action.value == "exploring"
            if self._exploring and heard is not None and heard.closed_at == at:
                at = heard.end  # it began where the words did that were heard as exploring
        self._policy.push(changed(action, {"by": "clinician", "at": at}))

    def _go_on_exploring(self, event: AnyEvent) -> None:
        """Without words nothing tells that exploring goes on, but that the log has no end of it."""
        if self._with_words:
            return
        if isinstance(event, Action) and event.action == "mode":
            self._exploring = event.value == "exploring"
        elif isinstance(event, Turn) and event.speaker == "clinician":
            self._latest = event
            if self._exploring:
                goes_on = Action(seq=0, at=event.start, action="mode", value="exploring")
                self._policy.push(goes_on)

    def _rests_on_words(self, event: AnyEvent) -> bool:
        """Whether it was noticed in a turn's words, and the turn is still the client's."""
        if isinstance(event, Correction):
            return event.of_seq in self._from_words
        if not isinstance(event, Observation) or event.evidence.pause_s is not None:
            return False
        client: Speaker = "client"
        mine = event.turn is not None and self._speaks.get(event.turn) == client
        if mine:
            self._from_words.add(event.seq)
        return mine and isinstance(event, Marker | Candidate)


def _set_aside_by_words(log: Sequence[AnyEvent]) -> Iterator[Sign]:
    """Longer pauses of the client that words had set aside, or taken back, as long as there were
    words: the client was at work, or in tears."""
    heard = without_hands(log)
    stands = {event.seq: event for event in current(heard)}
    clients = {
        event.start
        for event in stands.values()
        if isinstance(event, Pause) and event.end is not None and event.kind in THE_CLIENTS
    }
    for event in heard:
        if isinstance(event, Marker | Candidate) and event.evidence.pause_s is not None:
            taken_back = isinstance(event, Marker) and event.seq not in stands
            if event.evidence.uncounted or (taken_back and event.start in clients):
                yield sign_of(event)
