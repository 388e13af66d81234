"""A recording heard again, in any room, with hearing alone: no words, no markers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from livecue.capture.recording import Recording
from livecue.capture.source import SAMPLE_RATE_HZ, Block, ChannelUse, Missing, Samples
from livecue.config import Settings
from livecue.evaluation.pauses import CHANNELS, Piece
from livecue.events import AnyEvent, Numbering
from livecue.hearing.enrolment import MOST_S, enrol
from livecue.hearing.hearing import Hearing
from livecue.hearing.layers import ALL_LAYERS, Layers
from livecue.hearing.run import Run
from livecue.hearing.silero import SileroEngine
from livecue.hearing.spoken import Renamed, SpokenTurn
from livecue.hearing.stretches import Stretch
from livecue.hearing.vad import GatedVad
from livecue.hearing.voiceprint import VoiceEncoder, Voiceprint
from livecue.transcripts.session import Span

BLOCK_S = 1.0


def sound_of(path: Path, channels: ChannelUse, settings: Settings) -> Samples:
    """A whole recording at `SAMPLE_RATE_HZ`, int16, shape (frames, 1 or 2); holes are silent.

    Raises:
        InputError: as `Recording`.
    """
    pieces = []
    for heard in Recording(path, channels, "max", settings.capture):
        if isinstance(heard, Block):
            pieces.append(heard.samples)
        elif isinstance(heard, Missing):
            lasting = round((heard.end_s - heard.start_s) * SAMPLE_RATE_HZ)
            pieces.append(np.zeros((lasting, pieces[0].shape[1] if pieces else 1), np.int16))
    return np.concatenate(pieces)


@dataclass(frozen=True)
class HearingEngines:
    """What hearing needs loaded."""

    silero: SileroEngine
    voices: VoiceEncoder


class RememberingEncoder:
    """An encoder that is asked for the same sound often, and works it out once."""

    def __init__(self, encoder: VoiceEncoder) -> None:
        self._encoder = encoder
        self._known: dict[bytes, Voiceprint] = {}

    def embed(self, samples: Samples) -> Voiceprint:
        """The voiceprint of the one person who speaks in `samples` (mono, `SAMPLE_RATE_HZ`)."""
        sound = samples.tobytes()
        if sound not in self._known:
            self._known[sound] = self._encoder.embed(samples)
        return self._known[sound]


def speech_heard(
    samples: Samples, settings: Settings, silero: SileroEngine, layers: Layers = ALL_LAYERS
) -> list[Span]:
    """The stretches of speech in sound: int16, shape (frames, channels)."""
    channels = samples.shape[1]
    vad = GatedVad(settings.hearing, channels, silero, layers)
    run = Run(settings.hearing, vad, channels, 0.0, layers)
    moments = [*run.push(samples), *run.rest()]
    found = [event for moment in moments for event in moment.found]
    ended = [event for event in found if isinstance(event, Stretch)]
    return sorted((stretch.start, stretch.end) for stretch in (*ended, *run.close()))


def heard_by_one_microphone(
    samples: Samples, settings: Settings, engines: HearingEngines, clinician: Voiceprint | None
) -> list[AnyEvent]:
    """What hearing writes of sound of one channel (int16, shape (frames, 1))."""
    hearing = Hearing(settings, Numbering(), 1, engines.voices, clinician, silero=engines.silero)
    block = round(BLOCK_S * SAMPLE_RATE_HZ)
    heard = [
        event
        for first in range(0, len(samples), block)
        for event in hearing.push(Block(first / SAMPLE_RATE_HZ, samples[first : first + block]))
    ]
    written = [*heard, *hearing.flush()]
    return [event for event in written if not isinstance(event, (SpokenTurn, Renamed))]


def clinicians_voice(
    pieces: Sequence[Piece], clean: Samples, settings: Settings, encoder: VoiceEncoder
) -> tuple[Voiceprint, float]:
    """The clinician's voice from the session's own end, and from when on that speech was taken.

    It is taken from the clean recording, so in a room it is a voice from elsewhere. What it was
    taken from must not be scored.
    """
    own = [piece for piece in pieces if piece.speaker == "clinician"]
    taken_s = 0.0
    used: list[Piece] = []
    for piece in reversed(own):
        if taken_s >= MOST_S * 2 / 3:
            break
        used.insert(0, piece)
        taken_s += piece.end - piece.start
    channel = CHANNELS["clinician"]
    cuts = [(round(p.start * SAMPLE_RATE_HZ), round(p.end * SAMPLE_RATE_HZ)) for p in used]
    speech = np.concatenate([clean[first:last, channel] for first, last in cuts])
    return enrol(speech, encoder, settings).voiceprint, used[0].start
