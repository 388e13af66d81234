"""What a person can put right in the review, as events to be kept.

Each gives makers of events: the store numbers an event when it is kept (`Store.add`).
"""

from collections.abc import Callable, Sequence

from livecue.events import (
    AnyEvent,
    Correction,
    Marker,
    Speaker,
    Speech,
    Turn,
    came_after,
    current,
    standing,
)
from livecue.session.by_hand import PRODUCTIVE, sign_of

Make = Callable[[int], AnyEvent]
"""An event, given its `seq`."""

Keep = Callable[[Make], AnyEvent]
"""Keeps one event more of the session (`Store.add`), and gives it as it is kept."""


def strike_out(keep: Keep, log: Sequence[AnyEvent], marker: Marker, at: float) -> None:
    """The marker is wrong."""
    of_seq = _number(keep, log, marker)
    keep(lambda seq: Correction(seq=seq, at=at, of_seq=of_seq, retracted=True, by="clinician"))


def name_productive(keep: Keep, log: Sequence[AnyEvent], marker: Marker, at: float) -> None:
    """The silence was the client at work: it stays, and does not count."""
    of_seq = _number(keep, log, marker)
    evidence = marker.evidence.model_copy(update={"uncounted": PRODUCTIVE})
    changes = {"evidence": evidence.model_dump(mode="json")}
    keep(lambda seq: Correction(seq=seq, at=at, of_seq=of_seq, changes=changes, by="clinician"))


def _number(keep: Keep, log: Sequence[AnyEvent], marker: Marker) -> int:
    """The marker's own in the log; one that was concluded anew is kept first, to have one."""
    known = [e for e in log if isinstance(e, Marker) and sign_of(e) == sign_of(marker)]
    if known:
        return known[-1].seq
    return keep(lambda seq: marker.model_copy(update={"seq": seq})).seq


def other(speaker: Speaker) -> Speaker:
    """The other of the two; somebody unknown is taken for the client."""
    return "clinician" if speaker == "client" else "client"


def give_to_other(keep: Keep, log: Sequence[AnyEvent], turn: Turn, at: float) -> None:
    """The turn, and the speech it was heard in, were the other speaker's."""
    speaker = other(turn.speaker)
    heard = [
        event.seq
        for event in current(log)
        if isinstance(event, Speech) and event.speaker == turn.speaker and _within(event, turn)
    ]
    for number in (turn.seq, *heard):
        keep(_spoke(number, speaker, at))


def _spoke(number: int, speaker: Speaker, at: float) -> Make:
    return lambda seq: Correction(
        seq=seq, at=at, of_seq=number, changes={"speaker": speaker}, by="clinician"
    )


def _within(speech: Speech, turn: Turn) -> bool:
    return turn.start <= (speech.start + speech.end) / 2 <= turn.end


def can_undo(log: Sequence[AnyEvent]) -> bool:
    """Whether there is a correction, a note or a word on the session to take back."""
    return bool(_last(log))


def undo(keep: Keep, log: Sequence[AnyEvent], at: float) -> None:
    """Take back what a person corrected, noted or said of the session last, and did not yet."""
    for number in _last(log):
        keep(_taken_back(number, at))


def _taken_back(number: int, at: float) -> Make:
    return lambda seq: Correction(seq=seq, at=at, of_seq=number, retracted=True, by="clinician")


def _last(log: Sequence[AnyEvent]) -> list[int]:
    """Numbers of what was done last, at once; the last one first.

    A turn is given to the other speaker together with its speech, which comes after it.
    """
    speech = {event.seq for event in log if isinstance(event, Speech)}
    numbers: list[int] = []
    for event in reversed(standing(log)):
        if came_after(event):
            return numbers or [event.seq]
        if isinstance(event, Correction) and event.by == "clinician":
            numbers.append(event.seq)
            if event.of_seq not in speech:
                break
    return numbers
