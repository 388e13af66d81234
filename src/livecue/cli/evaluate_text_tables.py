"""The report of `livecue evaluate text` as tables for people."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from livecue.evaluation.boundary import BoundaryScore
from livecue.evaluation.cues import CueRate, CuesReport
from livecue.evaluation.intervals import Interval
from livecue.evaluation.mistakes import Mistake
from livecue.evaluation.talk import TalkScore
from livecue.evaluation.text import TextReport, TextTotal
from livecue.transcripts.session import TalkType
from livecue.wording import CUE_WORDS, MARKER_WORDS, because

CLASS_WORDS: dict[TalkType, str] = {
    "change": MARKER_WORDS["change_talk"],
    "neutral": "neither",
    "sustain": MARKER_WORDS["sustain_talk"],
}

LONGEST_WORD = len("reservation")
"""Characters that a sign needs, so that it is broken between words only."""

KIND_WORDS = {"miss": "missed", "false_alarm": "false alarm"}

MISTAKE_COLUMNS = {
    "session, turn": 2,
    "what, score": 3,
    "clinician before": 5,
    "client": 6,
    "because of": 3,
}
"""Columns of the list of mistakes, and their shares of the width."""


def print_text(scored: TextReport) -> None:
    """All sessions together: signs, talk, changes of subject, cues; then mistakes if asked for."""
    console = Console(highlight=False)
    total = scored.total
    if total.markers:
        console.print(_markers(total))
        console.print(
            "95 %: interval of F1, by resampling sessions. AP: average precision, over every "
            "threshold. ECE: expected calibration error, how far scores lie from the share that "
            "is right. Turns on which raters differed are left out.\n"
        )
    if total.talk is not None:
        _print_talk(total.talk, console)
    if total.boundary is not None:
        _print_boundary(total.boundary, console)
    _print_cues(total.cues, not total.markers, console)
    console.print(f"{len(scored.sessions)} sessions, {total.client_turns} client turns.")
    if scored.errors is not None:
        console.print()
        console.print(_mistakes(scored.errors))


def _markers(total: TextTotal) -> Table:
    timed = any(score.false_per_hour is not None for score in total.markers.values())
    table = _table(
        *("sign", "precision", "recall", "F1", "95 %", "AP", "ECE", "hits", "false", "missed"),
        *(("false/h",) if timed else ()),
    )
    for name, score in total.markers.items():
        row = [
            MARKER_WORDS[name],
            *(_share(ratio) for ratio in (score.precision, score.recall, score.f1)),
            _interval(score.f1_interval),
            _share(score.average_precision),
            _share(score.calibration_error),
            *map(str, (score.hits, score.false_alarms, score.misses)),
        ]
        table.add_row(*row, *((_rate(score.false_per_hour),) if timed else ()))
    if total.macro_f1 is not None:
        mean, interval = _share(total.macro_f1), _interval(total.macro_f1_interval)
        table.add_row("mean of the four", "", "", mean, interval)
    return table


def _print_talk(talk: TalkScore, console: Console) -> None:
    table = _table("talk", "precision", "recall", "F1", "95 %", "hits", "false", "missed")
    for name, score in talk.classes.items():
        ratios = (_share(ratio) for ratio in (score.precision, score.recall, score.f1))
        counts = (score.hits, score.false_alarms, score.misses)
        table.add_row(CLASS_WORDS[name], *ratios, "", *map(str, counts))
    mean, interval = _share(talk.macro_f1), _interval(talk.macro_f1_interval)
    table.add_row("mean of the three", "", "", mean, interval)
    console.print(table)
    sure = talk.sure_at
    console.print(
        f"Leaning towards change is right in 8 of 10 from a score of {sure.threshold:.2f} on; "
        f"recall is then {sure.recall:.2f}.\n"
        if sure is not None
        else "At no threshold is leaning towards change right in 8 of 10.\n"
    )


def _print_boundary(boundary: BoundaryScore, console: Console) -> None:
    best = boundary.best_f1
    console.print(
        f"The subject changed, whoever changed it: F1 {_share(boundary.f1)} "
        f"({_interval(boundary.f1_interval)}), precision {_share(boundary.precision)}, recall "
        f"{_share(boundary.recall)} from a score of {boundary.threshold} on; average "
        f"precision {_share(boundary.average_precision)}."
        + (f" Best F1 over thresholds {best.f1:.2f}, at {best.threshold}." if best else "")
        + "\n"
    )


def _print_cues(cues: CuesReport, unrated: bool, console: Console) -> None:
    table = _table("cues", "number", "in 50 minutes")
    for cue, rate in cues.by_cue.items():
        _add_rate(table, CUE_WORDS[cue], rate)
        if cue == "consider_pausing":
            for marker, of_marker in cues.by_marker.items():
                _add_rate(table, f"  from {MARKER_WORDS[marker]}", of_marker)
    table.add_row("all", str(cues.count), _rate(cues.cues_per_50_min))
    console.print(table)
    console.print(
        f"{cues.minutes} minutes; a cue in {cues.sessions_with_cue} sessions; {cues.shown} would "
        "have been drawn."
    )
    if unrated:
        console.print("Nothing was rated here, so these are at most as many false ones.")
    if cues.labelled is not None:
        score = cues.labelled
        console.print(
            f"Against the labelled cues: {score.hits} hit, {score.missed} missed, {score.further} "
            f"further, {score.false} false ({_rate(cues.false_per_50_min)} in 50 minutes)."
        )


def _mistakes(mistakes: Sequence[Mistake]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 1, 0), expand=True)
    for column, width in MISTAKE_COLUMNS.items():
        table.add_column(column, ratio=width)
    for one in mistakes:
        table.add_row(
            escape(one.session) + ("" if one.turn is None else f", {one.turn}"),
            f"{KIND_WORDS[one.kind]}: {MARKER_WORDS[one.marker]}, {one.score:.2f}",
            escape(one.before),
            escape(one.text),
            "" if one.evidence is None else escape(because(one.evidence)),
        )
    return table


def _table(what: str, *numbers: str) -> Table:
    """Where the terminal is narrow the first column gives way, never a number."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(what, min_width=LONGEST_WORD)
    for column in numbers:
        table.add_column(column, no_wrap=True)
    return table


def _add_rate(table: Table, what: str, rate: CueRate) -> None:
    table.add_row(what, str(rate.count), _rate(rate.per_50_min))


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _interval(interval: Interval | None) -> str:
    return "-" if interval is None else f"{interval[0]:.2f}-{interval[1]:.2f}"


def _rate(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"
