"""The benchmarks' reports as tables for people."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from livecue.benchmarks.machine import Machine
from livecue.benchmarks.reports import (
    TOTAL,
    LatencyReport,
    MemoryReport,
    SystemRow,
    ThroughputReport,
)
from livecue.events import Quantiles


def print_latency(reports: Sequence[LatencyReport]) -> None:
    """Every recording, then all; then the peers."""
    console = Console(highlight=False)
    total = next(report for report in reports if report.recording == TOTAL)
    _say_machine(console, total.machine)
    console.print(_delays(total))
    console.print(
        "Seconds, all recordings. 'No computing': if it took no time, so that only the wait for a "
        "turn's end is left. 'Without the wait': from when the turn was known to be over. Of two "
        "together, half are within the first, 95 % within the second. Errors: of words. Early: "
        "turns that went on after they were taken to be over. Lost: turns without their words."
    )
    console.print(_recordings(reports))
    console.print(
        f"{total.cost.audio_s / 60:.1f} minutes, real-time factor "
        f"{_number(total.cost.real_time_factor, 2)}, memory at most "
        f"{_megabytes(total.cost.peak_mb)}; the session's clock was at most "
        f"{1000 * total.clock_behind_s:.0f} ms behind the wall's."
    )
    if total.systems:
        console.print(_systems(total.systems))
        console.print(
            "Delay: from a labelled turn's end to the last of its words; 'no wait': from when the "
            "system took the speech to be over. ×: how many times livecue's median."
        )
    for row in total.systems:
        if row.cannot is not None:
            console.print(f"{row.system}: {row.cannot}", soft_wrap=True)


def print_throughput(reports: Sequence[ThroughputReport]) -> None:
    """What was heard, and in what time."""
    console = Console(highlight=False)
    for report in reports:
        _say_machine(console, report.machine)
        cost = report.cost
        console.print(
            f"{cost.audio_s / 60:.1f} minutes heard in {cost.wall_s:.1f} s: "
            f"real-time factor {_number(cost.real_time_factor, 3)}, "
            f"{_number(report.audio_minutes_per_minute, 1)} minutes a minute, "
            f"{_percent(cost.core_share)} of one core, at most {_megabytes(cost.peak_mb)}.",
            soft_wrap=True,
        )


def print_memory(reports: Sequence[MemoryReport]) -> None:
    """What was held early and at the end."""
    console = Console(highlight=False)
    for report in reports:
        _say_machine(console, report.machine)
        console.print(
            f"{report.early_mb:.0f} MB after {report.early_s / 60:.0f} minutes, "
            f"{report.end_mb:.0f} MB after {report.cost.audio_s / 60:.0f}: "
            f"{report.growth_percent:+.1f} %, at most {_megabytes(report.cost.peak_mb)}.",
            soft_wrap=True,
        )


def _say_machine(console: Console, machine: Machine) -> None:
    memory = "" if machine.memory_gb is None else f", {machine.memory_gb} GB"
    console.print(
        f"{machine.processor}, {machine.cores} cores{memory}, {machine.system}, Python "
        f"{machine.python}; livecue {machine.livecue}, model {machine.model}",
        soft_wrap=True,
    )


def _delays(total: LatencyReport) -> Table:
    table = _table("from the end of speech to its words", "half within", "95 % within", "longest")
    for what, seconds in (
        ("turn", total.turn.computation_aware),
        ("turn, no computing", total.turn.computation_unaware),
        ("turn, without the wait", total.turn_without_wait),
        ("word", total.word.computation_aware),
        ("word, no computing", total.word.computation_unaware),
    ):
        table.add_row(what, *(_number(value, 2) for value in _values(seconds)))
    return table


def _recordings(reports: Sequence[LatencyReport]) -> Table:
    table = _table("recording", "turns", "turn", "no wait", "errors", "early", "lost", "one core")
    for report in reports:
        table.add_row(
            report.recording,
            str(report.turns),
            _two(report.turn.computation_aware),
            _two(report.turn_without_wait),
            _percent(report.word_error_rate),
            str(report.closed_too_early),
            str(report.without_words),
            _percent(report.cost.core_share),
        )
    return table


def _systems(rows: Sequence[SystemRow]) -> Table:
    table = _table("system", "errors", "delay", "×", "no wait", "×", "one core", "memory")
    for row in rows:
        if not row.cost.audio_s:
            table.add_row(row.system, *["-"] * 7)
            continue
        table.add_row(
            row.system,
            _percent(row.word_error_rate),
            _two(row.delay),
            _number(row.times_livecue, 2),
            _two(row.after_deciding),
            _number(row.times_livecue_after_deciding, 2),
            _percent(row.cost.core_share),
            _megabytes(row.cost.peak_mb),
        )
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, no_wrap=number == 0)
    return table


def _two(seconds: Quantiles) -> str:
    """Half are within the first, 95 % within the second."""
    return " / ".join(_number(value, 2) for value in _values(seconds)[:2])


def _values(seconds: Quantiles) -> tuple[float | None, float | None, float | None]:
    return seconds.p50, seconds.p95, seconds.max


def _number(value: float | None, places: int) -> str:
    return "-" if value is None else f"{value:.{places}f}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"


def _megabytes(megabytes: float | None) -> str:
    return "-" if megabytes is None else f"{megabytes:.0f} MB"
