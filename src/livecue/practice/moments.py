"""Where the clinician would have paused, beside where livecue would have cued."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from livecue.events import AnyEvent, Cue, Marker
from livecue.wording import sentence_for

Who = Literal["both", "clinician", "livecue"]

BEFORE_S = 30.0
"""A cue comes when a turn is over and its words are read: a person has noticed by then."""
AFTER_S = 15.0
"""And a person may take the cue's moment to make up their mind."""


@dataclass(frozen=True)
class Moment:
    """A moment that somebody noticed.

    at: session second: the clinician's, else livecue's. why: livecue's one sentence, empty where
    only the clinician noticed. suggestion: the guide's line there.
    """

    at: float
    who: Who
    why: str = ""
    suggestion: str = ""


@dataclass(frozen=True)
class Told:
    """A cue as it is told, at session second `at`."""

    at: float
    why: str
    suggestion: str


@dataclass
class Match:
    """Who noticed what. pressed: seconds at which the clinician would have paused, in order."""

    told: Sequence[Told]
    pressed: Sequence[float] = field(default_factory=list)

    def moments(self) -> list[Moment]:
        """All moments in order; each press and each cue is in one."""
        left = list(self.pressed)
        moments: list[Moment] = []
        for cue in self.told:
            near = [at for at in left if -BEFORE_S <= at - cue.at <= AFTER_S]
            if near:
                nearest = min(near, key=lambda at: abs(at - cue.at))
                left.remove(nearest)
                moments.append(Moment(nearest, "both", cue.why, cue.suggestion))
            else:
                moments.append(Moment(cue.at, "livecue", cue.why, cue.suggestion))
        moments += [Moment(at, "clinician") for at in left]
        return sorted(moments, key=lambda moment: moment.at)


def told(events: Iterable[AnyEvent]) -> list[Told]:
    """The reasons to consider pausing, each with its sentence."""
    events = list(events)
    markers = [event for event in events if isinstance(event, Marker)]
    return [
        Told(event.emitted_at or event.at, sentence_for(event, markers), event.suggestion)
        for event in events
        if isinstance(event, Cue) and event.cue == "consider_pausing"
    ]
