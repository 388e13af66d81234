"""Word times put right by what the ear knows."""

from collections.abc import Sequence

from livecue.events import Word

_SHORTEST_WORD_S = 0.02


def on_speech(words: Sequence[Word], stretches: Sequence[tuple[float, float]]) -> list[Word]:
    """The words with what lies in a pause cut off.

    Alignment by attention stretches the first word after a pause back over it, and the last before
    it forward. A word that touches several stretches belongs to the one it covers most, the later
    of equals; one that touches none goes to the nearest edge of speech.

    Args:
        words: in order, in the seconds of `stretches`.
        stretches: speech, in order, without overlaps.
    """
    settled: list[Word] = []
    earliest = stretches[0][0]
    for text, start, end, probability in words:
        low, high = max(stretches, key=lambda one: (_shared(one, start, end), one[0]))
        new_start = max(earliest, min(max(start, low), high))
        new_end = max(new_start + _SHORTEST_WORD_S, min(end, high))
        settled.append((text, round(new_start, 3), round(new_end, 3), probability))
        earliest = new_start
    return settled


def _shared(stretch: tuple[float, float], start: float, end: float) -> float:
    """Seconds in common; below 0, how far apart."""
    return min(stretch[1], end) - max(stretch[0], start)
