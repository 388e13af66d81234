"""An hour of session for tests: the bundled session's log, again and again on one clock."""

from collections.abc import Iterable, Iterator, Sequence

from livecue.config import ConsentScope, Settings
from livecue.cues.guide import load_guide
from livecue.events import (
    Action,
    AnyEvent,
    Correction,
    End,
    Health,
    Latency,
    Numbering,
    SessionStarted,
    Unheard,
    parse_event,
)
from livecue.markers.lexicon import load_lexicon
from livecue.paths import shipped
from livecue.session.understanding import Understanding
from livecue.store.redaction import redact
from tests.review.joined import joined

ONCE_S = 400.0
"""The bundled session is not quite seven minutes long."""


def long_log(times: int, consent: tuple[ConsentScope, ...] = ()) -> list[AnyEvent]:
    """The whole log of a session of `times` times 400 s, as it would be kept.

    Its signs are those of the rules alone: no network is asked.

    Args:
        consent: what the client agreed to; without, it is a recording that is kept whole.
    """
    heard = joined([_once(consent) for _ in range(times)])
    numbering = Numbering(first=len(heard))
    understanding = Understanding(Settings(), numbering, load_lexicon("en"), load_guide("en"), None)
    log: list[AnyEvent] = []
    over_at = heard[-1].at if isinstance(heard[-1], End) else 0.0
    for event in [*heard[:-1], *_hands(over_at, numbering)]:
        log += [event, *understanding.push(event)]
    log += [*understanding.flush(over_at), heard[-1]]
    return _numbered(_kept(log, consent) if consent else log)


def _once(consent: tuple[ConsentScope, ...]) -> list[AnyEvent]:
    """The bundled session as it is heard, with a head and an end."""
    head = SessionStarted(
        seq=0,
        id="20260412-091500-3fa9",
        client="river" if consent else None,
        started_at="2026-04-12T09:15:00+00:00",
        source="microphone",
        sample_rate_hz=16_000,
        settings=Settings().model_dump(mode="json"),
        consent=consent,
        models={},
        speakers_by="channel",
    )
    lines = (shipped("examples") / "session.heard.jsonl").read_text(encoding="utf-8").splitlines()
    heard = [parse_event(line) for line in lines]
    end = End(
        seq=heard[-1].seq + 1,
        at=ONCE_S,
        counts={},
        audio_s=ONCE_S,
        wall_s=ONCE_S,
        latency=Latency(),
    )
    return _numbered([head, *heard, end])


def _hands(over_at: float, numbering: Numbering) -> Iterator[AnyEvent]:
    """What else a session has."""
    yield Action(seq=numbering(), at=over_at - 4.0, action="mark")
    yield Health(seq=numbering(), at=over_at - 3.5, what="text_behind")
    yield Unheard(seq=numbering(), start=over_at - 3.0, end=over_at - 1.0, why="device_lost")


def _kept(log: Iterable[AnyEvent], consent: tuple[ConsentScope, ...]) -> Iterator[AnyEvent]:
    for event in log:
        kept = redact(event, consent)
        assert kept is not None, "a session that is kept has consent to its timeline"
        yield kept


def _numbered(log: Iterable[AnyEvent]) -> list[AnyEvent]:
    """In order of `seq`, as a live session writes it."""
    events: Sequence[AnyEvent] = list(log)
    numbers = {event.seq: n for n, event in enumerate(events)}
    numbered: list[AnyEvent] = []
    for event in events:
        update = {"seq": numbers[event.seq]}
        if isinstance(event, Correction):
            update["of_seq"] = numbers[event.of_seq]
        numbered.append(event.model_copy(update=update))
    return numbered
