"""A session's sound: rows of a few seconds each, as FLAC that is only ever made in memory."""

import io
from collections.abc import Iterator
from typing import Any

import apsw
import av
import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Block, Samples
from livecue.store.unknown import unknown_session

_UNPADDED = {"metadata_header_padding": "0"}
"""Otherwise each row carries 8 kB of room for titles that it never gets."""


def insert(connection: apsw.Connection, session_id: str, start_s: float, samples: Samples) -> bool:
    """Keep one stretch; False when there is no such session."""
    connection.execute(
        "insert into audio select id, ?, ?, ? from sessions where id = ?",
        (start_s, samples.shape[1], encode(samples), session_id),
    )
    return connection.changes() == 1


def blocks(connection: apsw.Connection, session_id: str) -> Iterator[Block]:
    """All stretches in order, read one by one: a slow listener holds back no erasure.

    Raises:
        InputError: the session is forgotten meanwhile.
    """
    starts: list[Any] = connection.execute(
        "select start_s from audio where session = ? order by start_s", (session_id,)
    ).fetchall()
    for (start_s,) in starts:
        rows: list[Any] = connection.execute(
            "select flac, channels from audio where session = ? and start_s = ?",
            (session_id, start_s),
        ).fetchall()
        if not rows:
            raise unknown_session(session_id)
        yield Block(start_s, decode(*rows[0]))


def encode(samples: Samples) -> bytes:
    """The samples as a FLAC file; nothing is lost.

    Args:
        samples: int16 at 16 kHz, shape (frames, channels), at least one frame of 1 or 2 channels.
    """
    layout = "mono" if samples.shape[1] == 1 else "stereo"
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout=layout)
    frame.sample_rate = SAMPLE_RATE_HZ
    flac = io.BytesIO()
    with av.open(flac, "w", format="flac", options=_UNPADDED) as container:
        stream = container.add_stream("flac", rate=SAMPLE_RATE_HZ)
        stream.layout = layout
        stream.format = "s16"
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return flac.getvalue()


def decode(flac: bytes, channels: int) -> Samples:
    """The samples that `encode` was given, of which there were so many channels."""
    with av.open(io.BytesIO(flac), "r", format="flac") as container:
        pieces = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return np.concatenate(pieces, axis=1, dtype=np.int16).reshape(-1, channels)
