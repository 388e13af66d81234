"""A program that keeps sound until it is killed: `python -m tests.store.audio_writer HOME SESSION`.

Its source yields half a second at a time, and prints how much was passed on by then.
"""

import sys
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from livecue.capture.scripted import Scripted
from livecue.capture.source import Block, Heard
from livecue.session.keeping import Kept
from livecue.store.database import Store
from tests.store.sound import noise
from tests.store.twins import KEY, started

BLOCK_S = 0.5


class Endless(Scripted):
    """Sound without end."""

    def __iter__(self) -> Iterator[Heard]:
        for n in count():
            yield Block(n * BLOCK_S, noise(BLOCK_S, seed=n))


if __name__ == "__main__":
    home, session_id = Path(sys.argv[1]), sys.argv[2]
    store = Store.open(home, KEY)
    store.begin(started(session_id))
    for heard in Kept(Endless([]), partial(store.keep_audio, session_id)):
        assert isinstance(heard, Block)
        sys.stdout.write(f"{heard.end_s}\n")
        sys.stdout.flush()
