"""How far what was read is from what was said: one way to write words for all systems.

The rules are applied to both sides, so they need only write what sounds the same in the same way.
They follow those of Whisper's own English normaliser (Radford et al. 2023, appendix C) but for two:
contractions stay as they are, and so do back-channels and sounds of thought ("mm-hmm", "mm",
"oh"), which may be all of a client's answer. Mere hesitations ("um", "uh", "er") are left out on
both sides: Whisper is trained not to write them.
"""

import re
from typing import TYPE_CHECKING

from livecue.errors import MissingError

if TYPE_CHECKING:
    from jiwer import WordOutput

HESITATIONS = frozenset({"um", "umm", "uhm", "uh", "uhh", "er", "erm"})

_WRITTEN = (
    (r"[’‘`]", "'"),
    (r"\b(mm+|m|uh|um)[- ]?h+m+\b|\bmhm+\b", "mhm"),
    (r"\buh[- ]?huh\b", "uhhuh"),
    (r"\b(h+m+|m+m|m+h)\b", "mm"),
    (r"([$£€])\s?(\d[\d,]*(?:\.\d+)?)", r"\2 \1 "),
    (r"\$", " dollars "),
    (r"£", " pounds "),
    (r"€", " euros "),
    (r"%|\bper cent\b", " percent "),
    (r"&", " and "),
    (r"\ba (hundred|thousand|million)\b", r"one \1"),
    (r"\b([ap])\.m\.?(?!\w)", r"\1m"),
    (r"\b(\d+)([ap]m)\b", r"\1 \2"),
    (r"\b(\d+):00\b", r"\1"),
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"(?<=\d)\.(?=\d)", " point "),
    # British and American: the same for both is enough, it need not be right for either.
    (r"(?<=\w{3})is(e|ed|es|er|ers|ing|ation|ations)\b", r"iz\1"),
    (r"(?<=\w{2})yse(d|s|r)?\b", r"yze\1"),
    (r"(?<=\w{3})our(s|ed|ing|ite|ites|able|al|er|ers|hood|'s)?\b", r"or\1"),
    (r"(?<=\w{3})tre(s)?\b", r"ter\1"),
    (r"(?<=\w{2}[aeiou])ll(ed|ing|er|ers)\b", r"l\1"),
    (r"\bprogramme", "program"),
)
"""Patterns of text in lower case, and what is written for each, in this order."""
_ALIKE = {
    "okay": "ok",
    "alright": "all right",
    "yeh": "yeah",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "grey": "gray",
    "mum": "mom",
}
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_BY_TEN = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
_ONES, _TENS = _BELOW_TWENTY.split(), _BY_TEN.split()
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def normalised(text: str) -> list[str]:
    """The words, written as they sound: lower case, no punctuation, numbers in words.

    Apostrophes inside words stay, hyphens divide, hesitations are left out.
    """
    plain = text.lower()
    for pattern, written in _WRITTEN:
        plain = re.sub(pattern, written, plain)
    words = [word for found in _WORD.findall(plain) for word in _as_it_sounds(found).split()]
    return [word for word in words if word not in HESITATIONS]


def word_error_rate(said: str, read: str) -> float | None:
    """Words substituted, left out and put in, over the words said; `None` if nothing was said.

    Raises:
        MissingError: jiwer is not installed.
    """
    words = normalised(said)
    return float(aligned(words, normalised(read)).wer) if words else None


def aligned(said: list[str], read: list[str]) -> "WordOutput":
    """jiwer's alignment of words that were read with words that were said (at least one).

    Raises:
        MissingError: jiwer is not installed.
    """
    try:
        from jiwer import process_words
    except ImportError as error:
        raise MissingError(
            "The word error rate needs jiwer; install livecue with its extra 'research': "
            "pip install 'livecue[research]'."
        ) from error
    return process_words(" ".join(said), " ".join(read))


def _as_it_sounds(word: str) -> str:
    ordinal = re.fullmatch(r"(\d+)(st|nd|rd|th)", word)
    if ordinal:
        *before, last = _number(int(ordinal[1])).split()
        return " ".join([*before, _ordinal(last)])
    if word.isdecimal():
        return _year(word) if re.fullmatch(r"1[1-9]\d\d|20[1-9]\d", word) else _number(int(word))
    return _ALIKE.get(word, word)


def _year(digits: str) -> str:
    """Four digits as years are said, in two pairs."""
    first, last = int(digits[:2]), int(digits[2:])
    if last == 0:
        return f"{_number(first)} hundred"
    return f"{_number(first)} {'oh ' if last < 10 else ''}{_number(last)}"


def _number(value: int) -> str:
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = f" {_number(value % size)}" if value % size else ""
            return f"{_number(value // size)} {name}{rest}"
    if value < len(_ONES):
        return _ONES[value]
    return _TENS[value // 10] + (f" {_ONES[value % 10]}" if value % 10 else "")


def _ordinal(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"
