"""PortAudio, the library that opens devices: one of it in a process, whoever uses it.

It lists devices when it starts, and never again; starting it anew closes every stream there is.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from livecue.capture.source import Samples
from livecue.errors import MissingError

_DEVICE_BUFFER_S = 0.2
"""Sound the driver holds for us: a busy interpreter answers late, and cues do not mind."""

_INVALID_RATE = -9997
_UNAVAILABLE = -9985
_BUSY = "resource busy"
"""PortAudio's own numbers for a refused rate and for a device that is taken, and ALSA's words."""

_LOOK = "from livecue.capture.portaudio import print_listing; print_listing()"
_LOOK_PATIENCE_S = 10.0

T = TypeVar("T")

OnSound = Callable[[Samples, bool], None]
"""Called on the device's thread with each block, and whether sound was lost before it."""


@dataclass(frozen=True)
class Listed:
    """An input as PortAudio lists it. index: its number until the library is started anew.
    default: the one that its host API would take."""

    index: int
    name: str
    host_api: str
    channels: int
    rate_hz: float
    default: bool


class RefusedError(Exception):
    """A device refused. in_use: another program has it. rate: it refused the rate."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        code = error.args[1] if len(error.args) > 1 else None
        self.in_use = code == _UNAVAILABLE or _BUSY in str(error).casefold()
        self.rate = code == _INVALID_RATE


class OpenStream:
    """A running stream. interrupted: it was closed because the library was started anew."""

    def __init__(self, stream: Any, rate_hz: float) -> None:
        self.rate_hz = rate_hz
        self.interrupted = False
        self._stream = stream

    @property
    def active(self) -> bool:
        """Whether it runs; one whose device was pulled out does not."""
        return not self.interrupted and bool(self._stream.active)

    def stop(self) -> None:
        """Stop it now and let go of the device; a sound server that hangs makes this wait."""
        with _library:
            if self in _open:
                _open.remove(self)
                self._stream.abort()
                self._stream.close()


_library = threading.RLock()
"""Held by whoever starts the library, lists, opens or closes: it takes one call at a time."""

_open: list[OpenStream] = []


def load() -> Any:
    """The sounddevice module, loaded only when sound is wanted.

    Raises:
        MissingError: the PortAudio library is not on this machine.
    """
    try:
        import sounddevice
    except OSError as error:
        linux = " (Debian, Ubuntu: sudo apt install libportaudio2 libasound2-plugins)"
        raise MissingError(
            "PortAudio, the library that opens microphones, is missing; install it"
            + (linux if sys.platform.startswith("linux") else "")
            + "."
        ) from error
    return sounddevice


@contextmanager
def held() -> Iterator[None]:
    """Nobody else lists, opens or closes meanwhile: a listing stays true until its use."""
    with _library:
        yield


def listing() -> list[Listed]:
    """The inputs there are; those of the library's last start while a stream is open.

    Raises:
        MissingError: PortAudio is missing.
    """
    sounddevice = load()
    with _library:
        if not _open:
            _start_anew(sounddevice)
        host_apis = sounddevice.query_hostapis()
        return [
            Listed(
                index=listed["index"],
                name=listed["name"],
                host_api=host_apis[listed["hostapi"]]["name"],
                channels=listed["max_input_channels"],
                rate_hz=listed["default_samplerate"],
                default=host_apis[listed["hostapi"]]["default_input_device"] == listed["index"],
            )
            for listed in sounddevice.query_devices()
            if listed["max_input_channels"] > 0
        ]


def listing_may_be_old() -> bool:
    """Whether `listing` shows an earlier moment, since a stream is open."""
    return bool(_open)


def listing_of_now() -> list[Listed]:
    """The inputs there are now, as a process of its own sees them; no stream is disturbed.

    Takes a good second. Empty where that process fails.
    """
    try:
        looked = subprocess.run(
            [sys.executable, "-c", _LOOK],
            capture_output=True,
            text=True,
            timeout=_LOOK_PATIENCE_S,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return []
    if looked.returncode != 0:
        return []
    return [Listed(**json.loads(line)) for line in looked.stdout.splitlines()]


def print_listing() -> None:
    """What `listing_of_now` reads, a JSON object a line."""
    for listed in listing():
        sys.stdout.write(json.dumps(asdict(listed)) + "\n")


def start_anew() -> None:
    """List devices afresh; streams that are open are interrupted, and theirs to open again.

    Raises:
        MissingError: PortAudio is missing.
    """
    sounddevice = load()
    with _library:
        while _open:
            _open[-1].interrupted = True
            _open[-1].stop()
        _start_anew(sounddevice)


def check_opens(
    index: int, channels: int, rates_hz: Sequence[float], environment: Mapping[str, str]
) -> None:
    """Whether a device would open now, at one of the rates.

    Raises:
        RefusedError: it would not.
    """
    sounddevice = load()

    def check(rate_hz: float) -> None:
        sounddevice.check_input_settings(
            device=index, channels=channels, dtype="int16", samplerate=rate_hz
        )

    with _library, _environment(environment):
        _first_taken(sounddevice, rates_hz, check)


def open_stream(
    index: int,
    channels: int,
    rates_hz: Sequence[float],
    block_s: float,
    on_sound: OnSound,
    environment: Mapping[str, str],
) -> OpenStream:
    """A running stream at the first of the rates that the device takes.

    Samples are int16, shape (frames, channels). `environment` holds while it is opened: PulseAudio
    is told by it which source is meant.

    Raises:
        RefusedError: it refused.
    """
    sounddevice = load()

    def called(samples: Samples, _frames: int, _times: object, status: Any) -> None:
        on_sound(samples, bool(status.input_overflow))

    def start(rate_hz: float) -> OpenStream:
        stream = sounddevice.InputStream(
            device=index,
            channels=channels,
            dtype="int16",
            samplerate=rate_hz,
            blocksize=round(block_s * rate_hz),
            latency=_DEVICE_BUFFER_S,
            callback=called,
        )
        try:
            stream.start()
        except sounddevice.PortAudioError:
            stream.close()
            raise
        return OpenStream(stream, rate_hz)

    with _library, _environment(environment):
        opened = _first_taken(sounddevice, rates_hz, start)
        _open.append(opened)
        return opened


def _first_taken(sounddevice: Any, rates_hz: Iterable[float], attempt: Callable[[float], T]) -> T:
    refused: RefusedError | None = None
    for rate_hz in rates_hz:
        try:
            return attempt(rate_hz)
        except sounddevice.PortAudioError as error:
            refused = RefusedError(error)
            if not refused.rate:
                break
    assert refused is not None, "no rate was given"
    raise refused


def _start_anew(sounddevice: Any) -> None:
    sounddevice._terminate()
    sounddevice._initialize()


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
