"""The devices that sound can come from, and which of them is meant."""

import math
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from livecue.capture import portaudio, pulse
from livecue.capture.portaudio import Listed, OnSound, OpenStream, RefusedError
from livecue.capture.source import Samples
from livecue.errors import InputError, MissingError

_LEVEL_PATIENCE_S = 2.0

_WASAPI = "Windows WASAPI"
_PREFERRED_HOST_APIS = (
    _WASAPI,
    "Core Audio",
    pulse.HOST_API,
    "ALSA",
    "JACK Audio Connection Kit",
    "Windows DirectSound",
    "MME",
)
"""The same microphone comes under several; MME cuts its name off, and resamples badly."""

_LOOPBACK_NAMES = ("[loopback]", "blackhole", "soundflower", "cable output", "stereo mix")
"""Devices that hear what the computer plays: PortAudio's WASAPI loopback, the virtual devices
BlackHole and Soundflower (macOS) and VB-Cable (Windows), and what some sound cards offer."""

_OTHER_RATES_HZ = (48_000.0, 44_100.0, 32_000.0, 16_000.0, 8_000.0)
"""Asked for in turn when a device refuses the rate that it states."""


@dataclass(frozen=True)
class InputDevice:
    """Something that can be heard.

    name, host_api: by which it is found again. default: the one taken where none is named.
    loopback: it hears what the computer plays. muted: the sound server says so. source:
    PulseAudio's own name for it. index: PortAudio's number for it, or for the way to it; holds only
    until the next listing.
    """

    name: str
    host_api: str
    channels: int
    rate_hz: float
    default: bool
    loopback: bool = False
    muted: bool = False
    source: str | None = None
    index: int = -1

    @property
    def gives_nothing_in_silence(self) -> bool:
        """WASAPI's loopback has no sound to give while nothing is played."""
        return self.loopback and self.host_api == _WASAPI


def input_devices() -> list[InputDevice]:
    """What can be heard at this moment, the best way to each first.

    While a stream is open, PortAudio's part of it is that of an earlier moment.

    Raises:
        MissingError: PortAudio is missing.
    """
    listed = sorted(portaudio.listing(), key=lambda it: _preference(it.host_api))
    way = next((it.index for it in listed if it.name == pulse.PCM), None)
    served = [] if way is None else _served(way)
    taken_by = pulse.HOST_API if served else next((it.host_api for it in listed if it.default), "")
    return served + [_device(it, taken_by) for it in listed]


def find(name: str | None, *, loopback: bool = False) -> InputDevice:
    """The device of this name, or whose name alone has this in it.

    Args:
        name: a name or a part of one, a host API after a comma where there are several ways to
            one device, or PulseAudio's own name; `None`: the default.
        loopback: what the computer plays is wanted, and not a microphone.

    Raises:
        InputError: no device, or more than one, fits the name.
        MissingError: PortAudio is missing, or there is no device and none was named.
    """
    found = input_devices()
    if name is not None:
        return _named(name, found, loopback)
    wished = [device for device in found if device.loopback] if loopback else found
    if not wished:
        raise no_loopback() if loopback else no_microphone()
    # A server without any microphone takes what the computer plays for its default.
    return min(wished, key=lambda device: (not device.default, device.loopback))


def found_again(lost: InputDevice, wanted: str | None, *, loopback: bool = False) -> InputDevice:
    """A device that went away, by its name and host API; else what `find` says now.

    Raises:
        InputError, MissingError: as `find`.
    """
    if wanted is not None:
        for device in input_devices():
            if (device.name, device.host_api) == (lost.name, lost.host_api):
                return device
    return find(wanted, loopback=loopback)


def no_microphone() -> MissingError:
    """What to say where there is no microphone at all."""
    return MissingError(
        "There is no microphone; plug one in or switch it on, and see `livecue devices`"
        + _linux("; with PulseAudio or PipeWire it also takes the package libasound2-plugins")
        + "."
    )


def no_loopback() -> MissingError:
    """What to say where nothing hears what the computer plays."""
    return MissingError(
        "Nothing here hears what the computer plays; "
        + _loopback_advice()
        + ", and see `livecue devices`."
    )


def check_opens(device: InputDevice) -> None:
    """Whether the device would open now.

    Raises:
        MissingError: it would not.
    """
    try:
        portaudio.check_opens(device.index, opened_channels(device), _rates_hz(device), _to(device))
    except RefusedError as refused:
        raise MissingError(_would_not_open(device, refused)) from refused


