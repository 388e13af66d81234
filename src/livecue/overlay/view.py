"""What there is to see: one shape, and the words for it."""

from dataclasses import dataclass
from typing import Literal

from livecue.events import HealthName
from livecue.translation import words, words_of
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

Badge = Literal["words_late", "fault"]
"""A small mark on the shape: a part of the hearing fails, and the rest goes on. Words are late or
missing; or something else."""

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
    "trouble": "no sound",
}

STEP_WORDS: dict[int, str] = {
    1: "notice",
    2: "pause",
    3: "acknowledge both sides",
    4: "reflect the wish to change",
    5: "return, and ask first",
}
"""The guide's five steps."""

STEPS = len(STEP_WORDS)

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
    """What there is to see. Its words are in the user's language.

    words: the shape in words. why: what led to it, a line each. suggestion: one line to try, and
    step: which of the guide's five it belongs to (1-5). trouble: what part of the hearing fails,
    `None` where all is well, and badge: its mark. All but the shape, its badge and, while
    exploring, the step is shown on hover alone.
    """

    face: Face
    words: str
    why: tuple[str, ...] = ()
    suggestion: str = ""
    trouble: str | None = None
    badge: Badge | None = None
    step: int | None = None

    def sentences(self) -> str:
        """All of it in one line, for a terminal or a screen reader."""
        parts = [self.words, "; ".join(self.why), self.step_line(), self.suggestion, self.trouble]
        return ". ".join(part.rstrip(".") for part in parts if part)

    def step_line(self) -> str:
        """'step 3 of 5: acknowledge both sides', or nothing."""
        if self.step is None:
            return ""
        return words("step {step} of {steps}: {name}").format(
            step=self.step, steps=STEPS, name=words_of(STEP_WORDS[self.step])
        )
