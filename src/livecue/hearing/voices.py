"""Who speaks, with one microphone: nearer to the clinician's voice or to the client's.

At first the voices are not known well. Then every stretch so far is looked at again with each new
one, and an earlier label may change. Once enough of both has been heard they are only followed. No
likeness is fixed beforehand, since it moves with the room; a voice much less like either than they
are like themselves stays unknown, and teaches nothing.

Below a second the voice is weak evidence, and whose turn it is weighs more.
"""

import math
from dataclasses import dataclass

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import SpeakerSettings
from livecue.events import Speaker
from livecue.hearing.speakers import Label
from livecue.hearing.two_voices import Vectors, two_voices, unit
from livecue.hearing.voiceprint import SHORTEST_VOICE_S, VoiceEncoder, Voiceprint

TEACHING_S = 0.5
"""A shorter stretch does not say what a voice is like."""
KNOWN_S = 15.0
"""Speech of each after which both are known; 10 and 25 s did as well on the scripted sessions."""
STRANGER = 0.4
"""While one voice only is known, a voice less like it (cosine) is taken to be another's. A first
guess, which the second thoughts correct: the same voice gave 0.5 to 0.8, another -0.1 to 0.6."""
RUNNING_ON_S = 0.3
"""After a shorter silence it is mostly the same who speaks (82 % in the scripted sessions)."""
LEFT_OPEN_S = 1.5
"""When the clinician has been silent for longer it is the client's turn."""
FEWEST_VOICES = 4
"""Stretches below which there is no telling two voices from one."""
SURE = 0.1
"""Lead in likeness at which a label counts as 0.73 sure; not calibrated, it marks the weak ones."""
EVEN = 0.5
"""Score of a label that the voice had no part in."""

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
        self._heard: list[_Voice] = []
        self._sides: list[int | None] = []
        self._changed: dict[int, _Side] = {}
        self._sums: Vectors | None = None
        self._usual = 0.0

    def name(self, channel: int, samples: Samples, gap_s: float | None) -> Label:  # noqa: ARG002
        """Who speaks, by the voice in `samples`, and by whose turn it is."""
        voice = self._listen(samples, gap_s)
        side, score = self._think_again(voice) if self._sums is None else self._follow(voice)
        return self._named(side), score

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

    def _think_again(self, voice: _Voice) -> _Side:
        """While the voices are not well known: judge all that was heard, with this one."""
        self._heard.append(voice)
        centroids = self._centroids()
        judged: list[_Side] = []
        for heard in self._heard:
            last = judged[-1][0] if judged else None
            judged.append(self._judge(heard, last, centroids))
        before = self._sides
        self._sides = [side for side, _ in judged]
        self._changed = {i: judged[i] for i, side in enumerate(before) if side != self._sides[i]}
        if len(centroids) == 2:
            self._settle(centroids)
        return judged[-1]

    def _follow(self, voice: _Voice) -> _Side:
        """Once both are known: judge this one, and let it teach its side."""
        assert self._sums is not None
        side, score = self._judge(voice, self._sides[-1], np.stack([unit(s) for s in self._sums]))
        if side is not None and voice.print is not None and voice.teaches:
            self._sums[side] += voice.print * voice.seconds
        self._sides = [side]
        self._changed = {}
        return side, score

    def _centroids(self) -> Vectors:
        """The clinician's voice and, once it stands out, the client's: shape (0 to 2, 192)."""
        clinician = self._clinicians()
        if clinician is None:
            return np.empty((0, 0), np.float32)
        teaching = [(v.print, v.seconds) for v in self._heard if v.print is not None and v.teaches]
        if len(teaching) < FEWEST_VOICES:
            return clinician[np.newaxis]
        pair = two_voices(
            np.stack([voiceprint for voiceprint, _ in teaching]),
            np.array([seconds for _, seconds in teaching]),
        )
        if pair is None:
            return clinician[np.newaxis]
        nearer = int(np.argmax(pair.centroids @ clinician))
        return pair.centroids[[nearer, 1 - nearer]]

    def _clinicians(self) -> Voiceprint | None:
        """The voice known to be the clinician's; else the first that spoke at any length."""
        if self._enrolled is not None:
            return self._enrolled
        voices = [v for v in self._heard if v.print is not None]
        at_length = [v.print for v in voices if v.seconds >= self.voice_s]
        return next(iter(at_length + [v.print for v in voices]), None)

    def _settle(self, centroids: Vectors) -> None:
        """From here on the voices are followed, if enough of both was heard."""
        sums = np.zeros_like(centroids)
        seconds = [0.0, 0.0]
        for voice, side in zip(self._heard, self._sides, strict=True):
            if side is not None and voice.print is not None and voice.teaches:
                sums[side] += voice.print * voice.seconds
                seconds[side] += voice.seconds
        if min(seconds) < KNOWN_S:
            return
        self._usual = float(
            np.mean(
                [
                    max(centroids @ voice.print)
                    for voice in self._heard
                    if voice.print is not None and voice.seconds >= self.voice_s
                ]
            )
        )
        self._sums = sums
        self._heard = []

    def _judge(self, voice: _Voice, last: int | None, centroids: Vectors) -> _Side:
        """Which side a voice is on, given which side spoke last."""
        lean = self._lean(voice.gap_s, last)
        if voice.print is None or not len(centroids):
            return self._by_turn(lean, last), EVEN
        likeness = [float(centroid @ voice.print) for centroid in centroids]
        nearest = max(likeness)
        at_length = voice.seconds >= self.voice_s
        if at_length and nearest < self._settings.unknown_below * self._usual:
            return None, _sigmoid((self._settings.unknown_below * self._usual - nearest) / SURE)
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


def _sigmoid(x: float) -> float:
    return round(1 / (1 + math.exp(-min(x, 50.0))), 3)
