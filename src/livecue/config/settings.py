"""All settings together, a client's own, and what a client can agree to."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from livecue.config.declaring import Section
from livecue.config.feed import FeedSettings
from livecue.config.keys import KeySettings
from livecue.config.noticing import (
    Balanced,
    CareSettings,
    CueSettings,
    GuideSettings,
    MarkerSettings,
    OverlaySettings,
    Quiet,
    Sensitive,
    SilenceSettings,
    Sureness,
    Thresholds,
    WindowSettings,
)
from livecue.config.retention import Retention
from livecue.config.sound import (
    CaptureSettings,
    HearingSettings,
    SpeakerSettings,
    TranscriptionSettings,
)

ConsentScope = Literal["listen", "timeline", "words", "audio", "supervision", "research"]
"""What a client can agree to, each on its own, each session anew."""

Value = float | int | bool | str
"""A setting's value."""

CONSENT_SCOPES: tuple[ConsentScope, ...] = (
    "listen",
    "timeline",
    "words",
    "audio",
    "supervision",
    "research",
)


class Adoption(Section):
    """One setting that was fitted to a client. at: ISO 8601, UTC. setting: as "silence.spread"."""

    at: str
    setting: str
    value: Value
    before: Value


class ClientProfile(Section):
    """What is particular to one client, kept under a pseudonym.

    earlier_response_s, earlier_within_turn_s: pause durations, in seconds, of sessions the
    clinician marked as engaged; the silence threshold starts from them.
    sessions_before: sessions with this client before the next one, as the clinician counts them;
    counted on by each live session.
    readiness: the client's own word on "how ready are you to work on this now", 0 to 10.
    Of both, `None` is not known.
    adopted: settings fitted to this client in tuning, oldest first; the latest of each holds.
    """

    silence: SilenceSettings | None = None
    care: CareSettings | None = None
    retention: Retention = Retention()
    earlier_response_s: tuple[float, ...] = ()
    earlier_within_turn_s: tuple[float, ...] = ()
    sessions_before: int | None = Field(default=None, ge=0, le=1000)
    readiness: int | None = Field(default=None, ge=0, le=10)
    adopted: tuple[Adoption, ...] = ()

    @property
    def own(self) -> dict[str, Value]:
        """The settings that were fitted to this client, as they hold now."""
        return {adoption.setting: adoption.value for adoption in self.adopted}

    def after_a_session(self) -> "ClientProfile":
        """This profile once a session more was held; what is not known stays so."""
        if self.sessions_before is None:
            return self
        return self.model_copy(update={"sessions_before": self.sessions_before + 1})


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
    guide: GuideSettings = GuideSettings()
    care: CareSettings = CareSettings()
    overlay: OverlaySettings = OverlaySettings()
    windows: WindowSettings = WindowSettings()
    keys: KeySettings = KeySettings()
    feed: FeedSettings = FeedSettings()
    profile: ClientProfile = ClientProfile()

    @classmethod
    def of_log(cls, settings: Mapping[str, Any]) -> "Settings":
        """The settings in the head of a log.

        In a log from before the guide moved on by itself there is nothing of it, and it did not.
        """
        return cls.model_validate({"guide": GuideSettings(moves=False), **settings})

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
        ).with_values(profile.own)

    def with_values(self, values: Mapping[str, Value]) -> "Settings":
        """These settings with some of them changed.

        values: by name, as in {"silence.spread": 2.5}.

        Raises:
            pydantic.ValidationError: a value is out of its range, or there is no such setting.
        """
        changes: dict[str, dict[str, Value]] = {}
        for name, value in values.items():
            section, _, field = name.partition(".")
            changes.setdefault(section, {})[field] = value
        return self.model_copy(
            update={
                name: (section := getattr(self, name)).model_validate(
                    {**section.model_dump(), **changed}
                )
                for name, changed in changes.items()
            }
        )

    def in_the_room(self) -> "Settings":
        """These settings for a session with a client: told seldom, unless the clinician chose.

        Trust is earned; a recording, a transcript and a measurement are read at the level between.
        """
        if "sure" in self.markers.model_fields_set:
            return self
        quiet = self.markers.model_copy(update={"sure": "quiet"})
        return self.model_copy(update={"markers": quiet})

    def with_speech_model(self, name: str) -> "Settings":
        """These settings with another speech model."""
        speech = self.transcription.model_copy(update={"model": name})
        return self.model_copy(update={"transcription": speech})
