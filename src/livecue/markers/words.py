"""A turn's words made ready for rules: spelled one way, hesitations left out, places kept.

Rules look for *patterns*, which a linguist writes in the lexicon:

- words in order, lower case, with their apostrophes: ``i don't see``
- ``a|b`` one of several words, ``(a b|c)`` one of several phrases; ``?`` after it: may be missing
- ``_`` any one word, ``_ing`` any that ends so, ``...`` up to three words
- ``^`` in front: only where a clause begins; ``$`` at the end: only where one ends

Commas and hesitations between the words of a pattern do not matter; a full stop ends it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pydantic import RootModel, field_validator

_WORD = re.compile(r"[a-z0-9]+(?:['\-][a-z0-9]+)*'?|[.?!…;:,–—]|(?<=\s)-(?=\s)")
_SENTENCE_ENDS = ".?!…"
_JOINED = "[ ,]"
_WORD_CHARACTERS = r"[^ ,.]+"
_PLAIN = r"(?:_[a-z]*|[a-z0-9'\-]+)"
_ONE_OF = rf"{_PLAIN}(?:\|{_PLAIN})*"
_GROUP = rf"\({_PLAIN}(?: {_PLAIN})*(?:\|{_PLAIN}(?: {_PLAIN})*)*\)"
_SLOT = re.compile(rf"(?:\.\.\.|(?:{_ONE_OF}|{_GROUP})\??)(?= |$)")


class Phrases(RootModel[tuple[str, ...]], frozen=True):
    """Patterns that mean the same to a rule."""

    @field_validator("root")
    @classmethod
    def _readable(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            slots = _slots(pattern)
            if not slots or "..." in (slots[0], slots[-1]) or slots[0].endswith("?"):
                raise ValueError(f"'{pattern}' is not a pattern")
        return patterns

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """All patterns as one, the longest first, over `Said.line`."""
        ordered = sorted(self.root, key=lambda pattern: -len(pattern.split()))
        return re.compile("|".join(_compiled(pattern) for pattern in ordered) or r"(?!)")


@dataclass(frozen=True)
class Word:
    """One word as rules read it: `norm`, and where it stands in the text.

    opens: "." where it begins a sentence, "," where it begins a clause, else " ".
    """

    norm: str
    start: int
    end: int
    opens: str
    asked: bool = False


@dataclass(frozen=True)
class Hit:
    """A pattern that was found: words `first` up to, not with, `stop`."""

    first: int
    stop: int


@dataclass(frozen=True)
class Said:
    """What was said in a turn, ready for rules."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """The words as rules read them."""
        return tuple(word.norm for word in self.words)

    @cached_property
    def line(self) -> str:
        """The words in a row, each after a mark of what it opens."""
        return "".join(word.opens + word.norm for word in self.words) + "."

    @cached_property
    def _index_at(self) -> dict[int, int]:
        places: dict[int, int] = {}
        at = 0
        for index, word in enumerate(self.words):
            places[at] = index
            at += 1 + len(word.norm)
        places[at] = len(self.words)
        return places

    def find(self, phrases: Phrases, first: int = 0, stop: int | None = None) -> tuple[Hit, ...]:
        """Where the patterns are found among words `first` to `stop`, none overlapping."""
        stop = len(self.words) if stop is None else stop
        found = (
            Hit(self._index_at[match.start()], self._index_at[match.end()])
            for match in phrases.regex.finditer(self.line)
        )
        return tuple(hit for hit in found if hit.first >= first and hit.stop <= stop)

    def has(self, phrases: Phrases, first: int = 0, stop: int | None = None) -> bool:
        """Whether any of the patterns is found."""
        return bool(self.find(phrases, first, stop))

    def quote(self, hit: Hit) -> str:
        """The words of a hit, as they were said."""
        return self.text[self.words[hit.first].start : self.words[hit.stop - 1].end]

    def quotes(self, hits: Iterable[Hit]) -> tuple[str, ...]:
        """The words of several hits in the order said, each once."""
        ordered = sorted(hits, key=lambda hit: hit.first)
        return tuple(dict.fromkeys(self.quote(hit) for hit in ordered))

    def spans(self, opens: str) -> tuple[Hit, ...]:
        """The stretches between words that open with one of `opens`."""
        starts = [i for i, word in enumerate(self.words) if i == 0 or word.opens in opens]
        return tuple(Hit(first, stop) for first, stop in pairwise([*starts, len(self.words)]))

    @cached_property
    def sentences(self) -> tuple[Hit, ...]:
        """The turn's sentences."""
        return self.spans(".")

    @cached_property
    def clauses(self) -> tuple[Hit, ...]:
        """The turn's clauses, as its commas and full stops divide it."""
        return self.spans(".,")

    def asks(self, span: Hit) -> bool:
        """Whether a question mark stands at the end of the stretch."""
        return span.stop > span.first and self.words[span.stop - 1].asked


