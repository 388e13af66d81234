"""A transcript through the same stages as a live hour: a whole stream of events."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.config import Settings
from livecue.cues.guide import Guide, load_guide
from livecue.events import AnyEvent, End, Health, Numbering, SessionStarted
from livecue.markers.lexicon import Lexicon, load_lexicon
from livecue.markers.network import load_weighing
from livecue.markers.weighing import Weighing
from livecue.model_files import locate
from livecue.session.tally import Tally
from livecue.session.understanding import Understanding
from livecue.transcripts.session import TranscriptSession
from livecue.transcripts.timed import heard


@dataclass(frozen=True)
class Marking:
    """What is loaded once, and holds nothing of any session."""

    settings: Settings
    lexicon: Lexicon
    guide: Guide
    weighing: Weighing
    models: dict[str, str] = field(default_factory=dict)


def load_marking(settings: Settings) -> Marking:
    """Find, check and load what words are understood with.

    Raises:
        MissingError: the network that reads turns, or the words of that language, are not here.
    """
    turns = locate("turn-reader")
    return Marking(
        settings=settings,
        lexicon=load_lexicon(settings.transcription.language),
        guide=load_guide(settings.transcription.language),
        weighing=load_weighing(turns),
        models={turns.name: turns.sha256},
    )


def mark_session(session: TranscriptSession, marking: Marking) -> list[AnyEvent]:
    """The session's events from `session` to `end`, as if it had been heard.

    `emitted_at` is the moment at which the event could be known. What follows from a turn follows
    before the next is given, so nothing is decided from what comes later.
    """
    began = time.monotonic()
    numbering = Numbering()
    understanding = Understanding(
        marking.settings, numbering, marking.lexicon, marking.guide, marking.weighing
    )
    log: list[AnyEvent] = [_head(session, marking, numbering)]
    if session.speakers_guessed:
        log.append(_guess(numbering))
    now = 0.0
    for at, event in heard(session, marking.settings):
        now = max(now, at)
        numbered = event.model_copy(update={"seq": numbering()})
        log += _stamped([numbered, *understanding.push(numbered)], now)
    log += _stamped(understanding.flush(now), now)
    return [*log, _end(log, now, time.monotonic() - began, numbering)]


def _head(session: TranscriptSession, marking: Marking, numbering: Numbering) -> SessionStarted:
    return SessionStarted(
        seq=numbering(),
        emitted_at=0.0,
        id=session.id,
        client=None,
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        source="transcript",
        sample_rate_hz=SAMPLE_RATE_HZ,
        settings=marking.settings.model_dump(mode="json"),
        consent=(),
        models=marking.models,
    )


def _guess(numbering: Numbering) -> Health:
    return Health(
        seq=numbering(),
        emitted_at=0.0,
        at=0.0,
        what="speakers_guessed",
        detail="the first voice to ask something was taken to be the clinician",
    )


def _stamped(events: Sequence[AnyEvent], at: float) -> list[AnyEvent]:
    return [event.model_copy(update={"emitted_at": at}) for event in events]


def _end(log: Sequence[AnyEvent], at: float, wall_s: float, numbering: Numbering) -> End:
    tally = Tally()
    for event in log:
        tally.push(event)
    return End(
        seq=numbering(),
        emitted_at=at,
        at=at,
        counts=tally.counts,
        audio_s=0.0,
        wall_s=round(wall_s, 3),
        latency=tally.latency(),
    )
