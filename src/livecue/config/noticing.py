"""From words and pauses to what the clinician sees: markers, cues, care, the overlay."""

from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from livecue.config.declaring import Section, is_from_file, tunable

Sureness = Literal["quiet", "balanced", "sensitive"]
"""A clinician's patience: how sure livecue must be before it tells."""

RESERVATION = "how sure it must be that a reservation was voiced (0 to 1)"
SUBJECT = "how sure it must be that the subject was changed (0 to 1)"
OBSTACLES = "how sure it must be that obstacles were named (0 to 1)"
PAUSES = "how long a longer pause must be: 0.5 is what is long for this client, 0.8 twice that"
SHORT = "how sure it must be that an answer is short where more was invited (0 to 1)"
CHANGE = "how sure it must be that talk is in favour of change (0 to 1)"
STAYING = "how sure it must be that talk is in favour of staying (0 to 1)"


class SilenceSettings(Section):
    """When a pause is long for this client."""

    default_threshold_s: float = tunable(
        3.0, "long pause, until this client's own pauses are known", unit="s", low=0.5, high=15
    )
    # Psychotherapy research codes a silence from three seconds on (Levitt 2001).
    lowest_threshold_s: float = tunable(
        3.0, "no pause shorter than this is ever called long", unit="s", low=0.5, high=15
    )
    highest_threshold_s: float = tunable(
        8.0, "every pause longer than this is called long", unit="s", low=1, high=60
    )
    # Robust deviations of the logarithm of durations above the client's median.
    spread: float = tunable(
        3.0,
        "how far beyond what is usual for the client a pause must be to be long (deviations)",
        low=1,
        high=8,
    )
    response_threshold_s: float = tunable(
        0.0,
        "long pause before an answer, set by you for this client; 0: learnt from their own pauses",
        unit="s",
        low=0,
        high=15,
    )
    within_turn_threshold_s: float = tunable(
        0.0,
        "long pause while the client has the word, set by you; 0: learnt from their own pauses",
        unit="s",
        low=0,
        high=15,
    )
    enough_pauses: int = tunable(
        12,
        "pauses after which the client's own figures weigh as much as the default",
        low=1,
        high=200,
    )
    trend_factor: float = tunable(
        2.0,
        "growth of pauses before answers over the session's start that counts as a trend",
        low=1.1,
        high=10,
    )
    trend_pauses: int = tunable(6, "latest answers over which the trend is taken", low=3, high=50)
    trend_least_s: float = tunable(
        1.5,
        "while pauses before answers stay below this there is no trend",
        unit="s",
        low=0,
        high=15,
    )
    # In PriMock57 the median response latency is 0.6 s in the first two minutes, 0.7 s after them.
    trend_opening_s: float = tunable(
        120.0,
        "opening of the session (greetings, small talk) that the trend leaves out",
        unit="s",
        low=0,
        high=1800,
    )
    work_s: float = tunable(
        180.0,
        "an instruction to write, read, imagine or stay with a feeling holds no longer than this, "
        "unless it is given again",
        unit="s",
        low=0,
        high=1800,
    )
    tears_s: float = tunable(
        300.0,
        "after words of comfort or of crying, silences are left out this long",
        unit="s",
        low=0,
        high=1800,
    )
    short_answer_words: int = tunable(
        3, "an answer this short may be a short answer", low=1, high=6
    )

    @model_validator(mode="after")
    def _do_not_contradict(self, info: ValidationInfo) -> Self:
        """What a person wrote; a what-if may try any, and a log is taken as it was kept."""
        if is_from_file(info):
            in_order = ("lowest_threshold_s", "default_threshold_s", "highest_threshold_s")
            for below, above in pairwise(in_order):
                least, most = getattr(self, below), getattr(self, above)
                if least > most:
                    raise ValueError(f"'{above}' ({most:g} s) is below '{below}' ({least:g} s)")
        return self


class MarkerSettings(Section):
    """How sure before I am told."""

    sure: Sureness = tunable(
        "balanced",
        "how sure before you are told: quiet, seldom and then mostly rightly; sensitive, more is "
        "told, and more of it wrongly. Until it is set, a session with a client begins at quiet",
    )


class Thresholds(Section):
    """How sure a marker must be before it counts (score 0-1), at one level of sureness."""

    yes_but: float = tunable(0.5, RESERVATION, low=0, high=1)
    topic_shift: float = tunable(0.5, SUBJECT, low=0, high=1)
    homework: float = tunable(0.5, OBSTACLES, low=0, high=1)
    silence: float = tunable(0.5, PAUSES, low=0, high=1)
    short_answer: float = tunable(0.5, SHORT, low=0, high=1)
    change_talk: float = tunable(0.5, CHANGE, low=0, high=1)
    sustain_talk: float = tunable(0.5, STAYING, low=0, high=1)


