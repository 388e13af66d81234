"""When a reading of a clip is not to be believed.

A short encoder window makes Whisper fast, and now and then makes it repeat itself or stop too
early. Each sign of that is cheap to see in what came back.
"""

import re
import zlib
from dataclasses import dataclass, replace
from typing import Literal

from livecue.events import Word

Doubt = Literal[
    "foreign",
    "empty",
    "no_speech",
    "unfinished",
    "loop",
    "compressible",
    "too_fast",
    "too_slow",
    "unread",
    "improbable",
    "unsure_start",
]

NO_SPEECH_PROB = 0.6
"""Whisper's own default (openai/whisper, `transcribe.py`), as are the next two."""
LOWEST_MEAN_LOG_PROB = -1.0
HIGHEST_COMPRESSION = 2.4
MOST_WORDS_PER_S = 7.0
"""Faster than anyone talks: fast conversation reaches about 6 words a second in bursts."""
LEAST_WORDS_PER_S = 0.4
"""Slower than anyone talks, pauses left out: Whisper's "you" for seconds of noise. Measured with
base: of 355 clips of the scripted sessions, each with more than 1 s of speech, the slowest has 2.2
words a second."""
WORDS_FREE = 2
"""Words beyond the highest speed which a very short clip may have."""
UNREAD_S = 1.5
"""Speech after the last timestamp that was read; timestamps are rough, to about a second."""
ENDING_S = 0.2
"""Nothing new begins so shortly before the end of speech."""
FIRST_WORD_PROB = 0.5
"""Below it another first word is likelier than the one that was read."""
REPEATS = ((1, 4), (2, 3), (4, 2))
"""Words in a phrase, and times in a row at which it is taken for a loop."""
RECURRING = 6
"""Words in a phrase that nobody says twice in one clip."""


@dataclass(frozen=True)
class Said:
    """What stands between two timestamps. tokens: of the text. start_s, end_s: seconds of the clip,
    rough; `end_s` is `None` where it broke off."""

    text: str
    tokens: tuple[int, ...]
    start_s: float
    end_s: float | None


@dataclass(frozen=True)
class Reading:
    """What one decoding of a clip gave.

    mean_log_prob: of its tokens. finished: it ended by itself, not at the limit. words: timed in
    seconds of the clip.
    """

    said: tuple[Said, ...]
    mean_log_prob: float
    no_speech_prob: float
    finished: bool = True
    words: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(one.text for one in self.said if one.text)


def within_speech(reading: Reading, speech_ends_s: float) -> Reading:
    """The reading without what is said to begin after the clip's speech has ended.

    That is where a short window starts over from the beginning: the words before are right.
    """
    for n, one in enumerate(reading.said[1:], start=1):
        if one.start_s >= speech_ends_s - ENDING_S:
            return replace(reading, said=reading.said[:n], finished=True)
    return reading


def doubt_of(reading: Reading, speech_s: float, speech_ends_s: float) -> Doubt | None:
    """Why the reading should not be believed; `None` if nothing speaks against it.

    Args:
        speech_s: speech in the clip, without its pauses.
        speech_ends_s: where the clip's speech ends, in seconds of the clip.
    """
    words = plain_words(reading.text)
    improbable = reading.mean_log_prob < LOWEST_MEAN_LOG_PROB
    if improbable and reading.no_speech_prob > NO_SPEECH_PROB:
        return "no_speech"
    if not words:
        return "empty"
    if _loops(words):
        return "loop"
    if not reading.finished:
        return "unfinished"
    if _compression(reading.text) > HIGHEST_COMPRESSION:
        return "compressible"
    if len(words) > WORDS_FREE + MOST_WORDS_PER_S * speech_s:
        return "too_fast"
    if len(words) < LEAST_WORDS_PER_S * speech_s:
        return "too_slow"
    read_to_s = reading.said[-1].end_s
    if read_to_s is not None and read_to_s < speech_ends_s - UNREAD_S:
        return "unread"
    return "improbable" if improbable else None


def begins_unsurely(reading: Reading) -> bool:
    """Whether the first word may be another; `reading` has its words timed."""
    return bool(reading.words) and reading.words[0][3] < FIRST_WORD_PROB


def plain_words(text: str) -> list[str]:
    """The words, in lower case and without punctuation."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.lower())


def _loops(words: list[str]) -> bool:
    return _recurs(words) or any(
        _repeats(words, length) >= times for length, times in _lengths(len(words))
    )


def _recurs(words: list[str]) -> bool:
    """Whether a long phrase comes twice, wherever."""
    phrases = [tuple(words[at : at + RECURRING]) for at in range(len(words) - RECURRING + 1)]
    return len(set(phrases)) < len(phrases)


def _lengths(count: int) -> list[tuple[int, int]]:
    """For every length of phrase that fits, the times in a row that make it a loop."""
    return [
        (length, min(times for shortest, times in REPEATS if length >= shortest))
        for length in range(1, count // 2 + 1)
    ]


def _repeats(words: list[str], length: int) -> int:
    """How often, at most, a phrase of so many words comes in a row."""
    most = run = 0
    for at in range(len(words) - length):
        run = run + 1 if words[at] == words[at + length] else 0
        most = max(most, run)
    return most // length + 1


def _compression(text: str) -> float:
    content = text.encode()
    return len(content) / len(zlib.compress(content))
