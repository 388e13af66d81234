"""RTTM, the field's format for who speaks when (NIST Rich Transcription, 2009). It has no words."""

from collections.abc import Sequence

from livecue.errors import InputError
from livecue.events import AnyEvent
from livecue.exports.kept import kept_session


def rttm(events: Sequence[AnyEvent]) -> str:
    """The session's stretches of speech, a line each; channels are counted from 1.

    Args:
        events: a log, in order of `seq`.

    Raises:
        InputError: nobody speaks.
    """
    kept = kept_session(events)
    if not kept.speech:
        raise InputError(f"Nobody speaks in session '{kept.head.id}', so there is no RTTM of it.")
    return "".join(
        f"SPEAKER {kept.head.id} {one.channel + 1} {one.start:.3f} {one.end - one.start:.3f} "
        f"<NA> <NA> {one.speaker} <NA> <NA>\n"
        for one in kept.speech
    )
