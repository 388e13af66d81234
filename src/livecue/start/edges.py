"""What the start window reaches outside: devices, and what is loaded. A test puts others here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from livecue.capture.devices import InputDevice, input_devices
from livecue.capture.microphone import Microphone
from livecue.capture.source import Source
from livecue.capture.telehealth import Telehealth
from livecue.config import CaptureSettings, Settings
from livecue.hearing.enrolment import Enrolling
from livecue.hearing.silero import SileroEngine
from livecue.hearing.voiceprint import VoiceprintEngine
from livecue.model_files import locate
from livecue.start.running import Ready, make_ready
from livecue.start.voice_page import Learner


def _microphone(name: str | None, settings: CaptureSettings) -> Source:
    return Microphone(name, "mono", settings)


def _ready(settings: Settings) -> Ready:
    return make_ready(settings, lockstep=False)


def _voice_model() -> str:
    return locate("campplus").sha256


@dataclass(frozen=True)
class Edges:
    """microphone: by name, `None` the usual one. call: the microphone, and what is played.
    voice_model: sha256 of what compares voices."""

    devices: Callable[[], Sequence[InputDevice]] = input_devices
    microphone: Callable[[str | None, CaptureSettings], Source] = _microphone
    call: Callable[[str | None, str | None, CaptureSettings], Source] = Telehealth
    ready: Callable[[Settings], Ready] = _ready
    voice_model: Callable[[], str] = _voice_model


def learner(settings: Settings) -> Learner:
    """What learns a voice, loaded.

    Raises:
        MissingError: it is not on this machine.
    """
    silero = SileroEngine(locate("silero-vad").weights)
    encoder = VoiceprintEngine(locate("campplus").weights)
    return Learner(lambda: Enrolling(settings, silero), encoder)