def open_device(
    device: InputDevice, block_s: float, on_sound: OnSound, tag: str = ""
) -> OpenStream:
    """A running stream; samples are int16, shape (frames, `opened_channels`).

    Args:
        device: as listed last.
        block_s: length of a block, in seconds.
        on_sound: what takes the sound.
        tag: a name of our own, by which PulseAudio knows the stream.

    Raises:
        RefusedError: it refused.
    """
    return portaudio.open_stream(
        device.index,
        opened_channels(device),
        _rates_hz(device),
        block_s,
        on_sound,
        _to(device, tag),
    )


def opened_channels(device: InputDevice) -> int:
    """Both of a pair even when they are to be mixed: some devices refuse to open one alone."""
    return min(2, device.channels)


def peak_dbfs(device: InputDevice, over_s: float = 0.3) -> float:
    """The device's loudest sample now, in dB below full scale; minus infinity for pure zeros.

    Raises:
        MissingError: it would not open, or nothing came from it.
    """
    blocks: list[Samples] = []
    try:
        stream = open_device(device, over_s, lambda samples, _: blocks.append(samples.copy()))
    except RefusedError as refused:
        raise MissingError(_would_not_open(device, refused)) from refused
    give_up_s = time.monotonic() + over_s + _LEVEL_PATIENCE_S
    while not blocks and time.monotonic() < give_up_s:
        time.sleep(0.01)
    stream.stop()
    if not blocks:
        raise MissingError(f"Nothing comes from '{device.name}'; see whether it is connected.")
    peak = int(np.abs(blocks[0].astype(np.int32)).max())
    return 20 * math.log10(peak / 32_768) if peak else -math.inf


def _served(way: int) -> list[InputDevice]:
    """What the sound server hears, through PortAudio's device `way`."""
    server = pulse.connect()
    if server is None:
        return []
    try:
        sources = server.sources()
    except pulse.ServerGoneError:
        return []
    finally:
        server.close()
    return [
        InputDevice(
            name=source.description,
            host_api=pulse.HOST_API,
            channels=source.channels,
            rate_hz=source.rate_hz,
            default=source.default,
            loopback=source.loopback,
            muted=source.muted,
            source=source.name,
            index=way,
        )
        for source in sources
    ]


def _device(listed: Listed, default_api: str) -> InputDevice:
    name = listed.name.casefold()
    return InputDevice(
        name=listed.name,
        host_api=listed.host_api,
        channels=listed.channels,
        rate_hz=listed.rate_hz,
        default=listed.default and listed.host_api == default_api,
        loopback=any(word in name for word in _LOOPBACK_NAMES),
        index=listed.index,
    )


def _named(name: str, found: Sequence[InputDevice], loopback: bool) -> InputDevice:
    wanted = name.casefold()
    fitting = (
        [device for device in found if wanted in (device.name.casefold(), device.source)]
        or [device for device in found if wanted in device.name.casefold()]
        or [device for device in found if "," in name and wanted in _in_full(device).casefold()]
    )
    fitting = [device for device in fitting if device.loopback == loopback] or fitting
    # A device comes under every host API, each time by another name.
    fitting = [device for device in fitting if device.host_api == fitting[0].host_api]
    names = sorted({device.name for device in fitting})
    if len(names) == 1:
        return fitting[0]
    if names:
        raise InputError(
            f"More than one microphone fits '{name}': {_quoted(names)}; give more of the name."
        )
    there = _quoted(sorted({device.name for device in found})) or "none at all; plug one in"
    raise InputError(f"There is no microphone called '{name}'; there is {there}.")


def _in_full(device: InputDevice) -> str:
    return f"{device.name}, {device.host_api}"


def _preference(host_api: str) -> int:
    known = host_api in _PREFERRED_HOST_APIS
    return _PREFERRED_HOST_APIS.index(host_api) if known else len(_PREFERRED_HOST_APIS)


def _rates_hz(device: InputDevice) -> list[float]:
    return [device.rate_hz, *(rate for rate in _OTHER_RATES_HZ if rate != device.rate_hz)]


def _to(device: InputDevice, tag: str = "") -> dict[str, str]:
    return pulse.opening(device.source, tag)


def _would_not_open(device: InputDevice, refused: RefusedError) -> str:
    return (
        f"The microphone '{device.name}' would not open ({refused}); close the program that uses "
        "it, or take another from `livecue devices`."
    )


def _quoted(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _loopback_advice() -> str:
    if sys.platform == "darwin":
        return "macOS needs a virtual device for it: install BlackHole"
    if sys.platform == "win32":
        return "install VB-Cable, or a PortAudio that offers WASAPI loopback"
    return "PulseAudio or PipeWire offers it, with the packages libasound2-plugins and libpulse0"


def _linux(hint: str) -> str:
    return hint if sys.platform.startswith("linux") else ""
