"""What the review shows of a session: lanes of things in time, from events alone.

Beside what stands now (corrections by a person taken as given, all else concluded anew) stands what
the session showed: what would not come any more, and what would come only now, are both there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from livecue.events import (
    Action,
    AnyEvent,
    Cue,
    End,
    Health,
    Marker,
    MarkerName,
    Pause,
    Speaker,
    Speech,
)
from livecue.exports.kept import KeptSession, kept_session
from livecue.exports.report.lanes import exploring, usual_pauses
from livecue.overlay.view import TROUBLE_WORDS
from livecue.session.anew import speakers_were_corrected, words_were_kept
from livecue.session.by_hand import sign_of, without_hands
from livecue.translation import words, words_of
from livecue.wording import CUE_WORDS, MARKER_WORDS, SPEAKER_WORDS, clock, local_time, reasons

Stands = Literal["yes", "no longer", "only now"]
"""Whether something that was concluded stands as the session had it: it was there and would come
again; it was there and would not; it was not and would."""

LaneKind = Literal["spans", "pauses", "moments"]


@dataclass(frozen=True)
class Item:
    """One thing on a lane. Seconds; a moment ends where it begins.

    says: it in words. stands: see `Stands`. counts: whether it counts towards cues; of a cue,
    whether it was shown. long: of a pause, whether it is longer than usual for the client. of:
    what it was made from.
    """

    start: float
    end: float
    says: str
    of: Marker | Cue | Action | Speech | Pause | Health | None = None
    stands: Stands = "yes"
    counts: bool = True
    long: bool = False


@dataclass(frozen=True)
class Lane:
    """One line over time. key: a marker's name, or what else it holds; name: it in words."""

    key: str
    name: str
    kind: LaneKind
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Timeline:
    """All lanes, from top to bottom.

    usual: session second, and up to how many seconds a pause before an answer is usual for the
    client from then on. engaged: the clinician's own word. limits: sentences on what cannot be
    worked out anew. now, shown: the session as it stands now, and as it was shown.
    """

    heading: str
    duration_s: float
    lanes: tuple[Lane, ...]
    usual: tuple[tuple[float, float], ...]
    engaged: bool | None
    limits: tuple[str, ...]
    now: KeptSession
    shown: KeptSession

    def lane(self, key: str) -> Lane:
        """The lane of that key."""
        return next(lane for lane in self.lanes if lane.key == key)

    def noticed(self) -> list[Item]:
        """What one steps through, in order of time: signs, cues, marks and notes."""
        stops = [
            item
            for lane in self.lanes
            for item in lane.items
            if isinstance(item.of, Marker | Cue) or lane.key == "marks"
        ]
        return sorted(stops, key=lambda item: item.start)

    def again(self, item: Item) -> Item | None:
        """The same thing as in an earlier timeline of the session, if it was noticed here too."""
        return next((one for one in self.noticed() if _place(one) == _place(item)), None)


def timeline_of(log: Sequence[AnyEvent], now: Sequence[AnyEvent] | None = None) -> Timeline:
    """The timeline of a session.

    Args:
        log: what was kept, in order of `seq`, from its `session` event.
        now: the same concluded anew (`livecue.session.anew`), where a person corrected it.
    """
    shown = kept_session(without_hands(log))
    stands = shown if now is None else kept_session(now)
    return Timeline(
        heading=_heading(shown),
        duration_s=shown.end_s,
        lanes=tuple(_lanes(shown, stands)),
        usual=tuple(usual_pauses(stands)),
        engaged=_engaged(shown),
        limits=tuple(_limits(log)),
        now=stands,
        shown=shown,
    )


def _place(item: Item) -> tuple[object, ...]:
    of = item.of
    name = of.marker if isinstance(of, Marker) else of.cue if isinstance(of, Cue) else item.says
    return type(of), name, round(item.start, 2)


def _heading(kept: KeptSession) -> str:
    who = kept.head.client or words("no client")
    date, length = local_time(kept.head.started_at), clock(kept.end_s)
    return f"{who}  ·  {date}  ·  {length}"


def _engaged(kept: KeptSession) -> bool | None:
    said = [one.action for one in kept.actions if one.action in ("engaged", "not_engaged")]
    return None if not said else said[-1] == "engaged"


