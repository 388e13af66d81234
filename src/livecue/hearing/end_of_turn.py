"""How long a silence of a speaker's must last for their turn to be taken as over.

It follows the pauses that the speaker makes inside their own turns, as LiveKit's endpointing does
(livekit-agents, `voice/endpointing.py`: exponential moving averages between two bounds): whoever
pauses briefly is waited for briefly. What the other speaker does to a silence is not learnt from,
since a floor that is taken ends the turn by itself.
"""

import math

from livecue.config import HearingSettings

WEIGHT = 0.1
"""Of the latest pause in the moving averages, as in LiveKit."""
DEVIATIONS = 2.0
"""Mean deviations of log duration, above its mean, that make a pause longer than the speaker's
usual. Two take in 95 to 97 of 100 pauses of the scripted sessions."""
FIRST_DEVIATION = 0.4
"""Mean deviation before a pause was heard; about that of the scripted sessions."""


class EndOfTurn:
    """One speaker's wait."""

    def __init__(self, settings: HearingSettings) -> None:
        self._least_s = settings.end_of_turn_least_s
        self._most_s = settings.end_of_turn_most_s
        self._deviation = FIRST_DEVIATION
        self._mean = math.log(settings.end_of_turn_s) - DEVIATIONS * FIRST_DEVIATION

    @property
    def wait_s(self) -> float:
        """Silence after which the turn is taken to be over."""
        usual_s = math.exp(self._mean + DEVIATIONS * self._deviation)
        return min(max(usual_s, self._least_s), self._most_s)

    def paused(self, pause_s: float) -> None:
        """The speaker went on after so long; one longer than is ever waited for counts as that."""
        off = math.log(min(pause_s, self._most_s)) - self._mean
        self._mean += WEIGHT * off
        self._deviation += WEIGHT * (abs(off) - self._deviation)
