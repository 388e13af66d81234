"""A session as it stands when a person has said that somebody else spoke."""

from collections.abc import Sequence

from livecue.cues.guide import Guide
from livecue.events import AnyEvent, Cue, current
from livecue.markers.lexicon import Lexicon
from livecue.markers.weighing import Weighing
from livecue.session.anew import anew


def as_corrected(
    log: Sequence[AnyEvent], lexicon: Lexicon, guide: Guide, weighing: Weighing | None
) -> list[AnyEvent]:
    """The log with pauses and signs concluded anew from who spoke.

    Its cues are those of the session: what was shown was shown. Where no speaker was corrected,
    `events.current` says all this already.

    Args:
        log: in order of `seq`, from its `session` event.
    """
    now = anew(log, lexicon, guide, weighing)
    cues = [event for event in current(log) if isinstance(event, Cue)]
    return [*(event for event in now if not isinstance(event, Cue)), *cues]
