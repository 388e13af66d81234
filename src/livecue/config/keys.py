"""Which keys steer a session, whatever window has the focus."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import ConfigDict, Field, ValidationInfo, field_validator

from livecue.config.declaring import Section

HandName = Literal[
    "hold",
    "snooze",
    "off_record",
    "erase",
    "hide",
    "why",
    "mark",
    "helpful",
    "not_helpful",
    "swap",
    "explore",
    "next_step",
    "step_back",
    "says_no",
    "far_away",
    "end",
]
"""What a hand can do to a running session, from a key, the menu, a terminal or a command."""

Modifier = Literal["Ctrl", "Alt", "Shift", "Meta"]
"""Meta is the Windows key, and Command on a Mac."""

_MODIFIERS: tuple[Modifier, ...] = get_args(Modifier)
_KEY = re.compile(r"[A-Z]|[0-9]|F[1-9]|F1[0-2]")
_LIKE = "a combination is written like 'Ctrl+Alt+Shift+H': Ctrl, Alt, Shift, Meta, and a letter, a \
digit or F1 to F12"


@dataclass(frozen=True)
class Combination:
    """Keys pressed together. key: a letter, a digit, or F1 to F12."""

    modifiers: frozenset[Modifier]
    key: str

    @classmethod
    def parse(cls, written: str) -> "Combination":
        """What is written like 'Ctrl+Alt+Shift+H', in any case and order.

        Raises:
            ValueError: it is not, or it would take a key that people type with.
        """
        *before, key = (part.strip().capitalize() for part in written.split("+"))
        modifiers = frozenset(name for name in _MODIFIERS if name in before)
        if not _KEY.fullmatch(key) or len(modifiers) != len(before):
            raise ValueError(_LIKE)
        if len(key) == 1 and not modifiers - {"Shift"}:
            raise ValueError("it would be lost to typing; add Ctrl, Alt or Meta")
        return cls(modifiers, key)

    def __str__(self) -> str:
        """As it is written in settings and shown in menus."""
        return "+".join([*(name for name in _MODIFIERS if name in self.modifiers), self.key])


def _key(letter: str, does: str) -> str:
    """All three of Ctrl, Alt and Shift: few programs take those."""
    combination: str = Field(f"Ctrl+Alt+Shift+{letter}", description=does)
    return combination


class KeySettings(Section):
    """Hot keys of a running session; an empty one is none. docs/keys.md says more."""

    model_config = ConfigDict(validate_default=True)

    hold: str = _key("H", "hold (something more important is happening), or go on")
    snooze: str = _key("Z", "no cue for a while (`snooze_s`), or an end to that")
    off_record: str = _key("L", "stop listening now, or listen again")
    erase: str = _key("Q", "stop and erase this session; pressed twice")
    hide: str = _key("V", "hide the shape, or show it")
    why: str = _key("W", "show why, the step and the line to try")
    mark: str = _key("M", "mark this moment")
    helpful: str = _key("1", "the last cue was helpful")
    not_helpful: str = _key("0", "the last cue was not helpful")
    swap: str = _key("X", "swap the two speakers")
    explore: str = _key("E", "explore both sides, or go back to the work")
    next_step: str = _key("N", "the guide's next step")
    step_back: str = _key("B", "the guide's step before")
    says_no: str = _key("D", "the step does not fit: the client said no")
    far_away: str = _key("F", "the step does not fit: the client is far away")
    end: str = _key("O", "end the session")

    @field_validator("*")
    @classmethod
    def _is_free(cls, written: str, info: ValidationInfo) -> str:
        """One that can be pressed, and that no hand before has."""
        if not written.strip():
            return ""
        combination = str(Combination.parse(written))
        for name, taken in info.data.items():
            if taken == combination:
                raise ValueError(f"'{name}' has that combination")
        return combination

    def combinations(self) -> dict[HandName, Combination]:
        """The hands that have a key."""
        written: list[tuple[HandName, str]] = [
            (name, getattr(self, name)) for name in get_args(HandName)
        ]
        return {name: Combination.parse(keys) for name, keys in written if keys}
