"""Settings and client profiles: one field is one unit, range, default and sentence.

The settings form, the tuner and docs/tuning.md are made from these fields. `replayable` says
whether a what-if over kept events answers exactly; for the others kept audio is needed.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from livecue.errors import InputError

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


def tunable(
    default: float | int | bool,
    says: str,
    *,
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    replayable: bool = True,
) -> Any:
    """A setting with its meaning, unit and range, declared once."""
    return Field(
        default,
        ge=low,
        le=high,
        description=says,
        json_schema_extra={"unit": unit, "replayable": replayable},
    )


class Section(BaseModel):
    """A group of settings. An unknown name is an error, not a silent nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CaptureSettings(Section):
    """Where audio comes from."""

    block_s: float = tunable(
        0.05, "length of one block of audio", unit="s", low=0.01, high=0.5, replayable=False
    )
    ring_s: float = tunable(
        30.0,
        "audio the microphone may hold while the machine is busy",
        unit="s",
        low=1,
        high=120,
        replayable=False,
    )


class HearingSettings(Section):
    """From sound to speech, pauses and turns."""

    vad_mode: int = tunable(
        3, "how strict webrtcvad is, 3 being strictest", low=0, high=3, replayable=False
    )
    voice_likely: float = tunable(
        0.45,
        "how sure Silero must be that somebody speaks",
        low=0.1,
        high=0.9,
        replayable=False,
    )
    gate_above_noise_db: float = tunable(
        4.0,
        "how far speech must stand above the room's noise",
        unit="dB",
        low=0,
        high=30,
        replayable=False,
    )
    gate_below_speech_db: float = tunable(
        36.0,
        "how far below the voice's usual peaks a frame still counts as speech",
        unit="dB",
        low=10,
        high=60,
        replayable=False,
    )
    quiet_end_s: float = tunable(
        0.15,
        "a voice that trails off is followed this long after it no longer sounds like one",
        unit="s",
        low=0,
        high=1,
        replayable=False,
    )
    onset_s: float = tunable(
        0.06,
        "unbroken speech that ends a silence; shorter sounds (a key, a click) do not",
        unit="s",
        low=0.01,
        high=0.5,
        replayable=False,
    )
    shortest_pause_s: float = tunable(
        0.2, "shortest silence that is called a pause", unit="s", low=0.1, high=1, replayable=False
    )
    back_channel_s: float = tunable(
        0.7,
        "talk shorter than this (Mm-hmm) does not take the floor",
        unit="s",
        low=0,
        high=3,
    )
    end_of_turn_s: float = tunable(
        1.2,
        "silence after which a turn is taken to be over, until the speaker's own pauses are known; "
        "after a longer one a back-channel divides two turns",
        unit="s",
        low=0.3,
        high=4,
        replayable=False,
    )
    end_of_turn_least_s: float = tunable(
        0.6,
        "no turn is taken to be over after a shorter silence, however brief its speaker's pauses",
        unit="s",
        low=0.3,
        high=4,
        replayable=False,
    )
    end_of_turn_most_s: float = tunable(
        1.4,
        "every turn is taken to be over after this silence, however long its speaker's pauses",
        unit="s",
        low=0.3,
        high=4,
        replayable=False,
    )
    floor_taken_s: float = tunable(
        0.3,
        "silence after which a turn is over because somebody else has begun to speak",
        unit="s",
        low=0.2,
        high=2,
        replayable=False,
    )
    same_turn_s: float = tunable(
        8.0,
        "a speaker who goes on within this time, nobody else having spoken, goes on with one turn",
        unit="s",
        low=1,
        high=30,
        replayable=False,
    )
    longest_turn_s: float = tunable(
        60.0,
        "a turn longer than this is read in parts, divided at its pauses",
        unit="s",
        low=10,
        high=300,
        replayable=False,
    )
    lapse_s: float = tunable(
        30.0, "a silence longer than this belongs to nobody", unit="s", low=5, high=300
    )


