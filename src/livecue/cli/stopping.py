"""Ending by hand what runs at a terminal."""

import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def stopped_by_hand(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` on Ctrl+C and, at a terminal, on Enter."""
    before = signal.signal(signal.SIGINT, lambda *_: stop())
    if sys.stdin.isatty():

        def on_enter() -> None:
            sys.stdin.readline()
            stop()

        threading.Thread(target=on_enter, daemon=True).start()
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