def read(
    text: str, spelling: Mapping[str, str], hesitations: frozenset[str], joiners: frozenset[str]
) -> Said:
    """Prepare a turn's text.

    Args:
        text: the turn as transcribed.
        spelling: other spellings of a word, or two words in a row, to the one that patterns use.
        hesitations: words that are left out.
        joiners: words after which a clause begins as if they were not there ("well", "and").
    """
    pieces = [
        (match.group(), match.start(), match.end())
        for match in _WORD.finditer(text.lower().replace("’", "'").replace("‘", "'"))
    ]
    words: list[Word] = []
    opens = "."
    for piece, start, end in pieces:
        if not piece[0].isalnum():
            opens = "." if piece[0] in _SENTENCE_ENDS else ("," if opens == " " else opens)
            if piece == "?" and words:
                words[-1] = _replace(words[-1], asked=True)
            continue
        norm = piece.strip("'")
        if norm in hesitations:
            continue
        norm = spelling.get(norm, norm)
        merged = spelling.get(f"{words[-1].norm} {norm}") if words and opens == " " else None
        if merged is not None:
            words[-1] = _replace(words[-1], norm=merged, end=end)
        else:
            words.append(Word(norm, start, end, opens))
        opens = " "
    return Said(text, _opened_by_joiners(words, joiners))


def _replace(word: Word, norm: str | None = None, end: int = 0, asked: bool = False) -> Word:
    return Word(norm or word.norm, word.start, end or word.end, word.opens, asked or word.asked)


def _opened_by_joiners(words: Sequence[Word], joiners: frozenset[str]) -> tuple[Word, ...]:
    """After "well" or "and" that opens a clause, the next word opens it too."""
    opened: list[Word] = []
    for word in words:
        before = opened[-1] if opened else None
        if word.opens == " " and before and before.norm in joiners and before.opens != " ":
            word = Word(word.norm, word.start, word.end, ",", word.asked)
        opened.append(word)
    return tuple(opened)


def _slots(pattern: str) -> list[str]:
    """A pattern's parts in order; none when it cannot be read."""
    body = pattern.removeprefix("^").removesuffix("$").strip()
    slots = [match.group() for match in _SLOT.finditer(body)]
    return slots if " ".join(slots) == body else []


def _compiled(pattern: str) -> str:
    """A pattern as a regular expression over `Said.line`, where each word follows its mark."""
    opening = "[,.]" if pattern.startswith("^") else "[ ,.]"
    closing = "(?=[,.])" if pattern.endswith("$") else "(?=[ ,.])"
    parts: list[str] = []
    for slot in _slots(pattern):
        mark = _JOINED if parts else opening
        if slot == "...":
            parts.append(f"(?:{mark}{_WORD_CHARACTERS}){{0,3}}?")
            continue
        phrases = slot.removesuffix("?").strip("()").split("|")
        one_of = "|".join(_in_a_row(phrase, mark) for phrase in phrases)
        parts.append(f"(?:{one_of}){'?' if slot.endswith('?') else ''}")
    return "".join(parts) + closing


def _in_a_row(phrase: str, mark: str) -> str:
    marks = [mark] + [_JOINED] * phrase.count(" ")
    words = (
        _WORD_CHARACTERS + word[1:] if word.startswith("_") else re.escape(word)
        for word in phrase.split()
    )
    return "".join(m + word for m, word in zip(marks, words, strict=True))