class SpeakerSettings(Section):
    """Who is speaking, when there is one microphone."""

    shortest_voice_s: float = tunable(
        1.0,
        "speech shorter than this is weak evidence of a voice",
        unit="s",
        low=0.3,
        high=5,
        replayable=False,
    )
    turn_taking_weight: float = tunable(
        0.1,
        "how much whose turn it is counts beside the voice",
        low=0,
        high=1,
        replayable=False,
    )
    unknown_below: float = tunable(
        0.6,
        "a voice stays unknown when it is less like either speaker than this share of their usual "
        "likeness to themselves",
        low=0,
        high=1,
        replayable=False,
    )


AUTO = "auto"
"""In place of a speech model's name: `livecue.transcription.speech_model` says which it is."""


class TranscriptionSettings(Section):
    """From speech to text."""

    model: str = Field(
        default=AUTO,
        description='speech model: one of `livecue models list`, or "auto". That is the largest on '
        "this machine that knows the language and keeps within the next two limits, or the "
        "smallest if none does (`livecue doctor` tells which, and why); a recording heard as fast "
        "as it can be is not bound by them",
    )
    # Even if all is read twice, ahead of a turn's end and at it, while other programs take half of
    # the machine, no work piles up.
    model_rtf_most: float = tunable(
        0.25,
        'seconds of work for one of speech (real-time factor) beyond which "auto" takes no model',
        low=0.02,
        high=1,
        replayable=False,
    )
    # Words are there when the usual wait for a turn's end is over: `end_of_turn_s`, less `ahead_s`.
    # No stricter: over three labelled sessions tiny.en's mean macro F1 was 0.85, base's 0.94.
    model_latency_most_s: float = tunable(
        1.0,
        'time to read a clip of 5 s beyond which "auto" takes no model',
        unit="s",
        low=0.1,
        high=10,
        replayable=False,
    )
    language: str = Field(default="en", description="language spoken, as a two-letter code")
    threads: int = tunable(
        2, "processor threads that reading speech may use", low=1, high=16, replayable=False
    )
    longest_clip_s: float = tunable(
        25.0, "longest piece read at once", unit="s", low=5, high=30, replayable=False
    )
    ahead_s: float = tunable(
        0.2,
        "silence after which what was said so far is read, in case the turn is over",
        unit="s",
        low=0.2,
        high=2,
        replayable=False,
    )
    piece_s: float = tunable(
        5.0,
        "speech, pauses included, after which a turn is divided at its next pause, so that at its "
        "end little is left to read",
        unit="s",
        low=1,
        high=30,
        replayable=False,
    )
    piece_pause_s: float = tunable(
        0.25,
        "shortest pause at which a turn is divided",
        unit="s",
        low=0.2,
        high=2,
        replayable=False,
    )
    queue_s: float = tunable(
        60.0,
        "speech that may wait to be read before some is given up",
        unit="s",
        low=10,
        high=600,
        replayable=False,
    )
    behind_after_s: float = tunable(
        5.0,
        "delay after which the overlay says that text is behind",
        unit="s",
        low=1,
        high=60,
        replayable=False,
    )
    no_text_after_s: float = tunable(
        20.0,
        "time, beyond what a slow machine needs, after which a reading is taken to hang",
        unit="s",
        low=2,
        high=120,
        replayable=False,
    )


class SilenceSettings(Section):
    """When a pause is long for this client."""

    default_threshold_s: float = tunable(
        3.0, "long pause, until this client's own pauses are known", unit="s", low=0.5, high=15
    )
    lowest_threshold_s: float = tunable(
        2.5, "no pause shorter than this is ever called long", unit="s", low=0.5, high=15
    )
    highest_threshold_s: float = tunable(
        8.0, "every pause longer than this is called long", unit="s", low=1, high=60
    )
    spread: float = tunable(
        3.0,
        "robust deviations of log duration above the client's median that make a pause long",
        low=1,
        high=8,
    )
    enough_pauses: int = tunable(
        12,
        "pauses after which the client's own figures weigh as much as the default",
        low=1,
        high=200,
    )
    trend_factor: float = tunable(
        2.0,
        "growth of response latency over the session's start that counts as a trend",
        low=1.1,
        high=10,
    )
    trend_pauses: int = tunable(6, "latest responses over which the trend is taken", low=3, high=50)
    trend_least_s: float = tunable(
        1.5,
        "while responses stay below this there is no trend",
        unit="s",
        low=0,
        high=15,
    )
    short_answer_words: int = tunable(
        3, "an answer this short may be a short answer", low=1, high=6
    )


