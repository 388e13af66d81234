"""What a platform does with hot keys: take them, tell when one is pressed, give them back."""

from collections.abc import Callable, Mapping
from typing import Protocol

from livecue.config import Combination, HandName

Wanted = Mapping[HandName, Combination]
Pressed = Callable[[HandName], object]
"""Called once for a press, however long the key is held."""


class HotKeys(Protocol):
    """Keys that reach livecue whatever window has the focus, and reach nobody else."""

    def take(self, wanted: Wanted, pressed: Pressed) -> list[HandName]:
        """Take the keys; called on the main thread, once.

        Args:
            wanted: a combination for each hand.
            pressed: called on any thread.

        Returns:
            The hands whose combination another program holds, or no key gives. The others work.
        """
        ...

    def give_back(self) -> None:
        """Take no key any more; on the main thread."""
        ...
