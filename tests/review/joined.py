"""Logs one after the other as one long session, for what takes time with length."""

from collections.abc import Sequence
from typing import Any

from livecue.events import AnyEvent, End, SessionStarted, parse_event

TIMES = ("start", "end", "at", "closed_at", "known_at", "emitted_at", "cue_at")
TURNS = ("i", "turn", "before_turn")
GAP_S = 1.0


def joined(logs: Sequence[Sequence[AnyEvent]]) -> list[AnyEvent]:
    """One log with the head of the first and the end of the last."""
    whole: list[AnyEvent] = []
    offset_s, first_turn = 0.0, 0
    for log in logs:
        last = log is logs[-1]
        first_seq = len(whole) - (0 if log is logs[0] else log[1].seq)
        for event in log:
            if isinstance(event, SessionStarted) and log is not logs[0]:
                continue
            if isinstance(event, End) and not last:
                continue
            whole.append(_moved(event, offset_s, first_seq, first_turn))
        end = next(event for event in reversed(log) if isinstance(event, End))
        offset_s = round(offset_s + end.at + GAP_S, 3)
        first_turn += 1 + max((e.i for e in log if e.type == "turn"), default=0)
    return whole


def _moved(event: AnyEvent, offset_s: float, first_seq: int, first_turn: int) -> AnyEvent:
    return parse_event(
        type(event)
        .model_validate(_fields(event.model_dump(), offset_s, first_seq, first_turn))
        .model_dump_json()
    )


def _fields(
    fields: dict[str, Any], offset_s: float, first_seq: int, first_turn: int
) -> dict[str, Any]:
    moved = dict(fields)
    for name, value in fields.items():
        if value is None:
            continue
        if name in TIMES:
            moved[name] = round(value + offset_s, 6)
        elif name in TURNS:
            moved[name] = value + first_turn
        elif name in ("seq", "of_seq"):
            moved[name] = value + first_seq
        elif name == "words" and value and isinstance(value[0], tuple):
            moved[name] = tuple((w, a + offset_s, b + offset_s, p) for w, a, b, p in value)
        elif name == "changes":
            moved[name] = _fields(value, offset_s, first_seq, first_turn)
    return moved
