"""All settings together, a client's own, and what a client can agree to."""

from collections.abc import Mapping
from typing import Literal

from livecue.config.declaring import Section
from livecue.config.noticing import (
    Balanced,
    CareSettings,
    CueSettings,
    MarkerSettings,
    OverlaySettings,
    Quiet,
    Sensitive,
    SilenceSettings,
    Sureness,
    Thresholds,
)
from livecue.config.sound import (
    CaptureSettings,
    HearingSettings,
    SpeakerSettings,
    TranscriptionSettings,
)

ConsentScope = Literal["listen", "timeline", "words", "audio", "supervision", "research"]
"""What a client can agree to, each on its own, each session anew."""

CONSENT_SCOPES: tuple[ConsentScope, ...] = (
    "listen",
    "timeline",
    "words",
    "audio",
    "supervision",
    "research",
)


class ClientProfile(Section):
    """What is particular to one client, kept under a pseudonym.

    earlier_response_s, earlier_within_turn_s: pause durations, in seconds, of sessions the
    clinician marked as engaged; the silence threshold starts from them.
    """

    silence: SilenceSettings | None = None
    care: CareSettings | None = None
    earlier_response_s: tuple[float, ...] = ()
    earlier_within_turn_s: tuple[float, ...] = ()


class Settings(Section):
    """All of livecue's settings."""

    capture: CaptureSettings = CaptureSettings()
    hearing: HearingSettings = HearingSettings()
    speakers: SpeakerSettings = SpeakerSettings()
    transcription: TranscriptionSettings = TranscriptionSettings()
    silence: SilenceSettings = SilenceSettings()
    markers: MarkerSettings = MarkerSettings()
    quiet: Quiet = Quiet()
    balanced: Balanced = Balanced()
    sensitive: Sensitive = Sensitive()
    cues: CueSettings = CueSettings()
    care: CareSettings = CareSettings()
    overlay: OverlaySettings = OverlaySettings()
    profile: ClientProfile = ClientProfile()

    @property
    def thresholds(self) -> Thresholds:
        """How sure a marker must be before it counts, at the level that is set."""
        levels: Mapping[Sureness, Thresholds] = {
            "quiet": self.quiet,
            "balanced": self.balanced,
            "sensitive": self.sensitive,
        }
        return levels[self.markers.sure]

    def for_client(self, profile: ClientProfile) -> "Settings":
        """These settings with a client's own over them."""
        return self.model_copy(
            update={
                "silence": profile.silence or self.silence,
                "care": profile.care or self.care,
                "profile": profile,
            }
        )

    def with_speech_model(self, name: str) -> "Settings":
        """These settings with another speech model."""
        speech = self.transcription.model_copy(update={"model": name})
        return self.model_copy(update={"transcription": speech})
