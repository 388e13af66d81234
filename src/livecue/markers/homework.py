"""Homework: an account of why an agreed or suggested task was not, or cannot be, done.

The sign is of Westra & Norouzian (2018). An account names at least one reason; two distinct ones,
or a long story, make it elaborate. The reasons are kept, because varied reasons over a session are
what matters. Whether the clinician had asked for one is kept too: an answer is not an evasion.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from livecue.events import Evidence
from livecue.markers.context import Context, Heard, content_words
from livecue.markers.lexicon import Lexicon
from livecue.markers.observed import Observed, logistic
from livecue.markers.words import Hit, Said

LONG_STORY_WORDS = 60
SHORTEST_ACCOUNT_WORDS = 3
REASONS_KEPT = 6
QUOTED = 3
LONGEST_ECHO_WORDS = 3

Account = Literal["left_undone", "not_done", "says_no", "cannot", "declines", "implied", "none"]

POINTS_ACCOUNT: Mapping[Account, float] = {
    "left_undone": 3.6,
    "not_done": 2.0,
    "says_no": 1.6,
    "declines": 1.5,
    "cannot": 1.4,
    "implied": 1.2,
    "none": -2.0,
}


@dataclass(frozen=True)
class Features:
    """What a reader would point at.

    account: what is accounted for; "says_no" only as an answer, "implied" where several obstacles
    follow something granted, "declines" where a reason follows a "but". asked: the clinician had
    just asked after a task; asked_reason: why it is hard; suggested: had just suggested something;
    lately: a task was spoken of not long before. task: the client speaks of one. done: it was done,
    wholly or in part. plans: it will be. reasons: distinct obstacles named. because: a reason is
    given in so many words.
    """

    account: Account
    asked: bool
    asked_reason: bool
    suggested: bool
    lately: bool
    task: bool
    done: bool
    plans: bool
    reasons: int
    because: bool
    words: int


def score(features: Features) -> float:
    """How sure, 0-1: a task, its not being done, and a reason all have to be there."""
    points = -4.5 + POINTS_ACCOUNT[features.account]
    points += max(
        2.0 * features.asked,
        1.6 * features.asked_reason,
        1.2 * features.suggested,
        0.8 * features.lately,
    )
    points += 0.8 * features.task
    points += 1.0 * min(features.reasons, 1) + 0.5 * min(max(features.reasons - 1, 0), 2)
    points += 0.6 * features.because
    points -= 2.0 * features.done + 1.0 * features.plans
    points -= 1.0 * (features.words <= SHORTEST_ACCOUNT_WORDS)
    return logistic(points)


def observe(heard: Heard, context: Context, lexicon: Lexicon) -> Observed | None:
    """The marker in a client's turn, however faint; `None` when nothing is accounted for."""
    said = heard.said
    reasons = _reasons(said, lexicon)
    features = _features(said, reasons, context, lexicon)
    if features.account == "none" or not (reasons or features.because):
        return None
    return Observed(
        "homework",
        score(features),
        Evidence(
            basis=features.account,
            words=said.quotes(_accounting(said, lexicon)),
            reasons=said.quotes(reasons[:REASONS_KEPT]),
            asked=context.asked_reason,
        ),
        elaborate=len(reasons) > 1 or len(said.words) >= LONG_STORY_WORDS,
    )


def _features(said: Said, reasons: tuple[Hit, ...], context: Context, lexicon: Lexicon) -> Features:
    lists = lexicon.homework
    return Features(
        account=_account(said, reasons, context, lexicon),
        asked=context.asked_task,
        asked_reason=context.asked_reason,
        suggested=context.act == "suggestion",
        lately=context.task_lately,
        task=said.has(lists.task) or bool(content_words(said, lexicon) & context.task_words),
        done=said.has(lists.done),
        plans=said.has(lists.plans),
        reasons=len(reasons),
        because=said.has(lists.because),
        words=len(said.words),
    )


def _account(said: Said, reasons: tuple[Hit, ...], context: Context, lexicon: Lexicon) -> Account:
    lists = lexicon.homework
    if said.has(lists.left_undone):
        return "left_undone"
    if said.has(lists.not_done):
        return "not_done"
    if context.asked_task or context.task_lately:
        if said.has(lists.says_no, 0, _answer_stop(said)):
            return "says_no"
        if len(reasons) > 1 and _granted_first(said, lexicon):
            return "implied"
    if said.has(lists.because) and _counters(said, lexicon):
        return "declines"
    return "cannot" if said.has(lists.cannot) else "none"


def _accounting(said: Said, lexicon: Lexicon) -> tuple[Hit, ...]:
    """The words that say most plainly that it was not done."""
    lists = lexicon.homework
    ways = (
        lists.left_undone,
        lists.not_done,
        lists.cannot,
        lists.says_no,
        lexicon.yes_but.contrast,
        lists.because,
    )
    return next((hits[:QUOTED] for way in ways if (hits := said.find(way))), ())


def _answer_stop(said: Said) -> int:
    """Where the answer itself ends: the first sentence, and the second after a mere echo."""
    stops = [sentence.stop for sentence in said.sentences[:2]]
    return next((stop for stop in stops if stop > LONGEST_ECHO_WORDS), len(said.words))


def _granted_first(said: Said, lexicon: Lexicon) -> bool:
    """ "I suppose it could, in theory. But ...": granted in words, then a turn."""
    turns = said.find(lexicon.yes_but.contrast)
    return bool(turns) and (
        said.has(lexicon.yes_but.concession, 0, turns[0].first)
        or said.has(lexicon.yes_but.partial, 0, turns[0].first)
    )


def _counters(said: Said, lexicon: Lexicon) -> bool:
    """A turn and a reservation after it, which does not go towards change in the end."""
    lists = lexicon.yes_but
    return any(
        said.has(lists.counter, hit.stop) and not said.has(lists.turns_to_change, hit.stop)
        for hit in said.find(lists.contrast)
    )


def _reasons(said: Said, lexicon: Lexicon) -> tuple[Hit, ...]:
    """Clauses that name an obstacle, one for each further kind of obstacle.

    A clause that names no new kind of obstacle goes on with the reason before it.
    """
    kinds: set[str] = set()
    reasons: list[Hit] = []
    for clause in said.clauses:
        here = {
            kind
            for kind, phrases in lexicon.homework.obstacles.items()
            if said.has(phrases, clause.first, clause.stop)
        }
        if here - kinds:
            reasons.append(clause)
        kinds |= here
    return tuple(reasons)
