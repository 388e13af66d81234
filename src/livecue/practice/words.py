"""What the practice says, in the user's language. Nobody is scored."""

from collections.abc import Sequence
from html import escape

from livecue.practice.moments import Moment, Who
from livecue.practice.rehearsal import Line
from livecue.translation import words, words_of
from livecue.wording import SPEAKER_WORDS, clock


def introduction(minutes: int, heard: bool) -> str:
    """What is about to happen, in three short paragraphs of HTML."""
    what = words(
        "A role-play of {minutes} minutes, written for livecue: nobody in it is a real person."
    ).format(minutes=minutes)
    how = words(
        "Press the space bar whenever you would pause. livecue's shape comes where it would have "
        "told you, with the reason beside it. At the end you see both, side by side."
    )
    kept = words("Nothing is kept of it, and nobody is measured.")
    silent = words("This computer has no loudspeaker that can be used: you read what they say.")
    return "".join(
        f"<p>{escape(part)}</p>" for part in (what, how, kept, *([] if heard else [silent]))
    )


def looking_back(moments: Sequence[Moment], lines: Sequence[Line]) -> str:
    """Who noticed what, as HTML: both, livecue alone, you alone.

    Args:
        lines: what was said, so that each moment is known again.
    """
    headings: dict[Who, str] = {
        "both": words("Both of you noticed"),
        "livecue": words("livecue alone"),
        "clinician": words("You alone"),
    }
    parts = []
    for who, heading in headings.items():
        of_these = [moment for moment in moments if moment.who == who]
        if of_these:
            items = "".join(
                f"<li style='margin-bottom: 8px'>{_told(moment, lines)}</li>" for moment in of_these
            )
            parts.append(f"<h3>{escape(heading)}</h3><ul>{items}</ul>")
    if not moments:
        parts.append(f"<p>{escape(words('Nobody would have paused here.'))}</p>")
    parts.append(f"<p>{escape(closing())}</p>")
    return "".join(parts)


def closing() -> str:
    """How to take it."""
    return words(
        "What you alone noticed may be what livecue cannot hear: a face, a tone, what you know of "
        "somebody. What livecue alone noticed may mean nothing. No cue does not mean no "
        "ambivalence."
    )


def said_html(line: Line) -> str:
    """What one of the two says, with who says it."""
    who = words_of(SPEAKER_WORDS[line.speaker])
    return f"<b>{escape(who[:1].upper() + who[1:])}:</b> {escape(line.text)}"


def _told(moment: Moment, lines: Sequence[Line]) -> str:
    why = moment.why or words("You would have paused here.")
    parts = [f"<b>{clock(moment.at)}</b> {escape(why)}"]
    if moment.suggestion:
        parts.append(f"<i>{escape(moment.suggestion)}</i>")
    begun = [line for line in lines if line.start <= moment.at]
    if begun:
        parts.append(said_html(begun[-1]))
    return "<br>".join(parts)
