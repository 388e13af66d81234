"""Whether a cue that is written is also drawn as a new signal."""

from livecue.config import CueSettings


class Signals:
    """Snooze, the budget, and the cooldown within which a further reason only joins."""

    def __init__(self, settings: CueSettings) -> None:
        self._settings = settings
        self._snoozed_until: float | None = None
        self._pausing_shown_at: float | None = None
        self._shown_at: list[float] = []

    def snooze(self, at: float, length_s: float | None) -> None:
        """Nothing is drawn for `length_s` seconds, else for the usual length; 0 ends a snooze."""
        self._snoozed_until = at + (self._settings.snooze_s if length_s is None else length_s)

    def show_pausing(self, at: float) -> bool:
        """Whether a `consider_pausing` of session second `at` is a new signal."""
        last = self._pausing_shown_at
        if last is not None and at - last < self._settings.cooldown_s:
            return False
        shown = self.show(at)
        if shown:
            self._pausing_shown_at = at
        return shown

    def show(self, at: float) -> bool:
        """Whether any other cue of session second `at` is a new signal."""
        snoozed = self._snoozed_until is not None and at < self._snoozed_until
        recent = [shown for shown in self._shown_at if shown > at - self._settings.budget_s]
        if snoozed or len(recent) >= self._settings.budget:
            return False
        self._shown_at = [*recent, at]
        return True
