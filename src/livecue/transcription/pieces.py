"""A turn divided, at its own inner pauses, into pieces that are read one at a time.

Where a piece ends depends on nothing that comes after its pause. So a piece can be read while the
turn goes on, is the same when the turn is over, and only the last is left to be read then.
"""

from dataclasses import replace
from itertools import pairwise

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.config import TranscriptionSettings
from livecue.hearing.spoken import LEAD_S, TAIL_S, SpokenTurn

Stretch = tuple[float, float]


def pieces_of(turn: SpokenTurn, settings: TranscriptionSettings) -> list[SpokenTurn]:
    """The turn's pieces in order, each a turn in itself; a short turn is its own only piece."""
    groups = _grouped(turn.stretches, settings)
    firsts = [0, *(_cut_before(turn, *pair) for pair in pairwise(groups))]
    lasts = [_cut_after(turn, group) for group in groups]
    return [
        replace(
            turn,
            start=group[0][0],
            end=group[-1][1],
            stretches=group,
            audio_start=turn.audio_start + first / SAMPLE_RATE_HZ,
            samples=turn.samples[first:last],
            inner=n > 0,
        )
        for n, (group, first, last) in enumerate(zip(groups, firsts, lasts, strict=True))
    ]


def lasting_pieces_of(turn: SpokenTurn, settings: TranscriptionSettings) -> list[SpokenTurn]:
    """The pieces that stay what they are when the speaker goes on after a pause."""
    pieces = pieces_of(turn, settings)
    return pieces if _is_long(pieces[-1].stretches, settings) else pieces[:-1]


def _grouped(
    stretches: tuple[Stretch, ...], settings: TranscriptionSettings
) -> list[tuple[Stretch, ...]]:
    groups: list[tuple[Stretch, ...]] = []
    group = stretches[:1]
    for before, after in pairwise(stretches):
        if round(after[0] - before[1], 6) >= settings.piece_pause_s and _is_long(group, settings):
            groups.append(group)
            group = ()
        group = (*group, after)
    return [*groups, group]


def _is_long(group: tuple[Stretch, ...], settings: TranscriptionSettings) -> bool:
    return group[-1][1] - group[0][0] >= settings.piece_s


def _cut_before(turn: SpokenTurn, before: tuple[Stretch, ...], group: tuple[Stretch, ...]) -> int:
    """Where a piece's sound begins: not within that of the piece before."""
    begins = max(group[0][0] - LEAD_S, (before[-1][1] + group[0][0]) / 2)
    return round((begins - turn.audio_start) * SAMPLE_RATE_HZ)


def _cut_after(turn: SpokenTurn, group: tuple[Stretch, ...]) -> int:
    return round((group[-1][1] + TAIL_S - turn.audio_start) * SAMPLE_RATE_HZ)
