"""Who speaks, with one microphone: nearer to the clinician's voice or to the client's.

Again and again all that was heard is looked at anew, and an earlier label may change: what the
voices are like is known better and better. No likeness is fixed beforehand, since it moves with
the room. A third voice (a parent, an interpreter) is unknown, and so is one much less like either
of the two than they are like themselves; neither teaches anything about the two.

Below a second the voice is weak evidence, and whose turn it is weighs more.
"""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import SpeakerSettings
from livecue.events import Speaker
from livecue.hearing.clustering import centroid, voices_among
from livecue.hearing.gate import FRAME_S, FRAME_SAMPLES, levels_db
from livecue.hearing.speakers import Label
from livecue.hearing.voiceprint import SHORTEST_VOICE_S, VoiceEncoder, Voiceprint

TEACHING_S = 0.5
"""A shorter stretch does not say what a voice is like."""
KNOWN_S = 15.0
"""Speech of each after which it is known how like themselves they usually are."""
ALWAYS_AGAIN = 60
AGAIN_EVERY = 10
"""So many stretches are looked at again with each new one, later with every tenth: the voices are
known then, and it is work."""
REMEMBERED = 1_500
"""Stretches that are looked at again: more than an hour's."""
STRANGER = 0.4
"""While one voice only is known, a voice less like it (cosine) is taken to be another's. A first
guess, which the second thoughts correct: the same voice gave 0.5 to 0.8, another -0.1 to 0.6."""
RUNNING_ON_S = 0.3
"""After a shorter silence it is mostly the same who speaks (82 % in the scripted sessions)."""
LEFT_OPEN_S = 1.5
"""When the clinician has been silent for longer it is the client's turn."""
SURE = 0.1
"""Lead in likeness at which a label counts as 0.73 sure; not calibrated, it marks the weak ones."""
EVEN = 0.5
"""Score of a label that the voice had no part in."""

LONG_ENOUGH_FOR_TWO_S = 1.2
"""In a shorter stretch two voices are too short to be known."""
TAKEN_OVER = 0.12
"""Least lead in likeness, the one way at a stretch's beginning and the other at its end, that makes
it two people's."""
BOUNDARY_S = 0.1
"""A change of voice is sought until it is known to within this, then put where it is softest."""
SOFTEST_WITHIN_S = 0.2
SMOOTHED_FRAMES = 3

_Side = tuple[int | None, float]
"""0 clinician and 1 client (until they are swapped), `None` neither; and how sure."""


@dataclass(frozen=True)
class _Voice:
    """One stretch as it was heard. print: `None` if it was too short to have one."""

    seconds: float
    gap_s: float | None
    print: Voiceprint | None

    @property
    def teaches(self) -> bool:
        return self.print is not None and self.seconds >= TEACHING_S


@dataclass(frozen=True)
class _Voices:
    """What the voices heard are like.

    two: the clinician's and, once it stands out, the client's. others: further voices. usual: how
    like themselves the two usually are; 0 until that is known.
    """

    two: Sequence[Voiceprint]
    others: Sequence[Voiceprint] = ()
    usual: float = 0.0