class Quiet(Thresholds):
    """At "quiet": nine of ten that are told are signs, and three of four signs go untold."""

    yes_but: float = tunable(0.8, RESERVATION, low=0, high=1)
    topic_shift: float = tunable(0.8, SUBJECT, low=0, high=1)
    homework: float = tunable(0.8, OBSTACLES, low=0, high=1)
    silence: float = tunable(0.6, PAUSES, low=0, high=1)
    short_answer: float = tunable(0.82, SHORT, low=0, high=1)


class Balanced(Thresholds):
    """At "balanced": three of four that are told are signs, and more than half go untold."""


class Sensitive(Thresholds):
    """At "sensitive": more signs are told, and about every second that is told is none."""

    yes_but: float = tunable(0.13, RESERVATION, low=0, high=1)
    topic_shift: float = tunable(0.3, SUBJECT, low=0, high=1)
    homework: float = tunable(0.25, OBSTACLES, low=0, high=1)
    silence: float = tunable(0.45, PAUSES, low=0, high=1)
    short_answer: float = tunable(0.28, SHORT, low=0, high=1)


class CueSettings(Section):
    """When noticing becomes a cue."""

    count: int = tunable(2, "occurrences of one sign that make a cue", low=1, high=10)
    silence_within_s: float = tunable(
        600.0, "time within which two silences must fall", unit="s", low=30, high=7200
    )
    cooldown_s: float = tunable(
        180.0, "quiet time after a cue of the same kind", unit="s", low=0, high=3600
    )
    budget: int = tunable(3, "new signals shown in one budget period", low=0, high=60)
    budget_s: float = tunable(600.0, "length of the budget period", unit="s", low=60, high=7200)
    cluster: bool = tunable(False, "also cue when several signs come close together")
    cluster_types: int = tunable(3, "different signs that make a cluster", low=2, high=4)
    cluster_s: float = tunable(
        90.0, "time within which a cluster falls", unit="s", low=10, high=600
    )
    exploring_s: float = tunable(
        300.0,
        "exploring ends after this long without a reflection or an open question",
        unit="s",
        low=30,
        high=3600,
    )
    # A log keeps how long each snooze was, not how long it would have been.
    snooze_s: float = tunable(
        300.0, "length of a snooze", unit="s", low=30, high=3600, replayable=False
    )
    reflect_change_talk: bool = tunable(False, "say when change talk is heard after a cue")
    change_talk_from: float = tunable(
        0.999, "how sure change talk must be (0 to 1) before it is said", low=0, high=1
    )
    ready_to_return: bool = tunable(False, "say when change talk has outweighed the other side")
    ready_balance: int = tunable(
        3, "how far change talk must outweigh the other side", low=1, high=20
    )
    ready_window_s: float = tunable(
        120.0, "time over which that balance is taken", unit="s", low=30, high=1800
    )


class GuideSettings(Section):
    """When the guide's line moves on, and when a session leads with exploring."""

    moves: bool = tunable(True, "the guide moves on with what is heard, not by hand alone")
    pause_after_s: float = tunable(
        20.0,
        "time after a cue until the guide moves from noticing to pausing",
        unit="s",
        low=5,
        high=300,
    )
    # Two in three turns told as change talk are (the eight labelled sessions): two of them are sure
    # enough for a quiet line.
    talk_balance: int = tunable(
        2,
        "turns by which one side of talk must outweigh the other to move the guide",
        low=1,
        high=10,
    )
    # Westra & Dozois (2006) gave three sessions to motivation before the treatment began.
    early_sessions: int = tunable(
        3, "first sessions with a client that count as early in treatment", low=0, high=50
    )
    # No study sets this: the upper end of the ruler is ours.
    ready_from: int = tunable(
        7,
        "readiness (0 to 10, in the client's own word) from which a client is ready",
        low=0,
        high=10,
    )


class CareSettings(Section):
    """What is left out for a client, no reason asked."""

    silences: bool = tunable(True, "count long pauses for this client")
    short_answers: bool = tunable(True, "count short answers for this client")
    hold_on_words: bool = tunable(
        True, "hold by itself when words about dying, self-harm, abuse or harming others are heard"
    )


class OverlaySettings(Section):
    """The small window."""

    corner: Literal["top_left", "top_right", "bottom_left", "bottom_right"] = Field(
        default="top_right", description="corner of the screen that it stands in"
    )
    size_px: int = tunable(
        44, "size of the shape at normal scaling", unit="px", low=16, high=200, replayable=False
    )
    opacity: float = tunable(0.85, "how solid it is", low=0.2, high=1, replayable=False)
    words: bool = tunable(False, "neutral words stand beside the shape", replayable=False)
    colours: Literal["auto", "light", "dark"] = Field(
        default="auto",
        description='"light" for light screens, "dark" for dark ones; "auto" as the system\'s own',
    )
    hidden_from_sharing: bool = tunable(
        True,
        "kept out of shared screens and pictures of them, where the system can",
        replayable=False,
    )
    shown_s: float = tunable(
        45.0, "how long a cue stays", unit="s", low=5, high=600, replayable=False
    )


class WindowSettings(Section):
    """All windows."""

    language: str = Field(
        default="auto",
        description='language of the windows, as a two-letter code; "auto" is the system\'s own',
    )
