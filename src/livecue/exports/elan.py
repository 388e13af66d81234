"""ELAN's EAF (pympi-ling): a tier for each line of the timeline, all aligned to time."""

from collections.abc import Sequence

from pympi import Elan

from livecue.events import AnyEvent
from livecue.exports.kept import kept_session
from livecue.exports.tiers import Span, tiers_of
from livecue.wording import DISCLAIMER

MOMENT_MS = 100
"""ELAN knows no moments: a cue or a mark is this long, as pympi makes it of a Praat point."""


def eaf(events: Sequence[AnyEvent]) -> str:
    """The session as an EAF document without media.

    Args:
        events: a log, in order of `seq`.
    """
    kept = kept_session(events)
    document = Elan.Eaf(author="livecue")
    document.remove_tier("default")
    document.adocument["DATE"] = kept.head.started_at
    document.header = {"MEDIA_FILE": "", "TIME_UNITS": "milliseconds"}
    document.remove_property("lastUsedAnnotation")
    document.add_property("session", kept.head.id)
    document.add_property("note", DISCLAIMER)
    for tier in tiers_of(kept):
        document.add_tier(tier.name)
        free_from_ms = 0
        for span in tier.spans:
            start_ms, end_ms = _times(span, free_from_ms)
            document.add_annotation(tier.name, start_ms, end_ms, span.label)
            free_from_ms = end_ms
    document.add_property("lastUsedAnnotation", len(document.annotations))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Elan.to_string(document)}\n'


def _times(span: Span, free_from_ms: int) -> tuple[int, int]:
    """Start and end; moments that come close upon each other stand one behind the other."""
    start_ms, end_ms = round(span.start * 1000), round(span.end * 1000)
    if end_ms > start_ms:
        return start_ms, end_ms
    start_ms = max(start_ms, free_from_ms)
    return start_ms, start_ms + MOMENT_MS
