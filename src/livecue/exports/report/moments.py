"""The report's account in order of time: what was noticed, the cues, and the clinician's marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from livecue.events import AMBIVALENCE_MARKERS, Action, Cue, Marker, Turn, Unheard
from livecue.exports.kept import KeptSession
from livecue.exports.report.evidence import lit
from livecue.exports.report.markup import element, text
from livecue.translation import words, words_of
from livecue.wording import BASIS_WORDS, CUE_WORDS, MARKER_WORDS, SPEAKER_WORDS, clock, sentence_for


@dataclass(frozen=True)
class _Entry:
    """One line of the account. kind: its class in the page."""

    at: float
    kind: str
    inside: str


def moments(kept: KeptSession) -> str:
    """The account as a list; a turn that carries several signs is one entry."""
    entries = [
        *_signs(kept),
        *(_cue(kept, cue) for cue in kept.cues),
        *map(_mark, kept.marks),
        *map(_gap, kept.unheard),
    ]
    if not entries:
        return element("p", text(words("Nothing was noticed.")))
    return element("ol", *map(_item, sorted(entries, key=lambda one: one.at)), class_="moments")


def _item(entry: _Entry) -> str:
    at = element("span", clock(entry.at), class_="at")
    return element("li", at, element("div", entry.inside), class_=entry.kind)


def _signs(kept: KeptSession) -> Iterator[_Entry]:
    """Moments with at least one of the four signs; leaning alone is on the timeline."""
    together: dict[tuple[str, int], list[Marker]] = {}
    for marker in kept.markers:
        key = ("at", marker.seq) if marker.turn is None else ("turn", marker.turn)
        together.setdefault(key, []).append(marker)
    for markers in together.values():
        signs = [one for one in markers if one.marker in AMBIVALENCE_MARKERS]
        if signs:
            leaning = [one for one in markers if one.marker not in AMBIVALENCE_MARKERS]
            yield _Entry(signs[0].start, "sign", _moment(kept, signs, leaning))


def _moment(kept: KeptSession, signs: list[Marker], leaning: list[Marker]) -> str:
    what = element("span", text(_names(signs)), class_="what")
    bases = [one.evidence.basis for one in signs]
    aside = [words_of(BASIS_WORDS[basis]) for basis in bases if basis in BASIS_WORDS]
    aside += [_names(leaning)] if leaning else []
    if all(one.evidence.uncounted for one in signs):
        aside.append(words("not counted"))
    also = element("span", text(f" · {' · '.join(aside)}"), class_="also") if aside else ""
    parts = [element("p", what, also)]
    parts += [
        element("p", text(_pause(pause_s, one.evidence.threshold_s)))
        for one in signs
        if (pause_s := one.evidence.pause_s) is not None
    ]
    before = kept.turn(signs[0].before_turn)
    if before is not None and before.text:
        parts.append(_said(before, text(before.text)))
    turn = kept.turn(signs[0].turn)
    if turn is not None and turn.text:
        parts.append(_said(turn, lit(turn.text, _evidence(signs))))
    named = [reason for one in signs for reason in one.evidence.reasons]
    if named:
        obstacles = words("Named: {obstacles}").format(obstacles="; ".join(named))
        parts.append(element("p", text(obstacles), class_="small"))
    return "".join(parts)


def _names(markers: Iterable[Marker]) -> str:
    """Each sign once: 'Reservation voiced, subject changed'."""
    names = dict.fromkeys(words_of(MARKER_WORDS[one.marker]) for one in markers)
    said = ", ".join(names)
    return said[:1].upper() + said[1:]


def _pause(pause_s: float, usual_s: float | None) -> str:
    if usual_s is None:
        return words("{pause} s").format(pause=f"{pause_s:.1f}")
    return words("{pause} s; usual for this client is up to {usual} s").format(
        pause=f"{pause_s:.1f}", usual=f"{usual_s:.1f}"
    )


def _evidence(signs: list[Marker]) -> list[str]:
    return [phrase for one in signs for phrase in one.evidence.words]


def _said(turn: Turn, inside: str) -> str:
    who = element("span", text(words_of(SPEAKER_WORDS[turn.speaker])), class_="who")
    return element("p", who, inside, class_="said")


def _cue(kept: KeptSession, cue: Cue) -> _Entry:
    name = words("Cue: {cue}").format(cue=words_of(CUE_WORDS[cue.cue]))
    aside = [] if cue.shown else [words("not shown")]
    ratings = [one.helpful for one in kept.feedback if one.cue_at == cue.at]
    if ratings:
        aside.append(
            words("the clinician found it helpful")
            if ratings[-1]
            else words("the clinician did not find it helpful")
        )
    also = element("span", text(f" · {' · '.join(aside)}"), class_="also") if aside else ""
    parts = [
        element("p", element("span", text(name), class_="what"), also),
        element("p", text(sentence_for(cue, kept.markers))),
    ]
    if cue.suggestion:
        parts.append(element("p", text(cue.suggestion), class_="small"))
    return _Entry(cue.at, "cue", "".join(parts))


def _mark(mark: Action) -> _Entry:
    name = words("Marked by the clinician")
    parts = [element("p", element("span", text(name), class_="what"))]
    if isinstance(mark.value, str):
        parts.append(element("p", text(mark.value)))
    return _Entry(mark.at, "mark", "".join(parts))


def _gap(gap: Unheard) -> _Entry:
    said = words("Not heard until {time}").format(time=clock(gap.end))
    return _Entry(gap.start, "gap", element("p", text(said), class_="also"))
