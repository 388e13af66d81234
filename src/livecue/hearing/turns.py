"""From stretches to turns: what one speaker says before somebody else takes the floor.

A turn closes when its speaker has been silent for `end_of_turn_s`, or for `floor_taken_s` while
somebody else speaks on for longer than a back-channel, or at the next pause once it has grown too
long. Its words can then be read. Should the speaker go on before anybody else has spoken, it was
only a pause, and the same turn is opened again; so a slow client's turn stays one. A back-channel
is a turn of its own, and does not close the turn it comes in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from livecue.config import HearingSettings
from livecue.events import Speaker
from livecue.hearing.said import Said, Voiced
from livecue.hearing.spoken import Renamed

Key = tuple[int, float]
"""A stretch of speech: its channel and start."""


@dataclass(frozen=True)
class ClosedTurn:
    """A turn, to its end. Fields as in `SpokenTurn`; stretches with their speaker."""

    i: int
    said: tuple[Said, ...]
    closed_at: float
    speaker: Speaker
    reopens: bool

    @property
    def start(self) -> float:
        """Session second at which it begins."""
        return self.said[0].start

    @property
    def end(self) -> float:
        """Session second at which it ends."""
        return max(said.end for said in self.said)


@dataclass
class _Turn:
    speaker: Speaker
    start: float
    said: list[Said] = field(default_factory=list)
    speaking: Voiced | None = None
    i: int | None = None

    @property
    def end(self) -> float:
        return max((said.end for said in self.said), default=self.start)

    def last(self, now: float) -> float:
        """When it was last heard."""
        return now if self.speaking else self.end

    def rename(self, names: Mapping[Key, Speaker], now: float) -> None:
        """Some of its speech was somebody else's."""
        self.said = _renamed(self.said, names)
        said = list(self.said)
        if self.speaking is not None:
            v = self.speaking
            name = names.get((v.channel, v.start), v.speaker)
            self.speaking = replace(v, speaker=name)
            said.append(Said(v.channel, v.start, now, name, v.score))
        self.speaker = _most(said)


class Turns:
    """Labelled speech in, closed turns out; time is told to it.

    Every stretch is told three times, as to the floor: `began`, `named`, `ended`.
    """

    def __init__(self, settings: HearingSettings) -> None:
        self._settings = settings
        self._unnamed = 0
        self._open: list[_Turn] = []
        self._closed: dict[int, ClosedTurn] = {}
        self._to_reopen: _Turn | None = None

    @property
    def needs_from(self) -> float | None:
        """Start of the earliest turn whose sound may still be wanted; `None` without any."""
        wanted = [*self._open, *([self._to_reopen] if self._to_reopen else [])]
        return min((turn.start for turn in wanted), default=None)

    def began(self) -> None:
        """Somebody begins to speak; until it is known who, no turn closes by silence."""
        self._unnamed += 1

    def named(self, voiced: Voiced) -> None:
        """Who it is that began."""
        self._unnamed -= 1
        self._turn_of(voiced).speaking = voiced

    def ended(self, said: Said) -> None:
        """A stretch is over."""
        for turn in self._open:
            if turn.speaking is not None and turn.speaking.channel == said.channel:
                turn.speaking = None
                turn.said.append(said)

    def at(self, now: float) -> list[ClosedTurn]:
        """The turns that are over by now."""
        self._forget(now)
        return self._close(now, lambda turn: self._is_over(turn, now))

    def cut(self, now: float) -> list[ClosedTurn]:
        """The turns that are over because nothing more is heard; none is opened again."""
        closed = self._close(now, lambda turn: bool(turn.said))
        self._open = []
        self._unnamed = 0
        self._to_reopen = None
        return closed

    def rename(self, names: Mapping[Key, Speaker], now: float) -> list[ClosedTurn | Renamed]:
        """Stretches were somebody else's: a turn is whose most of its speech is.

        Two open turns that turn out to be one person's are divided where the later began.
        """
        changed: list[ClosedTurn | Renamed] = []
        for i, closed in self._closed.items():
            said = tuple(_renamed(closed.said, names))
            self._closed[i] = replace(closed, said=said, speaker=_most(said))
            if self._closed[i].speaker != closed.speaker:
                changed.append(Renamed(i, self._closed[i].speaker))
        for turn in [*self._open, *([self._to_reopen] if self._to_reopen else [])]:
            turn.rename(names, now)
        latest = {
            turn.speaker: turn for turn in sorted(self._open, key=lambda turn: turn.last(now))
        }
        return changed + list(self._close(now, lambda turn: latest[turn.speaker] is not turn))

    def _turn_of(self, voiced: Voiced) -> _Turn:
        """The turn that a stretch belongs to: the open one, the last one again, or a new one."""
        last, self._to_reopen = self._to_reopen, None
        for turn in self._open:
            if turn.speaker == voiced.speaker:
                return turn
        goes_on = last and last.speaker == voiced.speaker and self._goes_on(last, voiced.start)
        turn = last if last and goes_on else _Turn(voiced.speaker, voiced.start)
        self._open.append(turn)
        return turn

    def _goes_on(self, turn: _Turn, at: float) -> bool:
        """Whether speech at this time is still the turn that was closed."""
        return at - turn.end <= self._settings.same_turn_s and not self._is_long(turn, at)

    def _is_long(self, turn: _Turn, at: float) -> bool:
        return at - turn.start >= self._settings.longest_turn_s

    def _is_over(self, turn: _Turn, now: float) -> bool:
        if turn.speaking is not None or self._unnamed:
            return False
        silent_s = now - turn.end
        if silent_s >= self._settings.end_of_turn_s or self._is_long(turn, turn.end):
            return True
        return silent_s >= self._settings.floor_taken_s and any(
            other.speaking is not None
            and now - other.speaking.start >= self._settings.back_channel_s
            for other in self._open
        )

    def _close(self, now: float, over: Callable[[_Turn], bool]) -> list[ClosedTurn]:
        closed = []
        for turn in sorted(filter(over, self._open), key=lambda turn: turn.end):
            self._open.remove(turn)
            reopens = turn.i is not None
            if turn.i is None:
                turn.i = len(self._closed)
            self._closed[turn.i] = ClosedTurn(turn.i, tuple(turn.said), now, turn.speaker, reopens)
            closed.append(self._closed[turn.i])
            latest = all(other.last(now) <= turn.end for other in self._open)
            self._to_reopen = turn if latest and not self._is_long(turn, turn.end) else None
        return closed

    def _forget(self, now: float) -> None:
        """A turn too far back is not opened again."""
        # Speech that begins now may be named, and dated back, a little later.
        if (
            self._to_reopen is not None
            and now - self._to_reopen.end > 2 * self._settings.same_turn_s
        ):
            self._to_reopen = None


def _renamed(said: Iterable[Said], names: Mapping[Key, Speaker]) -> list[Said]:
    return [replace(s, speaker=names.get((s.channel, s.start), s.speaker)) for s in said]


def _most(said: Iterable[Said]) -> Speaker:
    """Whose most of the speech is; of two that spoke as long, who spoke first."""
    seconds: dict[Speaker, float] = {}
    for s in said:
        seconds[s.speaker] = seconds.get(s.speaker, 0.0) + s.end - s.start
    return max(seconds, key=lambda speaker: seconds[speaker])
