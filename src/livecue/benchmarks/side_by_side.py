"""One measure for unlike systems: when the last of a labelled turn's words was there.

Pure: labels and pieces of text in, delays out. Systems cut speech where they will; so their words
are aligned with the labelled ones, and each labelled turn waits for the last of its words that was
read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from livecue.benchmarks.latency import left_at
from livecue.evaluation.word_errors import aligned, normalised
from livecue.events import Frozen, Turn
from livecue.transcripts.session import TranscriptSession, TranscriptTurn


@dataclass(frozen=True)
class Piece:
    """Text that its system will not change any more.

    Seconds from the first sample. start: where its speech began. decided_at: when the system took
    the speech to be over, before it read the last of it. Both `None` where it does not say.
    """

    text: str
    emitted_at: float
    start: float | None = None
    decided_at: float | None = None


class SideScore(Frozen):
    """What one system read of labelled turns.

    delay_s: for each turn of which a word was read, its labelled end to its last such word.
    after_deciding_s: the same without the system's own wait. unread: turns of which no word was
    read. words: labelled words; errors: substituted, left out and put in.
    """

    delay_s: tuple[float, ...] = ()
    after_deciding_s: tuple[float, ...] = ()
    unread: int = 0
    words: int = 0
    errors: int = 0

    def __add__(self, other: "SideScore") -> "SideScore":
        mine, theirs = self.model_dump(), other.model_dump()
        return SideScore(**{name: mine[name] + theirs[name] for name in mine})

    @property
    def word_error_rate(self) -> float | None:
        """Errors for each labelled word."""
        return round(self.errors / self.words, 4) if self.words else None


def score_pieces(session: TranscriptSession, pieces: Sequence[Piece]) -> SideScore:
    """How late, and how rightly, a system read a labelled session (its turns have their times).

    Raises:
        MissingError: jiwer is not installed.
    """
    turns = [turn for turn in session.turns if normalised(turn.text)]
    said = [(word, n) for n, turn in enumerate(turns) for word in normalised(turn.text)]
    if not said:
        return SideScore()
    read = [(word, piece) for piece in _in_order(pieces) for word in normalised(piece.text)]
    found = aligned([word for word, _ in said], [word for word, _ in read])
    last: dict[int, Piece] = {}
    for chunk in found.alignments[0]:
        if chunk.type == "equal":
            spoken = range(chunk.ref_start_idx, chunk.ref_end_idx)
            for place, of_spoken in enumerate(spoken, chunk.hyp_start_idx):
                last[said[of_spoken][1]] = read[place][1]
    return SideScore(
        delay_s=tuple(piece.emitted_at - _end(turns[n]) for n, piece in last.items()),
        after_deciding_s=tuple(
            piece.emitted_at - piece.decided_at
            for piece in last.values()
            if piece.decided_at is not None
        ),
        unread=len(turns) - len(last),
        words=len(said),
        errors=found.substitutions + found.deletions + found.insertions,
    )


def pieces_of(turns: Sequence[Turn]) -> list[Piece]:
    """livecue's own turns as pieces; those without words are none."""
    return [
        Piece(turn.text, left_at(turn), turn.start, turn.closed_at) for turn in turns if turn.text
    ]


def _in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """As they were said, where that is known of all, else as they came."""
    starts = [piece.start for piece in pieces if piece.start is not None]
    if len(starts) < len(pieces):
        return list(pieces)
    return [piece for _, piece in sorted(zip(starts, pieces, strict=True), key=lambda one: one[0])]


def _end(turn: TranscriptTurn) -> float:
    assert turn.end is not None, f"turn {turn.i} has no end"
    return turn.end
