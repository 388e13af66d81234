"""What of an event may be kept, given what the client agreed to."""

from collections.abc import Sequence
from typing import Any

from livecue.config import CONSENT_SCOPES, ConsentScope
from livecue.events import (
    AnyEvent,
    Candidate,
    Correction,
    Marker,
    Turn,
    changed,
)

_WITHOUT_WORDS: dict[str, Any] = {"text": None, "words": (), "reasons": ()}

_WHOLE: tuple[ConsentScope, ...] = ("timeline", "words")

TIMELINE: tuple[ConsentScope, ...] = ("timeline",)
"""All but the words."""


def kept_scopes(client: str | None, consent: Sequence[str]) -> tuple[ConsentScope, ...]:
    """What of a session may be kept.

    No consent at all, for a recording that is kept under no client, means that nobody need agree:
    it is kept whole.
    """
    if client is None and not consent:
        return _WHOLE
    return tuple(scope for scope in CONSENT_SCOPES if scope in consent)


def redact(event: AnyEvent, consent: tuple[ConsentScope, ...]) -> AnyEvent | None:
    """The event as it may be kept: none without `timeline`, without what was said unless `words`.

    What livecue itself says stays: rules that fired, times, scores, suggestions.
    """
    if "timeline" not in consent:
        return None
    if "words" in consent:
        return event
    if isinstance(event, Turn):
        return changed(event, {"text": None, "words": ()})
    if isinstance(event, Marker | Candidate):
        return changed(event, {"evidence": _wordless(event.evidence.model_dump())})
    if isinstance(event, Correction):
        return changed(event, {"changes": _wordless(event.changes)})
    return event


def _wordless(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with words blanked, also inside an `evidence` that a correction brings."""
    return {
        name: _WITHOUT_WORDS[name]
        if name in _WITHOUT_WORDS
        else _wordless(value)
        if isinstance(value, dict)
        else value
        for name, value in fields.items()
    }
