"""What a clinician's turn does: asks, reflects, suggests, instructs, informs, or leaves the floor.

The kinds are those of the MISC and MITI coding systems for motivational interviewing, reduced to
what a listener needs: whether an answer was invited, and of what size.
"""

from functools import lru_cache
from typing import Literal

from livecue.markers.instruction import instructs_inward, instructs_outward
from livecue.markers.lexicon import Lexicon
from livecue.markers.words import Hit, Said

ClinicianAct = Literal[
    "open_question",
    "closed_question",
    "reflection",
    "suggestion",
    "instruction",
    "information",
    "back_channel",
    "other",
]

REMEMBERED = 16_384
"""Turns whose answer is remembered: twenty sessions of fifty minutes have some 9,000."""
LONGEST_BACK_CHANNEL_WORDS = 5
LONGEST_ECHO_WORDS = 8
SHORTEST_STATEMENT_WORDS = 3
SENTENCES_LOOKED_BACK = 3
SENTENCES_OF_A_QUESTION = 2
SENTENCES_OF_AN_INSTRUCTION = 5


@lru_cache(maxsize=REMEMBERED)
def clinician_act(text: str, lexicon: Lexicon) -> ClinicianAct:
    """The act that the client answers to: its last question, else its last weighty sentence."""
    return act_of(lexicon.read(text), lexicon)


def act_of(said: Said, lexicon: Lexicon) -> ClinicianAct:
    """As `clinician_act`, of a turn already read."""
    lists = lexicon.clinician
    if not said.words:
        return "other"
    if len(said.words) <= LONGEST_BACK_CHANNEL_WORDS and lists.back_channel.issuperset(said.norms):
        return "back_channel"
    last = said.sentences[-SENTENCES_LOOKED_BACK:]
    if any(instructs_inward(said, sentence, lexicon) for sentence in last):
        return "instruction"
    if (asked := _asked_or_instructed(said, lexicon)) is not None:
        return asked
    for sentence in reversed(last):
        if said.has(lists.suggestion, sentence.first, sentence.stop):
            return "suggestion"
    for sentence in reversed(last):
        if said.has(lists.reflection, sentence.first, sentence.stop):
            return "reflection"
    return "other" if len(said.words) <= LONGEST_ECHO_WORDS else "information"


def _asked_or_instructed(said: Said, lexicon: Lexicon) -> ClinicianAct | None:
    """The last question or instruction, whichever came later; `None` when there is neither.

    What is said after an instruction mostly says how ("it needn't be neat"), so one is looked for
    further back than a question.
    """
    for back, sentence in enumerate(reversed(said.sentences[-SENTENCES_OF_AN_INSTRUCTION:])):
        if instructs_outward(said, sentence, lexicon) or instructs_inward(said, sentence, lexicon):
            return "instruction"
        if (asked := _question(said, sentence, lexicon)) is not None:
            return asked if back < SENTENCES_OF_A_QUESTION else None
    return None


def _question(said: Said, sentence: Hit, lexicon: Lexicon) -> ClinicianAct | None:
    """The kind of question a sentence asks, `None` when it asks nothing."""
    lists = lexicon.clinician
    span = (sentence.first, sentence.stop)
    kind = _form(said, sentence, lexicon)
    if kind is None and not said.has(lists.invitation, *span):
        return None
    if said.has(lists.suggestion, *span) and not said.has(lists.invitation, *span):
        return "suggestion"
    if said.has(lists.invitation, *span):
        return "open_question"
    if kind == "open" and not _asks_for_fact(said, sentence, lexicon):
        return "open_question"
    if kind == "stated":
        return "reflection"
    return "closed_question"


def _form(
    said: Said, sentence: Hit, lexicon: Lexicon
) -> Literal["open", "yes_no", "stated", "bare"] | None:
    """How a sentence is built, whether or not the recogniser heard a question mark.

    "stated": a statement with a question mark or a tag about the client ("you're tired?").
    "bare": a question mark on a fragment ("and before that?").
    """
    lists = lexicon.clinician
    yes_no = False
    for clause in _clauses_within(said, sentence):
        opener = _opener(said, clause, lexicon)
        follower = _follower(said, clause, lexicon)
        if opener in lists.question_words and (
            said.asks(sentence) or follower in lists.auxiliaries or "'" in opener
        ):
            return "open"
        if opener in lists.auxiliaries and (follower in lists.subjects or said.asks(sentence)):
            yes_no = True
    if yes_no:
        return "yes_no"
    if said.has(lists.tag_question, sentence.first, sentence.stop) or said.asks(sentence):
        told = sentence.stop - _opener_at(said, sentence, lexicon) >= SHORTEST_STATEMENT_WORDS
        reflects = said.has(lists.reflection, sentence.first, sentence.stop)
        return "stated" if told and reflects else "bare"
    return None


def _asks_for_fact(said: Said, sentence: Hit, lexicon: Lexicon) -> bool:
    """ "How many", "when": a word answers in full. Only where the question itself begins so."""
    openers = {_opener_at(said, clause, lexicon) for clause in _clauses_within(said, sentence)}
    facts = said.find(lexicon.clinician.factual_question, sentence.first, sentence.stop)
    return any(hit.first in openers for hit in facts)


def _clauses_within(said: Said, sentence: Hit) -> list[Hit]:
    return [
        clause
        for clause in said.clauses
        if clause.first >= sentence.first and clause.stop <= sentence.stop
    ]


def _opener_at(said: Said, span: Hit, lexicon: Lexicon) -> int:
    """Index of the first word that is not a lead-in such as "so" or "okay"; `span.stop` if none."""
    return next(
        (
            at
            for at in range(span.first, span.stop)
            if said.norms[at] not in lexicon.clinician.lead_in
        ),
        span.stop,
    )


def _opener(said: Said, span: Hit, lexicon: Lexicon) -> str:
    at = _opener_at(said, span, lexicon)
    return said.norms[at] if at < span.stop else ""


def _follower(said: Said, span: Hit, lexicon: Lexicon) -> str:
    """The word after the opener."""
    at = _opener_at(said, span, lexicon) + 1
    return said.norms[at] if at < span.stop else ""
