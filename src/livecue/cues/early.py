"""Early in treatment and readiness uncertain: the session leads with exploring.

Of the source's table (Westra & Norouzian 2018) this is the row that no marker can tell: the
clinician says how many sessions there were, the client how ready they are.
"""

from livecue.config import ClientProfile, GuideSettings


class Early:
    """Whether this session leads with exploring, and which of its two quiet lines is still due."""

    def __init__(self, settings: GuideSettings, profile: ClientProfile) -> None:
        before, readiness = profile.sessions_before, profile.readiness
        early = before is not None and before < settings.early_sessions
        uncertain = readiness is None or readiness < settings.ready_from
        self._to_begin = self._to_notice = early and uncertain

    def begins(self) -> bool:
        """The session has begun; whether the opening line is due, once."""
        due, self._to_begin = self._to_begin, False
        return due

    def first_sign(self) -> bool:
        """A sign was heard that makes no cue; whether a quiet line is due, once."""
        due, self._to_notice = self._to_notice, False
        return due
