"""The report's first table: how often each sign was heard, and a few figures of the talk."""

from statistics import median

from livecue.events import MarkerName
from livecue.exports.kept import KeptSession
from livecue.exports.report.lanes import exploring
from livecue.exports.report.markup import element, text
from livecue.exports.report.style import MARKER_COLOURS
from livecue.translation import words, words_of
from livecue.wording import MARKER_WORDS, clock

MOST_TIMES = 12
"""More moments than fit on a line are left to the timeline."""


def glance(kept: KeptSession) -> str:
    """The table of signs, and the figures below it."""
    heads = [words("sign"), words("heard"), words("when")]
    some_left_out = any(one.evidence.uncounted for one in kept.markers)
    if some_left_out:
        heads.insert(2, words("not counted"))
    return element(
        "table",
        element(
            "thead", element("tr", *(element("th", text(head), scope="col") for head in heads))
        ),
        element("tbody", *(_row(kept, name, some_left_out) for name in MARKER_WORDS)),
    ) + element("ul", *(element("li", text(one)) for one in _figures(kept)), class_="plain")


def _row(kept: KeptSession, name: MarkerName, some_left_out: bool) -> str:
    heard = [one for one in kept.markers if one.marker == name]
    left_out = sum(one.evidence.uncounted is not None for one in heard)
    swatch = element("span", class_="swatch", style=f"background:{MARKER_COLOURS[name]}")
    when = ", ".join(clock(one.start) for one in heard)
    if len(heard) > MOST_TIMES:
        when = words("see the timeline")
    return element(
        "tr",
        element("th", swatch, text(words_of(MARKER_WORDS[name])), scope="row"),
        element("td", str(len(heard))),
        element("td", str(left_out) if left_out else "") if some_left_out else "",
        element("td", text(when)),
    )


def _figures(kept: KeptSession) -> list[str]:
    return [*_talk(kept), *_answers(kept), *_cues(kept), *_time(kept), *_engaged(kept)]


def _talk(kept: KeptSession) -> list[str]:
    """Who spoke how much of what was heard of the two."""
    client, clinician = (
        sum(one.end - one.start for one in kept.speech if one.speaker == speaker)
        for speaker in ("client", "clinician")
    )
    if not client + clinician:
        return []
    share = round(100 * client / (client + clinician))
    return [
        words("Of what the two said, the client spoke {client} % of the time.").format(client=share)
    ]


def _answers(kept: KeptSession) -> list[str]:
    waits_s = [one.duration_s for one in kept.pauses if one.kind == "response"]
    if not waits_s:
        return []
    return [
        words(
            "Before the client's answers: half of the pauses were under {half} s, the longest was "
            "{longest} s ({count} answers)."
        ).format(half=f"{median(waits_s):.1f}", longest=f"{max(waits_s):.1f}", count=len(waits_s))
    ]


def _cues(kept: KeptSession) -> list[str]:
    shown = sum(one.shown for one in kept.cues)
    rated = {one.cue_at: one.helpful for one in kept.feedback}
    said = words("Cues: {count}, of which {shown} shown.").format(count=len(kept.cues), shown=shown)
    if not rated:
        return [said]
    ratings = words("The clinician found {helpful} helpful and {other} not; the rest is unknown.")
    helpful = sum(rated.values())
    return [f"{said} {ratings.format(helpful=helpful, other=len(rated) - helpful)}"]


def _time(kept: KeptSession) -> list[str]:
    lines = []
    explored_s = sum(end - start for start, end in exploring(kept))
    if explored_s:
        lines.append(
            words("Exploring: {time}. Pauses do not count in it.").format(time=clock(explored_s))
        )
    missing_s = sum(one.end - one.start for one in kept.unheard)
    if missing_s:
        lines.append(words("Not heard: {time}.").format(time=clock(missing_s)))
    return lines


def _engaged(kept: KeptSession) -> list[str]:
    """The clinician's latest word on whether the client took part."""
    said = [one.action for one in kept.actions if one.action in ("engaged", "not_engaged")]
    if not said:
        return []
    if said[-1] == "engaged":
        return [words("The clinician's own view: the client was taking part.")]
    return [words("The clinician's own view: the client was not taking part.")]
