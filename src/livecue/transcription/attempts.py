"""Reading one clip: in a short window first, and in Whisper's own where the guard has a doubt."""

from dataclasses import dataclass, replace

from livecue.transcription.clips import Clip
from livecue.transcription.decoder import FULL_WINDOW_S, Engine
from livecue.transcription.guard import Doubt, Reading, doubt_of, plain_words, within_speech
from livecue.transcription.transcriber import TELLING_S

LANGUAGE_PROB = 0.2
"""Below it, speech is taken to be in another language. Measured with base: English turns of 2 s and
more stay above 0.8, synthetic German, French, Spanish and Dutch below 0.1."""
AGREED: tuple[Doubt, ...] = ("loop", "compressible", "too_fast", "unread")
"""Doubts that the same words from another window lay to rest."""
SHORT_WINDOW = 2.0
FULL_WINDOW = None
Window = float | None
"""Seconds of silence in the window after the clip; `None`: as many as fill Whisper's own."""


@dataclass(frozen=True)
class Read:
    """A clip's reading. doubt: what even the last window left. doubts: what each window left by
    itself, in the order in which they were tried."""

    reading: Reading
    doubt: Doubt | None
    doubts: tuple[Doubt | None, ...]


def read_clip(
    engine: Engine, clip: Clip, windows: tuple[Window, ...] = (SHORT_WINDOW, FULL_WINDOW)
) -> Read:
    """The first reading without a doubt; else the last.

    Two windows in which the same words are read are believed, unless they are improbable in both:
    people do repeat themselves, and talk fast.
    """
    before: list[str] | None = None
    doubts: list[Doubt | None] = []
    for window in windows:
        encoded = engine.encode(clip.samples, _window_s(clip, window))
        if clip.speech_s >= TELLING_S and engine.in_language(encoded) < LANGUAGE_PROB:
            return Read(Reading((), 0.0, 0.0), "foreign", (*doubts, "foreign"))
        reading = engine.read(encoded)
        doubt = doubt_of(reading, clip.speech_s, clip.speech_ends_s)
        if doubt is not None:
            reading = within_speech(reading, clip.speech_ends_s)
            doubt = doubt_of(reading, clip.speech_s, clip.speech_ends_s)
        doubts.append(doubt)
        words = plain_words(reading.text)
        if doubt in AGREED and words == before:
            doubt = None
        if doubt is None or len(doubts) == len(windows):
            timed = replace(reading, words=engine.times(encoded, reading))
            return Read(timed, doubt, tuple(doubts))
        before = words
    raise ValueError("a clip is read in at least one window")


def _window_s(clip: Clip, window: Window) -> float:
    if window is None:
        return FULL_WINDOW_S
    return min(FULL_WINDOW_S, clip.duration_s + window)
