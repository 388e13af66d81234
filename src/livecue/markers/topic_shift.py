"""Topic shift: the client leaves what is being talked about for another subject.

The sign is of Westra & Norouzian (2018). Nearness of meaning alone cannot tell it: an elaboration
may share no word with the question. So a shift needs a sign of its own (an announcement, a question
about something else, somebody or something brought in) beside little nearness.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from livecue.events import Evidence
from livecue.markers.clinician_act import ClinicianAct
from livecue.markers.context import Context, Heard, content_words
from livecue.markers.encoder import SentenceEncoder
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
NEARNESS_OF_KIN = 0.3
"""Cosine of MiniLM between turns of one subject, as a rule, is above this."""


@dataclass(frozen=True)
class Features:
    """What a reader would point at.

    announces: in so many words. hints: with a word that may. asks: turns to the clinician with
    something else. introduces: somebody or something not spoken of. token_first: after an answer in
    name only. near_focus, near_window: cosine to what the clinician said last, and to the nearest
    of the latest turns; `None` without an encoder. shares_words: with the latest turns.
    points_back: begins by pointing back. goes_on: continues the client's own turn. after: what the
    clinician had just done.
    """

    announces: bool
    hints: bool
    asks: bool
    introduces: bool
    token_first: bool
    near_focus: float | None
    near_window: float | None
    shares_words: bool
    points_back: bool
    goes_on: bool
    after: ClinicianAct


def score(features: Features) -> float:
    """How sure, 0-1: a sign of leaving, and distance from what was spoken of.

    Without nearness only words that announce a change of subject are believed.
    """
    points = -3.5 + 3.0 * features.announces + 0.8 * features.hints + 0.7 * features.token_first
    if features.near_window is not None and features.near_focus is not None:
        points += 2.5 * features.asks + 2.0 * features.introduces
        points += 8.0 * _distance(features.near_window) + 4.0 * _distance(features.near_focus)
    points -= 1.2 * features.shares_words + 1.5 * features.points_back + 2.0 * features.goes_on
    return logistic(points + POINTS_AFTER.get(features.after, -0.8))


def _distance(near: float) -> float:
    """How far below that of kin a cosine lies; bounded, since it is a weak witness."""
    return min(max(NEARNESS_OF_KIN - near, -0.25), 0.15)


def observe(
    heard: Heard, context: Context, lexicon: Lexicon, encoder: SentenceEncoder | None
) -> Observed | None:
    """The marker in a client's turn, however faint; `None` when there is no sign of it."""
    if context.focus is None or _at_an_edge(heard, context, lexicon):
        return None
    signs = _signs(heard.said, lexicon)
    if not signs:
        return None
    features = _features(heard, context, signs, lexicon, encoder)
    return Observed(
        "topic_shift",
        score(features),
        Evidence(
            basis="announced" if features.announces else "left_subject",
            words=heard.said.quotes(signs),
        ),
    )


def _at_an_edge(heard: Heard, context: Context, lexicon: Lexicon) -> bool:
    """Too short to tell, or small talk at the session's opening or closing."""
    edge = lexicon.topic_shift.opening_or_closing
    return (
        len(heard.said.words) < SHORTEST_SHIFT_WORDS
        or context.turns_before < OPENING_TURNS
        or heard.said.has(edge)
        or (context.focus is not None and context.focus.said.has(edge))
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
    encoder: SentenceEncoder | None,
) -> Features:
    said = heard.said
    lists = lexicon.topic_shift
    first, stop = _leading(said)
    near_focus, near_window = _nearness(heard, context, encoder)
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
        near_focus=near_focus,
        near_window=near_window,
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


def _nearness(
    heard: Heard, context: Context, encoder: SentenceEncoder | None
) -> tuple[float | None, float | None]:
    """Cosine to what the clinician said last, and to the nearest of the latest turns."""
    if encoder is None or context.focus is None:
        return None, None
    recent = [other.said.text for other in context.recent[-WINDOW_TURNS:] if other.said.words]
    points = encoder.embed([heard.said.text, context.focus.said.text, *recent])
    near = points[1:] @ points[0]
    return float(near[0]), float(near.max())
