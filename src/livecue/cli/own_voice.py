"""Which enrolled voice a session with one microphone listens for."""

from typing import TYPE_CHECKING

from livecue.errors import InputError

if TYPE_CHECKING:
    from livecue.store.database import Store
    from livecue.store.records import VoiceRecord


def own_voice(store: "Store | None", clinician: str | None, model: str) -> "VoiceRecord | None":
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
