"""The word lists of a language: what a linguist may edit, checked where they enter."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from livecue.errors import InputError, MissingError
from livecue.markers.words import Phrases, Said, read
from livecue.paths import shipped


class _Lists(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Grammar(_Lists):
    """How words are read before any list is looked at."""

    hesitations: frozenset[str]
    joiners: frozenset[str]
    content_free: frozenset[str]
    pointing: frozenset[str]
    past: frozenset[str]
    spelling: Mapping[str, str]


class Clinician(_Lists):
    """What a clinician's turn does."""

    back_channel: frozenset[str]
    lead_in: frozenset[str]
    question_words: frozenset[str]
    auxiliaries: frozenset[str]
    requests: frozenset[str]
    subjects: frozenset[str]
    invitation: Phrases
    factual_question: Phrases
    tag_question: Phrases
    greeting: Phrases
    suggestion: Phrases
    tentative: Phrases
    asks_to: Phrases
    softeners: frozenset[str]
    not_now: Phrases
    imagine: Phrases
    stay: Phrases
    write_or_read: Phrases
    gives_time: Phrases
    reflection: Phrases
    asks_about_task: Phrases
    asks_for_reason: Phrases


class Tears(_Lists):
    """Words said while the client weeps."""

    comforted: Phrases
    crying: Phrases


class YesBut(_Lists):
    """Assent or concession, contrast, and the counter."""

    assent: Phrases
    concession: Phrases
    wish: Phrases
    partial: Phrases
    contrast: Phrases
    weak_contrast: Phrases
    counter: Phrases
    weak_counter: Phrases
    turns_to_change: Phrases
    no_reservation: Phrases


class Homework(_Lists):
    """A task not done, and what stood in the way."""

    left_undone: Phrases
    not_done: Phrases
    says_no: Phrases
    cannot: Phrases
    done: Phrases
    plans: Phrases
    because: Phrases
    task: Phrases
    obstacles: Mapping[str, Phrases]


class TopicShift(_Lists):
    """Leaving the subject."""

    announces: Phrases
    hints: Phrases
    turns_to_clinician: Phrases
    introduces: Phrases
    token_answer: Phrases
    opening_or_closing: Phrases


class ShortAnswers(_Lists):
    """Answers that give little."""

    grudging: Phrases
    disengaged: Phrases
    complies: Phrases
    agrees: Phrases
    courtesy: Phrases
    softeners: frozenset[str]


class Talk(_Lists):
    """Change talk and sustain talk, by kind (DARN-CAT)."""

    change: Mapping[str, Phrases]
    sustain: Mapping[str, Phrases]
    problem_behaviour: Phrases
    ending_it: Phrases


class Care(_Lists):
    """Words at which livecue holds."""

    danger: Phrases


class Lexicon(_Lists):
    """All word lists of one language."""

    grammar: Grammar
    clinician: Clinician
    tears: Tears
    yes_but: YesBut
    homework: Homework
    topic_shift: TopicShift
    short_answers: ShortAnswers
    talk: Talk
    care: Care

    def __hash__(self) -> int:
        """Lists are loaded once: this one and no other."""
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def read(self, text: str) -> Said:
        """A turn's text, ready for rules."""
        grammar = self.grammar
        return read(text, grammar.spelling, grammar.hesitations, grammar.joiners)


def load_lexicon(language: str) -> Lexicon:
    """The word lists of a language, as a two-letter code.

    Raises:
        MissingError: there are no lists for that language.
        InputError: the file is not TOML, a list is unknown or missing, or a pattern is not one.
    """
    path = shipped("config") / "lexicon" / f"{language}.toml"
    if not path.is_file():
        raise MissingError(f"There are no word lists for '{language}'; write {path}.")
    return _read_lexicon(path)


@lru_cache(maxsize=4)
def _read_lexicon(path: Path) -> Lexicon:
    try:
        return Lexicon.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is not valid TOML ({error}); mend that line.") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{path}: '{key}': {first['msg'].lower()}; correct it.") from error
