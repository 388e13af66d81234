"""What the overlay remembers from one session to the next."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication

from livecue.config import OverlaySettings
from livecue.overlay.memory import Memory, Spot
from livecue.overlay.standing import Standing


def test_at_first_the_settings_hold_and_nothing_is_written(
    qapp: QApplication, memory_file: Path
) -> None:
    settings = OverlaySettings(size_px=60, corner="bottom_left")
    assert Memory(memory_file).looks(settings) == settings
    assert Memory(memory_file).spot() == Spot()
    assert not memory_file.exists()


def test_looks_that_were_changed_go_before_the_settings(memory_file: Path) -> None:
    changed: dict[str, Any] = {
        "size_px": 64,
        "opacity": 0.7,
        "corner": "bottom_right",
        "words": True,
        "colours": "dark",
    }
    Memory(memory_file).keep_looks(changed)
    looks = Memory(memory_file).looks(OverlaySettings(shown_s=10))
    assert looks == OverlaySettings(**{**changed, "shown_s": 10})


@pytest.mark.parametrize(
    "line", ["size_px=9000", "size_px=large", "opacity=0", "corner=middle", "colours=7", "words=3"]
)
def test_a_look_that_makes_no_sense_is_passed_over(memory_file: Path, line: str) -> None:
    memory_file.write_text(f"[overlay]\n{line}\n")
    assert Memory(memory_file).looks(OverlaySettings()) == OverlaySettings()


@pytest.mark.parametrize("spot", [Spot("DP-1", QPoint(40, 300)), Spot("DP-1"), Spot()])
def test_a_spot_is_remembered(memory_file: Path, spot: Spot) -> None:
    Memory(memory_file).keep_spot(Spot("HDMI-2", QPoint(1, 2)))
    Memory(memory_file).keep_spot(spot)
    assert Memory(memory_file).spot() == spot


def test_a_spot_that_makes_no_sense_is_the_first_screens_corner(
    qapp: QApplication, memory_file: Path
) -> None:
    memory_file.write_text("[overlay]\nscreen=\ninset=nonsense\n")
    memory = Memory(memory_file)
    assert memory.spot() == Spot()
    assert Standing(memory).place(QSize(44, 44), "top_left") == QPoint(12, 12)
