"""One client over sessions: how often each sign was noticed, and what else moved.

These are observations of talk between two people. Nothing is compared across clients, and no
clinician with another but where both saw this client.
"""

from collections.abc import Iterable, Sequence
from statistics import median

from livecue.config import Settings
from livecue.events import (
    AMBIVALENCE_MARKERS,
    AnyEvent,
    Cue,
    Feedback,
    Frozen,
    Marker,
    MarkerName,
    Pause,
    SessionStarted,
    Speech,
    current,
    standing,
)
from livecue.review.trends.after import AfterCues, Moment, after_cues, moments_of
from livecue.review.trends.intervals import Figure, mean_of, median_of, rate, share
from livecue.session.replay import time_of
from livecue.translation import words

SESSION_MIN = 50.0
"""Minutes that rates are given for: one session."""
BLOCK_S = 60.0
"""Talk share is taken minute by minute, and whole minutes are drawn anew for its interval."""


class Rated(Frozen):
    """What the clinician said of cues. Helpful is not correct; unrated is unknown."""

    helpful: int
    not_helpful: int
    unrated: int


class Obstacle(Frozen):
    """What the client named as being in the way, once."""

    at: float
    words: str


class SessionTrend(Frozen):
    """One session's figures.

    breaks: what changed since the session before, so that the two cannot be compared as they are.
    signs: occurrences for 50 minutes. response_s: median response latency. client_talk: the
    client's share of all speech. change: the share of turns for change among those for either side.
    cues: for 50 minutes.
    """

    id: str
    started_at: str
    clinician: str | None
    minutes: float
    breaks: tuple[str, ...]
    signs: dict[MarkerName, Figure]
    response_s: Figure
    client_talk: Figure
    change: Figure
    cues: Figure
    rated: Rated
    obstacles: tuple[Obstacle, ...]
    with_words: bool


class BesideClinician(Frozen):
    """This client's sessions with one clinician, together."""

    clinician: str
    sessions: int
    signs: dict[MarkerName, Figure]
    response_s: Figure
    client_talk_median: float | None


class TrendsReport(Frozen):
    """What the window shows. sessions: oldest first. clinicians: where there are two or more."""

    client: str
    sessions: tuple[SessionTrend, ...]
    after_cues: AfterCues
    clinicians: tuple[BesideClinician, ...]


def trends(client: str, logs: Iterable[Sequence[AnyEvent]]) -> TrendsReport:
    """A client's sessions, as their logs stand."""
    ordered = sorted((current(standing(log)) for log in logs), key=_started_at)
    sessions: list[SessionTrend] = []
    moments: list[Moment] = []
    latencies: list[list[float]] = []
    before: SessionStarted | None = None
    for log in ordered:
        head = _head(log)
        sessions.append(_session(log, head, breaks(before, head)))
        moments += moments_of(log)
        latencies.append(_latencies(log))
        before = head
    return TrendsReport(
        client=client,
        sessions=tuple(sessions),
        after_cues=after_cues(moments),
        clinicians=_side_by_side(sessions, latencies),
    )


def breaks(before: SessionStarted | None, after: SessionStarted) -> tuple[str, ...]:
    """What changed between two sessions that makes their figures hard to compare."""
    if before is None:
        return ()
    changed = {
        words("settings"): _compared(before) != _compared(after),
        words("version"): (before.version, before.models) != (after.version, after.models),
        words("microphone"): _microphone(before) != _microphone(after),
    }
    return tuple(what for what, differs in changed.items() if differs)


def _compared(head: SessionStarted) -> dict[str, object]:
    """The settings that figures depend on: not what is seen, nor how often the two have met."""
    settings = Settings.of_log(head.settings).model_dump(exclude={"overlay", "windows", "keys"})
    return {name: section for name, section in settings.items() if name != "profile"}


def _microphone(head: SessionStarted) -> str:
    """What it was heard with; of a recording that it was one."""
    return "recording" if head.source.startswith("recording: ") else head.source


