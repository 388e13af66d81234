"""Rules and network weighed together: one score a sign, and the words that carried it.

Rules say what a clinician can check; the network hears what no list of phrases holds. Both count
alike: log odds of the one and of the other, added. Weights fitted on our own text gave the rules
next to nothing and were worse on real talk (docs/evaluation.md).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import RootModel

from livecue.events import Evidence, MarkerName
from livecue.markers.context import Context, Heard
from livecue.markers.going_on import lines_of, read_turn
from livecue.markers.observed import FLOOR, Observed, log_odds, logistic
from livecue.markers.reader import Line, Reading, TurnReader
from livecue.markers.words import Hit

HEAD_OF: Mapping[MarkerName, str] = {
    "yes_but": "yes_but",
    "topic_shift": "topic_shift",
    "homework": "excuse",
    "silence": "minimal",
    "change_talk": "change",
    "sustain_talk": "sustain",
}
"""What each marker is called in a reading. Of "silence" it is the short answer; pauses are not
read."""
LEAST_BY_RULE = 0.05
"""Rules that see nothing say no more than this: most signs are in no list."""
SURE_BY_RULE = 0.5
"""From here on the rules' own words stand as evidence."""
MOST_CLAUSES = 3
"""Clauses of a turn that are tried for the one which carried it, the longest; each costs one more
reading, and a turn is to take no more than 40 ms of one core."""
LINES_BESIDE = 1
"""Lines before the turn that those further readings are given: fewer words are read sooner."""


class Even(RootModel[dict[str, float]], frozen=True):
    """For each head of a reading, the log odds at which a score is 0.5.

    A person sets them by the precision-recall curve of labelled talk (training/even.py), so that
    0.5 is where a sign is told at the level "balanced"; a score is no probability. That of
    `boundary`, by TIAGE's, serves measuring alone.
    """

    def score(self, head: str, network: float, rules: float) -> float:
        """How sure, 0-1, of what the network and the rules each say, 0-1."""
        return logistic(together(network, rules) - self.root[head])


def together(network: float, rules: float) -> float:
    """Both witnesses' log odds, added."""
    return log_odds(network) + log_odds(max(rules, LEAST_BY_RULE))


def load_even(path: Path) -> Even:
    """What was set for a network."""
    return Even.model_validate_json(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Weighing:
    """A network, and at which odds of it and of the rules together a sign is even."""

    reader: TurnReader
    even: Even

    def read(self, heard: Heard, context: Context) -> Reading:
        """What the network says of a client's turn."""
        return read_turn(self.reader, heard, context)

    def boundary(self, lines: Sequence[Line]) -> float:
        """How sure, 0-1, that the last of `lines` changes the subject, abruptly or not."""
        odds = log_odds(self.reader.read(lines).boundary)
        return logistic(odds - self.even.root["boundary"])

    def judge(
        self,
        reading: Reading,
        rules: Iterable[Observed],
        heard: Heard,
        context: Context,
        ruled_out: Collection[MarkerName],
    ) -> list[Observed]:
        """Every sign that is at all likely once both are heard.

        Args:
            rules: what the rules saw.
            ruled_out: signs that this turn cannot carry, whatever the network says.
        """
        by_rule = {observed.marker: observed for observed in rules}
        judged: list[Observed] = []
        left_out = _LeftOut(self.reader, heard, context)
        for marker in HEAD_OF:
            if marker in ruled_out:
                continue
            rule = by_rule.get(marker)
            score = self._score(marker, reading, rule)
            if score >= FLOOR:
                judged.append(self._observed(marker, score, rule, reading, left_out))
        return judged

    def _score(self, marker: MarkerName, reading: Reading, rule: Observed | None) -> float:
        head = HEAD_OF[marker]
        by_rule = 0.0 if rule is None else rule.score
        return self.even.score(head, getattr(reading, head), by_rule)

    def _observed(
        self,
        marker: MarkerName,
        score: float,
        rule: Observed | None,
        reading: Reading,
        left_out: "_LeftOut",
    ) -> Observed:
        sure_by_rule = rule is not None and rule.score >= SURE_BY_RULE
        evidence = rule.evidence if rule is not None else Evidence(basis="read")
        if not sure_by_rule:
            words = left_out.carrying(marker)
            evidence = evidence.model_copy(update={"basis": "read", "words": words})
        elaborate = False
        if marker == "homework":
            evidence = evidence.model_copy(update={"asked": left_out.context.asked_reason})
            elaborate = reading.elaborate >= SURE_BY_RULE or (rule is not None and rule.elaborate)
        return Observed(marker, score, evidence, elaborate)


@dataclass(frozen=True)
class _LeftOut:
    """A client's turn with one clause after another left out, read once for all signs."""

    reader: TurnReader
    heard: Heard
    context: Context

    def carrying(self, marker: MarkerName) -> tuple[str, ...]:
        """The clause without which the network is least sure of it; of a short turn all."""
        said = self.heard.said
        if len(said.clauses) < 2:
            return (said.text.strip(),)
        weakest = min(self._read, key=lambda clause: getattr(self._read[clause], HEAD_OF[marker]))
        return said.quotes((weakest,))

    @cached_property
    def _read(self) -> Mapping[Hit, Reading]:
        """What the network says without each of the longest clauses, the longest first."""
        clauses = sorted(self.heard.said.clauses, key=lambda clause: clause.first - clause.stop)
        before = lines_of(self.heard, self.context)[:-1][-LINES_BESIDE:]
        return {
            clause: self.reader.read([*before, Line("client", _without(self.heard, clause))])
            for clause in clauses[:MOST_CLAUSES]
        }


def _without(heard: Heard, clause: Hit) -> str:
    words = heard.said.words
    return (
        heard.said.text[: words[clause.first].start] + heard.said.text[words[clause.stop - 1].end :]
    )
