"""Audacity's label track: start, end and label of each, with tabs between."""

from collections.abc import Sequence

from livecue.errors import InputError
from livecue.events import AnyEvent
from livecue.exports.kept import kept_session
from livecue.exports.tiers import PAUSES, tiers_of


def labels(events: Sequence[AnyEvent]) -> str:
    """The session as a label track, in order of time; each label begins with its tier's name.

    Pauses are seen in the sound itself: only those that stand out have a label.

    Args:
        events: a log, in order of `seq`.

    Raises:
        InputError: there is nothing to label.
    """
    kept = kept_session(events)
    lines = [
        (span.start, span.end, f"{tier.name}: {span.label}")
        for tier in tiers_of(kept)
        if tier.name != PAUSES
        for span in tier.spans
    ]
    if not lines:
        raise InputError(f"There is nothing to label in session '{kept.head.id}'.")
    return "".join(f"{start:.6f}\t{end:.6f}\t{label}\n" for start, end, label in sorted(lines))