def _session(
    log: Sequence[AnyEvent], head: SessionStarted, changed: tuple[str, ...]
) -> SessionTrend:
    minutes = _minutes(log)
    markers = [e for e in log if isinstance(e, Marker) and e.evidence.uncounted is None]
    counts = {name: _turns(markers, name) for name in AMBIVALENCE_MARKERS}
    cues = [event for event in log if isinstance(event, Cue)]
    change, staying = _turns(markers, "change_talk"), _turns(markers, "sustain_talk")
    return SessionTrend(
        id=head.id,
        started_at=head.started_at,
        clinician=head.clinician,
        minutes=round(minutes, 2),
        breaks=changed,
        signs={name: rate(count, minutes, SESSION_MIN) for name, count in counts.items()},
        response_s=median_of(_latencies(log)),
        client_talk=mean_of(_talk_shares(log)),
        change=share(change, change + staying),
        cues=rate(len(cues), minutes, SESSION_MIN),
        rated=_rated(cues, log),
        obstacles=tuple(
            Obstacle(at=marker.start, words=reason)
            for marker in markers
            if marker.marker == "homework"
            for reason in marker.evidence.reasons
        ),
        with_words=any(event.type == "turn" and event.text for event in log),
    )


def _turns(markers: Iterable[Marker], name: MarkerName) -> int:
    """Occurrences: one turn is one, however many markers of a kind it carries."""
    return len(
        {
            ("turn", m.turn) if m.turn is not None else ("at", m.start)
            for m in markers
            if m.marker == name
        }
    )


def _rated(cues: Sequence[Cue], log: Sequence[AnyEvent]) -> Rated:
    said = {event.cue_at: event.helpful for event in log if isinstance(event, Feedback)}
    given = [said[cue.at] for cue in cues if cue.at in said]
    return Rated(
        helpful=given.count(True),
        not_helpful=given.count(False),
        unrated=len(cues) - len(given),
    )


def _latencies(log: Sequence[AnyEvent]) -> list[float]:
    return [
        event.duration_s
        for event in log
        if isinstance(event, Pause) and event.kind == "response" and event.end is not None
    ]


def _talk_shares(log: Sequence[AnyEvent]) -> list[float]:
    """The client's share of speech, minute by minute; a minute in which nobody spoke has none."""
    spoken: dict[int, dict[str, float]] = {}
    for event in log:
        if isinstance(event, Speech) and event.speaker != "unknown":
            minute = spoken.setdefault(
                int(event.start // BLOCK_S), {"client": 0.0, "clinician": 0.0}
            )
            minute[event.speaker] += event.end - event.start
    return [
        minute["client"] / (minute["client"] + minute["clinician"]) for minute in spoken.values()
    ]


def _minutes(log: Sequence[AnyEvent]) -> float:
    heard = [e for e in log if isinstance(e, Speech | Pause | Cue) or e.type == "end"]
    return max((time_of(event) for event in heard), default=0.0) / 60


def _side_by_side(
    sessions: Sequence[SessionTrend], latencies: Sequence[Sequence[float]]
) -> tuple[BesideClinician, ...]:
    names = sorted({one.clinician for one in sessions if one.clinician is not None})
    if len(names) < 2:
        return ()
    return tuple(_beside(name, sessions, latencies) for name in names)


def _beside(
    name: str, sessions: Sequence[SessionTrend], latencies: Sequence[Sequence[float]]
) -> BesideClinician:
    own = [one for one in sessions if one.clinician == name]
    minutes = sum(one.minutes for one in own)
    both = zip(sessions, latencies, strict=True)
    waits = [latency for one, some in both if one.clinician == name for latency in some]
    talk = [one.client_talk.value for one in own if one.client_talk.value is not None]
    return BesideClinician(
        clinician=name,
        sessions=len(own),
        signs={
            sign: rate(sum(one.signs[sign].of for one in own), minutes, SESSION_MIN)
            for sign in AMBIVALENCE_MARKERS
        },
        response_s=median_of(waits),
        client_talk_median=round(median(talk), 3) if talk else None,
    )


def _head(log: Sequence[AnyEvent]) -> SessionStarted:
    head = log[0]
    assert isinstance(head, SessionStarted), "a log begins with its head"
    return head


def _started_at(log: Sequence[AnyEvent]) -> str:
    return _head(log).started_at
