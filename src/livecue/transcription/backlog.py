"""What waits to be read, and what is read next: no thread in here, time is told to it.

Turns that are over come first, in order while reading keeps up. Behind, the client's come first
and the clinician's back-channels last, and short pieces of one speaker are read together. When more
speech waits than may, the clinician's short turns are given up, then the oldest of the clinician's
others, then the oldest at all; what is given up comes back without text, and says why. What may be
wanted soon is read when nothing else waits: turns that may be over, and the pieces of a turn that
goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.config import TranscriptionSettings
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.pieces import lasting_pieces_of
from livecue.transcription.readings import Readings
from livecue.transcription.transcriber import Transcript

BACK_CHANNEL_S = 1.5
"""A clinician's turn as short as this ("mm-hm", "right") is the first to be given up."""
TRIES = 2
"""A piece that failed as often is not read again; the second time it is read alone."""

MOST_AHEAD = 8
"""Pieces of turns that go on which may wait; they are read with their turns in any case."""

Pieces = tuple[SpokenTurn, ...]
_Piece = tuple[int, float, float]


@dataclass(frozen=True)
class _Waiting:
    """A turn that is over, and when it was put here."""

    turn: SpokenTurn
    since: float


class Backlog:
    """Turns and drafts in, pieces to read out; what was read in them in, whole turns out."""

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings
        self._readings = Readings(settings)
        self._waiting: list[_Waiting] = []
        self._drafts: list[SpokenTurn] = []
        self._lasting: list[SpokenTurn] = []
        self._reading: Pieces = ()
        self._failed: dict[_Piece, int] = {}
        self._done: list[Transcript] = []

    def submit(self, turn: SpokenTurn, now: float) -> None:
        """A turn is over. One that was reopened takes its earlier version's place."""
        for n, other in enumerate(self._waiting):
            if other.turn.i == turn.i:
                self._waiting[n] = _Waiting(turn, other.since)
                break
        else:
            self._waiting.append(_Waiting(turn, now))
        self._finish()
        self._give_up_what_is_too_much()

    def expect(self, drafts: Sequence[SpokenTurn]) -> bool:
        """The turns that may be over; of others, only what stays as it is will still be read.

        Returns:
            Whether they are others than before.
        """
        standing = {_place(draft) for draft in drafts}
        if standing == {_place(draft) for draft in self._drafts}:
            return False
        gone = [draft for draft in self._drafts if _place(draft) not in standing]
        pieces = [piece for draft in gone for piece in lasting_pieces_of(draft, self._settings)]
        unread = [p for p in [*self._lasting, *pieces] if not self._readings.has(p)]
        self._lasting = unread[-MOST_AHEAD:]
        self._drafts = list(drafts)
        return True

    def next(self, now: float) -> Pieces:
        """What to read now, together; empty when there is nothing."""
        self._reading = self._of_turns(now) or self._ahead()
        return self._reading

    def read(self, parts: Sequence[Transcript]) -> None:
        """What was read, piece by piece."""
        for part in parts:
            self._readings.keep(part.turn, part)
            self._failed.pop(_place(part.turn), None)
        self._finish()

    def failed(self, pieces: Pieces, why: str) -> None:
        """Pieces that could not be read; after `TRIES` they are lost, and the rest goes on."""
        for piece in pieces:
            tries = self._failed.get(_place(piece), 0) + 1
            self._failed[_place(piece)] = tries
            if tries >= TRIES:
                del self._failed[_place(piece)]
                self._readings.keep(piece, Transcript(piece, None, why_lost=why))
        self._finish()

    def give_up(self, why: str) -> None:
        """Nothing more will be read."""
        self._done += [_lost(one.turn, why) for one in self._waiting]
        self._waiting = []
        self._drafts = []
        self._lasting = []

    def take_done(self) -> list[Transcript]:
        """The turns that have been read, or given up, since it was last asked."""
        done, self._done = self._done, []
        return done

    @property
    def busy(self) -> bool:
        """Whether a turn waits for its words."""
        return bool(self._waiting)

    @property
    def audio_s(self) -> float:
        """Seconds of audio that turns wait with, but for what is being read."""
        return sum(map(_audio_s, self._unread()))

    def behind_s(self, now: float) -> float:
        """How long the oldest turn without words has waited; 0 if none."""
        return max((now - one.since for one in self._waiting), default=0.0)

    def _of_turns(self, now: float) -> Pieces:
        if not self._waiting:
            return ()
        oldest = self._waiting[0]
        if now - oldest.since <= self._settings.behind_after_s:
            return (self._readings.unread(oldest.turn)[0],)
        first = max(self._waiting, key=lambda one: _worth(one.turn)).turn
        neighbours = [one.turn for one in self._waiting if _is_neighbour(one.turn, first)]
        unread = [p for turn in (first, *neighbours) for p in self._readings.unread(turn)]
        if _place(unread[0]) in self._failed:
            return (unread[0],)
        fresh = [piece for piece in unread if _place(piece) not in self._failed]
        ends_s = accumulate(map(_audio_s, fresh))
        count = sum(end_s <= self._settings.longest_clip_s for end_s in ends_s)
        return tuple(fresh[: max(count, 1)])

    def _ahead(self) -> Pieces:
        drafted = [piece for draft in self._drafts for piece in self._readings.unread(draft)]
        lasting = [piece for piece in self._lasting if not self._readings.has(piece)]
        return tuple([*lasting, *drafted][:1])

    def _finish(self) -> None:
        """Turns of which everything has been read are done."""
        for one in list(self._waiting):
            if not self._readings.unread(one.turn):
                self._waiting.remove(one)
                self._done.append(self._readings.whole(one.turn))

    def _give_up_what_is_too_much(self) -> None:
        while self.audio_s > self._settings.queue_s:
            idle = [one for one in self._waiting if not self._is_read_now(one.turn)]
            if len(idle) < 2:
                return
            least = min(idle, key=lambda one: _worth(one.turn))
            self._waiting.remove(least)
            self._done.append(_lost(least.turn, "too far behind"))

    def _unread(self) -> list[SpokenTurn]:
        """The pieces that turns wait for, in order, but for those that are being read."""
        now = set(map(_place, self._reading))
        return [
            piece
            for one in self._waiting
            for piece in self._readings.unread(one.turn)
            if _place(piece) not in now
        ]

    def _is_read_now(self, turn: SpokenTurn) -> bool:
        now = set(map(_place, self._reading))
        return any(_place(piece) in now for piece in self._readings.unread(turn))


def _is_neighbour(turn: SpokenTurn, other: SpokenTurn) -> bool:
    """Whether two turns can be read as one."""
    same_voice = (turn.speaker, turn.channel) == (other.speaker, other.channel)
    return same_voice and turn.i != other.i


def _worth(turn: SpokenTurn) -> int:
    """What is read first when behind, and given up last."""
    if turn.speaker == "clinician":
        return 0 if turn.end - turn.start <= BACK_CHANNEL_S else 1
    return 2 if turn.speaker == "unknown" else 3


def _lost(turn: SpokenTurn, why: str) -> Transcript:
    return Transcript(turn=turn, text=None, why_lost=why)


def _place(piece: SpokenTurn) -> _Piece:
    return piece.channel, piece.start, piece.end


def _audio_s(piece: SpokenTurn) -> float:
    return len(piece.samples) / SAMPLE_RATE_HZ
