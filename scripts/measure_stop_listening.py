"""How soon "stop listening now" has stopped the stream, with a real sound server.

    python scripts/measure_stop_listening.py [TIMES]

A PulseAudio server of its own plays a conversation to its microphone. Timed is the hand itself,
from the call to its return. The server is asked before and after how many streams hear: they must
be open before, and none after. Needs the packages that the tests of the microphone need.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import cast

from livecue.capture.microphone import Microphone
from livecue.capture.source import Source
from livecue.capture.telehealth import Telehealth
from livecue.config import CaptureSettings
from livecue.session.hands import Hands
from livecue.session.machine import Machine
from tests import bundled
from tests.capture.listener import Listener
from tests.pulse import Pulse, private_pulse

TIMES = 40
OPENS_WITHIN_S = 0.7
"""Time for the stream to open again, and to deliver."""


def main() -> None:
    """A line for each kind of session."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    with private_pulse() as pulse, tempfile.TemporaryDirectory() as folder:
        os.environ.update(pulse.env)
        talk = bundled.write(Path(folder) / "talk.wav", bundled.bundled_sound())
        with pulse.play(talk) as player:
            settings = CaptureSettings()
            _measure("microphone", Microphone("pulse", "mono", settings), pulse, times)
            _measure("video call", Telehealth("pulse", None, settings), pulse, times)
            player.terminate()


def _measure(name: str, source: Source, pulse: Pulse, times: int) -> None:
    # What is done to the machine waits for a session, and none runs here.
    hands = Hands(source, cast(Machine, None))
    took_ms: list[float] = []
    with Listener(source) as listener:
        listener.until(lambda it: it.seconds > 1.0)
        for _ in range(times):
            _check(name, pulse, open_streams=source.channels)
            began_s = time.perf_counter()
            hands.act("off_record")
            took_ms.append(1000 * (time.perf_counter() - began_s))
            _check(name, pulse, open_streams=0)
            hands.act("on_record")
            time.sleep(OPENS_WITHIN_S)
    p95 = statistics.quantiles(took_ms, n=20)[-1]
    print(
        f"{name}: {times} times, median {statistics.median(took_ms):.0f} ms, "
        f"95th percentile {p95:.0f} ms, longest {max(took_ms):.0f} ms"
    )


def _check(name: str, pulse: Pulse, open_streams: int) -> None:
    found = pulse.control("list", "short", "source-outputs").splitlines()
    if len(found) != open_streams:
        sys.exit(f"{name}: {len(found)} streams hear, and not {open_streams}")


if __name__ == "__main__":
    main()
