"""When noticing becomes a cue: what was heard and done goes in, cues and livecue's own hand out.

The rules are those of DESIGN 3 ("Cues", "Mode", "Care"). There is no clock in here: time is what
the events say, so the same log gives the same cues.
"""

from livecue.config import Settings
from livecue.cues.care import Care
from livecue.cues.count import Count, Reason
from livecue.cues.early import Early
from livecue.cues.guide import STEP_NUMBERS, Guide, Step
from livecue.cues.mode import ModeRule, Moved
from livecue.cues.signals import Signals
from livecue.cues.walk import Walk
from livecue.events import (
    AMBIVALENCE_MARKERS,
    Action,
    ActionName,
    AnyEvent,
    Correction,
    Cue,
    CueName,
    Marker,
    Numbering,
    Pause,
    Speech,
    Turn,
    Unheard,
    changed,
)
from livecue.markers.clinician_act import clinician_act
from livecue.markers.lexicon import Lexicon

Output = list[Cue | Action]


class CuePolicy:
    """The cues of one session.

    It is given markers, turns, corrections, the clinician's actions, and what else shows that time
    goes on; it gives back cues, and actions by `livecue`: a `hold` at words of danger, a `mode`
    that moved by itself, and, as `next_step`, the line to show when the guide moves on or leads.

    Args:
        settings: the session's, with the client's own over them.
        numbering: the session's.
        lexicon: for words of danger, and what a clinician's turn does.
        guide: the lines to offer.
    """

    def __init__(
        self, settings: Settings, numbering: Numbering, lexicon: Lexicon, guide: Guide
    ) -> None:
        self._settings = settings.cues
        self._numbering = numbering
        self._guide = guide
        self._care = Care(settings.care, lexicon)
        self._mode = ModeRule(settings.cues)
        self._lexicon = lexicon
        self._count = Count(settings.cues)
        self._signals = Signals(settings.cues)
        self._turns: dict[int, Turn] = {}
        self._walk = Walk(settings.guide)
        self._early = Early(settings.guide, settings.profile)
        self._pausing_at: float | None = None
        self._reflected_at: float | None = None
        self._left_at: float | None = None

    def push(self, event: AnyEvent) -> Output:
        """What follows from one more event."""
        match event:
            case Turn():
                self._turns[event.seq] = event
                return self._listen(event)
            case Marker():
                return self._pass_time(event.known_at) + self._notice(event)
            case Correction():
                return self._pass_time(event.at) + self._correct(event)
            case Action():
                return self._pass_time(event.at) + self._obey(event)
            case Speech() | Unheard():
                return self._pass_time(event.end)
            case Pause():
                return self._pass_time(event.start + event.duration_s)
            case _:
                return []

    def _notice(self, marker: Marker) -> Output:
        """One more marker, which may complete a cue."""
        if not self._care.counts(marker):
            return []
        if marker.marker == "silence" and self._mode.exploring_at(marker.known_at):
            return []
        self._count.add(marker)
        if marker.marker in AMBIVALENCE_MARKERS:
            return self._consider_pausing(marker)
        if marker.marker == "change_talk":
            told = self._ready_to_return(marker) or self._reflect_change_talk(marker)
            return told or self._weigh_talk(marker.known_at)
        if marker.marker == "sustain_talk":
            return self._weigh_talk(marker.known_at)
        return []

    def _consider_pausing(self, marker: Marker) -> Output:
        at = marker.known_at
        reason = self._count.complete(marker) or self._count.cluster(marker)
        if not reason:
            return self._first_sign(marker)
        shown = self._signals.show_pausing(at)
        if shown and self._mode.mode == "technique":
            self._walk.begin(at)
        self._walk.about = marker.marker
        # A client's obstacle may be real: what made it hard is asked first, whatever the step.
        step: Step = "notice" if marker.marker == "homework" else self._walk.step
        cue = self._cue("consider_pausing", at, reason, shown, step)
        self._pausing_at = at
        self._mode.cued(at)
        return [cue]

    def _first_sign(self, marker: Marker) -> Output:
        """Where the session leads with exploring, one sign is enough for a quiet line, once."""
        if self._mode.mode == "exploring" or not self._early.first_sign():
            return []
        self._walk.begin(marker.known_at)
        self._walk.about = marker.marker
        self._mode.cued(marker.known_at)
        return [self._show_step(marker.known_at)]

    def _reflect_change_talk(self, marker: Marker) -> Output:
        """Change talk after a cue, not more often than the cooldown."""
        at = marker.known_at
        if not self._settings.reflect_change_talk or self._pausing_at is None:
            return []
        sure = marker.score >= self._settings.change_talk_from
        if marker.start < self._pausing_at or not sure:
            return []
        if self._reflected_at is not None and at - self._reflected_at < self._settings.cooldown_s:
            return []
        self._reflected_at = at
        self._walk.step = "reflect"
        reason: Reason = (("change_talk", self._count.since("change_talk", self._pausing_at)),)
        shown = self._signals.show(at)
        return [self._cue("reflect_change_talk", at, reason, shown, "reflect")]

    def _ready_to_return(self, marker: Marker) -> Output:
        """Change talk has outweighed the other side while exploring: that ends the exploring."""
        at = marker.known_at
        if not self._settings.ready_to_return or self._mode.mode != "exploring":
            return []
        change, sustain = self._both_sides(at)
        if change - sustain < self._settings.ready_balance:
            return []
        self._walk.step = "return"
        reason: Reason = (("change_talk", change),)
        if sustain:
            reason = (*reason, ("sustain_talk", sustain))
        cue = self._cue("ready_to_return", at, reason, self._signals.show(at), "return")
        self._mode.work(at)
        return [cue, *self._follow([Moved("technique", at)])]

    def _weigh_talk(self, at: float) -> Output:
        """While exploring, the guide moves with the balance of both sides."""
        if self._mode.mode != "exploring":
            return []
        change, sustain = self._both_sides(at)
        moved = self._walk.weigh(change - sustain, self._settings.ready_balance)
        return [self._show_step(at)] if moved else []

    def _both_sides(self, at: float) -> tuple[int, int]:
        """Turns for change and for staying, in this exploring and not long ago."""
        since = max(self._mode.began, at - self._settings.ready_window_s)
        return self._count.since("change_talk", since), self._count.since("sustain_talk", since)

    def _listen(self, turn: Turn) -> Output:
        """Words of danger hold; what the clinician does may move the mode."""
        if self._care.must_hold(turn.text):
            passed = self._pass_time(turn.closed_at)
            self._hold()
            return [*passed, self._act("hold", turn.closed_at)]
        if self._care.held or turn.speaker != "clinician" or turn.text is None:
            return self._pass_time(turn.closed_at)
        act = clinician_act(turn.text, self._lexicon)
        explored = self._mode.exploring_at(turn.start)
        followed = self._follow(self._mode.listen(turn, act))
        if act == "reflection" and explored and self._walk.reflected():
            followed.append(self._show_step(turn.closed_at))
        return followed + self._pass_time(turn.closed_at)

    def _correct(self, correction: Correction) -> Output:
        """What no longer counts, and what is known better; cues already written stay."""
        seq = correction.of_seq
        if correction.retracted:
            self._count.remove(seq)
            self._turns.pop(seq, None)
            return []
        self._count.change(seq, correction.changes)
        if seq not in self._turns:
            return []
        self._turns[seq] = changed(self._turns[seq], correction.changes)
        return self._listen(self._turns[seq]) if "text" in correction.changes else []

    def _obey(self, action: Action) -> Output:
        """The clinician's hand; livecue's own actions are outputs, and none of them comes back."""
        if action.by != "clinician":
            return []
        match action.action:
            case "hold":
                self._hold()
            case "release":
                self._care.release(action.at)
            case "snooze":
                self._walk.rest()
                self._signals.snooze(
                    action.at, None if action.value is None else float(action.value)
                )
            case "mode":
                return self._set_mode(action)
            case "next_step" if not self._care.held:
                return [self._next_step(action)]
            case "off_record":
                self._left_at = action.at
            case "on_record" if self._left_at is not None:
                self._mode.put_off(action.at - self._left_at)
                self._walk.put_off(action.at - self._left_at)
                self._left_at = None
            case _:
                pass
        return []

    def _set_mode(self, action: Action) -> Output:
        if action.value == "exploring":
            goes_on = self._mode.mode == "exploring"
            self._mode.explore(action.at)
            return [] if goes_on else self._begin_exploring(action.at)
        if action.value == "technique":
            self._mode.work(action.at)
            self._walk.work()
        return []

    def _hold(self) -> None:
        self._care.hold()
        self._walk.rest()

    def _next_step(self, action: Action) -> Action:
        """One step on or back, or the line for when the step does not fit."""
        for branch, line in self._guide.branches.items():
            if action.value == branch:
                return self._act("next_step", action.at, line)
        self._walk.move(-1 if action.value == "back" else 1)
        return self._show_step(action.at)

    def _pass_time(self, at: float) -> Output:
        """What comes with time alone; off the record it stands still."""
        if self._left_at is not None:
            return []
        passed = self._follow(self._mode.pass_time(at))
        if not self._care.held and self._early.begins():
            passed.append(self._act("next_step", at, self._guide.opening["early"]))
        moved_at = self._walk.pass_time(at)
        return passed if moved_at is None else [*passed, self._show_step(moved_at)]

    def _follow(self, moves: list[Moved]) -> Output:
        """The mode moved by itself: say so."""
        said: Output = []
        for moved in moves:
            said.append(self._act("mode", moved.at, moved.mode))
            if moved.mode == "exploring":
                said += self._begin_exploring(moved.at)
            else:
                self._walk.work()
        return said

    def _begin_exploring(self, at: float) -> Output:
        """Silences heard since it began no longer count, and the guide moves on."""
        self._count.remove_silences_since(self._mode.began)
        self._walk.explore()
        return [] if self._care.held else [self._show_step(at)]

    def _show_step(self, at: float) -> Action:
        line = self._guide.line(self._walk.step, self._walk.about)
        return self._act("next_step", at, line, STEP_NUMBERS[self._walk.step])

    def _cue(self, name: CueName, at: float, reason: Reason, shown: bool, step: Step) -> Cue:
        return Cue(
            seq=self._numbering(),
            at=at,
            cue=name,
            reason=reason,
            mode=self._mode.mode,
            suggestion=self._guide.line(step, self._walk.about),
            shown=shown,
            step=STEP_NUMBERS[step],
        )

    def _act(
        self, action: ActionName, at: float, value: str | None = None, step: int | None = None
    ) -> Action:
        seq = self._numbering()
        return Action(seq=seq, at=at, action=action, value=value, by="livecue", step=step)
