"""From sound to words: capture, hearing, who speaks, transcription."""

from pydantic import Field

from livecue.config.declaring import Section, tunable


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
    # It also says where turns end, and so which words are read together.
    back_channel_s: float = tunable(
        0.7,
        "talk shorter than this (Mm-hmm) does not take the floor",
        unit="s",
        low=0,
        high=3,
        replayable=False,
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
