"""What stands above the rules: hold, and markers that are set aside."""

from livecue.config import CareSettings
from livecue.events import Marker
from livecue.markers.care import mentions_danger
from livecue.markers.lexicon import Lexicon


class Care:
    """Whether counting is held, and whether a marker counts at all."""

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
        """Whether a marker counts: not held, and not set aside by its own evidence.

        What was said while held does not count after the release either, however late its words.
        """
        if self.held or (self._released_at is not None and marker.known_at <= self._released_at):
            return False
        return marker.evidence.uncounted is None