class VoiceSpeakers:
    """The clinician, the client, and whoever is neither, told apart by voice.

    clinician_voice: the enrolled clinician's voiceprint; without it the first to speak is taken to
    be the clinician.
    """

    def __init__(
        self, settings: SpeakerSettings, encoder: VoiceEncoder, clinician_voice: Voiceprint | None
    ) -> None:
        self.voice_s = settings.shortest_voice_s
        self._settings = settings
        self._encoder = encoder
        self._enrolled = clinician_voice
        self._names: tuple[Speaker, Speaker] = ("clinician", "client")
        self._heard: deque[_Voice] = deque(maxlen=REMEMBERED)
        self._sides: deque[int | None] = deque(maxlen=REMEMBERED)
        self._known = _Voices([])
        self._count = 0
        self._first: Voiceprint | None = None
        self._changed: dict[int, _Side] = {}

    def name(self, channel: int, samples: Samples, gap_s: float | None) -> Label:  # noqa: ARG002
        """Who speaks, by the voice in `samples`, and by whose turn it is."""
        voice = self._listen(samples, gap_s)
        last = self._sides[-1] if self._sides else None
        self._heard.append(voice)
        self._count += 1
        again = self._count <= ALWAYS_AGAIN or self._count % AGAIN_EVERY == 0
        if again:
            self._known = self._voices()
        side, score = self._judge(voice, last, self._known)
        self._sides.append(side)
        self._changed = self._think_again() if again else {}
        side, score = self._changed.pop(self._count - 1, (side, score))
        return self._named(side), score

    def takes_over(self, samples: Samples) -> float | None:
        """Where in a stretch the other begins to speak, in seconds; `None` if it is one voice."""
        seconds = len(samples) / SAMPLE_RATE_HZ
        if self._sides[-1] is None or seconds < LONG_ENOUGH_FOR_TWO_S:
            return None
        two = self._known.two
        if len(two) < 2:
            return None
        window_s = min(self.voice_s, seconds / 2)

        def leans(at_s: float) -> float:
            """How much more the voice about a moment is the client's than the clinician's."""
            first = round((at_s - window_s / 2) * SAMPLE_RATE_HZ)
            heard = self._encoder.embed(samples[first : first + round(window_s * SAMPLE_RATE_HZ)])
            return float((two[1] - two[0]) @ heard)

        early_s, late_s = window_s / 2, seconds - window_s / 2
        early, late = leans(early_s), leans(late_s)
        if early * late > 0 or min(abs(early), abs(late)) < TAKEN_OVER:
            return None
        while late_s - early_s > BOUNDARY_S:
            middle_s = (early_s + late_s) / 2
            if leans(middle_s) * early > 0:
                early_s = middle_s
            else:
                late_s = middle_s
        return _softest(samples, (early_s + late_s) / 2)

    def second_thoughts(self) -> dict[int, Label]:
        """Earlier stretches whose label the last one changed: place in order, and label."""
        return {i: (self._named(side), score) for i, (side, score) in self._changed.items()}

    def swap(self) -> None:
        """The two were taken for each other; from here on they are not."""
        self._names = (self._names[1], self._names[0])

    def _listen(self, samples: Samples, gap_s: float | None) -> _Voice:
        seconds = len(samples) / SAMPLE_RATE_HZ
        heard = self._encoder.embed(samples) if seconds >= SHORTEST_VOICE_S else None
        return _Voice(seconds, gap_s, heard)

    def _think_again(self) -> dict[int, _Side]:
        """What is seen differently now: place in order, and side."""
        first = self._count - len(self._heard)
        changed: dict[int, _Side] = {}
        last: int | None = None
        for n, voice in enumerate(self._heard):
            # What came before the first that is remembered is forgotten: that one stays as it was.
            if n > 0 or first == 0:
                side, score = self._judge(voice, last, self._known)
                if side != self._sides[n]:
                    self._sides[n] = side
                    changed[first + n] = side, score
            last = self._sides[n]
        return changed

    def _voices(self) -> _Voices:
        """What the voices heard so far are like."""
        clinician = self._clinicians()
        if clinician is None:
            return _Voices([])
        teaching = [(v.print, v.seconds) for v in self._heard if v.print is not None and v.teaches]
        if not teaching:
            return _Voices([clinician])
        prints = np.stack([voiceprint for voiceprint, _ in teaching])
        seconds = np.array([lasting for _, lasting in teaching])
        which = voices_among(prints, seconds)
        groups = [which == voice for voice in range(int(which.max()) + 1)]
        if len(groups) == 1:
            return _Voices([clinician])
        centroids = [centroid(prints[own], seconds[own]) for own in groups]
        spoken_s = [float(seconds[own].sum()) for own in groups]
        first = max(range(len(groups)), key=lambda voice: float(centroids[voice] @ clinician))
        # Beside the clinician it is the client who speaks most.
        second = max((v for v in range(len(groups)) if v != first), key=lambda v: spoken_s[v])
        others = [voice for voice in range(len(groups)) if voice not in (first, second)]
        usual = 0.0
        if min(spoken_s[first], spoken_s[second]) >= KNOWN_S:
            likeness = (prints * np.stack(centroids)[which]).sum(axis=1)
            at_length = (seconds >= self.voice_s) & ~np.isin(which, others)
            usual = float(likeness[at_length].mean())
        two = [centroids[first], centroids[second]]
        return _Voices(two, [centroids[voice] for voice in others], usual)

    def _clinicians(self) -> Voiceprint | None:
        """The voice known to be the clinician's; else the first that spoke at any length."""
        if self._enrolled is not None:
            return self._enrolled
        if self._first is None:
            spoken = (v for v in self._heard if v.seconds >= self.voice_s)
            self._first = next((v.print for v in spoken if v.print is not None), None)
        heard = (voice.print for voice in self._heard if voice.print is not None)
        return next(heard, None) if self._first is None else self._first

    def _judge(self, voice: _Voice, last: int | None, known: _Voices) -> _Side:
        """Which side a voice is on, given which side spoke last."""
        lean = self._lean(voice.gap_s, last)
        if voice.print is None or not known.two:
            return self._by_turn(lean, last), EVEN
        likeness = [float(centroid @ voice.print) for centroid in known.two]
        nearest = max(likeness)
        if voice.seconds >= self.voice_s:
            other = max((float(centroid @ voice.print) for centroid in known.others), default=-1.0)
            stranger = max(other, self._settings.unknown_below * known.usual) - nearest
            if stranger > 0:
                return None, _sigmoid(stranger / SURE)
        clinician, client = likeness if len(likeness) == 2 else (likeness[0], STRANGER)
        weak = max(1.0, self.voice_s / voice.seconds)
        lead = client - clinician + self._settings.turn_taking_weight * lean * weak
        return int(lead > 0), _sigmoid(abs(lead) / SURE)

    def _lean(self, gap_s: float | None, last: int | None) -> int:
        """Whose turn it is, by the silence before: -1 the first side's, 1 the second's, 0 open."""
        if gap_s is None or last is None:
            return 0
        if gap_s < RUNNING_ON_S:
            return 1 if last == 1 else -1
        if gap_s >= LEFT_OPEN_S and self._named(last) == "clinician":
            return -1 if last == 1 else 1
        return 0

    def _by_turn(self, lean: int, last: int | None) -> int | None:
        """Without a voice to go by: whose turn it is, and if that is open, the other's."""
        if lean:
            return int(lean > 0)
        return None if last is None else 1 - last

    def _named(self, side: int | None) -> Speaker:
        return "unknown" if side is None else self._names[side]


def _softest(samples: Samples, about_s: float) -> float:
    """The softest moment near this one: people do not change places in the midst of a vowel."""
    whole = len(samples) // FRAME_SAMPLES * FRAME_SAMPLES
    levels = levels_db(samples[:whole, np.newaxis])[:, 0]
    smooth = np.convolve(levels, np.ones(SMOOTHED_FRAMES) / SMOOTHED_FRAMES, mode="same")
    middle, reach = round(about_s / FRAME_S), round(SOFTEST_WITHIN_S / FRAME_S)
    first = max(1, middle - reach)
    return (first + int(np.argmin(smooth[first : middle + reach]))) * FRAME_S


def _sigmoid(x: float) -> float:
    return round(1 / (1 + math.exp(-min(x, 50.0))), 3)
