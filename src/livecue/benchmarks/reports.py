"""What the benchmarks report: figures only, never what was said."""

from collections.abc import Mapping, Sequence
from typing import Literal

from livecue.benchmarks.cost import Cost
from livecue.benchmarks.latency import Delays, LatencyScore
from livecue.benchmarks.machine import Machine
from livecue.benchmarks.side_by_side import SideScore
from livecue.capture.source import ChannelUse
from livecue.events import Frozen, Quantiles
from livecue.session.tally import quantiles

TOTAL = "all"
LIVECUE = "livecue"


class Read(Frozen):
    """What one system made of one recording, or of several. cost: of hearing it, loading left
    out, as far as the system says."""

    score: SideScore = SideScore()
    cost: Cost = Cost()

    def __add__(self, other: "Read") -> "Read":
        return Read(score=self.score + other.score, cost=self.cost + other.cost)


Outcome = Read | str
"""What a system made of a recording, or why nothing, in one sentence."""


class SystemRow(Frozen):
    """One system among others on the same audio; times in seconds.

    cannot: why it did not hear (all of) it; the figures are of what it did hear. delay: a labelled
    turn's end to the last of its words. after_deciding: the same without the system's own wait.
    times_livecue, times_livecue_after_deciding: its median over livecue's on the same recordings.
    unread: labelled turns of which no word was read.
    """

    system: str
    cannot: str | None = None
    word_error_rate: float | None = None
    delay: Quantiles = Quantiles()
    after_deciding: Quantiles = Quantiles()
    times_livecue: float | None = None
    times_livecue_after_deciding: float | None = None
    unread: int = 0
    cost: Cost = Cost()


class LatencyReport(Frozen):
    """How late words were in one recording, or in all; times in seconds.

    turn: end of speech to the turn's final words, the end-of-turn wait included. turn_without_wait:
    from when the turn was known to be over. word: each word's end to when it was there.
    closed_too_early, without_words: see `LatencyScore`. clock_behind_s: how far the session's
    clock, by which all is measured, fell behind the wall's at most; sound that comes late to a
    machine that is too slow does not show otherwise. systems: livecue and its peers, if asked for.
    """

    bench: Literal["latency"] = "latency"
    recording: str
    machine: Machine
    channels: ChannelUse
    turns: int
    without_words: int
    closed_too_early: int
    turn: Delays
    turn_without_wait: Quantiles
    word: Delays
    word_error_rate: float | None
    clock_behind_s: float
    cost: Cost
    systems: tuple[SystemRow, ...] = ()


class ThroughputReport(Frozen):
    """A session heard as fast as possible. audio_minutes_per_minute: of wall clock."""

    bench: Literal["throughput"] = "throughput"
    recording: str = TOTAL
    machine: Machine
    channels: ChannelUse
    recordings: int
    audio_minutes_per_minute: float | None
    cost: Cost


class MemoryReport(Frozen):
    """Resident memory while the same recordings are heard for a long time, in one session.

    early_mb: after `early_s` seconds of audio; end_mb: at the end; both after rubbish was
    collected. growth_percent: from the one to the other.
    """

    bench: Literal["memory"] = "memory"
    recording: str = TOTAL
    machine: Machine
    channels: ChannelUse
    recordings: int
    early_s: float
    early_mb: float
    end_mb: float
    growth_percent: float
    cost: Cost


class HeardLive(Frozen):
    """All that was measured of one recording, or of several, before it is summed up."""

    latency: LatencyScore = LatencyScore()
    clock_behind_s: float = 0.0
    read: Read = Read()

    def __add__(self, other: "HeardLive") -> "HeardLive":
        return HeardLive(
            latency=self.latency + other.latency,
            clock_behind_s=max(self.clock_behind_s, other.clock_behind_s),
            read=self.read + other.read,
        )


def latency_report(
    recording: str,
    machine: Machine,
    channels: ChannelUse,
    heard: HeardLive,
    systems: tuple[SystemRow, ...] = (),
) -> LatencyReport:
    """The figures of what was heard."""
    latency = heard.latency
    return LatencyReport(
        recording=recording,
        machine=machine,
        channels=channels,
        turns=len(latency.turn_s),
        without_words=latency.without_words,
        closed_too_early=latency.closed_too_early,
        turn=latency.turn,
        turn_without_wait=quantiles(latency.after_closing_s),
        word=latency.word,
        word_error_rate=heard.read.score.word_error_rate,
        clock_behind_s=round(heard.clock_behind_s, 3),
        cost=heard.read.cost,
        systems=systems,
    )


def system_rows(outcomes: Sequence[Mapping[str, Outcome]]) -> tuple[SystemRow, ...]:
    """Every system over all recordings, livecue first.

    outcomes: for each recording, what each system made of it; livecue always made something.
    """
    names = dict.fromkeys(name for outcome in outcomes for name in outcome)
    return tuple(_row(name, outcomes) for name in names)


def _row(name: str, outcomes: Sequence[Mapping[str, Outcome]]) -> SystemRow:
    """One system, against livecue on the recordings that both heard."""
    own, livecues = Read(), Read()
    reasons: list[str] = []
    for outcome in outcomes:
        read, livecue = outcome[name], outcome[LIVECUE]
        if isinstance(read, Read) and isinstance(livecue, Read):
            own, livecues = own + read, livecues + livecue
        elif isinstance(read, str):
            reasons.append(read)
    delay, livecue_delay = _delays(own), _delays(livecues)
    return SystemRow(
        system=name,
        cannot="; ".join(dict.fromkeys(reasons)) or None,
        word_error_rate=own.score.word_error_rate,
        delay=delay[0],
        after_deciding=delay[1],
        times_livecue=_ratio(delay[0].p50, livecue_delay[0].p50),
        times_livecue_after_deciding=_ratio(delay[1].p50, livecue_delay[1].p50),
        unread=own.score.unread,
        cost=own.cost,
    )


def _delays(read: Read) -> tuple[Quantiles, Quantiles]:
    return quantiles(read.score.delay_s), quantiles(read.score.after_deciding_s)


def _ratio(part: float | None, whole: float | None) -> float | None:
    return round(part / whole, 2) if part is not None and whole else None
