"""The words people see: neutral ones, one place for all screens and reports.

Code and data have names of their own (`homework`, `sustain_talk`, `short_answer`); none of them is
ever shown. A test holds screens and reports to `KEPT_OFF_SCREENS`.
"""

from livecue.events import CueName, MarkerName, Mode, Speaker

MARKER_WORDS: dict[MarkerName, str] = {
    "silence": "longer pauses",
    "yes_but": "reservation voiced",
    "topic_shift": "subject changed",
    "homework": "obstacles named",
    "change_talk": "leaning towards change",
    "sustain_talk": "leaning towards staying",
}

CUE_WORDS: dict[CueName, str] = {
    "consider_pausing": "consider pausing",
    "reflect_change_talk": "reflect the wish to change",
    "ready_to_return": "perhaps ready to return",
}

MODE_WORDS: dict[Mode, str] = {"technique": "working", "exploring": "exploring"}

SPEAKER_WORDS: dict[Speaker, str] = {
    "client": "client",
    "clinician": "clinician",
    "unknown": "not sure who",
}

KEPT_OFF_SCREENS: tuple[str, ...] = (
    "excuse",
    "resist",
    "minimal",
    "sustain",
    "non-complian",
    "noncomplian",
    "diagnos",
    "risk",
)
"""Beginnings of words that judge a person, or name our machinery, and so stay in code and data."""


def clock(seconds: float) -> str:
    """Session time as people read it: 754.2 -> '12:34'."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02d}"


def times(count: int) -> str:
    """'once', 'twice', '3 times'."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