class MarkerSettings(Section):
    """How sure a marker must be before it counts (score 0-1)."""

    yes_but: float = tunable(0.5, "reservation voiced", low=0, high=1)
    topic_shift: float = tunable(0.5, "subject changed", low=0, high=1)
    homework: float = tunable(0.5, "obstacles named", low=0, high=1)
    silence: float = tunable(0.5, "longer pauses and short answers", low=0, high=1)
    change_talk: float = tunable(0.5, "talk in favour of change", low=0, high=1)
    sustain_talk: float = tunable(0.5, "talk in favour of staying", low=0, high=1)


class CueSettings(Section):
    """When noticing becomes a cue."""

    count: int = tunable(2, "occurrences of one sign that make a cue", low=1, high=10)
    silence_within_s: float = tunable(
        600.0, "time within which two silences must fall", unit="s", low=30, high=7200
    )
    cooldown_s: float = tunable(
        180.0, "quiet time after a cue of the same kind", unit="s", low=0, high=3600
    )
    budget: int = tunable(3, "new signals shown in one budget period", low=0, high=60)
    budget_s: float = tunable(600.0, "length of the budget period", unit="s", low=60, high=7200)
    cluster: bool = tunable(False, "also cue when several signs come close together")
    cluster_types: int = tunable(3, "different signs that make a cluster", low=2, high=4)
    cluster_s: float = tunable(
        90.0, "time within which a cluster falls", unit="s", low=10, high=600
    )
    exploring_s: float = tunable(
        300.0,
        "exploring ends after this long without a reflection or an open question",
        unit="s",
        low=30,
        high=3600,
    )
    snooze_s: float = tunable(300.0, "length of a snooze", unit="s", low=30, high=3600)
    reflect_change_talk: bool = tunable(False, "say when change talk is heard after a cue")
    ready_to_return: bool = tunable(False, "say when change talk has outweighed the other side")
    ready_balance: int = tunable(
        3, "how far change talk must outweigh the other side", low=1, high=20
    )
    ready_window_s: float = tunable(
        120.0, "time over which that balance is taken", unit="s", low=30, high=1800
    )


class CareSettings(Section):
    """What is left out for a client, no reason asked."""

    silences: bool = tunable(True, "count long pauses for this client")
    short_answers: bool = tunable(True, "count short answers for this client")
    hold_on_words: bool = tunable(
        True, "hold by itself when words about dying, self-harm, abuse or harming others are heard"
    )


class OverlaySettings(Section):
    """The small window."""

    corner: Literal["top_left", "top_right", "bottom_left", "bottom_right"] = Field(
        default="top_right", description="corner of the screen where it first appears"
    )
    size_px: int = tunable(
        44, "size of the shape at normal scaling", unit="px", low=16, high=200, replayable=False
    )
    opacity: float = tunable(0.85, "how solid it is", low=0.2, high=1, replayable=False)
    shown_s: float = tunable(
        45.0, "how long a cue stays", unit="s", low=5, high=600, replayable=False
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
    cues: CueSettings = CueSettings()
    care: CareSettings = CareSettings()
    overlay: OverlaySettings = OverlaySettings()
    profile: ClientProfile = ClientProfile()

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


S = TypeVar("S", bound=Section)


def read_settings(path: Path) -> Settings:
    """Settings from a TOML file; what it leaves out keeps its default.

    Raises:
        InputError: the file is not TOML, a key is unknown, or a value is out of its range.
    """
    return parse_section(Settings, path.read_bytes(), str(path))


def parse_section(section: type[S], text: bytes, where: str) -> S:
    """One section, validated, from TOML; `where` names the file in what is said of a mistake."""
    try:
        return section.model_validate(tomllib.loads(text.decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where} is not valid TOML ({error}); mend that line.") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise InputError(
                f"{where}: there is no setting '{key}'; take it out or correct its name."
            ) from error
        raise InputError(
            f"{where}: '{key}' is {first['input']!r}: {first['msg'].lower()}; change it."
        ) from error
