"""The same voices in other rooms: reverberation by image sources, and noise of stated loudness.

Reverberation: the image-source method (Allen & Berkley, J. Acoust. Soc. Am. 65, 1979) in a room
shaped like a box. Its walls absorb just so much that the room has the reverberation time asked
for, since in a box Sabine's and Eyring's formulas are off by half. The images are moved a little
at random, as real walls are not true mirrors, which takes away the sweeping echoes of a perfect
box (De Sena et al., IEEE/ACM TASLP 23, 2015). Nothing here is measured from a real room.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.evaluation.noises import LOWEST_HZ, NoiseName, Wave, breath, keystrokes, noise, paper
from livecue.hearing.gate import FRAME_SAMPLES

Counts = npt.NDArray[np.int64]

Point = tuple[float, float, float]

SIZE_M: Point = (5.2, 4.1, 2.7)
"""A consulting room: length, width, height."""
MICROPHONE_M: Point = (2.5, 1.6, 0.8)
"""A laptop on a small table."""
CLINICIAN_M: Point = (1.8, 1.2, 1.15)
CLIENT_M: Point = (3.5, 2.6, 1.1)
"""Seated mouths: 0.9 m and 1.4 m from the laptop."""
LOUDSPEAKER_M: Point = (2.35, 1.5, 0.8)
"""The laptop's own, which plays the client in a video call."""
CALL_DELAY_S = 0.12
"""From where a program hands its sound over, and livecue hears the client, to the air."""
SOUND_M_S = 343.0
MOVED_M = 0.05
"""Largest move of an image for each reflection, up to eight of them."""
ACTIVE_DB = 36.0
"""Frames no further than this below the loudest are speech (the rule of the labelled sessions)."""


@dataclass(frozen=True)
class Room:
    """Where a session is heard.

    rt60_s: time in which sound falls by 60 dB; `None` without any room. snr_db: active level of the
    voices over the noise; `None` without noise. notes: somebody types, turns pages and breathes.
    """

    name: str
    rt60_s: float | None = None
    snr_db: float | None = None
    noises: tuple[NoiseName, ...] = ()
    notes: bool = False


CLEAN = Room("clean")
OFFICE = Room("office", rt60_s=0.3, snr_db=20.0, noises=("fan",))
BAD = Room("bad room", rt60_s=0.6, snr_db=10.0, noises=("fan", "traffic"))
NOTES = Room("office, notes taken", rt60_s=0.3, snr_db=20.0, noises=("fan",), notes=True)
ROOMS: tuple[Room, ...] = (CLEAN, OFFICE, BAD, NOTES)

Microphones = Literal["one", "each"]
"""`one`: a laptop hears both. `each`: everybody has one of their own (two channels)."""


def heard_in(room: Room, voices: Samples, microphones: Microphones, seed: int) -> Samples:
    """Two voices as they are heard in a room.

    voices: int16, shape (frames, 2), channel 0 the clinician and 1 the client, without any room.
    seed: of the noise and of the room's small irregularities; the same seed gives the same sound.

    Returns:
        int16, shape (frames, 1) or (frames, 2); no louder than the voices were together.
    """
    rng = np.random.default_rng(seed)
    places = (CLINICIAN_M, CLIENT_M)
    voiced = [
        _reverberant(voices[:, c].astype(np.float64), room.rt60_s, places[c], rng) for c in (0, 1)
    ]
    mixed = [voiced[0] + voiced[1]] if microphones == "one" else voiced
    return _as_samples(np.stack([_with_noise(wave, room, rng) for wave in mixed], axis=1))


def heard_in_call(room: Room, voices: Samples, echo_db: float | None, seed: int) -> Samples:
    """Two voices as a video call brings them: the clinician's microphone, and what is played.

    voices: as for `heard_in`. echo_db: level of the client's voice from the loudspeaker beside the
    clinician's own, at the microphone; `None` with headphones.

    Returns:
        int16, shape (frames, 2): the clinician in the room with that echo, and the client as sent.
    """
    rng = np.random.default_rng(seed)
    own, played = (voices[:, c].astype(np.float64) for c in (0, 1))
    heard = _reverberant(own, room.rt60_s, CLINICIAN_M, rng)
    if echo_db is not None:
        late = np.concatenate([np.zeros(round(CALL_DELAY_S * SAMPLE_RATE_HZ)), played])[: len(own)]
        echo = _reverberant(late, room.rt60_s, LOUDSPEAKER_M, rng)
        heard += echo / active_level(echo) * active_level(heard) * 10 ** (echo_db / 20)
    both = np.stack([_with_noise(heard, room, rng), played], axis=1)
    return _as_samples(both)