def _limits(log: Sequence[AnyEvent]) -> Iterable[str]:
    if not words_were_kept(log):
        yield words("No words of this session were kept.")
        if speakers_were_corrected(log):
            yield words(
                "What was noticed in words stays as it was; only pauses are worked out anew, and a "
                "turn given to the client brings nothing more."
            )
    if not any(isinstance(event, End) for event in log):
        yield words("This session has no end: it was broken off, or is still running.")


# Lanes


def _lanes(shown: KeptSession, now: KeptSession) -> Iterable[Lane]:
    yield _speech(now, "clinician")
    yield _speech(now, "client")
    if any(one.speaker == "unknown" for one in now.speech):
        yield _speech(now, "unknown")
    yield Lane("pauses", words("pauses"), "pauses", tuple(map(_pause, now.pauses)))
    for name in MARKER_WORDS:
        yield _signs(name, shown, now)
    yield _cues(shown, now)
    yield Lane("marks", words("my marks and notes"), "moments", tuple(map(_mark, now.marks)))
    explored = exploring(now)
    if explored:
        spans = (Item(start, end, words("exploring")) for start, end in explored)
        yield Lane("exploring", words("exploring"), "spans", tuple(spans))
    yield Lane("hearing", words("hearing"), "moments", tuple(map(_trouble, now.health)))
    gaps = (Item(one.start, one.end, words("not heard")) for one in now.unheard)
    yield Lane("not_heard", words("not heard"), "spans", tuple(gaps))


def _speech(kept: KeptSession, speaker: Speaker) -> Lane:
    name = words_of(SPEAKER_WORDS[speaker])
    spans = (Item(one.start, one.end, name, one) for one in kept.speech if one.speaker == speaker)
    return Lane(speaker, name, "spans", tuple(spans))


def _pause(pause: Pause) -> Item:
    assert pause.end is not None, "pauses that ended"
    usual_s = pause.threshold_s
    long = usual_s is not None and pause.duration_s >= usual_s
    says = words("pause of {length} s").format(length=f"{pause.duration_s:.1f}")
    return Item(pause.start, pause.end, says, pause, long=long)


def _signs(name: MarkerName, shown: KeptSession, now: KeptSession) -> Lane:
    before = [one for one in shown.markers if one.marker == name]
    after = [one for one in now.markers if one.marker == name]
    items = [
        Item(
            one.start,
            one.end,
            words_of(MARKER_WORDS[one.marker]),
            one,
            stands,
            stands != "no longer" and one.evidence.uncounted is None,
        )
        for one, stands in _beside(before, after, sign_of)
    ]
    return Lane(name, words_of(MARKER_WORDS[name]), "spans", _in_time(items))


def _cues(shown: KeptSession, now: KeptSession) -> Lane:
    items = [
        Item(
            cue.at,
            cue.at,
            f"{words_of(CUE_WORDS[cue.cue])}: {reasons(cue)}",
            cue,
            stands,
            cue.shown,
        )
        for cue, stands in _beside(shown.cues, now.cues, _same_cue)
    ]
    return Lane("cues", words("cues"), "moments", _in_time(items))


def _same_cue(cue: Cue) -> tuple[str, float]:
    return cue.cue, round(cue.at, 2)


T = TypeVar("T")


def _beside(
    before: Iterable[T], after: Iterable[T], same: Callable[[T], object]
) -> list[tuple[T, Stands]]:
    """What was there and what is there now, each once; as it is now where it is both."""
    then = {same(one): one for one in before}
    now = {same(one): one for one in after}
    gone: list[tuple[T, Stands]] = [(one, "no longer") for at, one in then.items() if at not in now]
    return gone + [(one, "yes" if at in then else "only now") for at, one in now.items()]


def _mark(mark: Action) -> Item:
    written = mark.value if isinstance(mark.value, str) else ""
    return Item(mark.at, mark.at, written or words("marked"), mark)


def _trouble(health: Health) -> Item:
    trouble = TROUBLE_WORDS.get(health.what)
    says = words("heard again") if trouble is None else words_of(trouble)
    return Item(health.at, health.at, says, health)


def _in_time(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.start))
