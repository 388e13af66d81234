"""Where in a turn the words lie that an observation rests on."""

import re
from collections.abc import Sequence

from livecue.exports.report.markup import element, text

_BETWEEN_WORDS = r"[\W_]+"
"""Evidence keeps words, not the commas between them."""


def lit(said: str, phrases: Sequence[str]) -> str:
    """What was said, as markup, with the phrases marked wherever they stand."""
    parts: list[str] = []
    done = 0
    for start, end in _places(said, phrases):
        parts += [text(said[done:start]), element("mark", text(said[start:end]))]
        done = end
    return "".join(parts) + text(said[done:])


def _places(said: str, phrases: Sequence[str]) -> list[tuple[int, int]]:
    """Spans of the phrases, in order; those that overlap are one."""
    found = sorted(
        match.span()
        for phrase in phrases
        if (pattern := _pattern(phrase)) is not None
        for match in pattern.finditer(said)
    )
    places: list[tuple[int, int]] = []
    for start, end in found:
        if places and start <= places[-1][1]:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def _pattern(phrase: str) -> re.Pattern[str] | None:
    spoken = [re.escape(word) for word in re.findall(r"[\w']+", phrase)]
    if not spoken:
        return None
    return re.compile(rf"(?<!\w){_BETWEEN_WORDS.join(spoken)}(?!\w)", re.IGNORECASE)
