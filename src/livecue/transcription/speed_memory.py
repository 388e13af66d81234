"""How quickly models read on this machine, remembered, so that only the first start measures it."""

import contextlib
import os
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from pydantic import ValidationError

from livecue.computer import cores, processor
from livecue.config import TranscriptionSettings
from livecue.events import Frozen
from livecue.model_files import ModelSpec
from livecue.paths import home
from livecue.transcription.fitting import Speed


class Conditions(Frozen):
    """What the speeds depend on, and which models were timed.

    models: the sha256 of their weights, by name.
    """

    livecue: str
    processor: str
    cores: int
    threads: int
    rtf_most: float
    latency_most_s: float
    models: dict[str, str]


class _Memory(Frozen):
    conditions: Conditions
    speeds: tuple[Speed, ...]


def conditions(models: Sequence[ModelSpec], settings: TranscriptionSettings) -> Conditions:
    """This machine, livecue, and these models under these settings."""
    return Conditions(
        livecue=version("livecue"),
        processor=processor(),
        cores=cores(),
        threads=settings.threads,
        rtf_most=settings.model_rtf_most,
        latency_most_s=settings.model_latency_most_s,
        models={model.name: model.files[0].sha256 for model in models},
    )


def recall(now: Conditions) -> tuple[Speed, ...]:
    """What was measured under these conditions; nothing if it never was, or cannot be read."""
    try:
        memory = _Memory.model_validate_json(_file().read_bytes())
    except (OSError, ValidationError):
        return ()
    return memory.speeds if memory.conditions == now else ()


def remember(now: Conditions, speeds: Sequence[Speed]) -> None:
    """Keep it for the next start; where nothing can be written, that one measures again."""
    memory = _Memory(conditions=now, speeds=tuple(speeds))
    file = _file()
    written = file.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(memory.model_dump_json(indent=1), encoding="utf-8")
        written.replace(file)


def _file() -> Path:
    return home() / "reading_speed.json"
