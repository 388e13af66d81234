"""Silences that are the client at work, or in tears: what was said tells, they do not count.

The rule, and why it is safe. Work begins with an instruction to write, read, imagine, or stay with
a feeling, or when the clinician gives time. It goes on while what follows is what people say over
work: the clinician's back-channels, echoes and check-ins ("And now?"), the client's few words
("Eighty.", "Still there."). It ends when the clinician asks, reflects, suggests or explains, when
the client talks at length, when words were lost, or `work_s` after the instruction.

Two instructions within `work_s` make an exercise. There the clinician also explains and mirrors,
and the client reads out and goes back to it; a question or a suggestion ends that too. So a silence
that follows a question of weight counts, whatever came before.

Tears hold for `tears_s` from the last word of comfort or of crying: somebody who weeps is silent
after questions too, and that silence says nothing of ambivalence.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator

from livecue.config import SilenceSettings
from livecue.markers.clinician_act import ClinicianAct
from livecue.markers.context import ELLIPTICAL_WORDS, Heard

BESIDE_S = 0.5
"""A turn that begins or ends so near a pause is beside it; scoring allows as much (DESIGN 5)."""
WORDS_AT_WORK = 12
"""More words than this in one turn are talk: some four and a half seconds of it (DESIGN 5)."""


INSTRUCTIONS_OF_AN_EXERCISE = 2
WITHIN_AN_EXERCISE: frozenset[ClinicianAct] = frozenset({"information", "reflection"})


class AtWork:
    """What was said in a session, as far as it tells why the client is silent."""

    def __init__(self, settings: SilenceSettings) -> None:
        self._settings = settings
        self._heard: list[Heard] = []
        self._tears: dict[int, Heard] = {}
        self._instructions: dict[int, Heard] = {}
        self._clinician_ends: list[float] = []
        self._since = 0.0

    def put(self, heard: Heard) -> None:
        """A turn that was read, new or reopened."""
        i = heard.turn.i
        at = len(self._heard)
        if at and self._heard[-1].turn.start >= heard.turn.start:
            at = bisect_left(self._heard, _begins(heard), key=_begins)
        if at < len(self._heard) and self._heard[at].turn.i == i:
            self._heard[at] = heard
        else:
            self._heard.insert(at, heard)
        self._tears.pop(i, None)
        self._instructions.pop(i, None)
        if heard.in_tears:
            self._tears[i] = heard
        if heard.act == "instruction":
            self._instructions[i] = heard

    def clinician_spoke(self, until: float) -> None:
        """The clinician was heard to speak; the words may be still to come."""
        insort(self._clinician_ends, until)

    def interrupt(self, at: float) -> None:
        """Nothing was heard up to then: what came before holds no longer."""
        self._since = at

    def why(self, second: float) -> str | None:
        """Why a silence that begins at a session second is left out; `None`: it counts."""
        if self._lately(self._tears, second, self._settings.tears_s):
            return "tears"
        return "instruction" if self._instructed(second) else None

    def _lately(self, kept: dict[int, Heard], second: float, within_s: float) -> int:
        """How many of these began before a session second, and ended no longer before it."""
        return sum(
            self._since <= heard.turn.start < second and second - heard.turn.end <= within_s
            for heard in kept.values()
        )

    def _instructed(self, second: float) -> bool:
        """Whether an instruction is in force."""
        instructions = self._lately(self._instructions, second, self._settings.work_s)
        if not instructions or not self._words_known(second):
            return False
        exercise = instructions >= INSTRUCTIONS_OF_AN_EXERCISE
        for heard in self._before(second):
            if second - heard.turn.end > self._settings.work_s:
                continue
            if heard.act == "instruction":
                return True
            if heard.turn.text is None or self._ends_work(heard, second, exercise):
                return False
        return False

    def _before(self, second: float) -> Iterator[Heard]:
        """The turns that began before a session second, latest first."""
        at = bisect_left(self._heard, second, key=lambda heard: heard.turn.start)
        for heard in reversed(self._heard[:at]):
            if heard.turn.start < self._since:
                return
            yield heard

    def _ends_work(self, heard: Heard, second: float, exercise: bool) -> bool:
        if heard.turn.speaker == "clinician":
            return not (_over_work(heard) or (exercise and heard.act in WITHIN_AN_EXERCISE))
        was_over = heard.turn.end <= second + BESIDE_S
        return not exercise and was_over and len(heard.said.words) > WORDS_AT_WORK

    def _words_known(self, second: float) -> bool:
        """Whether the clinician's last speech before the silence has been read."""
        spoke = bisect_right(self._clinician_ends, second + BESIDE_S)
        read = next(
            (h.turn.end for h in self._before(second) if h.turn.speaker == "clinician"), None
        )
        return read is not None and (
            not spoke or read >= self._clinician_ends[spoke - 1] - BESIDE_S
        )


def _begins(heard: Heard) -> tuple[float, int]:
    return heard.turn.start, heard.turn.i


def _over_work(heard: Heard) -> bool:
    """A clinician's turn that leaves the client at it: a back-channel, an echo, a check-in."""
    check_in = heard.act == "closed_question" and len(heard.said.words) <= ELLIPTICAL_WORDS
    return check_in or heard.act in ("back_channel", "other")
