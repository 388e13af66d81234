"""The words people see: neutral ones, one place for all screens and reports.

Code and data have names of their own (`homework`, `sustain_talk`, `short_answer`); none of them is
ever shown. A test holds screens and reports to `KEPT_OFF_SCREENS`.
"""

from collections.abc import Iterable
from datetime import datetime

from livecue.events import Cue, CueName, Evidence, Marker, MarkerName, Speaker, SpeakersBy
from livecue.translation import words, words_of

MARKER_WORDS: dict[MarkerName, str] = {
    "silence": "longer pauses",
    "yes_but": "reservation voiced",
    "topic_shift": "subject changed",
    "homework": "obstacles named",
    "change_talk": "leaning towards change",
    "sustain_talk": "leaning towards staying",
}

IN_WORDS: dict[MarkerName, str] = {**MARKER_WORDS, "silence": "short answers"}
"""The signs as far as they are heard in words: of silence only the short answer is."""

CUE_WORDS: dict[CueName, str] = {
    "consider_pausing": "consider pausing",
    "reflect_change_talk": "reflect the wish to change",
    "ready_to_return": "perhaps ready to return",
}

SPEAKER_WORDS: dict[Speaker, str] = {
    "client": "client",
    "clinician": "clinician",
    "unknown": "not sure who",
}

BASIS_WORDS: dict[str, str] = {
    "short_answer": "a short answer",
    "long_pause_within_turn": "inside the client's turn",
    "trend": "growing since the session began",
}
"""What there is to say of a sign beyond its name, by the rule it rests on."""

SPEAKERS_BY_WORDS: dict[SpeakersBy, str] = {
    "channel": "Clinician and client were each heard on a channel of their own.",
    "enrolled_voice": "The two were told apart by the clinician's voice.",
    "first_voice": "The two were told apart by their voices; the first was taken for the "
    "clinician's.",
}

REPORT_OPENING = "Unverified automatic observations, not findings about the client."
"""What every report begins with, and has on each sheet."""

DISCLAIMER = (
    "These are automatic observations, not findings about a person. "
    "No cue does not mean no ambivalence."
)
"""Stands under whatever lists what was noticed."""

SPEAK_FIRST = "Please speak first: the first voice heard is taken for the clinician's."

WORDS_LATE = "Words will come late on this computer; cues from longer pauses do not wait for them."

KEPT_OFF_SCREENS: tuple[str, ...] = (
    "excuse",
    "resist",
    "minimal",
    "sustain",
    "non-complian",
    "noncomplian",
    "non-adheren",
    "unmotivated",
    "defensive",
    "in denial",
    "manipulat",
    "diagnos",
    "risk",
)
"""Beginnings of words that judge a person, and so stay in code and data."""

MACHINERY: tuple[str, ...] = (
    *(
        "model",
        "threshold",
        "vad",
        "embedding",
        "voiceprint",
        "transcription",
        "network",
        "algorithm",
    ),
    *("inference", "decod", "buffer", "queue", "thread", "sample rate", "latency", "lexicon"),
    *("marker", "candidate", "score", "quantile", "parameter", "websocket", "database", "classif"),
)
"""Beginnings of words for our machinery, which no window or report shows: nobody asks a clinician
for a model."""

MACHINERY_WHOLE: tuple[str, ...] = ("event", "log")
"""The same, as whole words alone: "eventually" and "login" are plain."""


def clock(seconds: float) -> str:
    """Session time as people read it: 754.2 -> '12:34'."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02d}"


def local_time(iso: str) -> str:
    """A moment as the clock on the wall showed it: '2026-04-12 11:15'."""
    return f"{datetime.fromisoformat(iso).astimezone():%Y-%m-%d %H:%M}"


def times(count: int) -> str:
    """'once', 'twice', '3 times'."""
    if count == 1:
        return words("once")
    return words("twice") if count == 2 else words("{count} times").format(count=count)


def because(evidence: Evidence) -> str:
    """What a marker rests on: a pause against the usual, or the words that carried it."""
    if evidence.pause_s is not None and evidence.threshold_s is not None:
        return words("{pause} s, usual up to {usual} s").format(
            pause=f"{evidence.pause_s:.1f}", usual=f"{evidence.threshold_s:.1f}"
        )
    return " … ".join(evidence.words)


def reasons(cue: Cue) -> str:
    """Why a cue came: 'reservation voiced twice, longer pauses 3 times'."""
    return ", ".join(reason_words(name, count, None) for name, count in cue.reason)


def reason_words(name: MarkerName, count: int, last_at: float | None) -> str:
    """One of a cue's reasons: 'reservation voiced twice, last at 14:32'."""
    sign, often = words_of(MARKER_WORDS[name]), times(count)
    if last_at is None:
        return words("{sign} {often}").format(sign=sign, often=often)
    return words("{sign} {often}, last at {time}").format(
        sign=sign, often=often, time=clock(last_at)
    )


def sentence_for(cue: Cue, markers: Iterable[Marker]) -> str:
    """Why a cue came, in one sentence: 'Reservation voiced twice, last at 14:32.'

    Args:
        markers: the session's, in any order; those known only after the cue are passed over.
    """
    last_at: dict[MarkerName, float] = {}
    for marker in markers:
        if marker.known_at <= cue.at:
            last_at[marker.marker] = max(marker.start, last_at.get(marker.marker, 0.0))
    reason = "; ".join(reason_words(name, count, last_at.get(name)) for name, count in cue.reason)
    return f"{reason[:1].upper()}{reason[1:]}."
