"""Sentences as points on a sphere: near each other when they speak of the same thing.

The network is all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020) with 8-bit weights.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from livecue.model_files import ModelFiles

Embeddings = npt.NDArray[np.float32]

DIMENSIONS = 384
LONGEST_TOKENS = 256
"""What the network was trained to read (its model card)."""
KEPT = 256


class SentenceEncoder(Protocol):
    """Turns sentences into points."""

    def embed(self, texts: Sequence[str]) -> Embeddings:
        """One row a text, shape (n, 384), each of length 1."""
        ...


class MiniLM:
    """The network in onnxruntime, on one thread; the latest sentences are remembered.

    model: with the files `model.onnx` and `tokenizer.json`, checked by whoever gives them.
    """

    def __init__(self, model: ModelFiles) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model.files["model.onnx"], options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(model.files["tokenizer.json"]))
        self._tokenizer.enable_truncation(LONGEST_TOKENS)
        self._tokenizer.no_padding()
        self._remembered: OrderedDict[str, Embeddings] = OrderedDict()

    def embed(self, texts: Sequence[str]) -> Embeddings:
        """One row a text, shape (n, 384), each of length 1."""
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        return np.stack([self._one(text) for text in texts])

    def _one(self, text: str) -> Embeddings:
        """One text, read alone: 8-bit weights make a row depend a little on its neighbours."""
        if text not in self._remembered:
            self._remembered[text] = self._compute(text)
            if len(self._remembered) > KEPT:
                self._remembered.popitem(last=False)
        self._remembered.move_to_end(text)
        return self._remembered[text]

    def _compute(self, text: str) -> Embeddings:
        tokens = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        (states,) = self._session.run(
            ["last_hidden_state"],
            {
                "input_ids": tokens,
                "attention_mask": np.ones_like(tokens),
                "token_type_ids": np.zeros_like(tokens),
            },
        )
        mean: Embeddings = states[0].mean(axis=0)
        return mean / np.linalg.norm(mean)
