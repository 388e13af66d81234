"""What there is to see: one shape, and the words for it."""

from dataclasses import dataclass
from typing import Literal

from livecue.events import HealthName
from livecue.wording import CUE_WORDS

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
    "noticed": "noticed",
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
    "device_lost": "no sound, the microphone is gone or has stopped",
    "device_busy": "no sound, another program has the microphone",
    "muted": "no sound, the microphone is muted",
    "silent": "nothing but silence comes; is the microphone muted, or the wrong one?",
    "wrong_rate": "the microphone sends sound at the wrong speed, livecue allows for it",
    "sleep": "the laptop was asleep for a while",
    "drift": "the microphone's clock is off, livecue allows for it",
    "text_behind": "words are late, pauses are still heard",
    "no_text": "no words, pauses are still heard",
    "text_lost": "some words were lost, pauses are still heard",
    "not_understood": "words not understood, pauses are still heard",
    "speakers_guessed": "who is speaking is a guess",
    "store_failed": "this session is no longer being kept",
}


@dataclass(frozen=True)
class View:
    """What there is to see.

    words: the shape in words. why: what led to it, a line each. suggestion: one line to try.
    trouble: what part of the hearing fails, `None` where all is well. All but the shape is shown
    on hover alone.
    """

    face: Face
    words: str
    why: tuple[str, ...] = ()
    suggestion: str = ""
    trouble: str | None = None

    def sentences(self) -> str:
        """All of it in one line, for a terminal or a screen reader."""
        parts = [self.words, "; ".join(self.why), self.suggestion, self.trouble]
        return ". ".join(part.rstrip(".") for part in parts if part)
