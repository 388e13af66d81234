"""Whose voiceprints are these: one voice, two, or more, and which is which?

Spherical 2-means (Dhillon & Modha 2001), begun at the first principal component. Each voiceprint is
judged against centroids that leave it out, since in 192 dimensions a vector is always like a mean
that holds it. No likeness is fixed beforehand: only *nearer to this one or to that one*. Each of
two voices may again be two (bisecting k-means, Steinbach, Karypis & Kumar 2000).
"""

import numpy as np
import numpy.typing as npt

from livecue.hearing.voiceprint import Voiceprint

Vectors = npt.NDArray[np.float32]
Seconds = npt.NDArray[np.float64]
Voices = npt.NDArray[np.int64]

APART = 0.12
"""Mean lead of the nearer centroid over the farther that makes two voices. One voice cut in two
stayed at or below 0.1 but for a stray piece; the two likest voices of the scripted sessions (the
centroids' cosine 0.74) reached 0.16, others 0.3 to 0.7."""
APART_AGAIN = 0.22
"""The same for a voice that is already one of two: here a third is told from an odd moment of one.
Heard in three rooms at every tenth second or so, no session of two people was taken for three; of
the third voices mixed into them 93 in 100 were found, and those missed were the likest."""
LEAST_S = 1.5
"""Speech each of two voices must have: less may be one odd sound."""
LEAST_AGAIN_S = 4.0
"""One voice cut in two reached a lead of 0.24 with 3 s on one side."""
FEWEST_VOICES = 4
"""Stretches below which there is no telling two voices from one."""
ROUNDS = 8


def voices_among(prints: Vectors, seconds: Seconds) -> Voices:
    """Which voice each print is of, counted from 0, shape (n,); all 0 when this may be one voice.

    prints: shape (n, 192), of length 1. seconds: shape (n,), how much speech each was made from.
    """
    which = np.zeros(len(prints), np.int64)
    halves = _halves(prints, seconds, APART, LEAST_S)
    if halves is None:
        return which
    which[:] = halves
    waiting = [0, 1]
    while waiting:
        own = which == waiting.pop()
        again = _halves(prints[own], seconds[own], APART_AGAIN, LEAST_AGAIN_S)
        if again is not None:
            fresh = int(which.max()) + 1
            waiting += [int(which[own][0]), fresh]
            which[np.flatnonzero(own)[again == 1]] = fresh
    return which


def centroid(prints: Vectors, seconds: Seconds) -> Voiceprint:
    """What a voice is like: the mean of its prints, of length 1, shape (192,)."""
    return unit((prints * seconds[:, np.newaxis].astype(np.float32)).sum(axis=0))


def unit(vector: Voiceprint) -> Voiceprint:
    """The same direction, of length 1."""
    scaled: Voiceprint = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return scaled


def _halves(prints: Vectors, seconds: Seconds, apart: float, least_s: float) -> Voices | None:
    """The two voices, 0 and 1, or `None` when this may be one voice only."""
    if len(prints) < FEWEST_VOICES:
        return None
    weighted = prints * seconds[:, np.newaxis].astype(np.float32)
    which = _first_guess(prints, seconds)
    for _ in range(ROUNDS):
        likeness = _likeness(prints, weighted, which)
        nearer = np.argmax(likeness, axis=1)
        if np.array_equal(nearer, which):
            break
        which = nearer
    if min(seconds[which == voice].sum() for voice in (0, 1)) < least_s:
        return None
    own = likeness[np.arange(len(which)), which]
    other = likeness[np.arange(len(which)), 1 - which]
    return which if np.average(own - other, weights=seconds) >= apart else None


def _first_guess(prints: Vectors, seconds: Seconds) -> Voices:
    """Which side of their mean they lie on, along the direction in which they differ most."""
    away = prints - np.average(prints, axis=0, weights=seconds)
    _, _, directions = np.linalg.svd(away * np.sqrt(seconds)[:, np.newaxis], full_matrices=False)
    which: Voices = (away @ directions[0] > 0).astype(np.int64)
    return which


def _likeness(prints: Vectors, weighted: Vectors, which: Voices) -> Vectors:
    """Cosine of each voiceprint to either centroid without itself, shape (n, 2)."""
    columns = []
    for voice in (0, 1):
        member = (which == voice)[:, np.newaxis]
        rest = (weighted * member).sum(axis=0) - weighted * member
        length = np.maximum(np.linalg.norm(rest, axis=1), 1e-9)
        columns.append((prints * rest).sum(axis=1) / length)
    return np.stack(columns, axis=1)
