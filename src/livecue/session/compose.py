"""A session put together from its parts: the engines loaded once, the machine made anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from livecue.capture.recording import Recording
from livecue.capture.source import ChannelUse, Source
from livecue.config import Settings
from livecue.cues.guide import Guide, load_guide
from livecue.events import AnyEvent, Numbering, SpeakersBy
from livecue.hearing.hearing import Hearing
from livecue.hearing.silero import SileroEngine
from livecue.hearing.voiceprint import VoiceEncoder, Voiceprint, VoiceprintEngine
from livecue.markers.lexicon import Lexicon, load_lexicon
from livecue.markers.network import load_weighing
from livecue.markers.weighing import Weighing
from livecue.model_files import locate
from livecue.session.live import Head, LiveSession
from livecue.session.machine import Machine
from livecue.session.sink import Collected, Sink
from livecue.session.understanding import Understanding
from livecue.transcription.transcriber import Transcriber
from livecue.transcription.whisper import Whisper


@dataclass(frozen=True)
class Engines:
    """What is loaded once and holds nothing of any session."""

    transcriber: Transcriber
    weighing: Weighing
    voices: VoiceEncoder
    silero: SileroEngine
    lexicon: Lexicon
    guide: Guide
    models: dict[str, str]


def load_engines(settings: Settings) -> Engines:
    """Find, check and load every model.

    Args:
        settings: with the speech model named, as `transcription.speech_model` does.

    Raises:
        MissingError: a model is not on this machine, or its file was changed.
    """
    speech = locate(settings.transcription.model)
    turns = locate("turn-reader")
    voices = locate("campplus")
    silero = locate("silero-vad")
    return Engines(
        transcriber=Whisper(speech, settings.transcription),
        weighing=load_weighing(turns),
        voices=VoiceprintEngine(voices.weights),
        silero=SileroEngine(silero.weights),
        lexicon=load_lexicon(settings.transcription.language),
        guide=load_guide(settings.transcription.language),
        models={found.name: found.sha256 for found in (speech, turns, voices, silero)},
    )


def build(
    head: Head,
    source: Source,
    engines: Engines,
    sinks: Sequence[Sink],
    clinician_voice: Voiceprint | None = None,
) -> LiveSession:
    """A session ready to run.

    Args:
        clinician_voice: the enrolled clinician's embedding, shape (192,); without it, and with one
            microphone, who speaks first is taken to be the clinician.
    """
    numbering = Numbering()
    machine = Machine(
        Hearing(
            head.settings,
            numbering,
            source.channels,
            engines.voices,
            clinician_voice,
            silero=engines.silero,
        ),
        Understanding(head.settings, numbering, engines.lexicon, engines.guide, engines.weighing),
        numbering,
    )
    head = replace(head, speakers_by=_speakers_by(source.channels, clinician_voice))
    return LiveSession(head, source, machine, engines.transcriber, numbering, sinks)


def _speakers_by(channels: int, clinician_voice: Voiceprint | None) -> SpeakersBy:
    if channels == 2:
        return "channel"
    return "first_voice" if clinician_voice is None else "enrolled_voice"


def run_recording(
    path: Path, channels: ChannelUse, settings: Settings, engines: Engines
) -> list[AnyEvent]:
    """A recording through the whole live path, as fast as the machine goes; nothing is kept.

    Returns:
        The session's events, from `session` to `end`.
    """
    collected = Collected()
    head = Head(path.stem, None, settings, (), engines.models)
    source = Recording(path, channels, "max", settings.capture)
    build(head, source, engines, [collected]).run()
    return collected.events
