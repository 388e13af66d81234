"""One moment of a session in words: what it rests on, who said what, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from livecue.events import Action, Cue, Marker, Turn
from livecue.review.replay.timeline import Item, Timeline
from livecue.session.by_hand import PRODUCTIVE
from livecue.translation import words, words_of
from livecue.wording import CUE_WORDS, MARKER_WORDS, SPEAKER_WORDS, clock, sentence_for

_HOW: dict[str, str] = {
    "short_answer": "A short answer.",
    "long_pause": "A pause before the client's answer.",
    "long_pause_within_turn": "A pause inside the client's turn.",
    "trend": "Pauses before answers have grown since the session began.",
}
"""What there is to say of longer pauses, by the rule they rest on."""

_WHY_NOT: dict[str, str] = {
    "instruction": "Not counted: the client had been asked to write, read, imagine or feel.",
    "tears": "Not counted: there were tears, or words of comfort.",
    PRODUCTIVE: "Not counted: you named it productive.",
    "long_pause": "Not counted: the pause before it counts already.",
    "more_words": "Not counted: it is longer than is set.",
    "off": "Not counted: short answers are not counted for this client.",
}


@dataclass(frozen=True)
class Said:
    """A turn's words, and the phrases in them that an observation rests on. text: `None` where no
    words were kept."""

    who: str
    text: str | None
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moment:
    """What there is to say of one thing. facts: sentences. said: the clinician's turn before, then
    the client's. turn: the client's, where there is one."""

    at: float
    title: str
    facts: tuple[str, ...]
    said: tuple[Said, ...] = ()
    turn: Turn | None = None


def moment_of(timeline: Timeline, item: Item) -> Moment:
    """The moment that a sign, a cue or a mark stands for; for anything else, its turn."""
    if isinstance(item.of, Marker):
        return _sign(timeline, item, item.of)
    if isinstance(item.of, Cue):
        return _cue(timeline, item, item.of)
    turn = turn_at(timeline, item.start)
    facts = tuple(_facts_of_mark(item))
    title = _titled(words("my mark") if isinstance(item.of, Action) else item.says, item.start)
    return Moment(item.start, title, facts, () if turn is None else (_said(turn),), turn)


def turn_at(timeline: Timeline, second: float) -> Turn | None:
    """The turn that was being said, or the last one before."""
    begun = [turn for turn in timeline.now.turns if turn.start <= second]
    return begun[-1] if begun else None


def _sign(timeline: Timeline, item: Item, marker: Marker) -> Moment:
    # What would not come any more stands on turns as the session had them.
    kept = timeline.shown if item.stands == "no longer" else timeline.now
    before, turn = kept.turn(marker.before_turn), kept.turn(marker.turn)
    said = [_said(before)] if before is not None else []
    if turn is not None:
        said.append(_said(turn, marker.evidence.words))
    title = _titled(words_of(MARKER_WORDS[marker.marker]), marker.start)
    return Moment(marker.start, title, tuple(_facts(item, marker)), tuple(said), turn)


def _facts(item: Item, marker: Marker) -> Iterator[str]:
    evidence = marker.evidence
    if marker.marker == "silence" and evidence.basis in _HOW:
        yield words_of(_HOW[evidence.basis])
    if evidence.pause_s is not None and evidence.threshold_s is not None:
        yield words("{pause} s; usual for this client is up to {usual} s").format(
            pause=f"{evidence.pause_s:.1f}", usual=f"{evidence.threshold_s:.1f}"
        )
    if evidence.reasons:
        yield words("Named: {obstacles}").format(obstacles="; ".join(evidence.reasons))
    if item.stands == "no longer":
        yield words("It was noticed in the session; after your corrections it is not.")
    elif item.stands == "only now":
        yield words("It was not noticed in the session; after your corrections it is.")
    if evidence.uncounted in _WHY_NOT:
        yield words_of(_WHY_NOT[evidence.uncounted])


def _cue(timeline: Timeline, item: Item, cue: Cue) -> Moment:
    kept = timeline.shown if item.stands == "no longer" else timeline.now
    facts = [sentence_for(cue, kept.markers)]
    if cue.suggestion:
        facts.append(words("Suggested: {line}").format(line=cue.suggestion))
    facts += _what_became_of(item, cue)
    helpful = rated(timeline, cue)
    if helpful is not None:
        facts.append(
            words("You found it helpful.") if helpful else words("You did not find it helpful.")
        )
    turn = turn_at(timeline, cue.at)
    said = () if turn is None else (_said(turn),)
    return Moment(cue.at, _titled(words_of(CUE_WORDS[cue.cue]), cue.at), tuple(facts), said, turn)


def _what_became_of(item: Item, cue: Cue) -> Iterator[str]:
    if item.stands == "only now":
        yield words("It did not come in the session; after your corrections it would.")
        return
    yield words("It was shown.") if cue.shown else words("It was not shown.")
    if item.stands == "no longer":
        yield words("After your corrections it would not come.")


def rated(timeline: Timeline, cue: Cue) -> bool | None:
    """The clinician's latest word on a cue; `None` is none."""
    given = [one.helpful for one in timeline.shown.feedback if one.cue_at == cue.at]
    return given[-1] if given else None


def _facts_of_mark(item: Item) -> Iterator[str]:
    if isinstance(item.of, Action) and isinstance(item.of.value, str):
        yield item.of.value


def _said(turn: Turn, phrases: Sequence[str] = ()) -> Said:
    return Said(words_of(SPEAKER_WORDS[turn.speaker]), turn.text, tuple(phrases))


def _titled(what: str, at: float) -> str:
    return f"{what[:1].upper()}{what[1:]}, {clock(at)}"
