"""Models are found in their order, and used only if every byte is as it was."""

import hashlib
from pathlib import Path

import pytest

from livecue import model_files
from livecue.errors import InputError, MissingError
from livecue.model_files import (
    FileSpec,
    ModelSpec,
    described,
    locate,
    manifest,
    remember,
    whereabouts,
)

WEIGHTS = b"weights of a small model"
WORDS = b'{"words": []}'
HALVES = (WEIGHTS[:10], WEIGHTS[10:])


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


MANIFEST = f"""
[[models]]
name = "toy"
purpose = "tests"
licence = "MIT"
source = "made here"
hub = "nobody/toy"
[[models.files]]
name = "model.bin"
sha256 = "{sha256(WEIGHTS)}"
size = {len(WEIGHTS)}
carriers = [{{ package = "toy-carrier", version = "1.0", path = "toy_carrier/model.bin" }}]
[[models.files]]
name = "words.json"
sha256 = "{sha256(WORDS)}"
size = {len(WORDS)}
carriers = [
  {{ package = "toy-words", version = "1.0", path = "toy_words/words.json" }},
  {{ package = "toy-carrier", version = "1.0", path = "toy_carrier/words.json" }},
]

[[models]]
name = "halved"
purpose = "tests"
licence = "MIT"
source = "made here"
[[models.files]]
name = "model.bin"
sha256 = "{sha256(WEIGHTS)}"
size = {len(WEIGHTS)}
parts = [
  {{ package = "toy-one", version = "1", path = "toy_one/bin.1", sha256 = "{sha256(HALVES[0])}" }},
  {{ package = "toy-two", version = "1", path = "toy_two/bin.2", sha256 = "{sha256(HALVES[1])}" }},
]

[[models]]
name = "far"
purpose = "tests"
licence = "MIT"
source = "made here"
hub = "nobody/far"
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with the toy manifest, and nothing else: `models`, `home`, `packages`, `hub`."""
    for folder in ("models", "home", "packages", "hub"):
        (tmp_path / folder).mkdir()
    (tmp_path / "models" / "manifest.toml").write_text(MANIFEST)
    monkeypatch.setattr(model_files, "shipped", lambda name: tmp_path / name)
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.syspath_prepend(tmp_path / "packages")
    return tmp_path


def install(machine: Path, package: str, files: dict[str, bytes]) -> Path:
    """A package that carries files, and whose code would fail if it were ever run."""
    site = machine / "packages"
    stem = package.replace("-", "_")
    (site / f"{stem}-1.0.dist-info").mkdir()
    (site / f"{stem}-1.0.dist-info" / "METADATA").write_text(f"Name: {package}\nVersion: 1.0\n")
    folder = site / stem
    folder.mkdir()
    (folder / "__init__.py").write_text("raise RuntimeError('a carrier was imported')\n")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def put(folder: Path, weights: bytes = WEIGHTS, words: bytes = WORDS) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.bin").write_bytes(weights)
    (folder / "words.json").write_bytes(words)
    return folder


def cached(machine: Path, repository: str, files: dict[str, bytes], commit: str = "c0ffee") -> Path:
    """Files as the hub's own client leaves them in its cache."""
    kept = machine / "hub" / f"models--{repository.replace('/', '--')}"
    snapshot = kept / "snapshots" / commit
    snapshot.mkdir(parents=True)
    (kept / "refs").mkdir()
    (kept / "refs" / "main").write_text(commit)
    for name, content in files.items():
        (snapshot / name).write_bytes(content)
    return snapshot


def test_the_users_own_folder_comes_first(machine: Path) -> None:
    put(machine / "models" / "toy")
    given = put(machine / "elsewhere")
    assert locate("toy", given).folder == given


def test_then_the_models_folder_then_packages_then_the_hubs_cache(machine: Path) -> None:
    in_cache = cached(machine, "nobody/toy", {"model.bin": WEIGHTS, "words.json": WORDS})
    assert locate("toy").folder == in_cache
    in_package = install(machine, "toy-carrier", {"model.bin": WEIGHTS, "words.json": WORDS})
    assert locate("toy").folder == in_package
    in_models = put(machine / "models" / "toy")
    assert locate("toy").folder == in_models


def test_files_may_lie_in_two_packages(machine: Path) -> None:
    install(machine, "toy-carrier", {"model.bin": WEIGHTS})
    install(machine, "toy-words", {"words.json": WORDS})
    found = locate("toy")
    assert found.files["model.bin"].read_bytes() == WEIGHTS
    assert found.files["words.json"].read_bytes() == WORDS
    assert found.sha256 == sha256(WEIGHTS)


def test_a_model_that_is_nowhere_says_how_to_get_it(machine: Path) -> None:
    with pytest.raises(
        MissingError, match=r"'toy' is not on this machine; `livecue models pull toy`"
    ):
        locate("toy")


def test_a_model_that_no_hub_has_says_which_package_brings_it(machine: Path) -> None:
    with pytest.raises(MissingError, match="'halved' is not on this machine; `pip install"):
        locate("halved")


