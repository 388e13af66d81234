"""The microphones there are."""

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from livecue.capture.source import Samples
from livecue.errors import InputError, MissingError

_DEVICE_BUFFER_S = 0.2
"""Sound the driver holds for us: a busy interpreter answers late, and cues do not mind."""

_LEVEL_PATIENCE_S = 2.0


@dataclass(frozen=True)
class InputDevice:
    """One microphone, as PortAudio sees it now. `index` holds only until the next listing."""

    index: int
    name: str
    host_api: str
    channels: int
    rate_hz: float
    default: bool


class DeviceStream(Protocol):
    """What we use of sounddevice's stream."""

    active: bool

    def start(self) -> None: ...
    def abort(self) -> None: ...
    def close(self) -> None: ...


OnSound = Callable[[Samples, bool], None]
"""Called on the device's thread with each block, and whether sound was lost before it."""


def input_devices() -> list[InputDevice]:
    """The microphones of this moment; no stream of ours may be open, since PortAudio starts anew.

    Raises:
        MissingError: PortAudio is missing.
    """
    sounddevice = portaudio()
    # PortAudio lists devices once, when it starts.
    sounddevice._terminate()
    sounddevice._initialize()
    default = sounddevice.default.device[0]
    host_apis = sounddevice.query_hostapis()
    return [
        InputDevice(
            index=listed["index"],
            name=listed["name"],
            host_api=host_apis[listed["hostapi"]]["name"],
            channels=listed["max_input_channels"],
            rate_hz=listed["default_samplerate"],
            default=listed["index"] == default,
        )
        for listed in sounddevice.query_devices()
        if listed["max_input_channels"] > 0
    ]


def find(name: str | None) -> InputDevice:
    """The microphone of this name, or whose name alone has this in it; `None`: the default.

    Raises:
        InputError: no microphone, or more than one, fits the name.
        MissingError: PortAudio is missing, or there is no microphone and none was named.
    """
    found = input_devices()
    if name is None:
        if not found:
            raise no_microphone()
        return next((device for device in found if device.default), found[0])
    wanted = name.casefold()
    fitting = [device for device in found if device.name.casefold() == wanted] or [
        device for device in found if wanted in device.name.casefold()
    ]
    names = sorted({device.name for device in fitting})
    if len(names) == 1:
        return fitting[0]
    if names:
        raise InputError(
            f"More than one microphone fits '{name}': {_listed(names)}; give more of the name."
        )
    there = _listed(sorted({device.name for device in found})) or "none at all; plug one in"
    raise InputError(f"There is no microphone called '{name}'; there is {there}.")


def no_microphone() -> MissingError:
    """What to say where there is no microphone at all."""
    return MissingError(
        "There is no microphone; plug one in or switch it on, and see `livecue devices`"
        + _linux("; with PulseAudio or PipeWire it also takes the package libasound2-plugins")
        + "."
    )


def check_opens(device: InputDevice, channels: int) -> None:
    """Whether the device would open now.

    Raises:
        MissingError: it would not.
    """
    sounddevice = portaudio()
    try:
        sounddevice.check_input_settings(
            device=device.index, channels=channels, dtype="int16", samplerate=device.rate_hz
        )
    except sounddevice.PortAudioError as error:
        raise _would_not_open(device, error) from error


def open_stream(
    device: InputDevice, channels: int, block_s: float, on_sound: OnSound
) -> DeviceStream:
    """A running stream at the device's own rate; samples are int16, shape (frames, channels).

    Raises:
        MissingError: the device would not open.
    """
    sounddevice = portaudio()

    def called(samples: Samples, _frames: int, _times: object, status: Any) -> None:
        on_sound(samples, bool(status.input_overflow))

    try:
        stream: DeviceStream = sounddevice.InputStream(
            device=device.index,
            channels=channels,
            dtype="int16",
            samplerate=device.rate_hz,
            blocksize=round(block_s * device.rate_hz),
            latency=_DEVICE_BUFFER_S,
            callback=called,
        )
        stream.start()
    except sounddevice.PortAudioError as error:
        raise _would_not_open(device, error) from error
    return stream


def stop_stream(stream: DeviceStream) -> None:
    """Stop it now and let go of the device."""
    stream.abort()
    stream.close()


def peak_dbfs(device: InputDevice, over_s: float = 0.3) -> float:
    """The device's loudest sample now, in dB below full scale; minus infinity for pure zeros.

    Raises:
        MissingError: it would not open, or nothing came from it.
    """
    blocks: list[Samples] = []
    stream = open_stream(
        device, min(2, device.channels), over_s, lambda samples, _: blocks.append(samples.copy())
    )
    give_up_s = time.monotonic() + over_s + _LEVEL_PATIENCE_S
    while not blocks and time.monotonic() < give_up_s:
        time.sleep(0.01)
    stop_stream(stream)
    if not blocks:
        raise MissingError(f"Nothing comes from '{device.name}'; see whether it is connected.")
    peak = int(np.abs(blocks[0].astype(np.int32)).max())
    return 20 * math.log10(peak / 32_768) if peak else -math.inf


def portaudio() -> Any:
    """The sounddevice module, loaded only when sound is wanted.

    Raises:
        MissingError: the PortAudio library is not on this machine.
    """
    try:
        import sounddevice
    except OSError as error:
        raise MissingError(
            "PortAudio, the library that opens microphones, is missing; install it"
            + _linux(" (Debian, Ubuntu: sudo apt install libportaudio2 libasound2-plugins)")
            + "."
        ) from error
    return sounddevice


def _would_not_open(device: InputDevice, error: Exception) -> MissingError:
    return MissingError(
        f"The microphone '{device.name}' would not open ({error}); close the program that uses it, "
        "or take another from `livecue devices`."
    )


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _linux(hint: str) -> str:
    return hint if sys.platform.startswith("linux") else ""
