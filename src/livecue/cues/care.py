"""What stands above the rules: hold, and what is left out for a client."""

from livecue.config import CareSettings
from livecue.events import Marker
from livecue.markers.care import mentions_danger
from livecue.markers.lexicon import Lexicon


class Care:
    """Whether counting is held, and whether a marker counts for this client at all."""

    def __init__(self, settings: CareSettings, lexicon: Lexicon) -> None:
        self._settings = settings
        self._lexicon = lexicon
        self._released_at: float | None = None
        self.held = False

    def hold(self) -> None:
        """Something more important is happening."""
        self.held = True

    def release(self, at: float) -> None:
        """Count again what comes after session second `at`."""
        if self.held:
            self.held = False
            self._released_at = at

    def must_hold(self, text: str | None) -> bool:
        """Whether these words hold by themselves: dying, self-harm, abuse, harming others."""
        if self.held or text is None or not self._settings.hold_on_words:
            return False
        return mentions_danger(text, self._lexicon)

    def counts(self, marker: Marker) -> bool:
        """Whether a marker counts: not held, not set aside, not left out for this client.

        What was said while held does not count after the release either, however late its words.
        """
        if self.held or (self._released_at is not None and marker.known_at <= self._released_at):
            return False
        if marker.evidence.uncounted is not None:
            return False
        if marker.marker != "silence":
            return True
        long_pause = marker.evidence.pause_s is not None
        return self._settings.silences if long_pause else self._settings.short_answers
