"""Wayland gives no program another's keys: what to do instead."""

from livecue.translation import words


def instead() -> str:
    """What to do, in words.

    An X server that runs inside Wayland tells of keys only while one of its own windows has the
    focus: a hot key that works by chance is worse than none.
    """
    return words(
        "This desktop lets no program listen to keys. In its own settings, bind keys to commands "
        'such as "livecue hand hold".'
    )
