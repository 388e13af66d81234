"""Sound out of a file of any format."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer

from livecue.capture.resampling import Sound
from livecue.errors import InputError

_SHORTEST_GAP_S = 0.05
"""A smaller step between time stamps is their rounding."""

_PATIENCE_S = 20.0
"""A playlist that waits for more would wait for ever."""

_SHORTEST_CUT_S = 0.5
"""A file shorter than it says by less than this was only described loosely."""


@dataclass(frozen=True)
class Described:
    """What a file says of its sound. `duration_s` is `None` where it does not say."""

    channels: int
    rate_hz: int
    duration_s: float | None


@dataclass(frozen=True)
class Hole:
    """A stretch that the file lacks, or that cannot be read."""

    lasting_s: float


def describe(path: Path) -> Described:
    """Open the file, read its first sound, and close it.

    Raises:
        InputError: there is no such file, or no sound in it that can be read.
    """
    with _opened(path) as container:
        stream = _first_sound(path, container)
        if next(_frames(container, stream), None) is None:
            raise InputError(f"{path} holds no sound that can be read; check it in another player.")
        return _described(container, stream)


def decode(path: Path) -> Iterator[Sound | Hole]:
    """The file's sound at its own rate, piece by piece, with the holes where they are.

    Raises:
        InputError: as `describe`.
    """
    with _opened(path) as container:
        stream = _first_sound(path, container)
        said = _described(container, stream)
        even = av.AudioResampler(
            format="flt", layout=stream.codec_context.layout, rate=said.rate_hz
        )
        read_s = 0.0
        expected_s: float | None = None
        for frame in _frames(container, stream):
            if frame.time is not None and expected_s is not None:
                gap_s = frame.time - expected_s
                if gap_s >= _SHORTEST_GAP_S:
                    read_s += gap_s
                    yield Hole(gap_s)
            lasting_s = frame.samples / frame.sample_rate
            read_s += lasting_s
            expected_s = None if frame.time is None else frame.time + lasting_s
            for piece in even.resample(frame):
                yield piece.to_ndarray().reshape(-1, said.channels).astype(np.float32, copy=False)
        if said.duration_s is not None and said.duration_s - read_s >= _SHORTEST_CUT_S:
            yield Hole(said.duration_s - read_s)


def _opened(path: Path) -> InputContainer:
    if path.is_dir():
        raise InputError(f"{path} is a folder; name a recording in it.")
    if not path.exists():
        raise InputError(f"There is no file {path}; check its name.")
    if path.stat().st_size == 0:
        raise InputError(f"{path} is empty; choose another recording.")
    try:
        # What is named as a file may lead to other files, and never to a network.
        return av.open(f"file:{path.absolute()}", timeout=(_PATIENCE_S, None))
    except (av.error.FFmpegError, OSError) as error:
        raise InputError(
            f"{path} cannot be read as a recording ({error.strerror}); check it in another player."
        ) from error


def _first_sound(path: Path, container: InputContainer) -> AudioStream:
    if not container.streams.audio:
        raise InputError(f"{path} has no sound in it; choose a recording with sound.")
    return container.streams.audio[0]


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """What can be decoded; a broken packet is stepped over, and shows as a jump in time."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except (StopIteration, av.error.FFmpegError):
            return  # what is lacking after a break shows against the stated length
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            continue
        yield from frames


def _described(container: InputContainer, stream: AudioStream) -> Described:
    duration = container.duration
    return Described(
        channels=stream.codec_context.channels,
        rate_hz=stream.codec_context.sample_rate,
        duration_s=None if duration is None else duration / av.time_base,
    )
