"""Instructions that need silence: to write or read, to imagine, to stay with a feeling; time given.

The lexicon holds what may be instructed ("close your eyes"). Whether it *is* instructed shows in
where it stands: at the head of a clause, or after words that ask for it ("I'd like you to"). "When
you close your eyes" and "did you write it down" are none.
"""

from livecue.markers.lexicon import Lexicon
from livecue.markers.words import Hit, Phrases, Said


def instructs_inward(said: Said, sentence: Hit, lexicon: Lexicon) -> bool:
    """Imagining, feeling, gathering oneself. Even a question that follows is answered inwardly."""
    lists = lexicon.clinician
    if _instructs(said, sentence, lists.imagine, lexicon):
        return True
    return _for_now(said, sentence, lexicon) and _instructs(said, sentence, lists.stay, lexicon)


def instructs_outward(said: Said, sentence: Hit, lexicon: Lexicon) -> bool:
    """Writing, reading, filling in; or time was given for what was asked before."""
    lists = lexicon.clinician
    if said.has(lists.gives_time, sentence.first, sentence.stop):
        return True
    return _for_now(said, sentence, lexicon) and _instructs(
        said, sentence, lists.write_or_read, lexicon
    )


def _for_now(said: Said, sentence: Hit, lexicon: Lexicon) -> bool:
    """Not for the coming week: then it is a task, and no silence follows from it."""
    return not said.has(lexicon.clinician.not_now, sentence.first, sentence.stop)


def _instructs(said: Said, sentence: Hit, what: Phrases, lexicon: Lexicon) -> bool:
    asked_from = [
        hit.stop
        for hit in said.find(lexicon.clinician.asks_to, sentence.first, sentence.stop)
        if hit.first == sentence.first
        or said.norms[hit.first - 1] not in lexicon.clinician.question_words
    ]
    return any(
        _is_head(said, hit.first, asked_from, lexicon)
        for hit in said.find(what, sentence.first, sentence.stop)
    )


def _is_head(said: Said, at: int, asked_from: list[int], lexicon: Lexicon) -> bool:
    """Whether the verb at `at` opens a clause, or follows what asks for it; "just" may precede."""
    while at not in asked_from and said.words[at].opens == " ":
        if said.norms[at - 1] not in lexicon.clinician.softeners:
            return False
        at -= 1
    return True
