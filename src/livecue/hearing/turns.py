"""From stretches to turns: what one speaker says before somebody else takes the floor.

A turn closes when its speaker has been silent for longer than in their usual pauses, or for
`floor_taken_s` when somebody else has begun to speak since, or has spoken on for longer than a
back-channel, or at the next pause once it has grown too long. Its words can then be read. Should
the speaker go on before anybody else has said more than a back-channel, it was only a pause, and
the same turn is opened again; so a slow client's turn stays one. A back-channel is a turn of its
own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from livecue.config import HearingSettings
from livecue.events import Speaker
from livecue.hearing.end_of_turn import EndOfTurn
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
        self._to_reopen: list[_Turn] = []
        self._waits: dict[Speaker, EndOfTurn] = {}

    @property
    def needs_from(self) -> float | None:
        """Start of the earliest turn whose sound may still be wanted; `None` without any."""
        return min((turn.start for turn in [*self._open, *self._to_reopen]), default=None)

    def wait_s(self, speaker: Speaker) -> float:
        """Silence after which this speaker's turn is over, if nobody else speaks."""
        return self._wait(speaker).wait_s

    def began(self) -> None:
        """Somebody begins to speak; until it is known who, no turn closes by silence."""
        self._unnamed += 1

    def named(self, voiced: Voiced) -> None:
        """Who it is that began."""
        self._unnamed -= 1
        turn = self._turn_of(voiced)
        if turn.said and voiced.start > turn.end:
            self._wait(voiced.speaker).paused(voiced.start - turn.end)
        turn.speaking = voiced

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

    def drafts(self, now: float, silent_s: float) -> list[ClosedTurn]:
        """The open turns that have been silent for so long, as they are if they end here."""
        silent = [t for t in self._open if t.speaking is None and now - t.end >= silent_s]
        return [
            ClosedTurn(
                len(self._closed) if turn.i is None else turn.i,
                tuple(turn.said),
                now,
                turn.speaker,
                turn.i is not None,
            )
            for turn in silent
        ]

    def cut(self, now: float) -> list[ClosedTurn]:
        """The turns that are over because nothing more is heard; none is opened again."""
        closed = self._close(now, lambda turn: bool(turn.said))
        self._open = []
        self._unnamed = 0
        self._to_reopen = []
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
        for turn in [*self._open, *self._to_reopen]:
            turn.rename(names, now)
        self._learn_anew()
        latest = {
            turn.speaker: turn for turn in sorted(self._open, key=lambda turn: turn.last(now))
        }
        return changed + list(self._close(now, lambda turn: latest[turn.speaker] is not turn))

    def _turn_of(self, voiced: Voiced) -> _Turn:
        """The turn that a stretch belongs to: the open one, the last one again, or a new one."""
        for turn in self._open:
            if turn.speaker == voiced.speaker:
                return turn
        own = [turn for turn in self._to_reopen if turn.speaker == voiced.speaker]
        last = max(own, key=lambda turn: turn.end, default=None)
        if last is not None and self._goes_on(last, voiced.start):
            self._to_reopen.remove(last)
            self._open.append(last)
            return last
        self._open.append(_Turn(voiced.speaker, voiced.start))
        return self._open[-1]

    def _goes_on(self, turn: _Turn, at: float) -> bool:
        """Whether speech at this time is still the turn that was closed."""
        if self._is_long(turn, at):
            return False
        others_s = self._others_s(turn, at)
        if others_s >= self._settings.back_channel_s:
            return False
        longest_s = self._settings.end_of_turn_s if others_s else self._settings.same_turn_s
        return at - turn.end <= longest_s

    def _others_s(self, turn: _Turn, at: float) -> float:
        """How long others have spoken, up to some time, in what they said beyond a turn's end."""
        others = [
            other for other in [*self._open, *self._to_reopen] if other.speaker != turn.speaker
        ]
        ended = [said for other in others for said in other.said if said.end > turn.end]
        going_on = [other.speaking for other in others if other.speaking is not None]
        return sum(said.end - said.start for said in ended) + sum(
            max(0.0, at - voiced.start) for voiced in going_on
        )

    def _wait(self, speaker: Speaker) -> EndOfTurn:
        if speaker not in self._waits:
            self._waits[speaker] = EndOfTurn(self._settings)
        return self._waits[speaker]

    def _learn_anew(self) -> None:
        """Some pauses were somebody else's: what was learnt from them is learnt again."""
        self._waits = {}
        reopened = {turn.i for turn in self._open}
        over = [(t.speaker, t.said) for i, t in self._closed.items() if i not in reopened]
        for speaker, said in [*over, *((t.speaker, tuple(t.said)) for t in self._open)]:
            for before, after in pairwise(said):
                if after.start > before.end:
                    self._wait(speaker).paused(after.start - before.end)

    def _is_long(self, turn: _Turn, at: float) -> bool:
        return at - turn.start >= self._settings.longest_turn_s

    def _is_over(self, turn: _Turn, now: float) -> bool:
        if turn.speaking is not None or self._unnamed:
            return False
        silent_s = now - turn.end
        if silent_s >= self._wait(turn.speaker).wait_s or self._is_long(turn, turn.end):
            return True
        return silent_s >= self._settings.floor_taken_s and any(
            other.speaking is not None and self._has_floor(other.speaking, turn, now)
            for other in self._open
        )

    def _has_floor(self, voiced: Voiced, turn: _Turn, now: float) -> bool:
        """Whether who speaks has taken the floor from a turn, as far as can be told by now."""
        return voiced.start >= turn.end or now - voiced.start >= self._settings.back_channel_s

    def _close(self, now: float, over: Callable[[_Turn], bool]) -> list[ClosedTurn]:
        closed = []
        for turn in sorted(filter(over, self._open), key=lambda turn: turn.end):
            self._open.remove(turn)
            reopens = turn.i is not None
            if turn.i is None:
                turn.i = len(self._closed)
            self._closed[turn.i] = ClosedTurn(turn.i, tuple(turn.said), now, turn.speaker, reopens)
            closed.append(self._closed[turn.i])
            self._to_reopen.append(turn)
        return closed

    def _forget(self, now: float) -> None:
        """A turn too far back is not opened again."""
        # Speech that begins now may be named, and dated back, a little later.
        reach_s = 2 * self._settings.same_turn_s
        if any(now - turn.end > reach_s for turn in self._to_reopen):
            self._to_reopen = [turn for turn in self._to_reopen if now - turn.end <= reach_s]


def _renamed(said: Iterable[Said], names: Mapping[Key, Speaker]) -> list[Said]:
    return [replace(s, speaker=names.get((s.channel, s.start), s.speaker)) for s in said]


def _most(said: Iterable[Said]) -> Speaker:
    """Whose most of the speech is; of two that spoke as long, who spoke first."""
    seconds: dict[Speaker, float] = {}
    for s in said:
        seconds[s.speaker] = seconds.get(s.speaker, 0.0) + s.end - s.start
    return max(seconds, key=lambda speaker: seconds[speaker])
