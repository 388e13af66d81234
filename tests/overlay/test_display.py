"""What this machine can show."""

import os

import pytest

from livecue.overlay.display import can_show_windows, choose_platform
from tests.display import Screen


def test_where_there_is_a_screen_windows_can_be_shown(xvfb: Screen) -> None:
    assert can_show_windows()


def test_a_screen_that_is_gone_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":54321")
    assert not can_show_windows()


def test_without_a_screen_there_are_no_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not can_show_windows()


@pytest.mark.parametrize(
    ("wayland", "x11", "asked_for"),
    [("wayland-0", ":0", "xcb;wayland"), ("", ":0", None), ("wayland-0", "", None)],
)
def test_x11_is_asked_for_where_there_are_both(
    monkeypatch: pytest.MonkeyPatch, wayland: str, x11: str, asked_for: str | None
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    monkeypatch.setenv("DISPLAY", x11)
    choose_platform()
    assert os.environ.get("QT_QPA_PLATFORM") == asked_for