def impulse_response(rt60_s: float, source: Point, rng: np.random.Generator) -> Wave:
    """What a click at `source` is at the microphone: at `SAMPLE_RATE_HZ`, until it fell by 60 dB.

    The direct sound has the strength 1, and comes at once.
    """
    images, reflections = _images(source, rt60_s * SOUND_M_S)
    moved = MOVED_M * np.minimum(reflections, 8)[:, np.newaxis]
    away = images + rng.uniform(-1, 1, images.shape) * moved - np.array(MICROPHONE_M)
    distance_m = np.linalg.norm(away, axis=1)
    direct_m = float(np.linalg.norm(np.array(source) - np.array(MICROPHONE_M)))
    strength = _kept(rt60_s, distance_m, reflections) ** reflections * direct_m / distance_m
    at = (distance_m - direct_m).clip(min=0) / SOUND_M_S * SAMPLE_RATE_HZ
    length = round(rt60_s * SAMPLE_RATE_HZ)
    whole = at.astype(np.int64)
    inside = whole < length - 1
    whole, part, strength = whole[inside], (at - whole)[inside], strength[inside]
    # Between two samples an arrival is shared among them.
    response = np.zeros(length)
    np.add.at(response, whole, strength * (1 - part))
    np.add.at(response, whole + 1, strength * part)
    return response


def active_level(wave: Wave) -> float:
    """Root mean square over the frames in which there is speech."""
    framed = wave[: len(wave) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
    power = (framed**2).mean(axis=1)
    return float(np.sqrt(power[power > power.max() * 10 ** (-ACTIVE_DB / 10)].mean()))


def _as_samples(heard: Wave) -> Samples:
    loudest = np.abs(heard).max()
    scaled = heard * min(1.0, np.iinfo(np.int16).max / loudest) if loudest else heard
    samples: Samples = np.rint(scaled).astype(np.int16)
    return samples


def _reverberant(wave: Wave, rt60_s: float | None, source: Point, rng: np.random.Generator) -> Wave:
    """A voice in the room, as much weaker as it is farther away than the clinician's."""
    if rt60_s is None:
        return wave
    response = impulse_response(rt60_s, source, rng)
    long = 1 << (len(wave) + len(response) - 1).bit_length()
    spectrum = np.fft.rfft(wave, long) * np.fft.rfft(response, long)
    # Images add up without end at the lowest frequencies, where no microphone of ours hears.
    spectrum[np.fft.rfftfreq(long, 1 / SAMPLE_RATE_HZ) < LOWEST_HZ] = 0
    heard = np.fft.irfft(spectrum, long)[: len(wave)]
    near, far = (
        float(np.linalg.norm(np.array(p) - np.array(MICROPHONE_M))) for p in (CLINICIAN_M, source)
    )
    fainter: Wave = heard * (near / far)
    return fainter


def _with_noise(wave: Wave, room: Room, rng: np.random.Generator) -> Wave:
    level = active_level(wave) if wave.any() else 0.0
    heard = wave.copy()
    if room.snr_db is not None and room.noises:
        mixed = np.sum([noise(name, len(wave), rng) for name in room.noises], axis=0)
        heard += mixed / mixed.std() * level * 10 ** (-room.snr_db / 20)
    if room.notes:
        for made in (keystrokes, paper, breath):
            heard += level * made(len(wave), rng)
    return heard


def _kept(rt60_s: float, distance_m: Wave, reflections: Counts) -> float:
    """Share of the sound pressure that a wall gives back, for the room to have this decay."""
    order = np.argsort(distance_m)
    at_s = distance_m[order] / SOUND_M_S
    low, high = 0.0, 1.0
    while high - low > 1e-3:
        kept = (low + high) / 2
        energy = kept ** (2 * reflections[order]) / distance_m[order] ** 2
        if _decay_s(at_s, energy) < rt60_s:
            low = kept
        else:
            high = kept
    return low


def _decay_s(at_s: Wave, energy: Wave) -> float:
    """Time to fall by 60 dB, from the fall between -5 and -25 dB (Schroeder's backward sum; ISO
    3382's T20)."""
    left_db = 10 * np.log10(np.cumsum(energy[::-1])[::-1] / energy.sum())
    from_s, to_s = (at_s[np.argmax(left_db < db)] for db in (-5.0, -25.0))
    return 3 * float(to_s - from_s)


def _images(source: Point, reach_m: float) -> tuple[Wave, Counts]:
    """The mirror images of a source within reach: places, shape (n, 3), and reflections, (n,)."""
    axes: list[tuple[Wave, Counts]] = []
    for place, size in zip(source, SIZE_M, strict=True):
        n = np.arange(-int(reach_m / size / 2) - 1, int(reach_m / size / 2) + 2)
        places = np.concatenate([2 * n * size + place, 2 * n * size - place])
        axes.append((places, np.concatenate([np.abs(2 * n), np.abs(2 * n - 1)])))
    x, y, z = np.meshgrid(*(places for places, _ in axes), indexing="ij")
    i, j, k = np.meshgrid(*(counts for _, counts in axes), indexing="ij")
    images = np.stack([x.ravel(), y.ravel(), z.ravel()], axis=1)
    reflections = (i + j + k).ravel()
    near = np.linalg.norm(images - np.array(MICROPHONE_M), axis=1) <= reach_m
    return images[near], reflections[near]
