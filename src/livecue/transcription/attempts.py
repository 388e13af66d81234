"""Reading one clip: in a short window first, and in Whisper's own where there is a doubt."""

from dataclasses import dataclass, replace

from livecue.transcription.clips import Clip
from livecue.transcription.decoder import FULL_WINDOW_S, Encoded, Engine
from livecue.transcription.guard import (
    Doubt,
    Reading,
    begins_unsurely,
    doubt_of,
    plain_words,
    within_speech,
)
from livecue.transcription.transcriber import TELLING_S

LANGUAGE_PROB = 0.2
"""Below it, speech is taken to be in another language. Measured with base: English turns of 2 s and
more stay above 0.8, synthetic German, French, Spanish and Dutch below 0.1."""
SHORT_TELLING_S = 0.8
SHORT_LANGUAGE_PROB = 0.05
"""The same for speech that is shorter than `TELLING_S`, but not than this. Measured with base: of
50 stretches in real English meetings and calls none is below 0.07, of 17 synthetic answers in seven
other languages 11 are below 0.05."""
SHORT_WINDOW_S = 2.0
"""Silence in the short window after the clip."""
AGREED: tuple[Doubt, ...] = ("loop", "compressible", "too_fast", "unread")
"""Doubts that the same words from another window lay to rest."""


@dataclass(frozen=True)
class Read:
    """A clip's reading. doubt: what is left of it. read_again: why the short window was not enough;
    `None` if it was."""

    reading: Reading
    doubt: Doubt | None
    read_again: Doubt | None = None


def read_clip(engine: Engine, clip: Clip) -> Read:
    """What is said in a clip.

    The full window is for a short one's doubt, and for a turn's first word of which it was not
    sure: a short answer is heard by it.
    """
    window_s = min(FULL_WINDOW_S, clip.duration_s + SHORT_WINDOW_S)
    short = _read(engine, clip, window_s)
    unsure = clip.begins_turn and begins_unsurely(short.reading)
    why = short.doubt or ("unsure_start" if unsure else None)
    if why in (None, "foreign") or window_s == FULL_WINDOW_S:
        return short
    return replace(_settled(short, _read(engine, clip, FULL_WINDOW_S)), read_again=why)


def _read(engine: Engine, clip: Clip, window_s: float) -> Read:
    """One window's reading and the doubt that it leaves."""
    encoded = engine.encode(clip.samples, window_s)
    if _is_foreign(engine, encoded, clip.speech_s):
        return Read(Reading((), 0.0, 0.0), "foreign")
    reading = engine.read(encoded)
    doubt = doubt_of(reading, clip.speech_s, clip.speech_ends_s)
    if doubt is not None:
        reading = within_speech(reading, clip.speech_ends_s)
        doubt = doubt_of(reading, clip.speech_s, clip.speech_ends_s)
    return Read(replace(reading, words=engine.times(encoded, reading)), doubt)


def _is_foreign(engine: Engine, encoded: Encoded, speech_s: float) -> bool:
    if speech_s < SHORT_TELLING_S:
        return False
    least = LANGUAGE_PROB if speech_s >= TELLING_S else SHORT_LANGUAGE_PROB
    return engine.in_language(encoded) < least


def _settled(short: Read, full: Read) -> Read:
    """The full window's reading, unless only the short one's can be kept.

    Two windows in which the same words are read are believed, unless they are improbable in both:
    people do repeat themselves, and talk fast.
    """
    if short.doubt is None:
        return replace(full, doubt=None) if full.doubt in (None, "improbable") else short
    if full.doubt in AGREED and _words(short) == _words(full):
        return replace(full, doubt=None)
    return full


def _words(read: Read) -> list[str]:
    return plain_words(read.reading.text)
