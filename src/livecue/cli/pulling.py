"""Fetching a speech model from the hub: the only place in livecue that reaches for the network."""

import sys
from pathlib import Path

from huggingface_hub import HfApi, snapshot_download
from huggingface_hub.utils.tqdm import disable_progress_bars

from livecue.errors import MissingError
from livecue.model_files import FileSpec, manifest, remember, sha256_of

_WEIGHTS = "model.bin"
_WANTED = ["config.json", "preprocessor_config.json", _WEIGHTS, "tokenizer.json", "vocabulary.*"]
"""What faster-whisper reads of a speech model."""


def fetch(name: str) -> None:
    """Bring the model `name` into the hub's cache, and check it.

    A model whose sha256 the manifest does not hold is compared with what the hub promises, and its
    sha256 are kept, so that a later change is seen.

    Raises:
        MissingError: the hub cannot be reached, or sent something else.
    """
    spec = next(spec for spec in manifest() if spec.name == name)
    repository = spec.hub or ""
    if not sys.stderr.isatty():
        disable_progress_bars()
    try:
        folder = Path(snapshot_download(repository, allow_patterns=_WANTED))
        promised = _promised(repository, folder.name)
        if _changed(folder, promised):  # what lay in the cache was damaged
            snapshot_download(repository, allow_patterns=_WANTED, force_download=True)
    except Exception as error:  # the hub's client lets through whatever its own libraries raise
        raise MissingError(
            f"The hub did not give {repository} ({type(error).__name__}); check that this machine "
            f"is online, and run `livecue models pull {name}` again."
        ) from error
    if changed := _changed(folder, promised):
        raise MissingError(
            f"{changed[0]} is not what the hub promised (its sha256 differs); "
            f"run `livecue models pull {name}` again."
        )
    if not spec.files:
        files = tuple(_described(path) for path in _received(folder))
        remember(spec.model_copy(update={"revision": folder.name, "files": files}))


def _promised(repository: str, revision: str) -> dict[str, str]:
    """The sha256 that the hub states, by file; it states them of large files only."""
    info = HfApi().model_info(repository, revision=revision, files_metadata=True)
    return {file.rfilename: file.lfs.sha256 for file in info.siblings or [] if file.lfs}


def _changed(folder: Path, promised: dict[str, str]) -> list[Path]:
    return [
        path
        for path in _received(folder)
        if path.name in promised and sha256_of(path) != promised[path.name]
    ]


def _received(folder: Path) -> list[Path]:
    """The files, weights first."""
    return sorted(folder.iterdir(), key=lambda path: (path.name != _WEIGHTS, path.name))


def _described(path: Path) -> FileSpec:
    return FileSpec(name=path.name, sha256=sha256_of(path), size=path.stat().st_size)
