"""Tuning: what a client's kept sessions answer to "what if", and how an answer is adopted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from livecue.config import ClientProfile, Settings, Sureness
from livecue.config.listing import Declared, declared, replayable
from livecue.config.settings import Adoption, Value
from livecue.cues.guide import Guide
from livecue.errors import InputError
from livecue.events import Cue, Frozen
from livecue.hearing.thresholds import CLIENT_PAUSES, ClientPause
from livecue.review.tuning.kept import KeptSession
from livecue.review.tuning.suggest import (
    Baseline,
    Place,
    Suggestion,
    baseline,
    place_of,
    suggestion,
)
from livecue.review.tuning.what_if import what_if

SETTING_OF: Mapping[ClientPause, str] = {
    "response": "silence.response_threshold_s",
    "within_turn": "silence.within_turn_threshold_s",
}
"""The setting that a handle moves."""
SESSION_MIN = 50.0
"""Minutes that rates are given for: one session."""
SAME_CUE_S = 10.0
"""Two cues for the same reason are the same one when they come no further apart: with another
threshold a silence is told a little earlier or later."""


class Told(Frozen):
    """One session's cues: with the settings as they are, and as they would be.

    right, wrong: cues that the clinician called helpful, and not helpful, that would come; missed,
    spared: that would come no longer. Those not rated are in none.
    """

    id: str
    started_at: str
    place: Place
    minutes: float
    engaged: bool | None
    with_words: bool
    now: tuple[Cue, ...]
    then: tuple[Cue, ...]
    right: int
    wrong: int
    missed: int
    spared: int

    @property
    def comes(self) -> list[Cue]:
        """Cues that would come, and do not with the settings as they are."""
        return [cue for cue in self.then if not _in(cue, self.now)]

    @property
    def goes(self) -> list[Cue]:
        """Cues that come with the settings as they are, and would not."""
        return [cue for cue in self.now if not _in(cue, self.then)]


class Answer(Frozen):
    """What would have come. values: the settings asked about, by name; sessions: newest first."""

    values: dict[str, Value]
    sessions: tuple[Told, ...]

    @property
    def minutes(self) -> float:
        """Of all sessions together."""
        return sum(session.minutes for session in self.sessions)

    def per_session(self, cues: int) -> float | None:
        """So many cues in all these sessions, as a rate for 50 minutes."""
        return round(cues * SESSION_MIN / self.minutes, 1) if self.minutes else None


class TuningReport(Frozen):
    """What the window shows when it opens."""

    client: str
    place: Place
    baselines: tuple[Baseline, ...]
    suggestions: tuple[Suggestion, ...]
    settings: dict[str, Value]
    adopted: tuple[Adoption, ...]
    as_now: Answer
    as_suggested: Answer
    without_words: int


@dataclass(frozen=True)
class Tuner:
    """A client's kept sessions, ready to be asked.

    settings: as they hold for this client now. sessions: newest first.
    """

    client: str
    settings: Settings
    sessions: tuple[KeptSession, ...]
    guide: Guide

    def ask(self, values: Mapping[str, Value]) -> Answer:
        """What would have come with some settings changed.

        Raises:
            InputError: one of them would need the sound itself.
        """
        deaf = [one.name for one in declared() if one.name in values and not one.replayable]
        if deaf:
            raise InputError(
                f"'{deaf[0]}' changes what is heard; only kept audio could tell. Leave it out."
            )
        changed = self.settings.with_values(values)
        return Answer(
            values=dict(values),
            sessions=tuple(self._told(kept, changed, bool(values)) for kept in self.sessions),
        )

    def place(self) -> Place:
        """Where most sessions were held."""
        places = [place_of(kept) for kept in self.sessions]
        return max(("room", "call"), key=places.count)

    def baselines(self, place: Place) -> tuple[Baseline, ...]:
        """What is usual there, in each kind of pause."""
        return tuple(baseline(self.sessions, kind, place) for kind in CLIENT_PAUSES)

    def suggestions(self, place: Place) -> tuple[Suggestion, ...]:
        """What to call long there."""
        return tuple(suggestion(one, self.settings.silence) for one in self.baselines(place))

    def report(self, place: Place) -> TuningReport:
        """All that the window opens with."""
        suggested = self.suggestions(place)
        return TuningReport(
            client=self.client,
            place=place,
            baselines=self.baselines(place),
            suggestions=suggested,
            settings={one.name: one.of(self.settings) for one in tunables(self.settings)},
            adopted=self.settings.profile.adopted,
            as_now=self.ask({}),
            as_suggested=self.ask({SETTING_OF[one.kind]: one.seconds for one in suggested}),
            without_words=sum(not kept.with_words for kept in self.sessions),
        )

    def _told(self, kept: KeptSession, changed: Settings, differs: bool) -> Told:
        now = self._now[kept.started.id]
        then = tuple(what_if(kept, changed, self.guide)) if differs else now
        rated = [(cue, kept.feedback[cue.at]) for cue in kept.cues if cue.at in kept.feedback]
        stays = [(helpful, _in(cue, then)) for cue, helpful in rated]
        return Told(
            id=kept.started.id,
            started_at=kept.started.started_at,
            place=place_of(kept),
            minutes=round(kept.duration_s / 60, 2),
            engaged=kept.engaged,
            with_words=kept.with_words,
            now=now,
            then=then,
            right=stays.count((True, True)),
            wrong=stays.count((False, True)),
            missed=stays.count((True, False)),
            spared=stays.count((False, False)),
        )

    @cached_property
    def _now(self) -> dict[str, tuple[Cue, ...]]:
        """The cues with the settings as they are, by session."""
        return {
            kept.started.id: tuple(what_if(kept, self.settings, self.guide))
            for kept in self.sessions
        }


def tunables(settings: Settings) -> list[Declared]:
    """The settings that a kept session answers for, and that change something.

    Of the three levels of sureness only the one that is set.
    """
    others = set(get_args(Sureness)) - {settings.markers.sure}
    return [one for one in replayable() if one.name.partition(".")[0] not in others]


def adopt(
    profile: ClientProfile, settings: Settings, values: Mapping[str, Value], at: str
) -> ClientProfile:
    """The profile with settings fitted to the client, each with what it was before.

    Args:
        settings: as they hold for this client now.
        at: ISO 8601, UTC.
    """
    every = {one.name: one for one in declared()}
    new = tuple(
        Adoption(at=at, setting=name, value=value, before=every[name].of(settings))
        for name, value in values.items()
        if every[name].of(settings) != value
    )
    return profile.model_copy(update={"adopted": (*profile.adopted, *new)})


def undo(profile: ClientProfile) -> ClientProfile:
    """The profile without what was adopted last, all at once as it was adopted."""
    if not profile.adopted:
        return profile
    last = profile.adopted[-1].at
    kept = tuple(adoption for adoption in profile.adopted if adoption.at != last)
    return profile.model_copy(update={"adopted": kept})


def _in(cue: Cue, cues: Iterable[Cue]) -> bool:
    return any(_same(cue, other) for other in cues)


def _same(one: Cue, other: Cue) -> bool:
    signs = [name for name, _ in one.reason], [name for name, _ in other.reason]
    near = abs(one.at - other.at) <= SAME_CUE_S
    return one.cue == other.cue and near and signs[0] == signs[1]


def newest_first(sessions: Sequence[KeptSession]) -> tuple[KeptSession, ...]:
    """In order of their start."""
    return tuple(sorted(sessions, key=lambda kept: kept.started.started_at, reverse=True))
