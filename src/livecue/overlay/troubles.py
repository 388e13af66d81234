"""What part of the hearing fails now, from the health events alone."""

from livecue.events import Health, HealthName
from livecue.overlay.view import TROUBLE_WORDS, Badge

_DEAF: frozenset[HealthName] = frozenset({"device_lost", "device_busy", "muted", "silent"})
SILENT_SHOWN_AFTER_S = 10.0
"""A microphone that suppresses noise sends nothing but zeros in every pause: only a longer time
without sound is shown, so that a client's silence is not taken for trouble."""
_WITHOUT_WORDS: frozenset[HealthName] = frozenset({"text_behind", "no_text"})
_OF_WORDS: frozenset[HealthName] = _WITHOUT_WORDS | {"text_lost", "not_understood"}
_LASTS: frozenset[HealthName] = _DEAF | _WITHOUT_WORDS | {"store_failed"}


class Troubles:
    """The troubles of a session, each for as long as it lasts.

    Args:
        shown_s: how long one is shown that is over as soon as it is told.
    """

    def __init__(self, shown_s: float) -> None:
        self._shown_s = shown_s
        self._since: dict[HealthName, float] = {}

    def push(self, health: Health) -> None:
        """Something failed, or is back."""
        if health.what == "device_back":
            self._mend(_DEAF)
        elif health.what == "text_back":
            self._mend(_WITHOUT_WORDS)
        elif health.what in TROUBLE_WORDS:
            if health.what in _WITHOUT_WORDS:
                self._mend(_WITHOUT_WORDS)
            self._since.pop(health.what, None)
            self._since[health.what] = health.at

    def sound_is_heard(self) -> None:
        """Somebody speaks, so that there is more than silence."""
        self._since.pop("silent", None)

    def is_deaf(self, now: float) -> bool:
        """Whether nothing is heard."""
        return bool(_DEAF & set(self._standing(now)))

    def gravest(self, now: float, *, listening: bool = True) -> HealthName | None:
        """Of those that leave nothing to hear the latest, else the latest of all.

        listening: where nothing is to be heard, it is no trouble that nothing can be.
        """
        standing = [what for what in self._standing(now) if listening or what not in _DEAF]
        deaf = [what for what in standing if what in _DEAF]
        return (deaf or standing)[-1] if standing else None

    def _mend(self, names: frozenset[HealthName]) -> None:
        for what in names:
            self._since.pop(what, None)

    def _standing(self, now: float) -> list[HealthName]:
        """The troubles to be shown now, latest last."""
        return [
            what
            for what, since in self._since.items()
            if (what in _LASTS or now < since + self._shown_s)
            and (what != "silent" or now >= since + SILENT_SHOWN_AFTER_S)
        ]


def badge_of(what: HealthName | None) -> Badge | None:
    """The mark of a trouble."""
    if what is None:
        return None
    return "words_late" if what in _OF_WORDS else "fault"
