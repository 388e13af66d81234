"""WebVTT: what was said, each turn with its voice. Where nothing was heard there is no caption."""

from collections.abc import Sequence
from html import escape

from livecue.errors import InputError
from livecue.events import AnyEvent, Turn
from livecue.exports.kept import NO_WORDS, KeptSession, kept_session, plain
from livecue.wording import DISCLAIMER

_SHORTEST_MS = 1


def vtt(events: Sequence[AnyEvent]) -> str:
    """The session's turns as captions, in order of time.

    Args:
        events: a log, in order of `seq`.

    Raises:
        InputError: there is no turn.
    """
    kept = kept_session(events)
    if not kept.turns:
        raise InputError(
            f"Session '{kept.head.id}' has no turn, so there is no WebVTT of it; "
            "another format can show the rest."
        )
    notes = [DISCLAIMER]
    if all(turn.text is None for turn in kept.turns):
        notes.append(f"The words are left out: {NO_WORDS} stands for them.")
    blocks = [f"NOTE {note}" for note in notes] + _timed(kept)
    return "WEBVTT\n\n" + "\n".join(f"{block}\n" for block in blocks)


def _timed(kept: KeptSession) -> list[str]:
    """Captions, and a note wherever nothing was heard."""
    blocks = [(turn.start, _caption(turn)) for turn in kept.turns]
    blocks += [
        (gap.start, f"NOTE not heard from {_time(gap.start)} to {_time(gap.end)}")
        for gap in kept.unheard
    ]
    return [block for _, block in sorted(blocks, key=lambda one: one[0])]


def _caption(turn: Turn) -> str:
    end = max(turn.end, turn.start + _SHORTEST_MS / 1000)
    text = escape(plain(turn.text or ""), quote=False) or NO_WORDS
    return f"{_time(turn.start)} --> {_time(end)}\n<v {turn.speaker}>{text}"


def _time(seconds: float) -> str:
    """754.2 -> '00:12:34.200'."""
    whole_s, ms = divmod(round(max(0.0, seconds) * 1000), 1000)
    minutes, s = divmod(whole_s, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{s:02d}.{ms:03d}"
