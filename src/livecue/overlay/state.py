"""What the overlay shows, decided from the events alone: no window, no clock of its own."""

from livecue.config import OverlaySettings
from livecue.events import (
    AMBIVALENCE_MARKERS,
    Action,
    AnyEvent,
    Correction,
    Cue,
    CueName,
    Health,
    Marker,
    MarkerName,
    Pause,
    SessionStarted,
    Speech,
)
from livecue.overlay.troubles import Troubles, badge_of
from livecue.overlay.view import FACE_WORDS, TROUBLE_WORDS, Face, View
from livecue.translation import words, words_of
from livecue.wording import MARKER_WORDS, SPEAK_FIRST, clock, reason_words

_CUE_FACES: dict[CueName, Face] = {
    "consider_pausing": "consider_pausing",
    "reflect_change_talk": "change_talk",
    "ready_to_return": "ready_to_return",
}


class OverlayState:
    """The overlay's memory: events in, a view out.

    Args:
        settings: how long a cue stays.
        cues_hidden: cues, what leads to them and the guide's steps are kept for the review; hands
            on the controls and trouble show as ever.
    """

    def __init__(self, settings: OverlaySettings, cues_hidden: bool = False) -> None:
        self._shown_s = settings.shown_s
        self._cues_hidden = cues_hidden
        self._last_cue: Cue | None = None
        self._drawn: Cue | None = None
        self._drawn_until = 0.0
        self._waiting: Cue | None = None
        self._noticed: Marker | None = None
        self._noticed_until = 0.0
        self._counts: dict[MarkerName, int] = {}
        self._heard: dict[MarkerName, Marker] = {}
        self._line = ""
        self._line_until = 0.0
        self._step: int | None = None
        self._speak_first = False
        self._mode = "technique"
        self._mode_by_hand = False
        self._held = False
        self._off_record = False
        self._snoozed_until = 0.0
        self._troubles = Troubles(settings.shown_s)

    @property
    def last_cue_at(self) -> float | None:
        """Session second of the latest cue that was drawn, for the clinician's word on it."""
        return self._last_cue.at if self._last_cue is not None else None

    @property
    def off_record(self) -> bool:
        """Whether the clinician stopped the listening."""
        return self._off_record

    @property
    def held(self) -> bool:
        """Whether something is more important now."""
        return self._held

    @property
    def exploring(self) -> bool:
        """Whether both sides are being explored."""
        return self._mode == "exploring"

    @property
    def snoozed_until(self) -> float:
        """Session second up to which no cue is drawn."""
        return self._snoozed_until

    def push(self, event: AnyEvent) -> None:
        """Take one event."""
        match event:
            case Cue():
                self._take_cue(event)
            case Marker() if event.marker in AMBIVALENCE_MARKERS:
                self._take_marker(event)
            case Correction(retracted=True):
                self._take_back(event.of_seq)
            case Pause(end=float() as end) if not self._is_to_be_taken_back(event):
                self._somebody_speaks(end)
            case SessionStarted(speakers_by="first_voice"):
                self._speak_first = True
            case Speech():
                self._speak_first = False
                self._troubles.sound_is_heard()
                self._somebody_speaks(event.end)
            case Action():
                self._take_action(event)
            case Health():
                self._troubles.push(event)
            case _:
                pass

    def view(self, now: float) -> View:
        """What is to be seen at session second `now`."""
        face = self._face(now)
        trouble = self._troubles.gravest(now, listening=not self._off_record)
        line, step = self._suggestion(face, now)
        return View(
            face=face,
            words=words_of(FACE_WORDS[face]),
            why=self._why(face),
            suggestion=line,
            trouble=None if trouble is None else words_of(TROUBLE_WORDS[trouble]),
            badge=badge_of(trouble),
            step=step,
        )

    def _face(self, now: float) -> Face:
        if self._off_record:
            return "off_record"
        if self._troubles.is_deaf(now):
            return "trouble"
        if self._held:
            return "held"
        if now < self._snoozed_until:
            return "snoozed"
        if self._cues_hidden:
            return "exploring" if self.exploring and self._mode_by_hand else "listening"
        return self._noticing_face(now)

    def _noticing_face(self, now: float) -> Face:
        if self._waiting is not None:
            return "stay"
        if self._drawn is not None and now < self._drawn_until:
            return _CUE_FACES[self._drawn.cue]
        if self._mode == "exploring":
            return "exploring"
        return "noticed" if now < self._noticed_until else "listening"

    def _take_cue(self, cue: Cue) -> None:
        if not cue.shown:
            self._counts.update(dict(cue.reason))
            return
        self._counts = dict(cue.reason)
        if cue.reason and all(marker == "silence" for marker, _ in cue.reason):
            self._waiting = cue
        else:
            self._draw(cue, cue.at)

    def _take_marker(self, marker: Marker) -> None:
        self._heard[marker.marker] = marker
        if marker.evidence.uncounted is None and not self._held:
            self._noticed = marker
            self._noticed_until = marker.known_at + self._shown_s

    def _take_back(self, seq: int) -> None:
        """A marker no longer counts. A cue that is drawn stays; one that waits is not drawn."""
        silence = self._heard.get("silence")
        if silence is not None and silence.seq == seq:
            self._waiting = None
        if self._noticed is not None and self._noticed.seq == seq:
            self._noticed_until = 0.0
        self._heard = {name: marker for name, marker in self._heard.items() if marker.seq != seq}

    def _is_to_be_taken_back(self, pause: Pause) -> bool:
        """Whether the latest silence has ended and was not the client's: the next event says so."""
        silence = self._heard.get("silence")
        the_same = silence is not None and silence.start == pause.start
        return the_same and pause.kind in ("clinician", "lapse")

    def _somebody_speaks(self, at: float) -> None:
        """A cue from silence is drawn now, so that the silence itself stays untouched."""
        if self._waiting is not None and at >= self._waiting.at:
            self._draw(self._waiting, at)

    def _draw(self, cue: Cue, at: float) -> None:
        self._waiting = None
        if self._cues_hidden:
            return
        self._last_cue = self._drawn = cue
        self._drawn_until = at + self._shown_s
        self._offer(cue.suggestion, cue.step, at)

    def _offer(self, line: str, step: int | None, at: float) -> None:
        self._line = line
        self._step = step
        self._line_until = at + self._shown_s

    def _take_action(self, action: Action) -> None:
        match action.action:
            case "hold":
                self._held = True
                self._clear()
            case "release":
                self._held = False
            case "snooze":
                length_s = action.value if isinstance(action.value, float | int) else 0.0
                self._snoozed_until = action.at + length_s
                self._clear()
            case "mode":
                self._mode = str(action.value)
                self._mode_by_hand = action.by == "clinician"
                if self._mode == "exploring":
                    self._clear()
                elif self._drawn is None:
                    self._forget_line()
            case "next_step" if action.by == "livecue":
                self._offer(str(action.value), action.step, action.at)
            case "off_record":
                self._off_record = True
                self._clear()
            case "on_record":
                self._off_record = False
            case _:
                pass

    def _clear(self) -> None:
        """What was drawn is answered, or no longer wanted: it does not come back afterwards."""
        self._waiting = self._drawn = None
        self._noticed_until = self._line_until = 0.0
        self._forget_line()

    def _forget_line(self) -> None:
        self._line = ""
        self._step = None

    def _why(self, face: Face) -> tuple[str, ...]:
        match face:
            case "consider_pausing" | "change_talk" | "ready_to_return":
                return tuple(
                    reason_words(name, count, self._last_at(name))
                    for name, count in self._counts.items()
                )
            case "noticed" if self._noticed is not None:
                name, at = self._noticed.marker, self._noticed.start
                sign = words_of(MARKER_WORDS[name])
                return (words("{sign}, at {time}").format(sign=sign, time=clock(at)),)
            case "held":
                return (words("nothing is counted until you go on"),)
            case "snoozed":
                return (words("no cue until {time}").format(time=clock(self._snoozed_until)),)
            case "off_record":
                return (words("nothing is heard or kept until you listen again"),)
            case "listening" | "exploring" if self._cues_hidden:
                return (words("cues wait for the review"),)
            case _:
                return ()

    def _last_at(self, name: MarkerName) -> float | None:
        heard = self._heard.get(name)
        return None if heard is None else heard.start

    def _suggestion(self, face: Face, now: float) -> tuple[str, int | None]:
        """The line for this moment, and its step; while exploring, the step the guide is at."""
        if face in ("held", "snoozed", "off_record", "trouble", "stay"):
            return "", None
        if self._speak_first:
            return words_of(SPEAK_FIRST), None
        if self._cues_hidden or (face != "exploring" and now >= self._line_until):
            return "", None
        return self._line, self._step
