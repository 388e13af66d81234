"""What stands in for the slow parts of a session."""

from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.hearing.silero import SileroEngine
from livecue.hearing.voiceprint import VoiceprintEngine
from livecue.markers.lexicon import load_lexicon
from livecue.markers.network import load_weighing
from livecue.model_files import locate
from livecue.session.compose import Engines
from livecue.start.running import Ready
from livecue.transcription.scripted import ScriptedTranscriber, by_turn


def ready(settings: Settings | None = None) -> Ready:
    """All that a session needs, but nobody's words are read."""
    engines = Engines(
        transcriber=ScriptedTranscriber(by_turn({})),
        weighing=load_weighing(locate("turn-reader")),
        voices=VoiceprintEngine(locate("campplus").weights),
        silero=SileroEngine(locate("silero-vad").weights),
        lexicon=load_lexicon("en"),
        guide=load_guide("en"),
        models={},
    )
    return Ready(settings or Settings(), engines)
