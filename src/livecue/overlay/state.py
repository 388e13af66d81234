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
    HealthName,
    Marker,
    MarkerName,
    Pause,
    SessionStarted,
    Speech,
)
from livecue.overlay.view import FACE_WORDS, TROUBLE_WORDS, Face, View
from livecue.wording import MARKER_WORDS, SPEAK_FIRST, clock, times

_DEAF: frozenset[HealthName] = frozenset({"device_lost", "device_busy", "muted", "silent"})
SILENT_SHOWN_AFTER_S = 10.0
"""A microphone that suppresses noise sends nothing but zeros in every pause: only a longer time
without sound is shown, so that a client's silence is not taken for trouble."""
_WITHOUT_WORDS: frozenset[HealthName] = frozenset({"text_behind", "no_text"})
_LASTS: frozenset[HealthName] = _DEAF | _WITHOUT_WORDS | {"store_failed"}
_CUE_FACES: dict[CueName, Face] = {
    "consider_pausing": "consider_pausing",
    "reflect_change_talk": "change_talk",
    "ready_to_return": "ready_to_return",
}


class OverlayState:
    """The overlay's memory: events in, a view out."""

    def __init__(self, settings: OverlaySettings) -> None:
        self._shown_s = settings.shown_s
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
        self._mode = "technique"
        self._held = False
        self._off_record = False
        self._snoozed_until = 0.0
        self._troubles: dict[HealthName, float] = {}

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
            case Pause(end=float() as end):
                self._somebody_speaks(end)
            case SessionStarted(speakers_by="first_voice"):
                self._offer(SPEAK_FIRST, 0.0)
                self._line_until = float("inf")
            case Speech():
                if self._line == SPEAK_FIRST:
                    self._line = ""
                self._troubles.pop("silent", None)
                self._somebody_speaks(event.end)
            case Action():
                self._take_action(event)
            case Health():
                self._take_health(event)
            case _:
                pass

    def view(self, now: float) -> View:
        """What is to be seen at session second `now`."""
        face = self._face(now)
        return View(
            face=face,
            words=FACE_WORDS[face],
            why=self._why(face),
            suggestion=self._suggestion(face, now),
            trouble=self._trouble(now),
        )

    def _face(self, now: float) -> Face:
        if self._off_record:
            return "off_record"
        if _DEAF & set(self._standing(now)):
            return "trouble"
        if self._held:
            return "held"
        if now < self._snoozed_until:
            return "snoozed"
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

    def _somebody_speaks(self, at: float) -> None:
        """A cue from silence is drawn now, so that the silence itself stays untouched."""
        if self._waiting is not None and at >= self._waiting.at:
            self._draw(self._waiting, at)

    def _draw(self, cue: Cue, at: float) -> None:
        self._waiting = None
        self._last_cue = self._drawn = cue
        self._drawn_until = at + self._shown_s
        self._offer(cue.suggestion, at)

    def _offer(self, line: str, at: float) -> None:
        self._line = line
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
                if self._mode == "exploring":
                    self._clear()
                elif self._drawn is None:
                    self._line = ""
            case "next_step" if action.by == "livecue":
                self._offer(str(action.value), action.at)
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
        self._line = ""

    def _take_health(self, health: Health) -> None:
        if health.what == "device_back":
            for what in _DEAF:
                self._troubles.pop(what, None)
        elif health.what == "text_back":
            self._words_are_back()
        elif health.what in TROUBLE_WORDS:
            if health.what in _WITHOUT_WORDS:
                self._words_are_back()
            self._troubles.pop(health.what, None)
            self._troubles[health.what] = health.at

    def _words_are_back(self) -> None:
        for what in _WITHOUT_WORDS:
            self._troubles.pop(what, None)

    def _trouble(self, now: float) -> str | None:
        """The gravest trouble there is, else the latest."""
        standing = self._standing(now)
        deaf = [what for what in standing if what in _DEAF]
        return TROUBLE_WORDS[(deaf or standing)[-1]] if standing else None

    def _standing(self, now: float) -> list[HealthName]:
        """The troubles to be shown now, latest last."""
        return [
            what
            for what, since in self._troubles.items()
            if (what in _LASTS or now < since + self._shown_s)
            and (what != "silent" or now >= since + SILENT_SHOWN_AFTER_S)
        ]

    def _why(self, face: Face) -> tuple[str, ...]:
        match face:
            case "consider_pausing" | "change_talk" | "ready_to_return":
                return tuple(self._reason(name, count) for name, count in self._counts.items())
            case "noticed" if self._noticed is not None:
                name, at = self._noticed.marker, self._noticed.start
                return (f"{MARKER_WORDS[name]}, at {clock(at)}",)
            case "held":
                return ("nothing is counted until you go on",)
            case "snoozed":
                return (f"no cue until {clock(self._snoozed_until)}",)
            case "off_record":
                return ("nothing is heard or kept until you listen again",)
            case _:
                return ()

    def _reason(self, name: MarkerName, count: int) -> str:
        heard = self._heard.get(name)
        last = f", last at {clock(heard.start)}" if heard is not None else ""
        return f"{MARKER_WORDS[name]} {times(count)}{last}"

    def _suggestion(self, face: Face, now: float) -> str:
        """The line for this moment; while exploring, that of the step which the guide is at."""
        if face == "exploring":
            return self._line
        quiet = face in ("held", "snoozed", "off_record", "trouble", "stay")
        return self._line if now < self._line_until and not quiet else ""