def test_an_unknown_name_is_refused_with_the_known_ones(machine: Path) -> None:
    with pytest.raises(InputError, match="no model 'huge'; livecue knows toy, halved, far"):
        locate("huge")


@pytest.mark.parametrize("file", ["model.bin", "words.json"])
def test_one_changed_byte_in_an_installed_file_makes_the_model_missing(
    machine: Path, file: str
) -> None:
    contents = {"model.bin": WEIGHTS, "words.json": WORDS}
    changed = contents[file][:-1] + b"?"
    install(machine, "toy-carrier", {**contents, file: changed})
    with pytest.raises(
        MissingError, match=rf"{file} is not the file .* 'toy' \(its sha256 differs\)"
    ):
        locate("toy")


def test_one_changed_byte_in_a_folder_the_user_gave_is_wrong_input(machine: Path) -> None:
    given = put(machine / "elsewhere", weights=WEIGHTS[:-1] + b"?")
    with pytest.raises(InputError, match=r"model\.bin is not the file"):
        locate("toy", given)


def test_a_given_folder_that_lacks_a_file_is_wrong_input_even_if_the_model_is_elsewhere(
    machine: Path,
) -> None:
    put(machine / "models" / "toy")
    given = put(machine / "elsewhere")
    (given / "words.json").unlink()
    with pytest.raises(InputError, match=r"it lacks words\.json"):
        locate("toy", given)


def test_a_model_in_two_parts_is_joined_once(machine: Path) -> None:
    install(machine, "toy-one", {"bin.1": HALVES[0]})
    second = install(machine, "toy-two", {"bin.2": HALVES[1]})
    joined = locate("halved")
    assert joined.folder == machine / "home" / "models" / "halved"
    assert joined.files["model.bin"].read_bytes() == WEIGHTS
    (second / "bin.2").unlink()
    assert locate("halved") == joined


def test_a_changed_part_is_named_and_leaves_nothing_behind(machine: Path) -> None:
    install(machine, "toy-one", {"bin.1": HALVES[0]})
    install(machine, "toy-two", {"bin.2": HALVES[1][:-1] + b"?"})
    with pytest.raises(MissingError, match=r"bin\.2 is not the file"):
        locate("halved")
    assert list((machine / "home" / "models").iterdir()) == []


def test_a_join_that_was_cut_off_is_never_taken_for_the_model(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(machine, "toy-one", {"bin.1": HALVES[0]})
    install(machine, "toy-two", {"bin.2": HALVES[1]})

    def cut_off(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", cut_off)
        with pytest.raises(MissingError, match="No space left on device"):
            locate("halved")
    assert locate("halved").files["model.bin"].read_bytes() == WEIGHTS


def test_a_joined_model_that_lost_a_file_is_joined_anew(machine: Path) -> None:
    install(machine, "toy-one", {"bin.1": HALVES[0]})
    install(machine, "toy-two", {"bin.2": HALVES[1]})
    locate("halved").files["model.bin"].unlink()
    assert locate("halved").files["model.bin"].read_bytes() == WEIGHTS


def test_a_joined_model_that_was_changed_is_refused(machine: Path) -> None:
    install(machine, "toy-one", {"bin.1": HALVES[0]})
    install(machine, "toy-two", {"bin.2": HALVES[1]})
    locate("halved").files["model.bin"].write_bytes(WEIGHTS[:-1] + b"?")
    with pytest.raises(MissingError, match=r"delete .*halved, and livecue makes it anew"):
        locate("halved")


def test_a_model_known_only_to_the_hub_must_be_pulled_before_it_is_trusted(machine: Path) -> None:
    snapshot = cached(machine, "nobody/far", {"model.bin": WEIGHTS})
    with pytest.raises(MissingError, match="livecue models pull far"):
        locate("far")
    pulled = FileSpec(name="model.bin", sha256=sha256(WEIGHTS), size=len(WEIGHTS))
    remember(described("far").model_copy(update={"revision": "c0ffee", "files": (pulled,)}))
    assert locate("far").folder == snapshot
    (snapshot / "model.bin").write_bytes(WEIGHTS[:-1] + b"?")
    with pytest.raises(MissingError, match=r"model\.bin is not the file"):
        locate("far")


def test_where_a_model_lies_is_told_without_reading_it(machine: Path) -> None:
    (halved,) = (spec for spec in manifest() if spec.name == "halved")
    assert whereabouts(halved) is None
    first = install(machine, "toy-one", {"bin.1": HALVES[0]})
    assert whereabouts(halved) is None
    install(machine, "toy-two", {"bin.2": b"changed"})
    assert whereabouts(halved) == first


def test_livecues_own_manifest_describes_every_model_that_a_session_needs() -> None:
    known: dict[str, ModelSpec] = {spec.name: spec for spec in manifest()}
    assert {"base", "tiny.en", "silero-vad", "turn-reader", "campplus"} <= set(known)
    assert all(spec.files or spec.hub for spec in known.values())
    assert all(len(file.sha256) == 64 for spec in known.values() for file in spec.files)


def test_the_speaker_network_in_the_models_folder_is_the_one_described() -> None:
    assert locate("campplus").files.keys() == {"campplus_zh_en_192.onnx"}
