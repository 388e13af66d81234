"""A microphone made of software: a PulseAudio server of the tests' own, with a sink that is heard.

PortAudio reaches it as the device `pulse`, through ALSA's plugin (package libasound2-plugins).
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ctypes.util import find_library
from pathlib import Path

import pytest

_SINK = "room"
_PLUGIN = "libasound_module_pcm_pulse.so"
_PATIENCE_S = 10.0


class Pulse:
    """A running server. What is played into its sink is what its only source, a microphone to
    everybody, hears: two channels at 48 kHz.

    env: what a process needs to be set to reach it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sink_module = ""
        self.env = {"PULSE_SERVER": f"unix:{folder / 'socket'}"}

    @contextmanager
    def running(self) -> Iterator[None]:
        """The server, from its first answer until it is told to go."""
        own = {"HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)}
        command = ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += ["--disable-shm=yes", "--log-target=stderr", "-n"]
        command += [f"--load=module-native-protocol-unix socket={self._folder / 'socket'}"]
        log = self._folder / "log"
        with (
            log.open("wb") as written,
            subprocess.Popen(command, env=_without_pulse() | own, stderr=written) as server,
        ):
            try:
                self._wait_until_it_answers(log)
                self.plug_in()
                yield
            finally:
                server.terminate()

    def plug_in(self) -> None:
        """Bring the microphone; without rewinds, so that it hears at once and not 2 s later."""
        self._sink_module = self.control(
            "load-module",
            "module-null-sink",
            f"sink_name={_SINK}",
            "rate=48000",
            "channels=2",
            "norewinds=1",
        )

    def unplug(self) -> None:
        """Take the microphone away."""
        self.control("unload-module", self._sink_module)

    def mute(self, muted: bool) -> None:
        """Mute the microphone, or end that."""
        self.control("set-source-mute", f"{_SINK}.monitor", "1" if muted else "0")

    def play(self, path: Path) -> "subprocess.Popen[bytes]":
        """Begin to play a file (WAV, FLAC, Ogg, Opus) to the microphone."""
        return subprocess.Popen(
            ["paplay", f"--device={_SINK}", "--latency-msec=1000", str(path)],
            env=os.environ | self.env,
        )

    def control(self, *words: str) -> str:
        """What `pactl` answers."""
        answer = subprocess.run(
            ["pactl", *words],
            env=os.environ | self.env,
            capture_output=True,
            text=True,
            check=True,
        )
        return answer.stdout.strip()

    def _wait_until_it_answers(self, log: Path) -> None:
        give_up_s = time.monotonic() + _PATIENCE_S
        while time.monotonic() < give_up_s:
            with suppress(subprocess.CalledProcessError):
                self.control("info")
                return
            time.sleep(0.05)
        raise RuntimeError(f"pulseaudio did not start: {log.read_text()}")


@contextmanager
def private_pulse() -> Iterator[Pulse]:
    """A server that nobody else uses; for tests and for scripts."""
    # A short place: the name of a socket may not be long.
    with tempfile.TemporaryDirectory(prefix="pulse-") as folder:
        server = Pulse(Path(folder))
        with server.running():
            yield server


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    """A server that this test's own process reaches too; the test is skipped without PulseAudio."""
    for program in ("pulseaudio", "pactl", "paplay"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed (packages pulseaudio, pulseaudio-utils)")
    if find_library("portaudio") is None:
        pytest.skip("PortAudio is not installed (package libportaudio2)")
    if not any(Path("/usr/lib").glob(f"*/alsa-lib/{_PLUGIN}")):
        pytest.skip("PortAudio cannot reach PulseAudio (package libasound2-plugins)")
    with private_pulse() as server:
        for name, value in server.env.items():
            monkeypatch.setenv(name, value)
        yield server


def _without_pulse() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PULSE_")}
