"""What to know before a session, a sentence each."""

from livecue.config import HandName, Settings
from livecue.overlay.hotkeys import instead
from livecue.overlay.sharing import hides_from_sharing, sentence
from livecue.translation import words


def notes(settings: Settings) -> list[str]:
    """The keys that matter most, and whether the shape is in a shared screen.

    Needs an application.
    """
    hides = hides_from_sharing() if settings.overlay.hidden_from_sharing else "no"
    return [_keys(settings), sentence(hides)]


def _keys(settings: Settings) -> str:
    no_keys = instead()
    if no_keys is not None:
        return f"{no_keys}\n{menu_words()}"
    taken = settings.keys.combinations()
    wanted: dict[HandName, str] = {
        "off_record": words("{keys}: stop listening, or listen again"),
        "erase": words("{keys}, twice: stop, and erase all of this session"),
        "end": words("{keys}: end the session"),
    }
    parts = [said.format(keys=taken[hand]) for hand, said in wanted.items() if hand in taken]
    return "\n".join([words("During the session:"), *parts, menu_words()])


def menu_words() -> str:
    """Where everything is that can be done while a session runs."""
    return words(
        "To end it, and for all else: the menu of the small shape (Alt and a right click on it)."
    )
