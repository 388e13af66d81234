"""A moment as the small page beside the lanes: what it rests on is lit in what was said."""

from livecue.events import Cue
from livecue.exports.report.evidence import lit
from livecue.exports.report.markup import text
from livecue.review.replay.moment import Moment, Said
from livecue.review.replay.timeline import Item, Timeline
from livecue.translation import words, words_of
from livecue.wording import CUE_WORDS, clock


def page(moment: Moment, colour: str) -> str:
    """The moment. colour: of what is lit, as "#b34700"."""
    facts = "".join(f"<p>{text(fact)}</p>" for fact in moment.facts)
    said = "".join(_said(one, colour) for one in moment.said)
    return f"<h3>{text(moment.title)}</h3>{facts}{said}"


def _said(said: Said, colour: str) -> str:
    if said.text is None:
        return f"<p><i>{text(said.who)}</i>: {text(words('no words'))}</p>"
    # Qt's pages know no <mark>; bold and underlined, it is seen without its colour too.
    light = f'<b style="color:{colour}"><u>'
    inside = lit(said.text, said.phrases)
    inside = inside.replace("<mark>", light).replace("</mark>", "</u></b>")
    return f"<p><i>{text(said.who)}</i>: {inside}</p>"


def row(item: Item, struck: bool) -> str:
    """One line of the list: '12:34  reservation voiced, struck out'."""
    cue = isinstance(item.of, Cue)
    parts = [words_of(CUE_WORDS[item.of.cue]) if isinstance(item.of, Cue) else item.says]
    if struck:
        parts.append(words("struck out"))
    elif item.stands == "no longer":
        parts.append(words("would not come now"))
    elif item.stands == "only now":
        parts.append(words("comes only now"))
    elif not item.counts:
        parts.append(words("not shown") if cue else words("not counted"))
    return f"{clock(item.start)}  {', '.join(parts)}"


def changes(timeline: Timeline) -> str:
    """What corrections did to the cues; nothing, where they did nothing."""
    cues = timeline.lane("cues").items
    gone = sum(item.stands == "no longer" for item in cues)
    more = sum(item.stands == "only now" for item in cues)
    if not gone and not more:
        return ""
    return words(
        "After your corrections {gone} of the cues would not come, and {more} more would."
    ).format(gone=gone, more=more)
