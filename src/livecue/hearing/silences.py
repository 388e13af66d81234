"""Every silence of a session with what makes it long or not, before any threshold is set."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from livecue.config import Settings, SilenceSettings
from livecue.events import Numbering, Pause, PauseKind, Speaker, Speech, Unheard
from livecue.hearing.floor import Floor, follow
from livecue.hearing.said import Said
from livecue.hearing.thresholds import CLIENT_PAUSES, ClientPause, Known, threshold_s


@dataclass(frozen=True)
class Silence:
    """One silence that is the client's if the client ends it.

    start, until: session seconds; it ended then, or nothing more was heard. kind: what it was once
    ended, `None` where nobody ended it. presumed: what it is if the client ends it. after_sound: a
    back-channel came just before, so either threshold may be the right one. known: how many pauses
    of each kind were known when it began.
    """

    start: float
    until: float
    duration_s: float
    kind: PauseKind | None
    owner: Speaker | None
    presumed: ClientPause
    after_sound: bool
    known: tuple[int, int]


@dataclass
class HeardSilences:
    """The silences of one session, and all that was learnt from them on the way.

    logs: log durations of the client's pauses, for response and within the turn, in order.
    """

    all: list[Silence] = field(default_factory=list)
    logs: tuple[list[float], list[float]] = ([], [])
    _known: dict[tuple[int, int], Known] = field(default_factory=dict)

    def threshold_s(self, silence: Silence, settings: SilenceSettings) -> float:
        """Seconds above which it is long, with these settings."""
        if silence.after_sound:
            return max(self._threshold_s(kind, silence, settings) for kind in CLIENT_PAUSES)
        return self._threshold_s(silence.presumed, silence, settings)

    def learn(self) -> None:
        """Work out all that was known at each silence, so that no threshold has to wait for it."""
        for silence in self.all:
            for which, count in enumerate(silence.known):
                self._known_at(which, count)

    def _known_at(self, which: int, count: int) -> Known | None:
        if count and (which, count) not in self._known:
            self._known[which, count] = Known.of(self.logs[which][:count])
        return self._known.get((which, count))

    def _threshold_s(self, kind: ClientPause, silence: Silence, settings: SilenceSettings) -> float:
        which = CLIENT_PAUSES.index(kind)
        return threshold_s(kind, self._known_at(which, silence.known[which]), settings)


def silences_of(
    kept: Sequence[Speech | Unheard], settings: Settings, until: float
) -> HeardSilences:
    """The silences in speech that was kept.

    kept: as it stands (corrections applied), in order of start. until: end of the session.
    """
    floor = _Listener(settings)
    run: list[Said] = []
    for event in kept:
        if isinstance(event, Speech):
            score = event.speaker_score or 0.0
            run.append(Said(event.channel, event.start, event.end, event.speaker, score))
        else:
            follow(floor, run, settings)
            floor.leave(event.start)
            run = []
    follow(floor, run, settings)
    floor.leave(until)
    logs = (floor.logs("response"), floor.logs("within_turn"))
    return HeardSilences(floor.heard, logs)


class _Listener(Floor):
    """A floor that notes its silences, and finds none of them long."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, Numbering())
        self.heard: list[Silence] = []

    def logs(self, kind: ClientPause) -> list[float]:
        return self._thresholds.logs(kind)

    def silent(self, until: float) -> list[Pause]:  # noqa: ARG002 - as long as it may be
        return []

    def leave(self, until: float) -> None:
        """Nothing more is heard: the last silence is nobody's."""
        if not self._going_on and self._last_end is not None and until > self._last_end:
            self._note(until)
        self.cut()

    def _ended_by(self, speaker: Speaker, at: float) -> list[Pause]:
        before = self._counts()
        presumed, after_sound = self._presumed(), bool(self._back_channel_s)
        pauses = super()._ended_by(speaker, at)
        if presumed is not None:
            self.heard += [
                Silence(p.start, at, p.duration_s, p.kind, p.owner, presumed, after_sound, before)
                for p in pauses
            ]
        return pauses

    def _note(self, until: float) -> None:
        presumed, start = self._presumed(), self._last_end
        if presumed is not None and start is not None:
            after_sound = bool(self._back_channel_s)
            lasted_s = round(until - start, 6)
            self.heard.append(
                Silence(start, until, lasted_s, None, None, presumed, after_sound, self._counts())
            )

    def _counts(self) -> tuple[int, int]:
        return len(self.logs("response")), len(self.logs("within_turn"))

    def _threshold_s(self, kind: ClientPause) -> float:  # noqa: ARG002 - of either kind
        return float("inf")
