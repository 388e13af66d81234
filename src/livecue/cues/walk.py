"""Where the guide is: from noticing to returning, by hand, by what is heard, and with time."""

from livecue.config import GuideSettings
from livecue.cues.guide import STEPS, Step
from livecue.events import MarkerName


class Walk:
    """The step that the guide is at, and the sign that led there.

    Every move says whether there is another line to show. Where the guide is not to move by itself
    (`moves`), only cues, the mode and the clinician's hand do.
    """

    def __init__(self, settings: GuideSettings) -> None:
        self._settings = settings
        self._pause_at: float | None = None
        self.step: Step = STEPS[0]
        self.about: MarkerName | None = None

    def begin(self, at: float) -> None:
        """A cue was drawn: notice first, and pause when it has stood for a while."""
        self.step = STEPS[0]
        self._pause_at = at + self._settings.pause_after_s

    def rest(self) -> None:
        """Held, snoozed or answered: nothing moves with time alone."""
        self._pause_at = None

    def put_off(self, by_s: float) -> None:
        """Time stood still for so long."""
        if self._pause_at is not None:
            self._pause_at += by_s

    def explore(self) -> None:
        """Exploring begins: both sides are acknowledged."""
        self.step = "acknowledge"
        self.rest()

    def work(self) -> None:
        """Back to the technique; the next cue begins at the first step."""
        self.step = STEPS[0]
        self.rest()

    def move(self, steps: int) -> None:
        """The clinician's hand: on (1) or back (-1), never past either end."""
        place = STEPS.index(self.step) + steps
        self.step = STEPS[max(0, min(place, len(STEPS) - 1))]
        self.rest()

    def reflected(self) -> bool:
        """The clinician gave back what they heard: the question follows."""
        return self._go("ask", only_from=("acknowledge",))

    def weigh(self, balance: int, ready: int) -> bool:
        """Turns of change talk more than of the other side (fewer, below 0), while exploring.

        Args:
            ready: the balance from which going back may be asked about.
        """
        if self.step == "reflect" and balance >= ready:
            return self._go("return", only_from=("reflect",))
        if balance >= self._settings.talk_balance:
            return self._go("reflect", only_from=("acknowledge", "ask"))
        if balance <= -self._settings.talk_balance:
            return self._go("acknowledge", only_from=("reflect", "return"))
        return False

    def pass_time(self, at: float) -> float | None:
        """It is session second `at`; the second at which the guide moved to pausing, if it did."""
        due = self._pause_at
        if due is None or at < due:
            return None
        self.rest()
        return due if self._go("pause", only_from=("notice",)) else None

    def _go(self, step: Step, only_from: tuple[Step, ...]) -> bool:
        if not self._settings.moves or self.step not in only_from:
            return False
        self.step = step
        self.rest()
        return True
