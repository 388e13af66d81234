"""Topic shift: the client leaves what is being talked about for another subject.

The sign is of Westra & Norouzian (2018). That the subject is another (`boundary`) is one thing, and
measured by itself; that the client left it abruptly is another. An elaboration may share no word
with the question, and the clinician may have moved on. So by the rules a shift needs a sign of its
own: an announcement, a question about something else, somebody or something brought in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from livecue.events import Evidence
from livecue.markers.clinician_act import ClinicianAct
from livecue.markers.context import Context, Heard, content_words
from livecue.markers.lexicon import Lexicon
from livecue.markers.observed import Observed, logistic
from livecue.markers.words import Hit, Said

POINTS_AFTER: Mapping[ClinicianAct, float] = {
    "open_question": 0.5,
    "closed_question": 0.5,
    "suggestion": 0.5,
    "reflection": 0.0,
}
"""After a question the client owes an answer; after the rest the floor is freer."""
WINDOW_TURNS = 6
OPENING_TURNS = 3
SHORTEST_SHIFT_WORDS = 4


@dataclass(frozen=True)
class Features:
    """What a reader would point at.

    announces: in so many words. hints: with a word that may. asks: turns to the clinician with
    something else. introduces: somebody or something not spoken of. token_first: after an answer in
    name only. boundary: how likely the subject is another (0-1); `None` without a network.
    shares_words: with the latest turns. points_back: begins by pointing back. goes_on: continues
    the client's own turn. after: what the clinician had just done.
    """

    announces: bool
    hints: bool
    asks: bool
    introduces: bool
    token_first: bool
    boundary: float | None
    shares_words: bool
    points_back: bool
    goes_on: bool
    after: ClinicianAct


def score(features: Features) -> float:
    """How sure, 0-1: a sign of leaving, and another subject.

    Without a network only words that announce a change of subject are believed.
    """
    points = -3.5 + 3.0 * features.announces + 0.8 * features.hints + 0.7 * features.token_first
    if features.boundary is not None:
        points += 2.5 * features.asks + 2.0 * features.introduces
        points += 4.8 * features.boundary - 3.0
    points -= 1.2 * features.shares_words + 1.5 * features.points_back + 2.0 * features.goes_on
    return logistic(points + POINTS_AFTER.get(features.after, -0.8))


def observe(
    heard: Heard, context: Context, lexicon: Lexicon, boundary: float | None
) -> Observed | None:
    """The marker in a client's turn, however faint; `None` when there is no sign of it.

    boundary: how likely the subject is another, whoever changed it; `None` where nothing tells.
    """
    if not possible(heard, context, lexicon):
        return None
    signs = _signs(heard.said, lexicon)
    if not signs:
        return None
    features = _features(heard, context, signs, lexicon, boundary)
    return Observed(
        "topic_shift",
        score(features),
        Evidence(
            basis="announced" if features.announces else "left_subject",
            words=heard.said.quotes(signs),
        ),
    )


def possible(heard: Heard, context: Context, lexicon: Lexicon) -> bool:
    """Whether there is a subject to leave, and enough said: not in small talk at either end."""
    edge = lexicon.topic_shift.opening_or_closing
    return (
        context.focus is not None
        and len(heard.said.words) >= SHORTEST_SHIFT_WORDS
        and context.turns_before >= OPENING_TURNS
        and not heard.said.has(edge)
        and not context.focus.said.has(edge)
    )


def _signs(said: Said, lexicon: Lexicon) -> tuple[Hit, ...]:
    lists = lexicon.topic_shift
    first, stop = _leading(said)
    return (
        *said.find(lists.announces, first, stop),
        *said.find(lists.hints, first, stop),
        *said.find(lists.turns_to_clinician, first, stop),
        *said.find(lists.introduces, first, stop),
    )


def _leading(said: Said) -> tuple[int, int]:
    """The first two sentences: a shift shows at once."""
    return 0, said.sentences[:2][-1].stop if said.sentences else 0


def _features(
    heard: Heard,
    context: Context,
    signs: tuple[Hit, ...],
    lexicon: Lexicon,
    boundary: float | None,
) -> Features:
    said = heard.said
    lists = lexicon.topic_shift
    first, stop = _leading(said)
    spoken_of = frozenset[str]().union(
        *(content_words(other.said, lexicon) for other in context.recent[-WINDOW_TURNS:])
    )
    sentence = said.sentences[0]
    return Features(
        announces=said.has(lists.announces, first, stop),
        hints=said.has(lists.hints, first, stop),
        asks=said.has(lists.turns_to_clinician, first, stop),
        introduces=said.has(lists.introduces, first, stop),
        token_first=sentence.stop <= 3 and said.has(lists.token_answer, first, sentence.stop),
        boundary=boundary,
        shares_words=bool(content_words(said, lexicon) & spoken_of),
        points_back=_points_back(said, signs, lexicon),
        goes_on=context.before is not context.focus or context.carried is not None,
        after=context.act,
    )


def _points_back(said: Said, signs: tuple[Hit, ...], lexicon: Lexicon) -> bool:
    """Begins with "that" or "they" for what was spoken of, or goes on with "and"."""
    first = min(hit.first for hit in signs)
    if first > 0:
        return said.norms[first - 1] == "and" or said.norms[0] in lexicon.grammar.pointing
    return False
