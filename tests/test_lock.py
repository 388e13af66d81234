"""The lock holds whatever the project asks for; what it leaves out is missing on a new machine."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED: list[str] = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["research"],
    *PROJECT["dependency-groups"]["dev"],
]


def plain(name: str) -> str:
    """A package's name as every index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("requirement", WANTED)
def test_whatever_is_asked_for_is_locked(requirement: str) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {plain(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}

    name = re.match(r"[\w.-]+", requirement)

    assert name is not None
    assert plain(name.group()) in locked
