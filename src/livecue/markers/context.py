"""What had been said when the client spoke: kept by turn, seen by every detector alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from livecue.events import Turn
from livecue.markers.clinician_act import ClinicianAct, clinician_act
from livecue.markers.lexicon import Lexicon
from livecue.markers.words import Said

RECENT_TURNS = 12
TASK_TURNS = 40
"""Turns over which a task that was spoken of is remembered."""
TASK_LATELY = 5
"""Clinician's turns over which a task stays what is being talked about."""
ELLIPTICAL_WORDS = 6
"""A question this short ("And your brother?") goes on with the question before it."""


@dataclass(frozen=True)
class Heard:
    """A turn that has been read.

    act: what it does, when it is the clinician's. in_tears: words of comfort, or of crying.
    """

    turn: Turn
    said: Said
    act: ClinicianAct = "other"
    in_tears: bool = False

    @property
    def weighs(self) -> bool:
        """Whether it is a clinician's turn that is more than a back-channel."""
        return self.turn.speaker == "clinician" and self.act != "back_channel"


@dataclass(frozen=True)
class Context:
    """What came before a client's turn.

    recent: turns, oldest first. before: the clinician's turn just before. focus: the clinician's
    last turn of weight. account: the client's turns that this one goes on from, oldest first: only
    back-channels, or nothing, stand between. asked_task: the focus asks after a task. task_lately:
    one of the clinician's last turns did. asked_reason: the clinician asked why not. task_words:
    what tasks were spoken of with. turns_before: how many turns the session has had.
    """

    recent: tuple[Heard, ...] = ()
    before: Heard | None = None
    focus: Heard | None = None
    account: tuple[Heard, ...] = ()
    asked_task: bool = False
    task_lately: bool = False
    asked_reason: bool = False
    task_words: frozenset[str] = frozenset()
    turns_before: int = 0

    @property
    def carried(self) -> Heard | None:
        """The client's turn that this one goes on from at once."""
        return self.account[-1] if self.account else None

    @property
    def act(self) -> ClinicianAct:
        """The act that the client answers to; "other" when nothing is known."""
        return self.focus.act if self.focus else "other"


class History:
    """The session's turns, in order of their start: their words may come in another order."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._heard: dict[int, Heard] = {}
        self._cuts_s: list[float] = []

    def put(self, turn: Turn) -> Heard:
        """Take in a turn, new or reopened."""
        said = self._lexicon.read(turn.text or "")
        own = turn.speaker == "clinician"
        act = clinician_act(turn.text or "", self._lexicon) if own else "other"
        tears = self._lexicon.tears.comforted if own else self._lexicon.tears.crying
        self._heard[turn.i] = Heard(turn, said, act, said.has(tears))
        return self._heard[turn.i]

    def interrupt(self, at: float) -> None:
        """Nothing was heard for a while: what came before no longer stands beside what comes."""
        self._cuts_s.append(at)

    def with_seq(self, seq: int) -> Heard | None:
        """The turn that event number `seq` wrote, if it is kept."""
        return next((heard for heard in self._heard.values() if heard.turn.seq == seq), None)

    def clinicians_until(self, second: float) -> Heard | None:
        """The clinician's last turn that is known and had begun by then."""
        turns = [h for h in self._heard.values() if h.turn.speaker == "clinician"]
        return max(
            (h for h in turns if self._reach_s(second) <= h.turn.start < second),
            key=_begins,
            default=None,
        )

    def after(self, turn: Turn, count: int) -> list[Heard]:
        """The next turns after a turn that are known."""
        later = [h for h in self._heard.values() if _begins(h) > (turn.start, turn.i)]
        return sorted(later, key=_begins)[:count]

    def before(self, turn: Turn) -> Context:
        """What came before a turn."""
        reach_s = self._reach_s(turn.start)
        earlier = [
            heard
            for heard in self._heard.values()
            if reach_s <= heard.turn.start and _begins(heard) < (turn.start, turn.i)
        ]
        latest = sorted(earlier, key=_begins)[-TASK_TURNS:]
        return context_of(latest, self._lexicon, turns_before=len(earlier))

    def clinician_before(self, turn: Turn) -> Heard | None:
        """The clinician's turn just before a turn, as `before` has it."""
        reach_s = self._reach_s(turn.start)
        return max(
            (
                heard
                for heard in self._heard.values()
                if heard.turn.speaker == "clinician"
                and reach_s <= heard.turn.start
                and _begins(heard) < (turn.start, turn.i)
            ),
            key=_begins,
            default=None,
        )

    def _reach_s(self, second: float) -> float:
        return max((cut for cut in self._cuts_s if cut <= second), default=0.0)


def _begins(heard: Heard) -> tuple[float, int]:
    return heard.turn.start, heard.turn.i


def context_of(earlier: Sequence[Heard], lexicon: Lexicon, turns_before: int) -> Context:
    """The context that earlier turns, oldest first, make."""
    weighty = [heard for heard in earlier if heard.weighs]
    focus = weighty[-1] if weighty else None
    task_words = _task_words(weighty[:-1], lexicon)
    asked = [
        _asks_about_task(heard, weighty[:at], task_words, lexicon)
        for at, heard in enumerate(weighty)
    ][-TASK_LATELY:]
    recent = tuple(earlier[-RECENT_TURNS:])
    return Context(
        recent=recent,
        before=next((h for h in reversed(earlier) if h.turn.speaker == "clinician"), None),
        focus=focus,
        account=_account(recent),
        asked_task=bool(asked) and asked[-1],
        task_lately=any(asked),
        asked_reason=focus is not None and focus.said.has(lexicon.clinician.asks_for_reason),
        task_words=task_words,
        turns_before=turns_before,
    )


def _account(recent: Sequence[Heard]) -> tuple[Heard, ...]:
    parts: list[Heard] = []
    for heard in reversed(recent):
        if heard.turn.speaker == "client":
            parts.insert(0, heard)
        elif heard.weighs:
            break
    return tuple(parts)


def _task_words(weighty: Sequence[Heard], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        word
        for heard in weighty
        if heard.act == "suggestion" or heard.said.has(lexicon.clinician.asks_about_task)
        for word in content_words(heard.said, lexicon)
    )


def _asks_about_task(
    heard: Heard, earlier: Sequence[Heard], task_words: frozenset[str], lexicon: Lexicon
) -> bool:
    """Asks in so many words, or goes on asking in few."""
    if heard.said.has(lexicon.clinician.asks_about_task):
        return True
    brief = len(heard.said.words) <= ELLIPTICAL_WORDS and heard.act == "closed_question"
    return brief and (
        bool(content_words(heard.said, lexicon) & task_words)
        or (bool(earlier) and earlier[-1].said.has(lexicon.clinician.asks_about_task))
    )


def content_words(said: Said, lexicon: Lexicon) -> frozenset[str]:
    """The words that carry subject matter."""
    return frozenset(said.norms) - lexicon.grammar.content_free
