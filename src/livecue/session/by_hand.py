"""What a person corrected in the review, and the session's log with it taken as given.

A correction of what was heard (who spoke) holds from the moment it was heard. A correction of what
livecue concluded finds its marker again by type and start, since what is concluded anew has another
number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from livecue.config import Settings
from livecue.events import (
    AnyEvent,
    Correction,
    Marker,
    MarkerName,
    Numbering,
    Observation,
    Pause,
    SessionStarted,
    Speech,
    Unheard,
    changed,
    current,
    standing,
)
from livecue.hearing.silences import HeardSilences, Silence, silences_of
from livecue.session.replay import time_of

PRODUCTIVE = "productive"
"""Why a silence does not count that the clinician named so (see `events.Evidence`)."""

Sign = tuple[MarkerName, float]
"""A marker's type and start, by which it is found again."""


def sign_of(observation: Observation) -> Sign:
    """How a marker is found again; a start to the hundredth, since a clock may round."""
    return observation.marker, round(observation.start, 2)


@dataclass(frozen=True)
class ByHand:
    """All that a person corrected and did not take back.

    heard: new fields of what was heard, by number. struck: markers struck out. productive: silences
    named so.
    """

    heard: Mapping[int, Mapping[str, Any]]
    struck: frozenset[Sign]
    productive: frozenset[Sign]

    @classmethod
    def of(cls, log: Iterable[AnyEvent]) -> "ByHand":
        """The hands in a log, in order of `seq`."""
        events = standing(log)
        concluded = {event.seq: event for event in events if isinstance(event, Observation)}
        heard: dict[int, dict[str, Any]] = {}
        struck: set[Sign] = set()
        productive: set[Sign] = set()
        for event in events:
            if not isinstance(event, Correction) or event.by != "clinician":
                continue
            observation = concluded.get(event.of_seq)
            if observation is None:
                heard.setdefault(event.of_seq, {}).update(event.changes)
            elif event.retracted:
                struck.add(sign_of(observation))
            elif (event.changes.get("evidence") or {}).get("uncounted") == PRODUCTIVE:
                productive.add(sign_of(observation))
        return cls(heard, frozenset(struck), frozenset(productive))


def without_hands(log: Iterable[AnyEvent]) -> list[AnyEvent]:
    """The log as livecue alone wrote it."""
    return [
        event
        for event in standing(log)
        if not (isinstance(event, Correction) and event.by == "clinician")
    ]


def as_given(log: Sequence[AnyEvent]) -> list[AnyEvent]:
    """The log as if what a person corrected of what was heard had been heard so.

    Where somebody else spoke, pauses are another's, and what is usual for the client is learnt from
    other pauses: all are timed again.
    """
    hand = ByHand.of(log)
    if not hand.heard:
        return without_hands(log)
    given = [_given(event, hand) for event in without_hands(log)]
    speaks = {event.seq for event in given if isinstance(event, Speech)}
    return _timed_again(given) if speaks & set(hand.heard) else given


def _given(event: AnyEvent, hand: ByHand) -> AnyEvent:
    if not isinstance(event, Correction):
        return changed(event, dict(hand.heard.get(event.seq, {})))
    by_hand = hand.heard.get(event.of_seq, {})
    changes = {name: by_hand.get(name, new) for name, new in event.changes.items()}
    return changed(event, {"changes": changes})


def _timed_again(given: Sequence[AnyEvent]) -> list[AnyEvent]:
    """Every pause by who speaks around it now."""
    head = given[0]
    assert isinstance(head, SessionStarted), "a log begins with its head"
    settings = Settings.of_log(head.settings)
    spoken = [event for event in current(given) if isinstance(event, Speech | Unheard)]
    until = max(time_of(event) for event in given)
    heard = silences_of(sorted(spoken, key=lambda one: one.start), settings, until)
    now = {silence.start: silence for silence in heard.all if silence.kind is not None}
    kept = [
        pause
        for event in given
        for pause in (_again(event, now, heard, settings) if isinstance(event, Pause) else [event])
    ]
    known = {event.start for event in given if isinstance(event, Pause)}
    numbering = Numbering(first=max(event.seq for event in given) + 1)
    for silence in (one for start, one in now.items() if start not in known):
        place = next((n for n, e in enumerate(kept) if time_of(e) >= silence.until), len(kept))
        kept.insert(place, _pause(numbering(), silence, heard, settings))
    return kept


def _again(
    pause: Pause, now: Mapping[float, Silence], heard: HeardSilences, settings: Settings
) -> Iterator[AnyEvent]:
    """The pause as it is now: nothing, where nobody's silence begins there."""
    silence = now.get(pause.start)
    if silence is None:
        return
    again = _pause(pause.seq, silence, heard, settings)
    if pause.end is not None:
        yield again
    elif again.threshold_s is not None and again.duration_s >= again.threshold_s:
        duration_s = again.threshold_s
        kind = silence.presumed
        yield again.model_copy(update={"end": None, "duration_s": duration_s, "kind": kind})


def _pause(seq: int, silence: Silence, heard: HeardSilences, settings: Settings) -> Pause:
    assert silence.kind is not None
    clients = silence.kind in ("response", "within_turn")
    return Pause(
        seq=seq,
        start=silence.start,
        end=silence.until,
        duration_s=silence.duration_s,
        kind=silence.kind,
        owner=silence.owner,
        threshold_s=heard.threshold_s(silence, settings.silence) if clients else None,
    )


class Overruling:
    """A person's word over what livecue concludes, as it comes: struck out, or named productive."""

    def __init__(self, hand: ByHand) -> None:
        self._hand = hand
        self._struck: set[int] = set()
        self._productive: set[int] = set()

    def look(self, event: AnyEvent) -> AnyEvent | None:
        """An observation, or the correction of one, as it stands; `None` where it is struck out."""
        if isinstance(event, Marker):
            if sign_of(event) in self._hand.struck:
                self._struck.add(event.seq)
            elif sign_of(event) in self._hand.productive:
                self._productive.add(event.seq)
                evidence = event.evidence.model_copy(update={"uncounted": PRODUCTIVE})
                return event.model_copy(update={"evidence": evidence})
        if isinstance(event, Correction):
            if event.of_seq in self._productive and "evidence" in event.changes:
                still = {**event.changes["evidence"], "uncounted": PRODUCTIVE}
                return changed(event, {"changes": {**event.changes, "evidence": still}})
            return None if event.of_seq in self._struck else event
        return None if event.seq in self._struck else event
