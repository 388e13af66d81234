"""The learning itself: batches, loss, steps. Weights move in float32; sums are made in bfloat16,
which processors with matrix units do several times as fast."""

import math
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from examples import Example, as_recognised, as_spoken, shuffled_batches
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
    """How to learn."""

    epochs: int
    learning_rate: float
    seed: int
    batch: int = 32


def fit(reader: Reader, examples: Sequence[Example], tokenizer: Tokenizer, plan: Plan) -> Reader:
    """Teach a reader; it comes back in float32."""
    chance = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
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
            loss = loss_of(quick, Batch([_varied(one, chance) for one in batch], tokenizer))
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


def loss_of(reader: Reader, batch: Batch) -> Tensor:
    """Cross-entropy of every head that was rated."""
    signs, talk = (logits.float() for logits in reader(batch.tokens, batch.before, batch.there))
    rated = (batch.signs != NOT_RATED).float()
    wanted = batch.signs.clamp(0)
    apart = functional.binary_cross_entropy_with_logits(signs, wanted, reduction="none")
    one_of = functional.cross_entropy(talk, batch.talk, ignore_index=NOT_RATED, reduction="none")
    return ((apart * rated).sum(1) + one_of).mean()


def tell(says: str) -> None:
    """A line of progress."""
    sys.stdout.write(says + "\n")
    sys.stdout.flush()


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
