"""The report for supervision: one page of HTML that needs nothing else, to read or to print."""

from collections.abc import Sequence

from livecue.events import AnyEvent, SessionStarted
from livecue.exports.kept import KeptSession, kept_session
from livecue.exports.report.glance import glance
from livecue.exports.report.markup import element, text
from livecue.exports.report.moments import moments
from livecue.exports.report.strips import timeline
from livecue.exports.report.style import STYLE
from livecue.translation import words, words_of
from livecue.wording import REPORT_OPENING, SPEAKERS_BY_WORDS, clock, local_time

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Whoever opens the page: nothing is fetched and nothing runs."""


def report(events: Sequence[AnyEvent]) -> str:
    """The session as a page: at a glance, the timeline, and what was noticed in order.

    It names the client by pseudonym only, and neither files nor devices.

    Args:
        events: a log, in order of `seq`.
    """
    kept = kept_session(events)
    who = kept.head.client
    title = words("Session with {client}").format(client=who) if who else words("Session")
    dated = f"{title}, {local_time(kept.head.started_at)}"
    if for_clinician_alone(kept.head):
        dated = words("{session}: for the clinician alone").format(session=dated)
    opening = words_of(REPORT_OPENING)
    style = STYLE.replace("OPENING", _quoted(opening)).replace("TITLE", _quoted(dated))
    body = [
        element("p", text(opening), class_="opening"),
        _alone(kept.head),
        element("h1", text(title)),
        element("p", text(_facts(kept)), class_="facts"),
        element("h2", text(words("At a glance"))),
        glance(kept),
        element("h2", text(words("Timeline"))),
        element("figure", timeline(kept), _legend()),
        element("h2", text(words("In order"))),
        moments(kept),
        element("h2", text(words("How to read this"))),
        *(element("p", text(line), class_="small") for line in _reading(kept)),
    ]
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("title", text(dated)),
        f"<style>{style}</style>",
    ]
    page = element("html", element("head", *head), element("body", *body), lang="en")
    return f"<!doctype html>\n{page}\n"


def for_clinician_alone(head: SessionStarted) -> bool:
    """Whether the client of this session has not agreed to supervision."""
    return head.client is not None and "supervision" not in head.consent


def _alone(head: SessionStarted) -> str:
    if not for_clinician_alone(head):
        return ""
    said = words(
        "The client did not agree to supervision. This is for the clinician alone, and not to be "
        "shown to anybody else."
    )
    return element("p", text(said), class_="alone")


def _facts(kept: KeptSession) -> str:
    """When, how long, from what, and whether the words are in it."""
    with_words = any(turn.text for turn in kept.turns)
    facts = [
        local_time(kept.head.started_at),
        words("{time} minutes").format(time=clock(kept.end_s)),
        _source(kept.head.source),
        words("with what was said") if with_words else words("what was said is left out"),
    ]
    return " · ".join(facts)


def _source(source: str) -> str:
    """The kind of source; its name may be a file's, or hold a person's."""
    live = source.partition(":")[0] == "microphone"
    return words("heard live") if live else words("from a recording")


def _legend() -> str:
    return element(
        "figcaption",
        text(
            words(
                "A pause is as high as it is long; the dashed line is the longest that is usual "
                "for this client. A triangle is a cue or a mark. What is only outlined was not "
                "counted, or not shown. Hatched: not heard."
            )
        ),
    )


def _reading(kept: KeptSession) -> list[str]:
    lines = [
        words(
            "A program listened and counted ways of talking. It mishears words, and sometimes "
            "takes one speaker for the other. What is marked in a turn is what it went by."
        ),
        words(
            "Longer pauses and short answers may mean a second language, a stammer, autism, "
            "sedation, grief, or a slow connection. An obstacle that is named may be simply real. "
            "What a client says answers what was said before: read the two together."
        ),
        words("No cue does not mean no ambivalence."),
    ]
    if kept.head.speakers_by is not None:
        lines.append(words_of(SPEAKERS_BY_WORDS[kept.head.speakers_by]))
    return lines


def _quoted(said: str) -> str:
    """As a string of CSS."""
    escaped = said.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")
    return f'"{escaped}"'
