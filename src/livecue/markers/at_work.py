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

from livecue.config import SilenceSettings
from livecue.markers.clinician_act import ClinicianAct
from livecue.markers.context import ELLIPTICAL_WORDS, Heard
from livecue.markers.lexicon import Lexicon

BESIDE_S = 0.5
"""A turn that begins or ends so near a pause is beside it; scoring allows as much (DESIGN 5)."""
WORDS_AT_WORK = 12
"""More words than this in one turn are talk: some four and a half seconds of it (DESIGN 5)."""


INSTRUCTIONS_OF_AN_EXERCISE = 2
WITHIN_AN_EXERCISE: frozenset[ClinicianAct] = frozenset({"information", "reflection"})


class AtWork:
    """What was said in a session, as far as it tells why the client is silent."""

    def __init__(self, settings: SilenceSettings, lexicon: Lexicon) -> None:
        self._settings = settings
        self._lexicon = lexicon
        self._heard: dict[int, Heard] = {}
        self._clinician_ends: list[float] = []
        self._since = 0.0

    def put(self, heard: Heard) -> None:
        """A turn that was read, new or reopened."""
        self._heard[heard.turn.i] = heard

    def clinician_spoke(self, until: float) -> None:
        """The clinician was heard to speak; the words may be still to come."""
        self._clinician_ends.append(until)

    def interrupt(self, at: float) -> None:
        """Nothing was heard up to then: what came before holds no longer."""
        self._since = at

    def why(self, second: float) -> str | None:
        """Why a silence that begins at a session second is left out; `None`: it counts."""
        before = sorted(
            (h for h in self._heard.values() if self._since <= h.turn.start < second),
            key=lambda heard: heard.turn.start,
            reverse=True,
        )
        if self._in_tears(before, second):
            return "tears"
        return "instruction" if self._instructed(before, second) else None

    def _in_tears(self, before: list[Heard], second: float) -> bool:
        return any(
            second - heard.turn.end <= self._settings.tears_s
            and heard.said.has(
                self._lexicon.tears.comforted
                if heard.turn.speaker == "clinician"
                else self._lexicon.tears.crying
            )
            for heard in before
        )

    def _instructed(self, before: list[Heard], second: float) -> bool:
        """Whether an instruction is in force; `before`: the turns until then, latest first."""
        if not self._words_known(before, second):
            return False
        lately = [h for h in before if second - h.turn.end <= self._settings.work_s]
        instructions = sum(heard.act == "instruction" for heard in lately)
        exercise = instructions >= INSTRUCTIONS_OF_AN_EXERCISE
        for heard in lately:
            if heard.act == "instruction":
                return True
            if heard.turn.text is None or self._ends_work(heard, second, exercise):
                return False
        return False

    def _ends_work(self, heard: Heard, second: float, exercise: bool) -> bool:
        if heard.turn.speaker == "clinician":
            return not (_over_work(heard) or (exercise and heard.act in WITHIN_AN_EXERCISE))
        was_over = heard.turn.end <= second + BESIDE_S
        return not exercise and was_over and len(heard.said.words) > WORDS_AT_WORK

    def _words_known(self, before: list[Heard], second: float) -> bool:
        """Whether the clinician's last speech before the silence has been read."""
        spoke = max((end for end in self._clinician_ends if end <= second + BESIDE_S), default=None)
        read = next((h.turn.end for h in before if h.turn.speaker == "clinician"), None)
        return read is not None and (spoke is None or read >= spoke - BESIDE_S)


def _over_work(heard: Heard) -> bool:
    """A clinician's turn that leaves the client at it: a back-channel, an echo, a check-in."""
    check_in = heard.act == "closed_question" and len(heard.said.words) <= ELLIPTICAL_WORDS
    return check_in or heard.act in ("back_channel", "other")
