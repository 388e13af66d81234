"""Samples as FLAC that is only ever made in memory."""

import io

import av
import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples

_UNPADDED = {"metadata_header_padding": "0"}
"""Otherwise each piece carries 8 kB of room for titles that it never gets."""


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
