"""Pairs, one to one, as many as there can be."""

from collections.abc import Sequence


def matched(fits: Sequence[Sequence[bool]]) -> dict[int, int]:
    """The largest one-to-one matching (augmenting paths, after Kuhn 1955).

    Args:
        fits: for each thing wanted, whether each thing found fits it.

    Returns:
        Index of the wanted to index of the found.
    """
    wanted_of: dict[int, int] = {}

    def place(wanted: int, tried: set[int]) -> bool:
        for found, fit in enumerate(fits[wanted]):
            if fit and found not in tried:
                tried.add(found)
                if found not in wanted_of or place(wanted_of[found], tried):
                    wanted_of[found] = wanted
                    return True
        return False

    for wanted in range(len(fits)):
        place(wanted, set())
    return {wanted: found for found, wanted in wanted_of.items()}
