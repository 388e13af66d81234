"""The clinician's own voice: which one a session listens for, and how one is kept."""

from datetime import UTC, datetime

from livecue.errors import InputError
from livecue.hearing.enrolment import WANTED_S, Enrolment
from livecue.hearing.level import Level
from livecue.store.database import Store
from livecue.store.records import VoiceRecord
from livecue.translation import words

_SURE_SHARE = 0.75
"""Of the speech that is asked for; with less, more would make the voice surer."""


def own_voice(store: Store | None, clinician: str | None, model: str) -> VoiceRecord | None:
    """The voice of the clinician named, or of the only one enrolled; `None` where nobody is.

    Args:
        store: `None` when nothing is kept, and so nothing is read.
        model: sha256 of the network that voices are compared by.

    Raises:
        InputError: nobody of that name is enrolled, several are and none was named, or the voice
            was made by another network.
    """
    voices = [] if store is None else store.voices()
    if clinician is not None:
        voices = [voice for voice in voices if voice.name == clinician]
        if not voices:
            raise InputError(
                f"No voice is enrolled as '{clinician}'; enrol it with `livecue enroll "
                f"{clinician}`, or leave --clinician out."
                + (" With --no-store no voice is read." if store is None else "")
            )
    if len(voices) > 1:
        names = ", ".join(voice.name for voice in voices)
        raise InputError(f"Several voices are enrolled ({names}); say whose with --clinician NAME.")
    if voices and voices[0].model != model:
        raise InputError(
            f"The voice of {voices[0].name} was learnt by another version of livecue; enrol it "
            f"anew with `livecue enroll {voices[0].name}`."
        )
    return voices[0] if voices else None


def keep(store: Store, name: str, voice: Enrolment, model: str, source: str) -> str:
    """Keep a voice, in place of one of the same name.

    Args:
        model: sha256 of the network that made it.
        source: the microphone's name, or "a recording".

    Returns:
        How well it was heard, in words.
    """
    replaced = name in [known.name for known in store.voices()]
    store.keep_voice(
        VoiceRecord(
            name=name,
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            model=model,
            source=source,
            speech_s=voice.speech_s,
            snr_db=voice.snr_db,
            voiceprint=voice.voiceprint,
        )
    )
    again = words("The voice of {name} is enrolled anew")
    said = (again if replaced else words("The voice of {name} is enrolled")).format(name=name)
    return f"{said}{_how_well(voice)}"


def level_words(level: Level) -> str:
    """What the level of a voice means, and what to do about it."""
    said: dict[Level, str] = {
        "silent": words("nothing is heard: is the microphone muted?"),
        "faint": words("too quiet: come nearer"),
        "good": words("good"),
        "too loud": words("too loud: move away, or turn the level down"),
    }
    return said[level]


def _how_well(voice: Enrolment) -> str:
    if voice.noisy:
        return words(
            ", but the room was loud; it will be known better if done again in a quiet one."
        )
    if voice.speech_s < _SURE_SHARE * WANTED_S:
        more = words(" from {seconds} s of speech; twenty would make it surer.")
        return more.format(seconds=f"{voice.speech_s:.0f}")
    well = words(" from {seconds} s of speech, well heard.")
    return well.format(seconds=f"{voice.speech_s:.0f}")
