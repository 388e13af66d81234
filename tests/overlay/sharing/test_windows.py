"""What is asked of Windows, up to its own library."""

import pytest

from livecue.overlay.sharing.answer import Sharing
from livecue.overlay.sharing.windows import (
    VERSION_2004,
    WDA_EXCLUDEFROMCAPTURE,
    WDA_MONITOR,
    can_hide,
    hide,
)

BEFORE_2004 = 18363
HANDLE = 0x40912


class Affinity:
    """`SetWindowDisplayAffinity`, which takes some values and refuses others."""

    def __init__(self, taken: set[int]) -> None:
        self._taken = taken
        self.asked: list[tuple[int, int]] = []

    def __call__(self, handle: int, affinity: int) -> int:
        self.asked.append((handle, affinity))
        return int(affinity in self._taken)


class User32:
    def __init__(self, *taken: int) -> None:
        self.SetWindowDisplayAffinity = Affinity({*taken})


@pytest.mark.parametrize(
    ("build", "can"),
    [(VERSION_2004, "yes"), (22631, "yes"), (BEFORE_2004, "not_guaranteed")],
)
def test_windows_says_yes_from_the_version_that_can(build: int, can: Sharing) -> None:
    assert can_hide(build) == can


@pytest.mark.parametrize(
    ("taken", "build", "became"),
    [
        ((WDA_EXCLUDEFROMCAPTURE, WDA_MONITOR), VERSION_2004, "yes"),
        ((WDA_EXCLUDEFROMCAPTURE, WDA_MONITOR), BEFORE_2004, "not_guaranteed"),
        ((WDA_MONITOR,), BEFORE_2004, "not_guaranteed"),
        ((WDA_MONITOR,), VERSION_2004, "not_guaranteed"),
        ((), VERSION_2004, "no"),
    ],
)
def test_what_came_of_it_is_what_windows_took(
    taken: tuple[int, ...], build: int, became: Sharing
) -> None:
    assert hide(HANDLE, User32(*taken), build) == became


def test_leaving_out_is_asked_for_first_and_an_empty_patch_only_where_that_is_refused() -> None:
    able, older = User32(WDA_EXCLUDEFROMCAPTURE), User32(WDA_MONITOR)
    hide(HANDLE, able, VERSION_2004)
    hide(HANDLE, older, BEFORE_2004)
    assert able.SetWindowDisplayAffinity.asked == [(HANDLE, WDA_EXCLUDEFROMCAPTURE)]
    assert older.SetWindowDisplayAffinity.asked == [
        (HANDLE, WDA_EXCLUDEFROMCAPTURE),
        (HANDLE, WDA_MONITOR),
    ]
