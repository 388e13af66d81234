"""The network in PyTorch, for training: a sentence encoder, and two small heads on it."""

from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from examples import Example
from livecue.markers.network import tokens_of
from livecue.markers.reader import HEADS, TALK

NOT_RATED = -1
LENGTH_STEP = 16
"""Batches are as long as a multiple of this: kernels are made anew for every other length."""
DROPOUT = 0.1


class Reader(nn.Module):
    """An encoder with a logit a sign, and three for the classes of talk."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(weights, attn_implementation="eager")
        width: int = self.encoder.config.hidden_size
        self.side = nn.Embedding(2, width)  # the turn itself, and what came before it
        nn.init.zeros_(self.side.weight)
        self.dropout = nn.Dropout(DROPOUT)
        self.mixed = nn.Linear(2 * width, width)
        self.signs = nn.Linear(width, len(HEADS))
        self.talk = nn.Linear(width, len(TALK))

    def forward(self, tokens: Tensor, before: Tensor, there: Tensor) -> tuple[Tensor, Tensor]:
        """Logits, shapes (n, 6) and (n, 3), of token ids (n, length); `before` and `there` are 1
        where a token came before the turn, and where there is one at all."""
        words = self.encoder.embeddings.word_embeddings(tokens) + self.side(before)
        states = self.encoder(inputs_embeds=words, attention_mask=there).last_hidden_state
        of_turn = ((1 - before) * there).unsqueeze(-1).to(states.dtype)
        mean = (states * of_turn).sum(1) / of_turn.sum(1)
        read = torch.cat([states[:, 0], mean], dim=-1)
        mixed = self.dropout(functional.gelu(self.mixed(self.dropout(read))))
        return self.signs(mixed), self.talk(mixed)


class Batch:
    """Examples as tensors.

    tokens, before, there: (n, length). signs: (n, 6), `NOT_RATED` where not rated; talk: (n,),
    likewise.
    """

    def __init__(self, examples: Sequence[Example], tokenizer: Tokenizer) -> None:
        read = [tokens_of(example.lines, tokenizer) for example in examples]
        longest = max(len(ids) for ids, _ in read)
        shape = len(read), -(-longest // LENGTH_STEP) * LENGTH_STEP
        self.tokens = torch.zeros(shape, dtype=torch.long)
        self.before = torch.zeros(shape, dtype=torch.long)
        self.there = torch.zeros(shape, dtype=torch.long)
        for row, (ids, of_turn) in enumerate(read):
            self.tokens[row, : len(ids)] = torch.tensor(ids)
            self.before[row, of_turn : len(ids)] = 1
            self.there[row, : len(ids)] = 1
        self.signs = torch.tensor(
            [[example.answers.get(head, NOT_RATED) for head in HEADS] for example in examples],
            dtype=torch.float32,
        )
        self.talk = torch.tensor([_class_of(example) for example in examples])


def _class_of(example: Example) -> int:
    return NOT_RATED if example.talk is None else TALK.index(example.talk)
