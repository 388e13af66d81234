"""Words at which livecue holds. It is no detection of risk, and never called one."""

from livecue.markers.lexicon import Lexicon


def mentions_danger(text: str, lexicon: Lexicon) -> bool:
    """Whether dying, self-harm, abuse or harming others may be spoken of.

    Cautious: "I would never hurt myself" counts too, since a hold costs little.
    """
    return lexicon.read(text).has(lexicon.care.danger)
