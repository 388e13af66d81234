"""Short answers: little said where more was invited.

One form of the sign "silence" of Westra & Norouzian (2018). A word that answers a question of fact
in full is no short answer, nor is a back-channel while the clinician holds the floor.
"""

from dataclasses import dataclass
from typing import Literal

from livecue.events import Evidence
from livecue.markers.clinician_act import ClinicianAct
from livecue.markers.context import Context, Heard, content_words
from livecue.markers.lexicon import Lexicon
from livecue.markers.observed import Observed
from livecue.markers.words import Phrases, Said

MOST_WORDS = 6
"""More words of weight than this are no short answer, whatever is set; how many are one is set by
`silence.short_answer_words`, and what has more is kept beside it, so that it can be set anew."""

GREETING_WORDS = 10
"""A longer sentence with the words of a greeting in it ("... and then I'll see you in two weeks to
go through it") is about something else."""

Kind = Literal["grudging", "disengaged", "complies", "agrees", "content"]

CONSENTS: frozenset[Kind] = frozenset({"complies", "agrees"})
"""To advice, or to a question that asks for no more, they are answers in full."""


@dataclass(frozen=True)
class Features:
    """What a reader would point at.

    kind: reluctant, gives little, consents or agrees and no more, or says something in few words.
    after: what the clinician had just done. tentative: it was put forward for the client to take
    up. asked_yes_no: it was put as a question that a word answers. goes_on: the clinician only left
    the floor, so the words go on from what was said before.
    """

    kind: Kind
    after: ClinicianAct
    tentative: bool
    asked_yes_no: bool
    goes_on: bool


def score(features: Features) -> float:
    """How sure, 0-1; the table is the rule."""
    if features.goes_on:
        return 0.1
    table: dict[tuple[Kind, ClinicianAct], float] = {
        ("grudging", "open_question"): 0.85,
        ("grudging", "suggestion"): 0.8,
        ("grudging", "reflection"): 0.7,
        ("grudging", "closed_question"): 0.5,
        ("disengaged", "open_question"): 0.85,
        ("disengaged", "suggestion"): 0.75,
        ("disengaged", "reflection"): 0.65,
        ("disengaged", "closed_question"): 0.3,
        ("complies", "suggestion"): 0.55,
        ("complies", "open_question"): 0.4,
        ("complies", "reflection"): 0.3,
        ("agrees", "suggestion"): 0.4,
        ("agrees", "open_question"): 0.4,
        ("agrees", "reflection"): 0.3,
        ("content", "open_question"): 0.25,
    }
    likely = table.get((features.kind, features.after), 0.1)
    takes_advice = features.after == "suggestion" and not features.tentative
    answers_in_full = (features.asked_yes_no or takes_advice) and features.kind in CONSENTS
    return likely - 0.2 if answers_in_full else likely


def observe(heard: Heard, context: Context, lexicon: Lexicon) -> Observed | None:
    """The marker in a client's turn of few words; `None` when it is none."""
    kind = _kind(heard.said, lexicon)
    if kind is None or context.focus is None or not possible(heard, context, lexicon):
        return None
    focus = context.focus.said
    features = Features(
        kind=kind,
        after=context.act,
        tentative=focus.has(lexicon.clinician.tentative),
        asked_yes_no=bool(focus.sentences) and focus.asks(focus.sentences[-1]),
        goes_on=context.before is not context.focus or context.carried is not None,
    )
    return Observed(
        "silence",
        score(features),
        Evidence(basis="short_answer", words=(heard.said.text.strip(),)),
    )


def possible(heard: Heard, context: Context, lexicon: Lexicon) -> bool:
    """Whether few words were said, in answer to something that was said to the end."""
    return (
        context.focus is not None
        and weighty_words(heard.said, lexicon) <= MOST_WORDS
        and not heard.said.has(lexicon.short_answers.courtesy)
        and not _greets(context.focus.said, lexicon)
        and not _while_the_clinician_speaks(heard, context)
    )


def _greets(said: Said, lexicon: Lexicon) -> bool:
    """Whether it ends on a greeting, so that this is what is answered."""
    return any(
        one.stop - one.first <= GREETING_WORDS
        and said.has(lexicon.clinician.greeting, one.first, one.stop)
        for one in said.sentences[-1:]
    )


def weighty_words(said: Said, lexicon: Lexicon) -> int:
    """How many words of a turn do more than soften."""
    return sum(norm not in lexicon.short_answers.softeners for norm in said.norms)


def _kind(said: Said, lexicon: Lexicon) -> Kind | None:
    """What sort of few words these are; `None` when they are many, or a courtesy."""
    lists = lexicon.short_answers
    if not said.words or weighty_words(said, lexicon) > MOST_WORDS or said.has(lists.courtesy):
        return None
    if said.has(lists.grudging):
        return "grudging"
    if content_words(said, lexicon) - _named(said, lists.disengaged, lists.complies, lists.agrees):
        return "content"
    if said.has(lists.disengaged):
        return "disengaged"
    return "agrees" if said.has(lists.agrees) else "complies"


def _named(said: Said, *lists: Phrases) -> frozenset[str]:
    """The words that some phrases cover."""
    hits = [hit for phrases in lists for hit in said.find(phrases)]
    return frozenset(norm for hit in hits for norm in said.norms[hit.first : hit.stop])


def _while_the_clinician_speaks(heard: Heard, context: Context) -> bool:
    """The words lie within the clinician's own turn, or before it was finished."""
    before = context.before
    if before is None:
        return False
    unfinished = before.said.text.rstrip().endswith((",", "-", "…"))
    return unfinished or heard.turn.start < before.turn.end
