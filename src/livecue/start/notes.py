"""What to know before a session, a sentence each."""

from livecue.config import HandName, Settings
from livecue.overlay.sharing import hides_from_sharing, sentence
from livecue.translation import words


def notes(settings: Settings) -> list[str]:
    """Whether the shape is in a shared screen, and the keys that matter most. Needs an
    application."""
    hides = hides_from_sharing() if settings.overlay.hidden_from_sharing else "no"
    return [sentence(hides), *_keys(settings)]


def _keys(settings: Settings) -> list[str]:
    taken = settings.keys.combinations()
    wanted: dict[HandName, str] = {
        "off_record": words("stop listening now {keys}"),
        "erase": words("stop and erase all of it {keys}, twice"),
        "end": words("end {keys}"),
    }
    parts = [said.format(keys=taken[hand]) for hand, said in wanted.items() if hand in taken]
    if not parts:
        return []
    return [
        words("During the session: {keys}. All else is in the menu of the shape.").format(
            keys="; ".join(parts)
        )
    ]
