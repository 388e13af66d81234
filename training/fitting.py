"""The learning itself: batches, loss, steps. Weights move in float32; sums are made in bfloat16,
which processors with matrix units do several times as fast."""

import math
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from examples import Example, as_recognised, as_spoken, shuffled_batches
from livecue.markers.reader import HEADS, TALK
from network import NOT_RATED, Batch, Reader

WARM_UP = 0.08
"""Share of the steps over which the learning rate rises; from there it falls to nothing."""
HEADS_FASTER = 5.0
"""The heads begin from nothing and may move this much faster than the encoder."""
LONGEST_STEP = 1.0
"""Gradients longer than this are cut to it."""
AS_RECOGNISED = 0.25
"""Share of examples that are read without capitals and stops, as a recogniser may give them."""
AS_SPOKEN = 0.3
"""Share that is read with the slips of speech that a word-for-word transcript keeps."""
TELL_EVERY = 50


@dataclass(frozen=True)
class Plan:
    """How to learn. frozen: layers of the encoder, from its words up, that stay as they were.
    trust: what the teacher's word weighs against the label, 0-1."""

    epochs: int
    learning_rate: float
    batch: int = 32
    frozen: int = 0
    trust: float = 0.0


def fit(
    reader: Reader, examples: Sequence[Example], tokenizer: Tokenizer, plan: Plan, seed: int
) -> Reader:
    """Teach a reader; it comes back in float32."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    _freeze(reader, plan.frozen)
    exact = [weights.detach().float().clone().requires_grad_() for weights in reader.parameters()]
    quick = reader.to(torch.bfloat16)
    steps = plan.epochs * math.ceil(len(examples) / plan.batch)
    optimizer = _optimizer(reader, exact, plan)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), 1.0) * max(1 - step / steps, 0)
    )
    began, step = time.monotonic(), 0
    for _ in range(plan.epochs):
        for batch in shuffled_batches(examples, plan.batch, chance):
            quick.train()
            loss = loss_of(quick, Batch([_varied(one, chance) for one in batch], tokenizer), plan)
            loss.backward()  # type: ignore[no-untyped-call]
            for master, weights in zip(exact, quick.parameters(), strict=True):
                master.grad = None if weights.grad is None else weights.grad.float()
                weights.grad = None
            torch.nn.utils.clip_grad_norm_(exact, LONGEST_STEP)
            optimizer.step()
            rate.step()
            _copy(exact, quick)
            step += 1
            if step % TELL_EVERY == 0:
                spent_s = time.monotonic() - began
                tell(f"  step {step} of {steps}: loss {loss.item():.3f}, {spent_s:.0f} s")
    reader = quick.float()
    _copy(exact, reader)
    return reader.eval()


def loss_of(reader: Reader, batch: Batch, plan: Plan) -> Tensor:
    """Cross-entropy of every head that was rated, and of what the teacher says of all."""
    signs, talk = (logits.float() for logits in reader(batch.tokens, batch.before, batch.there))
    rated = (batch.signs != NOT_RATED).float()
    of_talk = torch.cat([batch.talk.unsqueeze(1) == kind for kind in range(len(TALK))], 1).float()
    labels = (_apart(signs, batch.signs.clamp(0)) * rated).sum(1) + _by_class(talk, of_talk)
    taught = (batch.taught[:, 0] != NOT_RATED).float()
    said = batch.taught.clamp(0)
    told = _apart(signs, said[:, : len(HEADS)]).sum(1) + _by_class(talk, said[:, len(HEADS) :])
    trust = plan.trust * taught
    return ((1.0 - trust) * labels + trust * told).mean()


def _apart(logits: Tensor, wanted: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")


def _by_class(logits: Tensor, wanted: Tensor) -> Tensor:
    """Nothing where no class is wanted."""
    return -(wanted * functional.log_softmax(logits, dim=1)).sum(1)


def taught(
    teacher: Reader, examples: Sequence[Example], tokenizer: Tokenizer, size: int = 64
) -> list[Example]:
    """The examples with what a reader says of each."""
    quick = teacher.to(torch.bfloat16).eval()
    order = sorted(
        range(len(examples)), key=lambda at: sum(len(x.text) for x in examples[at].lines)
    )
    said: dict[int, tuple[float, ...]] = {}
    for first in range(0, len(order), size):
        here = order[first : first + size]
        batch = Batch([examples[at] for at in here], tokenizer)
        with torch.no_grad():
            signs, talk = quick(batch.tokens, batch.before, batch.there)
        told = torch.cat([torch.sigmoid(signs.float()), torch.softmax(talk.float(), -1)], -1)
        said.update(zip(here, map(tuple, told.tolist()), strict=True))
    return [replace(example, taught=said[at]) for at, example in enumerate(examples)]


def tell(says: str) -> None:
    """A line of progress."""
    sys.stdout.write(says + "\n")
    sys.stdout.flush()


def _freeze(reader: Reader, layers: int) -> None:
    if layers:
        reader.encoder.embeddings.requires_grad_(False)
    for layer in reader.encoder.encoder.layer[:layers]:
        layer.requires_grad_(False)


def _optimizer(reader: Reader, exact: Sequence[Tensor], plan: Plan) -> torch.optim.AdamW:
    names = [name for name, _ in reader.named_parameters()]
    encoder = [w for name, w in zip(names, exact, strict=True) if name.startswith("encoder.")]
    heads = [w for name, w in zip(names, exact, strict=True) if not name.startswith("encoder.")]
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": plan.learning_rate},
            {"params": heads, "lr": plan.learning_rate * HEADS_FASTER},
        ],
        fused=True,
    )


@torch.no_grad()
def _copy(exact: Sequence[Tensor], reader: Reader) -> None:
    for master, weights in zip(exact, reader.parameters(), strict=True):
        weights.copy_(master)


def _varied(example: Example, chance: random.Random) -> Example:
    if chance.random() < AS_SPOKEN:
        example = as_spoken(example, chance)
    return as_recognised(example) if chance.random() < AS_RECOGNISED else example
