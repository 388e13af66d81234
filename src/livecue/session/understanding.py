"""From what was heard to markers and cues: one stage for live, replay and transcripts."""

from collections.abc import Sequence

from livecue.config import Settings
from livecue.cues.guide import Guide
from livecue.cues.policy import CuePolicy
from livecue.events import AnyEvent, Numbering
from livecue.markers.lexicon import Lexicon
from livecue.markers.markers import Markers
from livecue.markers.weighing import Weighing


class Understanding:
    """Markers, and the cues that come of them.

    It is given what was heard and done (`speech`, `pause`, `turn`, `unheard`, the clinician's
    `action`, and corrections of these) and gives back what follows, in order.
    """

    def __init__(
        self,
        settings: Settings,
        numbering: Numbering,
        lexicon: Lexicon,
        guide: Guide,
        weighing: Weighing | None,
    ) -> None:
        self._markers = Markers(settings, numbering, lexicon, weighing)
        self._policy = CuePolicy(settings, numbering, lexicon, guide)

    def push(self, event: AnyEvent) -> list[AnyEvent]:
        """What follows from one more event."""
        return self._with_cues(self._policy.push(event), self._markers.push(event))

    def flush(self, at: float) -> list[AnyEvent]:
        """What follows from the session's end at session second `at`."""
        return self._with_cues([], self._markers.flush(at))

    def _with_cues(self, first: Sequence[AnyEvent], observed: Sequence[AnyEvent]) -> list[AnyEvent]:
        # What was observed at once is numbered before what follows from it.
        following: list[AnyEvent] = [*first, *observed]
        for observation in observed:
            following.extend(self._policy.push(observation))
        return following
