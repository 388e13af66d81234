"""The word lists, and mistakes in them."""

from pathlib import Path

import pytest

from livecue.errors import InputError, MissingError
from livecue.markers import lexicon
from livecue.markers.lexicon import load_lexicon
from livecue.paths import shipped

SHIPPED = shipped("config") / "lexicon" / "en.toml"


@pytest.fixture
def own_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of word lists that a linguist edits."""
    path = tmp_path / "lexicon" / "en.toml"
    path.parent.mkdir()
    path.write_text(SHIPPED.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(lexicon, "shipped", lambda _name: tmp_path)
    return path


def _with(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_word_that_a_linguist_adds_is_heard(own_lists: Path) -> None:
    _with(own_lists, '"but", "though"', '"but", "howbeit", "though"')
    lists = load_lexicon("en")
    assert lists.read("Howbeit, no.").has(lists.yes_but.contrast)


def test_an_unknown_list_is_an_input_error_that_names_it(own_lists: Path) -> None:
    _with(own_lists, "[care]", "[care]\nperil = ['x']")
    with pytest.raises(InputError, match=r"care\.peril"):
        load_lexicon("en")


def test_a_pattern_that_cannot_be_read_is_named(own_lists: Path) -> None:
    _with(own_lists, '"but", "though"', '"but (", "though"')
    with pytest.raises(InputError, match=r"'but \(' is not a pattern"):
        load_lexicon("en")


def test_broken_toml_is_an_input_error(own_lists: Path) -> None:
    own_lists.write_text("[care", "utf-8")
    with pytest.raises(InputError, match="not valid TOML"):
        load_lexicon("en")


def test_a_language_without_lists_is_missing() -> None:
    with pytest.raises(MissingError, match="'cy'"):
        load_lexicon("cy")
