"""The small network that reads turns: what it is given, and its words as probabilities.

A sentence encoder (all-MiniLM-L6-v2: Reimers & Gurevych 2019; Wang et al. 2020) fine-tuned on
text written for livecue, and a little other; models/MODEL_CARD.md says how, and how well it does.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from livecue.inference import on_one_thread
from livecue.markers.reader import HEADS, TALK, Line, Reading
from livecue.markers.weighing import Weighing, load_even
from livecue.model_files import ModelFiles

LINES_BEFORE = 6
"""Lines before the turn that are looked at; of these as many are read as fit."""
LONGEST_TOKENS = 128
TURN_TOKENS = 72
"""Of a longer turn the first two thirds of these are read, and as many of its end as make them up:
assent stands at the front, and what it comes to at the end."""
LINE_TOKENS = 48
LINE_START_TOKENS = 12
"""Of a longer line before the turn, this much of its start is read, and the rest of its end."""
START, END = "[CLS]", "[SEP]"
"""What opens and what closes a text, in BERT's vocabulary."""
SPEAKS = {"clinician": "t: ", "client": "c: ", "unknown": "c: "}

Tokens = npt.NDArray[np.int64]


def tokens_of(lines: Sequence[Line], tokenizer: Tokenizer) -> tuple[list[int], int]:
    """A turn as the network reads it: the turn first, then what came before, as far as it fits.

    Returns:
        Token ids, at most `LONGEST_TOKENS`, and how many of them are the turn's.
    """
    start, end = (_id_of(mark, tokenizer) for mark in (START, END))
    turn = _shortened(_ids(lines[-1].text, tokenizer), TURN_TOKENS, TURN_TOKENS * 2 // 3)
    ids = [start, *turn, end]
    room = LONGEST_TOKENS - len(ids) - 1
    before: list[int] = []
    for line in reversed(lines[:-1][-LINES_BEFORE:]):
        said = _ids(SPEAKS[line.speaker] + line.text, tokenizer)
        said = _shortened(said, LINE_TOKENS, LINE_START_TOKENS)
        if len(said) + len(before) + 1 > room:
            break
        before = [*said, end, *before]
    return [*ids, *(before or [end])], len(ids)


def _id_of(mark: str, tokenizer: Tokenizer) -> int:
    found: int | None = tokenizer.token_to_id(mark)
    assert found is not None, mark
    return found


def _ids(text: str, tokenizer: Tokenizer) -> list[int]:
    ids: list[int] = tokenizer.encode(text, add_special_tokens=False).ids
    return ids


def _shortened(ids: list[int], longest: int, start: int) -> list[int]:
    return ids if len(ids) <= longest else [*ids[:start], *ids[start - longest :]]


class MarkerNetwork:
    """The network in onnxruntime.

    model: with the files `model.onnx` and `tokenizer.json`, checked by whoever gives them.
    """

    def __init__(self, model: ModelFiles) -> None:
        self._session = on_one_thread(model.files["model.onnx"])
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(model.files["tokenizer.json"]))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def read(self, lines: Sequence[Line]) -> Reading:
        """The last of `lines` is the client's turn; the others came before it, oldest first."""
        ids, of_turn = tokens_of(lines, self._tokenizer)
        tokens = np.array([ids], dtype=np.int64)
        before = (np.arange(len(ids)) >= of_turn).astype(np.int64)[None]
        signs, talk = self._session.run(["signs", "talk"], {"tokens": tokens, "before": before})
        return Reading(
            **dict(zip(HEADS, _logistic(signs[0]), strict=True)),
            **dict(zip(TALK, _shares(talk[0]), strict=True)),
        )


def load_weighing(model: ModelFiles) -> Weighing:
    """The network of a model whose files were checked, with what was set for it."""
    return Weighing(MarkerNetwork(model), load_even(model.files["even.json"]))


def _logistic(logits: npt.NDArray[np.float32]) -> list[float]:
    return [float(p) for p in 1.0 / (1.0 + np.exp(-logits.astype(np.float64)))]


def _shares(logits: npt.NDArray[np.float32]) -> list[float]:
    odds = np.exp(logits.astype(np.float64) - logits.max())
    return [float(share) for share in odds / odds.sum()]
