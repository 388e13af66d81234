"""From labelled sessions to what the network learns: a client's turn, what came before, answers."""

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from livecue.markers.network import LINES_BEFORE
from livecue.markers.reader import Line

SIGNS_RATED = {
    "yes_but": "yes_but",
    "excuse": "excuse",
    "minimal": "minimal",
    "topic_shift": "topic_shift",
}
"""Head of the network: the label of the codebook that teaches it."""
SCENES = ("excuse", "minimal", "spoken", "talk", "topic_shift", "yes_but")
WHOLE = ("conversations", "consultations")
"""Kinds of our own text, by the beginnings of file names: scenes, and whole sessions, of which the
consultations have signs about as seldom as in life."""
FOLDS = 20

FILLERS = ("um,", "uh,", "you know,", "I mean,", "like,", "well,")
FILLED = STAMMERED = 0.04
"""Share of words before which there is a filler, or which are begun twice ("I- I")."""

Answers = Mapping[str, float]


@dataclass(frozen=True)
class Example:
    """One client's turn with its answers.

    lines: what came before, and the turn, oldest first. answers: 0 or 1 for each head that was
    rated; `talk`: its class, where rated. group: what must stay on one side of a split.
    """

    lines: tuple[Line, ...]
    answers: Answers
    talk: str | None
    group: str

    @property
    def fold(self) -> int:
        """One of twenty parts; scenes of one problem, and turns of one session, share theirs."""
        return int(hashlib.md5(self.group.encode()).hexdigest(), 16) % FOLDS


def own_turns(folder: Path, *kinds: str) -> list[Example]:
    """Our own text, of some kinds (`SCENES`, `WHOLE`): of a scene the last turn, which was labelled
    with care; of a whole session every turn of the client."""
    own: list[Example] = []
    for path in sorted(folder.glob("*.jsonl")):
        kind = path.stem.rpartition("_")[0]
        if kind in kinds:
            first = 0 if kind in WHOLE else -1
            for session in _sessions(path):
                own += list(_examples(session, session["problem"]))[first:]
    return own


def rated_turns(path: Path) -> list[Example]:
    """Every client's turn of a set that was rated turn by turn."""
    return [example for session in _sessions(path) for example in _examples(session, session["id"])]


def changes_of_subject(path: Path) -> list[Example]:
    """Chat whose label is a change of subject by whoever: it teaches `boundary` alone."""
    return [
        replace(example, answers={"boundary": example.answers["topic_shift"]}, talk=None)
        for example in rated_turns(path)
    ]


def as_recognised(example: Example) -> Example:
    """The same without capitals and stops, as a recogniser may give it."""
    plain = tuple(replace(line, text=_plain(line.text)) for line in example.lines)
    return replace(example, lines=plain)


def as_spoken(example: Example, chance: random.Random) -> Example:
    """The same with the slips of speech that a word-for-word transcript keeps."""
    slipped = tuple(replace(line, text=_slipped(line.text, chance)) for line in example.lines)
    return replace(example, lines=slipped)


def shuffled_batches(
    examples: Sequence[Example], size: int, chance: random.Random
) -> Iterator[list[Example]]:
    """All examples once, in batches of like length, in no order."""
    mixed = chance.sample(examples, len(examples))
    batches: list[list[Example]] = []
    for first in range(0, len(mixed), 20 * size):
        alike = sorted(mixed[first : first + 20 * size], key=_length)
        batches += [alike[at : at + size] for at in range(0, len(alike), size)]
    chance.shuffle(batches)
    yield from batches


def _sessions(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _examples(session: Mapping[str, Any], group: str) -> Iterator[Example]:
    turns = session["turns"]
    for at, turn in enumerate(turns):
        if turn["speaker"] != "client" or at == 0:
            continue
        answers = dict(_answers(turn, session["rated"]))
        talk = _talk(turn, session["rated"])
        heard = turns[max(0, at - LINES_BEFORE) : at + 1]
        lines = tuple(Line(line["speaker"], line["text"]) for line in heard)
        yield Example(lines, answers, talk, group)


def _answers(turn: Mapping[str, Any], rated: Iterable[str]) -> Iterator[tuple[str, float]]:
    labels, unsure = turn["labels"], turn.get("unsure", ())
    for head, label in SIGNS_RATED.items():
        if label in rated and label not in unsure:
            yield head, float(label in labels)
    if "excuse" in labels and "excuse_elaborate" not in unsure:
        yield "elaborate", float("excuse_elaborate" in labels)


def _talk(turn: Mapping[str, Any], rated: Iterable[str]) -> str | None:
    """The class of talk; `None` where it was not rated, or both sides were voiced."""
    if "change" not in rated or {"change", "sustain"} & set(turn.get("unsure", ())):
        return None
    sides = [side for side in ("change", "sustain") if side in turn["labels"]]
    return None if len(sides) == 2 else (sides or ["neutral"])[0]


def _slipped(text: str, chance: random.Random) -> str:
    said: list[str] = []
    for word in text.split():
        slip = chance.random()
        if slip < FILLED:
            said.append(chance.choice(FILLERS))
        elif slip < FILLED + STAMMERED and word.isalpha():
            said.append(word + "-")
        said.append(word)
    return " ".join(said)


def _plain(text: str) -> str:
    return re.sub(r"[^\w\s']", "", text).lower()


def _length(example: Example) -> float:
    """About how many tokens the turn and the lines nearest to it have."""
    return len(example.lines[-1].text) + 0.3 * sum(len(line.text) for line in example.lines[-3:-1])
