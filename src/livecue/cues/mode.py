"""Whether the pair is working with a technique or exploring, as far as it can be heard."""

from dataclasses import dataclass

from livecue.config import CueSettings
from livecue.events import Mode, Turn
from livecue.markers.clinician_act import ClinicianAct


@dataclass(frozen=True)
class Moved:
    """The mode moved by itself, at session second `at`."""

    mode: Mode
    at: float


class ModeRule:
    """The mode of a session.

    Exploring begins by key, or when the clinician answers a cue by reflecting or asking an open
    question. A cue waits for that answer as long as exploring waits for the next one
    (`exploring_s`), and is answered once: what the clinician asks later, or after ending the
    exploring by key, does not begin it again.
    """

    def __init__(self, settings: CueSettings) -> None:
        self._exploring_s = settings.exploring_s
        self._cue_at: float | None = None
        self._began: float | None = None
        self._ended: float | None = None
        self._ends = 0.0

    @property
    def mode(self) -> Mode:
        """The mode now."""
        return "exploring" if self._began is not None and self._ended is None else "technique"

    @property
    def began(self) -> float:
        """Session second at which the latest exploring began."""
        return self._began if self._began is not None else 0.0

    def exploring_at(self, at: float) -> bool:
        """Whether session second `at` lies in the latest exploring."""
        return (
            self._began is not None
            and self._began <= at
            and (self._ended is None or at < self._ended)
        )

    def explore(self, at: float) -> None:
        """Exploring begins, or goes on, at session second `at`."""
        if self.mode == "technique":
            self._began, self._ended = at, None
        self._ends = at + self._exploring_s
        self._cue_at = None

    def work(self, at: float) -> None:
        """Back to the technique at session second `at`."""
        if self.mode == "exploring":
            self._ended = at
        self._cue_at = None

    def cued(self, at: float) -> None:
        """A cue was written; the clinician's answer may begin exploring."""
        self._cue_at = at

    def pass_time(self, at: float) -> list[Moved]:
        """It is session second `at`: exploring may have run out before."""
        if self.mode == "technique" or at < self._ends:
            return []
        self._ended = self._ends
        return [Moved("technique", self._ends)]

    def put_off(self, by_s: float) -> None:
        """Time stood still for so long."""
        if self.mode == "exploring":
            self._ends += by_s

    def listen(self, turn: Turn, act: ClinicianAct) -> list[Moved]:
        """What the clinician did with their turn, and the time it took."""
        exploratory = act in ("reflection", "open_question")
        if exploratory and self.mode == "exploring" and turn.start < self._ends:
            self._ends = max(self._ends, turn.end + self._exploring_s)
        moved = self.pass_time(turn.closed_at)
        if exploratory and self._answers(turn):
            self.explore(turn.end)
            moved.append(Moved("exploring", turn.closed_at))
        return moved

    def _answers(self, turn: Turn) -> bool:
        return (
            self.mode == "technique"
            and self._cue_at is not None
            and 0 <= turn.start - self._cue_at <= self._exploring_s
        )
