"""Words at which livecue holds. It is no detection of risk, and never called one."""

from functools import lru_cache

from livecue.markers.clinician_act import REMEMBERED
from livecue.markers.lexicon import Lexicon


@lru_cache(maxsize=REMEMBERED)
def mentions_danger(text: str, lexicon: Lexicon) -> bool:
    """Whether dying, self-harm, abuse or harming others may be spoken of.

    Cautious: "I would never hurt myself" counts too, since a hold costs little.
    """
    return lexicon.read(text).has(lexicon.care.danger)
