"""A microphone made of software: a PulseAudio server of the tests' own, with a sink that is heard.

PortAudio reaches it as the device `pulse`, through ALSA's plugin (package libasound2-plugins).
"""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ctypes.util import find_library
from pathlib import Path

import numpy as np
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
        self._server: subprocess.Popen[bytes] | None = None
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
            self._server = server
            try:
                self._wait_until_it_answers(log)
                self.plug_in()
                yield
            finally:
                server.send_signal(signal.SIGCONT)
                server.terminate()

    def plug_in(self, rate_hz: int = 48_000) -> None:
        """Bring the microphone."""
        self._sink_module = self.add_output(_SINK, "Room", rate_hz)

    def unplug(self) -> None:
        """Take the microphone away."""
        self.control("unload-module", self._sink_module)

    def add_output(self, name: str, description: str, rate_hz: int = 48_000) -> str:
        """Something to play to, whose monitor hears it; without rewinds, so that it hears at once
        and not 2 s later.

        Returns:
            The module to be unloaded.
        """
        return self.control(
            "load-module",
            "module-null-sink",
            f"sink_name={name}",
            f"rate={rate_hz}",
            "channels=2",
            "norewinds=1",
            f"sink_properties=device.description={description}",
        )

    def add_microphone(self, name: str, description: str) -> str:
        """A source that is nobody's monitor, and hears what is played to the room.

        Returns:
            The module to be unloaded.
        """
        return self.control(
            "load-module",
            "module-remap-source",
            f"source_name={name}",
            f"master={_SINK}.monitor",
            f"source_properties=device.description={description}",
        )

    @contextmanager
    def headset(self, name: str, stated_hz: int, sent_hz: int) -> Iterator[None]:
        """A microphone that states one rate and sends a hum of 440 Hz at another: Bluetooth."""
        pipe = self._folder / name
        module = self.control(
            "load-module",
            "module-pipe-source",
            f"source_name={name}",
            f"file={pipe}",
            f"rate={stated_hz}",
            "channels=1",
            "format=s16le",
        )
        done = threading.Event()
        sender = threading.Thread(target=_hum_into, args=(pipe, sent_hz, done))
        sender.start()
        try:
            yield
        finally:
            done.set()
            sender.join()
            self.control("unload-module", module)

    def suspend(self, suspended: bool) -> None:
        """Put the microphone to sleep, as when another program takes it; or wake it."""
        self.control("suspend-sink", _SINK, "1" if suspended else "0")

    def freeze(self, frozen: bool) -> None:
        """Make the whole server stand still, or go on."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP if frozen else signal.SIGCONT)

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


def _hum_into(pipe: Path, rate_hz: int, done: threading.Event) -> None:
    """Write at the pace of the rate, as the clock says, until told."""
    hum = (8_000 * np.sin(2 * np.pi * 440 * np.arange(rate_hz) / rate_hz)).astype("<i2")
    began_s = time.monotonic()
    sent = 0
    with pipe.open("wb", buffering=0) as written:
        while not done.wait(0.02):
            due = round((time.monotonic() - began_s) * rate_hz)
            written.write(hum[np.arange(sent, due) % rate_hz].tobytes())
            sent = due


def _without_pulse() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PULSE_")}
