"""A real microphone to a real window: PulseAudio plays, PortAudio hears, Qt shows."""

import signal
import subprocess
import time
import wave
from itertools import chain
from pathlib import Path

from livecue.capture.recording import Recording
from livecue.capture.source import SAMPLE_RATE_HZ, Block
from livecue.config import Settings
from livecue.events import AnyEvent, End, Health, Numbering, Speech, Turn, parse_event
from livecue.hearing.hearing import Hearing
from livecue.hearing.silero import SileroEngine
from livecue.model_files import locate
from livecue.paths import shipped
from tests.cli.livecue import command, environment
from tests.display import Screen
from tests.pulse import Pulse

EXAMPLE = shipped("examples") / "session.opus"
PLAYED_S = 35.0
NEAR_S = 0.1
"""A real device's blocks do not begin where the file's do; frames may fall differently."""


def first_seconds(path: Path, target: Path) -> list[Speech]:
    """Write the example's first seconds as a WAV, and say what hearing hears in them."""
    settings = Settings()
    silero = SileroEngine(locate("silero-vad").weights)
    hearing = Hearing(settings, Numbering(), channels=2, silero=silero)
    heard: list[object] = []
    with wave.open(str(target), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        for block in Recording(path, "split", "max", settings.capture):
            assert isinstance(block, Block)
            if block.end_s > PLAYED_S:
                break
            file.writeframes(block.samples.tobytes())
            heard += hearing.push(block)
    heard += hearing.flush()
    return [event for event in heard if isinstance(event, Speech)]


def listened(pulse: Pulse, xvfb: Screen, sound: Path, home: Path) -> list[AnyEvent]:
    """The events of a session that hears `sound` from the microphone, ended by Ctrl+C."""
    words = ["listen", "--device", "pulse", "--channels", "split", "--overlay", "qt"]
    words += ["--no-store", "--consent", "listen", "--model", "tiny.en", "--json"]
    env = environment(home, DISPLAY=xvfb.display, QT_QPA_PLATFORM="xcb", **pulse.env)
    with subprocess.Popen(
        command(*words), env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        assert first, process.stderr.read()
        with pulse.play(sound) as player:
            player.wait()
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        lines = list(chain([first], process.stdout))
        assert process.wait() == 0, process.stderr.read()
    return [parse_event(line) for line in lines]


def test_what_is_played_to_the_microphone_is_heard_as_from_the_file(
    pulse: Pulse, xvfb: Screen, tmp_path: Path
) -> None:
    expected = first_seconds(EXAMPLE, tmp_path / "played.wav")
    events = listened(pulse, xvfb, tmp_path / "played.wav", tmp_path)
    heard = [event for event in events if isinstance(event, Speech)]
    later_s = heard[0].start - expected[0].start
    assert [event.speaker for event in heard] == [event.speaker for event in expected]
    for one, other in zip(heard, expected, strict=True):
        assert abs(one.start - later_s - other.start) < NEAR_S
        assert abs(one.end - later_s - other.end) < NEAR_S
    assert [event.text for event in events if isinstance(event, Turn)]
    assert not [e for e in events if isinstance(e, Health) and e.what == "overflow"]
    assert isinstance(events[-1], End)
