"""A voice as a point on a sphere: nearer points are likelier to be one person.

The network is CAM++ (Wang, Zheng, Chen, Cheng & Chen, Interspeech 2023), with the weights of the
3D-Speaker project for Chinese and English; `models/convert_campplus.py` makes its ONNX file. It
keeps nothing from one call to the next, so one engine serves every stage of a session.
"""

from pathlib import Path
from typing import Protocol

import kaldi_native_fbank
import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.inference import on_one_thread

Voiceprint = npt.NDArray[np.float32]
"""Shape (192,), of length 1."""

SHORTEST_VOICE_S = 0.2
"""Below it there is hardly a syllable to know a voice by."""

MEL_FILTERS = 80
INT16_FULL_SCALE = 32_768.0


class VoiceEncoder(Protocol):
    """Turns speech into a voiceprint."""

    def embed(self, samples: Samples) -> Voiceprint:
        """The voiceprint of the one person who speaks in `samples` (mono, `SAMPLE_RATE_HZ`)."""
        ...


class VoiceprintEngine:
    """CAM++ in onnxruntime.

    path: the ONNX file; whoever gives it has checked it against the manifest.
    """

    def __init__(self, path: Path) -> None:
        self._session = on_one_thread(path)

    def embed(self, samples: Samples) -> Voiceprint:
        """The voiceprint of the one person who speaks in `samples` (mono, `SAMPLE_RATE_HZ`).

        Raises `ValueError` when there is less than `SHORTEST_VOICE_S`.
        """
        if len(samples) < SHORTEST_VOICE_S * SAMPLE_RATE_HZ:
            raise ValueError(
                f"{len(samples) / SAMPLE_RATE_HZ:.3f} s of audio is too short for a voiceprint: "
                f"give at least {SHORTEST_VOICE_S} s"
            )
        (batch,) = self._session.run(["embedding"], {"features": _features(samples)[np.newaxis]})
        embedding: Voiceprint = batch[0]
        return embedding / np.linalg.norm(embedding)


def similarity(a: Voiceprint, b: Voiceprint) -> float:
    """Cosine of the angle between two voiceprints, -1 to 1; they need not be of length 1."""
    return float(np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b)))


def _features(samples: Samples) -> npt.NDArray[np.float32]:
    """Log mel filters as CAM++ was trained on, shape (frames, 80), 100 frames a second.

    Kaldi's fbank with its own windows (25 ms every 10 ms, povey), no dither, on samples within
    -1 to 1, each filter's mean over the stretch removed, as 3D-Speaker's `FBank` does. Removing
    the mean takes away the microphone's gain, but not where the logarithm is cut off near silence:
    with samples left at int16's scale, 1 s of the scripted sessions goes to the wrong one of two
    voices in 1.0 % of cases instead of 0.3 %.
    """
    options = kaldi_native_fbank.FbankOptions()
    options.frame_opts.samp_freq = SAMPLE_RATE_HZ
    options.frame_opts.dither = 0.0
    options.mel_opts.num_bins = MEL_FILTERS
    fbank = kaldi_native_fbank.OnlineFbank(options)
    fbank.accept_waveform(SAMPLE_RATE_HZ, (samples / INT16_FULL_SCALE).tolist())
    fbank.input_finished()
    frames = np.stack([fbank.get_frame(i) for i in range(fbank.num_frames_ready)])
    centred: npt.NDArray[np.float32] = frames - frames.mean(axis=0)
    return centred
