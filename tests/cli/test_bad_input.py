"""What is wrong is said in one sentence, with the right exit code, and nothing is lost."""

import json
import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from livecue.model_files import locate
from livecue.paths import shipped
from tests.cli.livecue import livecue

EXAMPLE = shipped("examples") / "session.opus"


@dataclass(frozen=True)
class Case:
    """arguments: `{home}` stands for livecue's folder. says: what the sentence must hold."""

    name: str
    prepare: Callable[[Path], None]
    arguments: str
    exit_code: int
    says: tuple[str, ...]
    passphrase: str | None = None


def nothing(home: Path) -> None:
    """Nothing to prepare."""


def empty_file(home: Path) -> None:
    (home / "empty.wav").touch()


def picture_named_wav(home: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0"))
    (home / "picture.wav").write_bytes(png + chunk(b"IEND", b""))


def settings(text: str) -> Callable[[Path], None]:
    def write(home: Path) -> None:
        (home / "config.toml").write_text(text)

    return write


def changed_model(home: Path) -> None:
    """The small speech model in livecue's own folder, with one byte changed."""
    folder = home / "models" / "tiny.en"
    folder.mkdir(parents=True)
    for name, path in locate("tiny.en").files.items():
        shutil.copyfile(path, folder / name)
    weights = folder / "model.bin"
    with weights.open("r+b") as file:
        file.seek(1_000_000)
        byte = file.read(1)
        file.seek(1_000_000)
        file.write(bytes([byte[0] ^ 1]))


def store_of_another(home: Path) -> None:
    made = livecue(home, "clients", "add", "river", LIVECUE_PASSPHRASE="the right one")
    assert made.returncode == 0, made.stderr


def broken_transcript(home: Path) -> None:
    session = json.dumps(
        {"id": "one", "turns": [{"i": 0, "speaker": "client", "text": "Hello."}], "rated": []}
    )
    lines = [session] * 6 + ['{"id": "seven", "turns": ['] + [session]
    (home / "broken.jsonl").write_text("\n".join(lines))


CASES = [
    Case("missing file", nothing, "listen --no-store --input {home}/no.wav", 2, ("no.wav",)),
    Case("empty file", empty_file, "listen --no-store --input {home}/empty.wav", 2, ("empty.wav",)),
    Case(
        "a picture named .wav",
        picture_named_wav,
        "listen --no-store --input {home}/picture.wav",
        2,
        ("picture.wav",),
    ),
    Case(
        "unknown device",
        nothing,
        "listen --no-store --consent listen --device nosuchmicrophone",
        2,
        ("nosuchmicrophone",),
    ),
    Case(
        "a video call from a recording",
        nothing,
        f"listen --no-store --client-device default --input {EXAMPLE}",
        2,
        ("--client-device", "leave out --input"),
    ),
    Case(
        "a video call that is none for the channels",
        nothing,
        "listen --no-store --client-device default --channels mono",
        2,
        ("--client-device", "--channels mono"),
    ),
    Case(
        "a clinician's voice beside a channel of their own",
        nothing,
        f"listen --no-store --clinician me --channels split --input {EXAMPLE}",
        2,
        ("--clinician", "split"),
    ),
    Case(
        "unknown setting",
        settings("[cues]\ncoldown_s = 3\n"),
        f"listen --no-store --input {EXAMPLE}",
        2,
        ("cues.coldown_s", "config.toml"),
    ),
    Case(
        "setting out of range",
        settings("[silence]\ndefault_threshold_s = 900\n"),
        f"listen --no-store --input {EXAMPLE}",
        2,
        ("silence.default_threshold_s", "900", "config.toml"),
    ),
    Case(
        "missing model",
        nothing,
        f"listen --no-store --model small.en --input {EXAMPLE}",
        3,
        ("small.en", "livecue models pull small.en"),
    ),
    Case(
        "a model with one byte changed",
        changed_model,
        f"listen --no-store --model tiny.en --input {EXAMPLE}",
        3,
        ("model.bin",),
    ),
    Case("no key", nothing, f"listen --input {EXAMPLE}", 3, ("--no-store",)),
    Case(
        "wrong passphrase",
        store_of_another,
        "clients list",
        4,
        ("passphrase",),
        passphrase="the wrong one",
    ),
    Case("broken transcript", broken_transcript, "mark {home}/broken.jsonl", 2, ("line 7",)),
    Case(
        "consent to something strange",
        nothing,
        f"listen --no-store --consent lunch --input {EXAMPLE}",
        2,
        ("lunch",),
    ),
    Case(
        "audio kept without consent",
        nothing,
        f"listen --record --consent timeline --input {EXAMPLE}",
        2,
        ("audio", "--consent"),
        passphrase="any",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "_"))
def test_bad_input_is_told_in_one_sentence(case: Case, tmp_path: Path) -> None:
    case.prepare(tmp_path)
    secret = {} if case.passphrase is None else {"LIVECUE_PASSPHRASE": case.passphrase}
    arguments = case.arguments.replace("{home}", str(tmp_path)).split()
    done = livecue(tmp_path, *arguments, **secret)
    assert done.returncode == case.exit_code, done.stderr
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("livecue: ")
    assert lines[0].endswith(".")
    for part in case.says:
        assert part in lines[0]
