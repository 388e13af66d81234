"""How late words are, taken from a session's own log.

Pure: a log in, delays out. Terms are those of simultaneous translation (Ma et al. 2020, SimulEval;
the `--comp_unaware` of whisper_streaming). *Computation-aware* is what really happened.
*Computation-unaware* is what would be if computing took no time: words would then be there as soon
as the turn is known to be over, so that only the end-of-turn wait is left.
"""

from collections.abc import Sequence

from livecue.events import AnyEvent, Correction, End, Frozen, Quantiles, Turn, changed
from livecue.session.tally import quantiles


class Delays(Frozen):
    """Seconds from the end of what was said to its words, in both kinds."""

    computation_aware: Quantiles = Quantiles()
    computation_unaware: Quantiles = Quantiles()


class LatencyScore(Frozen):
    """Every delay, in seconds.

    turn_s: end of speech to the event with the turn's final words. turn_unaware_s: to when the turn
    was known to be over, the end-of-turn wait alone. after_closing_s: from there to the words.
    word_s, word_unaware_s: the same from each word's own end. without_words: turns whose words were
    lost or not understood; silent ones (no words were said) are in nothing. closed_too_early: how
    often a turn was taken to be over and then went on.
    """

    turn_s: tuple[float, ...] = ()
    turn_unaware_s: tuple[float, ...] = ()
    after_closing_s: tuple[float, ...] = ()
    word_s: tuple[float, ...] = ()
    word_unaware_s: tuple[float, ...] = ()
    without_words: int = 0
    closed_too_early: int = 0

    def __add__(self, other: "LatencyScore") -> "LatencyScore":
        mine, theirs = self.model_dump(), other.model_dump()
        return LatencyScore(**{name: mine[name] + theirs[name] for name in mine})

    @property
    def turn(self) -> Delays:
        """Of whole turns."""
        return Delays(
            computation_aware=quantiles(self.turn_s),
            computation_unaware=quantiles(self.turn_unaware_s),
        )

    @property
    def word(self) -> Delays:
        """Of single words."""
        return Delays(
            computation_aware=quantiles(self.word_s),
            computation_unaware=quantiles(self.word_unaware_s),
        )


def score_latency(log: Sequence[AnyEvent]) -> LatencyScore:
    """The delays of a session that was heard at its own pace."""
    turns = final_turns(log)
    worded = [(turn, left_at(turn)) for turn in turns if turn.text]
    words = [(word[2], turn, at) for turn, at in worded for word in turn.words]
    return LatencyScore(
        turn_s=tuple(at - turn.end for turn, at in worded),
        turn_unaware_s=tuple(turn.closed_at - turn.end for turn, _ in worded),
        after_closing_s=tuple(at - turn.closed_at for turn, at in worded),
        word_s=tuple(at - end for end, _, at in words),
        word_unaware_s=tuple(turn.closed_at - end for end, turn, _ in words),
        without_words=sum(turn.text is None for turn in turns),
        closed_too_early=sum(
            event.counts.get("turn_reopened", 0) for event in log if isinstance(event, End)
        ),
    )


def final_turns(log: Sequence[AnyEvent]) -> list[Turn]:
    """The turns as they were when their final words left the machine, in order of start.

    A reopened turn counts from the last correction that changed its text: one that found nothing
    more to read made nobody wait.
    """
    turns: dict[int, Turn] = {}
    for event in log:
        if isinstance(event, Turn):
            turns[event.seq] = event
        elif isinstance(event, Correction) and event.of_seq in turns:
            before = turns[event.of_seq]
            if event.changes.get("text", before.text) != before.text:
                final = {**event.changes, "emitted_at": event.emitted_at}
                turns[event.of_seq] = changed(before, final)
    return sorted(turns.values(), key=lambda turn: turn.start)


def left_at(turn: Turn) -> float:
    """When the turn's words left the machine, in session seconds."""
    assert turn.emitted_at is not None, f"event {turn.seq} was never emitted"
    return turn.emitted_at
