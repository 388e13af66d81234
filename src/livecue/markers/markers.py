"""Turns and pauses in, markers out: one stage, every detector asked of every client's turn."""

from collections.abc import Iterator
from dataclasses import replace

from livecue.config import Settings
from livecue.events import (
    AnyEvent,
    Candidate,
    Correction,
    Marker,
    MarkerName,
    Numbering,
    Pause,
    Speech,
    Turn,
    Unheard,
    changed,
)
from livecue.markers import homework, short_answer, talk, topic_shift, yes_but
from livecue.markers.at_work import BESIDE_S
from livecue.markers.context import Context, Heard, History
from livecue.markers.lexicon import Lexicon
from livecue.markers.observed import FLOOR, Observed
from livecue.markers.silence import Silences
from livecue.markers.weighing import Weighing
from livecue.markers.written import Output, Written

READ_AGAIN_TURNS = 2
"""Turns after one that came late, or was reopened, whose markers may come out otherwise."""


class Markers:
    """The markers of one session.

    It is given `speech`, `pause`, `turn`, `unheard` and corrections of these, and gives back
    markers, candidates, and corrections of what it wrote; other events pass without effect. A
    decision uses what was given so far and nothing else.

    Args:
        settings: the session's, with the client's own over them.
        numbering: the session's.
        lexicon: the word lists of the language spoken.
        weighing: the network and its weight beside the rules; without it rules decide alone.
    """

    def __init__(
        self,
        settings: Settings,
        numbering: Numbering,
        lexicon: Lexicon,
        weighing: Weighing | None,
    ) -> None:
        self._settings = settings
        self._numbering = numbering
        self._lexicon = lexicon
        self._weighing = weighing
        self._history = History(lexicon)
        self._silences = Silences(settings, numbering)
        self._written = Written(settings.thresholds, numbering)

    def push(self, event: AnyEvent) -> Output:
        """What follows from one more event."""
        match event:
            case Turn():
                return self._hear(event)
            case Pause():
                return self._silences.pause(
                    event, self._history.clinicians_until(event.start + BESIDE_S)
                )
            case Speech():
                self._silences.speech(event)
                return []
            case Correction():
                return self._correct(event)
            case Unheard():
                self._history.interrupt(event.end)
                return self._silences.interrupt(event)
            case _:
                return []

    def flush(self, at: float) -> Output:
        """What follows from the session's end at session second `at`."""
        return self._silences.flush(at)

    def _correct(self, correction: Correction) -> Output:
        heard = self._history.with_seq(correction.of_seq)
        if heard is None:
            return self._silences.correct(correction, self._history.clinicians_until(correction.at))
        if correction.retracted:
            return self._hear(heard.turn.model_copy(update={"text": None}))
        return self._hear(changed(heard.turn, correction.changes))

    def _hear(self, turn: Turn) -> Output:
        """A turn, new or reopened; turns that follow it are read once more, if they are there."""
        heard = self._history.put(turn)
        output: Output = []
        for one in (heard, *self._history.after(turn, READ_AGAIN_TURNS)):
            context = self._history.before(one.turn)
            output += self._silences.turn(one, context.before)
            output += self._read(one, context, max(turn.closed_at, one.turn.closed_at))
        return output

    def _read(self, heard: Heard, context: Context, known_at: float) -> Output:
        """Compare what a turn shows with what was written of it, and write the difference."""
        found = {one.marker: one for one in self._observe(heard, context)}
        why_not = self._why_not_short(heard) if "silence" in found else None
        if why_not is not None:
            short = found["silence"]
            evidence = short.evidence.model_copy(update={"uncounted": why_not})
            found["silence"] = replace(short, evidence=evidence)

        def event(observed: Observed, counts: bool) -> Marker | Candidate:
            return self._event(observed, counts, heard, context, known_at)

        return self._written.look(heard.turn.i, found, why_not is None, known_at, event)

    def _observe(self, heard: Heard, context: Context) -> Iterator[Observed]:
        """Every detector's word on a client's turn, from the floor up."""
        if heard.turn.speaker != "client" or not heard.said.words:
            return
        reading = None if self._weighing is None else self._weighing.read(heard, context)
        ruled_out = set(self._ruled_out(heard, context))
        seen = self._by_rules(heard, context, None if reading is None else reading.boundary)
        rules = [one for one in seen if one is not None and one.marker not in ruled_out]
        if self._weighing is None or reading is None:
            yield from (one for one in rules if one.score >= FLOOR)
        else:
            yield from self._weighing.judge(reading, rules, heard, context, ruled_out)

    def _by_rules(
        self, heard: Heard, context: Context, boundary: float | None
    ) -> Iterator[Observed | None]:
        lexicon = self._lexicon
        yield yes_but.observe(heard, context, lexicon)
        yield topic_shift.observe(heard, context, lexicon, boundary)
        yield homework.observe(heard, context, lexicon)
        yield short_answer.observe(heard, context, lexicon)
        yield from talk.observe(heard, lexicon)

    def _ruled_out(self, heard: Heard, context: Context) -> Iterator[MarkerName]:
        """What a turn cannot carry, however it sounds."""
        if not short_answer.possible(heard, context, self._lexicon):
            yield "silence"
        if not topic_shift.possible(heard, context, self._lexicon):
            yield "topic_shift"

    def _why_not_short(self, heard: Heard) -> str | None:
        """Why a short answer would not count here; `None`: it would."""
        words = short_answer.weighty_words(heard.said, self._lexicon)
        return self._silences.why_not_short(heard, words)

    def _event(
        self,
        observed: Observed,
        counts: bool,
        heard: Heard,
        context: Context,
        known_at: float,
    ) -> Marker | Candidate:
        return (Marker if counts else Candidate)(
            seq=self._numbering(),
            start=heard.turn.start,
            end=heard.turn.end,
            marker=observed.marker,
            score=round(observed.score, 3),
            elaborate=observed.elaborate,
            evidence=observed.evidence,
            turn=heard.turn.i,
            before_turn=context.before.turn.i if context.before is not None else None,
            known_at=known_at,
        )
