"""`livecue models` says what is here, finds a changed byte, and fetches only when asked."""

import hashlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from livecue import model_files
from livecue.cli.models import app
from livecue.errors import MissingError

WEIGHTS = b"weights"
SHA256 = hashlib.sha256(WEIGHTS).hexdigest()
MANIFEST = f"""
[[models]]
name = "near"
purpose = "tests"
licence = "MIT"
source = "made here"
files = [{{ name = "near.onnx", sha256 = "{SHA256}", size = 7000000 }}]

[[models]]
name = "far"
purpose = "tests far away"
licence = "MIT"
source = "made there"
hub = "nobody/far"
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine that has the model `near`, and an empty hub's cache."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "manifest.toml").write_text(MANIFEST)
    (tmp_path / "models" / "near.onnx").write_bytes(WEIGHTS)
    monkeypatch.setattr(model_files, "shipped", lambda name: tmp_path / name)
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path


class Hub:
    """The hub at its boundary: it puts files into the cache, and states their sha256."""

    def __init__(self, cache: Path, promises: str = SHA256) -> None:
        self.snapshot = cache / "models--nobody--far" / "snapshots" / "c0ffee"
        self.promises = promises
        self.sends = [WEIGHTS]
        self.asked: list[bool] = []

    def snapshot_download(
        self, repository: str, *, allow_patterns: list[str], force_download: bool = False
    ) -> str:
        self.asked.append(force_download)
        self.snapshot.mkdir(parents=True, exist_ok=True)
        (self.snapshot / "model.bin").write_bytes(self.sends.pop(0))
        (self.snapshot / "config.json").write_bytes(b"{}")
        return str(self.snapshot)

    def model_info(self, repository: str, *, revision: str, files_metadata: bool) -> object:
        assert revision == "c0ffee"
        large = SimpleNamespace(rfilename="model.bin", lfs=SimpleNamespace(sha256=self.promises))
        return SimpleNamespace(siblings=[large, SimpleNamespace(rfilename="config.json", lfs=None)])


@pytest.fixture
def hub(machine: Path, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """A hub that sends the right weights."""
    hub = Hub(machine / "hub")
    monkeypatch.setattr("livecue.cli.pulling.snapshot_download", hub.snapshot_download)
    monkeypatch.setattr("livecue.cli.pulling.HfApi", lambda: hub)
    return hub


def run(*arguments: str) -> str:
    """What the command prints; what it raises comes through."""
    result = CliRunner().invoke(app, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def test_list_says_what_each_model_is_for_and_where_it_lies(machine: Path) -> None:
    assert run("list").splitlines() == [
        "near: tests",
        "    made here (MIT, 7 MB)",
        f"    {machine / 'models'}",
        "far: tests far away",
        "    made there (MIT)",
        "    not on this machine",
    ]


def test_verify_passes_over_what_is_not_here(machine: Path) -> None:
    assert run("verify").splitlines() == ["near: whole", "far: not on this machine"]


def test_verify_names_a_changed_file_and_fails(machine: Path) -> None:
    (machine / "models" / "near.onnx").write_bytes(b"weighty")
    with pytest.raises(MissingError, match="Not usable: near"):
        run("verify")


def test_pull_does_nothing_for_a_model_that_is_here(machine: Path, hub: Hub) -> None:
    assert run("pull", "near") == f"near is in {machine / 'models'}\n"
    assert hub.asked == []


def test_pull_fetches_checks_and_remembers(machine: Path, hub: Hub) -> None:
    assert run("pull", "far") == f"far is in {hub.snapshot}\n"
    assert run("verify").splitlines()[1] == "far: whole"
    assert run("pull", "far") == f"far is in {hub.snapshot}\n"
    assert hub.asked == [False]


def test_pull_fetches_again_what_lay_damaged_in_the_cache(machine: Path, hub: Hub) -> None:
    hub.sends = [b"damaged", WEIGHTS]
    assert run("pull", "far") == f"far is in {hub.snapshot}\n"
    assert hub.asked == [False, True]


def test_pull_refuses_what_is_not_what_the_hub_promised(machine: Path, hub: Hub) -> None:
    hub.sends = [b"another", b"another"]
    with pytest.raises(MissingError, match=r"model\.bin is not what the hub promised"):
        run("pull", "far")
    assert run("verify").splitlines()[1] == "far: not on this machine"


def test_pull_without_a_network_says_so_in_a_sentence(
    machine: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object, **__: object) -> str:
        raise ConnectionError("no route")

    monkeypatch.setattr("livecue.cli.pulling.snapshot_download", unreachable)
    with pytest.raises(MissingError, match=r"hub did not give nobody/far .*check"):
        run("pull", "far")


def test_pull_of_a_model_that_no_hub_has_says_where_it_comes_from(machine: Path, hub: Hub) -> None:
    (machine / "models" / "near.onnx").unlink()
    with pytest.raises(MissingError, match="'near' is not on this machine; install livecue again"):
        run("pull", "near")
