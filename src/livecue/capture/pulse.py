"""PulseAudio, and PipeWire that speaks its language: the sources behind PortAudio's `pulse`.

PortAudio knows PulseAudio as one device. This asks the server itself what microphones there are,
which of them is muted or put to sleep, and where a stream of ours really listens.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

HOST_API = "PulseAudio"
"""What `livecue devices` calls the way through the sound server."""

PCM = "pulse"
"""ALSA's name for that way, under which PortAudio opens it."""

_TAG = "livecue.feed"


@dataclass(frozen=True)
class Source:
    """Something that PulseAudio can hear.

    name: the server's own name for it. description: the name people know. loopback: it hears what
    an output of the computer plays. default: the server's default source, or what the default
    output plays. suspended: put to sleep, by hand or because another program took the device.
    """

    name: str
    description: str
    channels: int
    rate_hz: int
    loopback: bool
    default: bool
    muted: bool
    suspended: bool


class ServerGoneError(Exception):
    """The sound server does not answer any more."""


class Server:
    """A connection to the sound server, for one thread.

    Its calls wait for an answer, for ever when the server hangs: not for a thread that has to go
    on.
    """

    def __init__(self, client: Any) -> None:
        self._client = client

    def close(self) -> None:
        """Leave the server."""
        self._client.close()

    def sources(self) -> list[Source]:
        """All there are, microphones first.

        Raises:
            ServerGoneError: it does not answer any more.
        """
        return sorted(self._by_index().values(), key=lambda source: source.loopback)

    def heard_by(self, tag: str) -> Source | None:
        """The source to which the stream opened with `tag` listens; `None`: there is none.

        A server moves a stream elsewhere when its source goes away. A stream can be muted by
        itself.

        Raises:
            ServerGoneError: it does not answer any more.
        """
        with _asking():
            streams = self._client.source_output_list()
        sources = self._by_index()
        for stream in streams:
            if stream.proplist.get(_TAG) == tag and stream.source in sources:
                source = sources[stream.source]
                return replace(source, muted=source.muted or bool(stream.mute))
        return None

    def _by_index(self) -> dict[int, Source]:
        with _asking():
            server = self._client.server_info()
            listed = self._client.source_list()
        return {it.index: _source(it, server) for it in listed}


def connect() -> Server | None:
    """A connection to the server; `None` where there is none, or no library to reach it."""
    pulsectl = _library()
    if pulsectl is None:
        return None
    client = pulsectl.Pulse("livecue", connect=False)
    try:
        client.connect(autospawn=False)
    except pulsectl.PulseError:
        client.close()
        return None
    return Server(client)


def has_library() -> bool:
    """Whether libpulse is here; without it PulseAudio is one device without a face."""
    return _library() is not None


def opening(source: str | None, tag: str) -> dict[str, str]:
    """What a process's environment must hold while PortAudio opens `PCM`.

    source: the one to be heard, by the server's name for it, or `None` for its default. tag: a name
    of our own, by which the server knows the stream.
    """
    wanted = {} if source is None else {"PULSE_SOURCE": source}
    return wanted | {f"PULSE_PROP_{_TAG}": tag}


def _library() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    try:
        import pulsectl
    except (ImportError, OSError):
        return None
    return pulsectl


@contextmanager
def _asking() -> Iterator[None]:
    import pulsectl
    from pulsectl import _pulsectl

    try:
        yield
    except (pulsectl.PulseError, _pulsectl.pa.CallError) as error:
        raise ServerGoneError(str(error)) from error


def _source(listed: Any, server: Any) -> Source:
    heard, played = server.default_source_name, server.default_sink_name
    return Source(
        name=listed.name,
        description=listed.description or listed.name,
        channels=listed.sample_spec.channels,
        rate_hz=listed.sample_spec.rate,
        loopback=bool(listed.monitor_of_sink_name),
        default=listed.name == heard or (listed.monitor_of_sink_name or "") == (played or None),
        muted=bool(listed.mute),
        suspended=listed.state == "suspended",
    )
