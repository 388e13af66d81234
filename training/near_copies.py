"""Takes near copies out of our own scenes.

    PYTHONPATH=src python training/near_copies.py MINILM_FOLDER

Two scenes are near copies when their last turns carry the same labels and mean the same to
all-MiniLM-L6-v2 (cosine above `SAME`), and so do the turns of the clinician before them. The first
stays.
Scenes with one opening and two endings are no copies: that is how we show a difference.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import AutoModel

from examples import SCENES

SAME = 0.93
TEXT = Path(__file__).resolve().parents[1] / "models" / "training"
AT_ONCE = 64


def main() -> None:
    """Write each file again without its near copies, and say how many there were."""
    folder = Path(sys.argv[1])
    lines = [
        (path, line)
        for path in sorted(TEXT.glob("*.jsonl"))
        if path.stem.rpartition("_")[0] in SCENES
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    scenes = [json.loads(line) for _, line in lines]
    copies = _copies(scenes, folder)
    for path in sorted({path for path, _ in lines}):
        kept = [line for at, (of, line) in enumerate(lines) if of == path and at not in copies]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(copies)} of {len(scenes)} scenes were near copies\n")


def _copies(scenes: Sequence[dict[str, Any]], folder: Path) -> set[int]:
    endings = _embedded([scene["turns"][-1]["text"] for scene in scenes], folder)
    asked = _embedded([scene["turns"][-2]["text"] for scene in scenes], folder)
    copies: set[int] = set()
    for at, scene in enumerate(scenes):
        near = (endings[:at] @ endings[at] > SAME) & (asked[:at] @ asked[at] > SAME)
        same = [
            other
            for other in near.nonzero().flatten().tolist()
            if other not in copies and _labels(scenes[other]) == _labels(scene)
        ]
        if same:
            copies.add(at)
    return copies


def _labels(scene: dict[str, Any]) -> frozenset[str]:
    return frozenset(scene["turns"][-1]["labels"])


@torch.no_grad()
def _embedded(texts: Sequence[str], folder: Path) -> torch.Tensor:
    """Directions, shape (n, 384)."""
    encoder = AutoModel.from_pretrained(folder).eval()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_padding()  # to the longest of a batch, not to the file's fixed length
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    points = torch.zeros(len(texts), encoder.config.hidden_size)
    for first in range(0, len(order), AT_ONCE):
        here = order[first : first + AT_ONCE]
        read = tokenizer.encode_batch([texts[at] for at in here])
        there = torch.tensor([one.attention_mask for one in read])
        states = encoder(torch.tensor([one.ids for one in read]), there).last_hidden_state
        weights = there.unsqueeze(-1).float()
        points[here] = (states * weights).sum(1) / weights.sum(1)
    return functional.normalize(points, dim=1)


if __name__ == "__main__":
    main()
