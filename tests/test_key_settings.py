"""Hot keys as settings: written, checked, and free of each other."""

from pathlib import Path
from typing import get_args

import pytest

from livecue.config import Combination, HandName, KeySettings, read_settings
from livecue.errors import InputError


def test_every_hand_has_a_setting_and_every_setting_a_hand() -> None:
    assert tuple(KeySettings.model_fields) == get_args(HandName)


def test_a_combination_reads_as_it_is_written() -> None:
    assert str(Combination.parse("shift + ctrl+h")) == "Ctrl+Shift+H"
    assert Combination.parse("F9") == Combination(frozenset(), "F9")


def test_a_hand_without_a_key_has_none() -> None:
    combinations = KeySettings(mark="").combinations()
    assert "mark" not in combinations
    assert str(combinations["hold"]) == "Ctrl+Alt+Shift+H"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('hold = "Ctrl+Alt+Shift+Z"', "'keys.snooze' is 'Ctrl+Alt+Shift+Z': 'hold' has"),
        ('swap = "shift+ALT+ctrl+m"', "'mark' has that combination"),
        ('hold = "h"', "lost to typing"),
        ('hold = "Shift+h"', "lost to typing"),
        ('hold = "Ctrl+Hyper+h"', "a combination is written like"),
        ('hold = "Ctrl+"', "a combination is written like"),
        ('hold = "Ctrl+Ctrl+h"', "a combination is written like"),
        ('hlod = "Ctrl+h"', "there is no setting 'keys.hlod'"),
    ],
)
def test_a_mistake_is_one_sentence(tmp_path: Path, line: str, says: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"[keys]\n{line}\n")
    with pytest.raises(InputError) as error:
        read_settings(file)
    assert says in str(error.value)
