"""A session without what was said in it."""

from collections.abc import Iterable

from livecue.config import ConsentScope
from livecue.events import Action, AnyEvent, Correction, Turn, changed
from livecue.store.redaction import redact

_TIMELINE_ONLY: tuple[ConsentScope, ...] = ("timeline",)


def without_words(events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """The same log without words: neither what was said, nor what the clinician wrote about it."""
    silent: list[AnyEvent] = []
    written: set[int] = set()
    for event in events:
        kept = redact(event, _TIMELINE_ONLY)
        assert kept is not None, "whatever is kept has consent to its timeline"
        if isinstance(kept, Action) and kept.action in ("mark", "note"):
            written.add(kept.seq)
            kept = changed(kept, {"value": None})
        elif isinstance(kept, Correction) and kept.of_seq in written:
            changes = {name: new for name, new in kept.changes.items() if name != "value"}
            kept = changed(kept, {"changes": changes})
        silent.append(kept)
    return silent


def holds_words(events: Iterable[AnyEvent]) -> bool:
    """Whether anything that was said, or written about it, is in the log."""
    return any(
        (isinstance(event, Turn) and event.text is not None)
        or (isinstance(event, Correction) and event.changes.get("text") is not None)
        or (isinstance(event, Action) and event.action == "note" and event.value is not None)
        for event in events
    )
