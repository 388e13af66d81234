"""What the overlay shows, decided from the events alone: no window, no clock of its own."""

from dataclasses import dataclass
from typing import Literal

from livecue.config import OverlaySettings
from livecue.events import (
    AMBIVALENCE_MARKERS,
    Action,
    AnyEvent,
    Correction,
    Cue,
    Health,
    HealthName,
    Marker,
    MarkerName,
    Pause,
    Speech,
)
from livecue.wording import CUE_WORDS, MARKER_WORDS, clock, times

Face = Literal[
    "listening",
    "noticed",
    "stay",
    "consider_pausing",
    "exploring",
    "change_talk",
    "ready_to_return",
    "held",
    "snoozed",
    "off_record",
    "trouble",
]
"""The one shape on the screen."""

FACE_WORDS: dict[Face, str] = {
    "listening": "listening",
    "noticed": "noticed once",
    "stay": "stay with it",
    "consider_pausing": CUE_WORDS["consider_pausing"],
    "exploring": "exploring",
    "change_talk": CUE_WORDS["reflect_change_talk"],
    "ready_to_return": CUE_WORDS["ready_to_return"],
    "held": "held",
    "snoozed": "snoozed",
    "off_record": "not listening",
    "trouble": "hearing trouble",
}

TROUBLE_WORDS: dict[HealthName, str] = {
    "overflow": "some sound was lost, the laptop is too busy",
    "device_lost": "no sound, the microphone is gone",
    "muted": "no sound, the microphone is muted",
    "wrong_rate": "the microphone sends sound at the wrong speed",
    "sleep": "the laptop was asleep for a while",
    "drift": "the microphone's clock is off",
    "text_behind": "words are late, pauses are still heard",
    "text_lost": "some words were lost, pauses are still heard",
    "not_understood": "words not understood, pauses are still heard",
    "speakers_guessed": "who is speaking is a guess",
    "store_failed": "this session is no longer being kept",
}

_STAYS: frozenset[HealthName] = frozenset({"device_lost", "muted", "text_behind", "store_failed"})
_ENDED_BY: dict[HealthName, HealthName] = {"device_back": "device_lost", "text_back": "text_behind"}
_CUE_FACES: dict[str, Face] = {
    "consider_pausing": "consider_pausing",
    "reflect_change_talk": "change_talk",
    "ready_to_return": "ready_to_return",
}


@dataclass(frozen=True)
class View:
    """What there is to see.

    why, suggestion: one sentence each, shown on hover alone. trouble: what part of the hearing
    fails, `None` where all is well.
    """

    face: Face
    words: str
    why: str = ""
    suggestion: str = ""
    trouble: str | None = None


class OverlayState:
    """The overlay's memory: events in, a view out."""

    def __init__(self, settings: OverlaySettings) -> None:
        self._shown_s = settings.shown_s
        self._cue: Cue | None = None
        self._cue_until = 0.0
        self._waiting: Cue | None = None
        self._last_silence: int | None = None
        self._reasons: dict[MarkerName, int] = {}
        self._heard_at: dict[MarkerName, float] = {}
        self._noticed_until = 0.0
        self._mode = "technique"
        self._held = False
        self._off_record = False
        self._snoozed_until = 0.0
        self._troubles: dict[HealthName, float] = {}

    def push(self, event: AnyEvent) -> None:
        """Take one event."""
        match event:
            case Cue():
                self._take_cue(event)
            case Marker() if event.marker in AMBIVALENCE_MARKERS:
                self._heard_at[event.marker] = event.start
                self._noticed_until = event.known_at + self._shown_s
                if event.marker == "silence":
                    self._last_silence = event.seq
            case Correction(retracted=True) if event.of_seq == self._last_silence:
                self._waiting = None
                self._noticed_until = 0.0
            case Pause(end=float() as end):
                self._somebody_speaks(end)
            case Speech():
                self._troubles.pop("muted", None)
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
        cue = self._cue if face in _CUE_FACES.values() else None
        return View(
            face=face,
            words=FACE_WORDS[face],
            why=self._why() if cue is not None else "",
            suggestion=cue.suggestion if cue is not None else "",
            trouble=self._trouble(now),
        )

    def last_cue_at(self) -> float | None:
        """The latest cue that was drawn, for the clinician's word on it."""
        return self._cue.at if self._cue is not None else None

    def _face(self, now: float) -> Face:
        if self._off_record:
            return "off_record"
        if "device_lost" in self._troubles or "muted" in self._troubles:
            return "trouble"
        if self._held:
            return "held"
        if now < self._snoozed_until:
            return "snoozed"
        if self._waiting is not None:
            return "stay"
        if self._cue is not None and now < self._cue_until:
            return _CUE_FACES[self._cue.cue]
        if self._mode == "exploring":
            return "exploring"
        return "noticed" if now < self._noticed_until else "listening"

    def _take_cue(self, cue: Cue) -> None:
        if not cue.shown:
            self._reasons.update(dict(cue.reason))
            return
        self._reasons = dict(cue.reason)
        if all(marker == "silence" for marker, _ in cue.reason) and cue.reason:
            self._waiting = cue
        else:
            self._draw(cue, cue.at)

    def _somebody_speaks(self, at: float) -> None:
        """A cue from silence is drawn now, so that the silence itself stays untouched."""
        if self._waiting is not None and at >= self._waiting.at:
            self._draw(self._waiting, at)

    def _draw(self, cue: Cue, at: float) -> None:
        self._waiting = None
        self._cue = cue
        self._cue_until = at + self._shown_s

    def _take_action(self, action: Action) -> None:
        match action.action:
            case "hold":
                self._held = True
            case "release":
                self._held = False
            case "snooze":
                length_s = action.value if isinstance(action.value, float | int) else 0.0
                self._snoozed_until = action.at + length_s
            case "mode":
                self._mode = str(action.value)
            case "off_record":
                self._off_record = True
            case "on_record":
                self._off_record = False
            case _:
                pass

    def _take_health(self, health: Health) -> None:
        if health.what in _ENDED_BY:
            self._troubles.pop(_ENDED_BY[health.what], None)
        elif health.what in TROUBLE_WORDS:
            self._troubles[health.what] = health.at

    def _trouble(self, now: float) -> str | None:
        for what, since in reversed(self._troubles.items()):
            if what in _STAYS or now < since + self._shown_s:
                return TROUBLE_WORDS[what]
        return None

    def _why(self) -> str:
        parts = [
            f"{MARKER_WORDS[marker]} {times(count)}"
            + (f", last at {clock(self._heard_at[marker])}" if marker in self._heard_at else "")
            for marker, count in self._reasons.items()
        ]
        return "; ".join(parts)
