"""Settings and client profiles: every number that a clinician could want to change."""

from livecue.config.declaring import Section
from livecue.config.feed import FeedSettings
from livecue.config.keys import Combination, HandName, KeySettings, Modifier
from livecue.config.noticing import (
    Balanced,
    CareSettings,
    CueSettings,
    GuideSettings,
    MarkerSettings,
    OverlaySettings,
    Quiet,
    SilenceSettings,
    Sureness,
    WindowSettings,
)
from livecue.config.reading import parse_section, read_settings
from livecue.config.retention import Retention
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
    "Balanced",
    "CaptureSettings",
    "CareSettings",
    "ClientProfile",
    "Combination",
    "ConsentScope",
    "CueSettings",
    "FeedSettings",
    "GuideSettings",
    "HandName",
    "HearingSettings",
    "KeySettings",
    "MarkerSettings",
    "Modifier",
    "OverlaySettings",
    "Quiet",
    "Retention",
    "Section",
    "Settings",
    "SilenceSettings",
    "SpeakerSettings",
    "Sureness",
    "TranscriptionSettings",
    "WindowSettings",
    "parse_section",
    "read_settings",
]
