"""What is chosen and agreed before a session, and what follows from it. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal, get_args

from livecue.config import CONSENT_SCOPES, ConsentScope
from livecue.translation import words

Keep = Literal["nothing", "timeline", "words", "audio"]
"""What will be kept; each holds the ones before it."""

KEEPS: tuple[Keep, ...] = get_args(Keep)

Place = Literal["room", "call"]
"""In the room with the client, or in a video call."""

FIRST_SESSIONS = 3
"""Sessions in which a clinician new to livecue sees what it noticed only when looking back."""


@dataclass(frozen=True)
class Choices:
    """All that the start window asks.

    client: pseudonym; `None` is nobody, to try it out. microphone: by name; `None` is the usual
    one. played: in a video call, the output that the client is heard from; `None` is the usual one.
    agreed: what the client agreed to today. session: how manieth with this client. readiness: 0 to
    10, in the client's own word. Of both, `None` is not known.
    """

    client: str | None
    place: Place
    microphone: str | None
    played: str | None
    keep: Keep
    agreed: frozenset[ConsentScope]
    cues_hidden: bool
    session: int | None = None
    readiness: int | None = None

    @property
    def scopes(self) -> tuple[ConsentScope, ...]:
        """What was asked for and agreed to."""
        asked = asked_for(self.keep)
        return tuple(scope for scope in asked if is_agreed(scope, self.agreed))

    @property
    def may_listen(self) -> bool:
        """Whether that was agreed to; until then it is open what will be kept."""
        return "listen" in self.scopes

    @property
    def kept(self) -> Keep:
        """What is kept in the end: what was chosen, as far as it was agreed to."""
        fine = [keep for keep in KEEPS if keep == "nothing" or keep in self.scopes]
        return max(fine, key=KEEPS.index)

    def with_cues(self, *, hidden: bool) -> "Choices":
        """The same, with cues that wait for the review, or not."""
        return replace(self, cues_hidden=hidden)


def asked_for(keep: Keep) -> tuple[ConsentScope, ...]:
    """What a client is asked, if so much is to be kept."""
    if keep == "nothing":
        return ("listen",)
    beyond = KEEPS[KEEPS.index(keep) + 1 :]
    return tuple(scope for scope in CONSENT_SCOPES if scope not in beyond)


def is_agreed(scope: ConsentScope, agreed: Collection[ConsentScope]) -> bool:
    """Whether it was agreed to, with what it is a part of."""
    needed = {"listen"} if scope == "timeline" else {"listen", "timeline"}
    return scope in agreed and (scope == "listen" or needed <= set(agreed))


def keep_words(keep: Keep) -> str:
    """One choice of what will be kept."""
    said: dict[Keep, str] = {
        "nothing": words("Nothing"),
        "timeline": words("The timeline"),
        "words": words("The timeline and the words"),
        "audio": words("The timeline, the words and the sound"),
    }
    return said[keep]


def keep_meaning(keep: Keep) -> str:
    """What it means."""
    said: dict[Keep, str] = {
        "nothing": words("When the session ends, all is gone. There is nothing to look back at."),
        "timeline": words("Who spoke when, pauses, and what was noticed, without the words."),
        "words": words("The timeline, and with it what was said, as text."),
        "audio": words("The timeline, what was said, and the sound of it."),
    }
    return said[keep]


def outcome(choices: Choices) -> str:
    """What will happen, in one sentence; or what is missing."""
    if not choices.may_listen:
        return words(
            "Tick what was agreed to. livecue listens only if everybody who can be heard agreed; "
            "if somebody would rather not, close this window and hold the session without it."
        )
    if choices.kept == "nothing":
        return words("livecue listens. Nothing is kept.")
    kept: dict[Keep, str] = {
        "timeline": words("livecue listens, and keeps the timeline, encrypted, on this computer."),
        "words": words(
            "livecue listens, and keeps the timeline and the words, encrypted, on this computer."
        ),
        "audio": words(
            "livecue listens, and keeps the timeline, the words and the sound, encrypted, on this "
            "computer."
        ),
    }
    return kept[choices.kept]


def scope_words(scope: ConsentScope) -> str:
    """What a client is asked, each on its own."""
    said: dict[ConsentScope, str] = {
        "listen": words(
            "livecue listens in this session, to everybody present. By itself this keeps nothing."
        ),
        "timeline": words(
            "A timeline is kept, encrypted, on this computer: who spoke when, pauses, and what was "
            "noticed, without the words."
        ),
        "words": words("The words that were said are kept with it."),
        "audio": words("The sound of the session is kept with it."),
        "supervision": words("The clinician may go through it with a supervisor."),
        "research": words("It may be used for research."),
    }
    return said[scope]


def scope_name(scope: ConsentScope) -> str:
    """Its name, in a list of what was agreed to."""
    said: dict[ConsentScope, str] = {
        "listen": words("listening"),
        "timeline": words("the timeline"),
        "words": words("the words"),
        "audio": words("the sound"),
        "supervision": words("supervision"),
        "research": words("research"),
    }
    return said[scope]
