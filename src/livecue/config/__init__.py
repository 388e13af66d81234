"""Settings and client profiles: every number that a clinician could want to change."""

from livecue.config.declaring import Section
from livecue.config.noticing import (
    CareSettings,
    CueSettings,
    MarkerSettings,
    OverlaySettings,
    SilenceSettings,
)
from livecue.config.reading import parse_section, read_settings
from livecue.config.settings import CONSENT_SCOPES, ClientProfile, ConsentScope, Settings
from livecue.config.sound import (
    AUTO,
    CaptureSettings,
    HearingSettings,
    SpeakerSettings,
    TranscriptionSettings,
)

__all__ = [
    "AUTO",
    "CONSENT_SCOPES",
    "CaptureSettings",
    "CareSettings",
    "ClientProfile",
    "ConsentScope",
    "CueSettings",
    "HearingSettings",
    "MarkerSettings",
    "OverlaySettings",
    "Section",
    "Settings",
    "SilenceSettings",
    "SpeakerSettings",
    "TranscriptionSettings",
    "parse_section",
    "read_settings",
]
