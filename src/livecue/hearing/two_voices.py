"""Are there two voices among these voiceprints, and which is which?

Spherical 2-means (Dhillon & Modha 2001), begun at the first principal component. Each voiceprint is
judged against centroids that leave it out, since in 192 dimensions a vector is always like a mean
that holds it. No likeness is fixed beforehand: only *nearer to this one or to that one*.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from livecue.hearing.voiceprint import Voiceprint

Vectors = npt.NDArray[np.float32]

APART = 0.12
"""Mean lead of the nearer centroid over the farther that makes two voices. One voice cut in two
stayed at or below 0.1 but for a stray piece; the two likest voices of the scripted sessions (the
centroids' cosine 0.74) reached 0.16, others 0.3 to 0.7."""
LEAST_S = 1.5
"""Speech each of two voices must have: less may be one odd sound."""
ROUNDS = 8


@dataclass(frozen=True)
class TwoVoices:
    """which: 0 or 1 for each voiceprint. centroids: of length 1, shape (2, 192)."""

    which: npt.NDArray[np.int64]
    centroids: Vectors


def two_voices(prints: Vectors, seconds: npt.NDArray[np.float64]) -> TwoVoices | None:
    """The two voices heard, or `None` when this may be one voice only.

    prints: shape (n, 192), of length 1. seconds: shape (n,), how much speech each was made from.
    """
    weighted = prints * seconds[:, np.newaxis].astype(np.float32)
    which = _first_guess(prints, seconds)
    for _ in range(ROUNDS):
        likeness = _likeness(prints, weighted, which)
        nearer = np.argmax(likeness, axis=1)
        if np.array_equal(nearer, which):
            break
        which = nearer
    if min(seconds[which == voice].sum() for voice in (0, 1)) < LEAST_S:
        return None
    own = likeness[np.arange(len(which)), which]
    other = likeness[np.arange(len(which)), 1 - which]
    if np.average(own - other, weights=seconds) < APART:
        return None
    return TwoVoices(which, np.stack([unit(weighted[which == v].sum(axis=0)) for v in (0, 1)]))


def unit(vector: Voiceprint) -> Voiceprint:
    """The same direction, of length 1."""
    scaled: Voiceprint = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return scaled


def _first_guess(prints: Vectors, seconds: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Which side of their mean they lie on, along the direction in which they differ most."""
    away = prints - np.average(prints, axis=0, weights=seconds)
    _, _, directions = np.linalg.svd(away * np.sqrt(seconds)[:, np.newaxis], full_matrices=False)
    which: npt.NDArray[np.int64] = (away @ directions[0] > 0).astype(np.int64)
    return which


def _likeness(prints: Vectors, weighted: Vectors, which: npt.NDArray[np.int64]) -> Vectors:
    """Cosine of each voiceprint to either centroid without itself, shape (n, 2)."""
    columns = []
    for voice in (0, 1):
        member = (which == voice)[:, np.newaxis]
        rest = (weighted * member).sum(axis=0) - weighted * member
        length = np.maximum(np.linalg.norm(rest, axis=1), 1e-9)
        columns.append((prints * rest).sum(axis=1) / length)
    return np.stack(columns, axis=1)
