"""What a client agrees to, scope by scope, each session anew.

Asked by the core through a protocol, so that a terminal and a window ask the same.
"""

from collections.abc import Collection
from typing import Protocol

from livecue.config import CONSENT_SCOPES, ConsentScope
from livecue.errors import InputError


class ConsentAsker(Protocol):
    """Whoever asks: a terminal, a window, a script."""

    def ask(self, scopes: tuple[ConsentScope, ...], client: str | None) -> Collection[ConsentScope]:
        """Those of the scopes that are agreed to. No answer is a refusal."""
        ...


def parse_scopes(text: str) -> tuple[ConsentScope, ...]:
    """The scopes named in `text`, separated by commas.

    Raises:
        InputError: one of them is not a scope, or there is none.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    scopes = tuple(scope for scope in CONSENT_SCOPES if scope in names)
    strange = [name for name in names if name not in CONSENT_SCOPES]
    if strange or not scopes:
        what = f"'{strange[0]}' is nothing to consent to" if strange else "No scope is named"
        raise InputError(f"--consent: {what}; choose from {', '.join(CONSENT_SCOPES)}.")
    return scopes


def decide(
    *,
    live: bool,
    client: str | None,
    kept: bool,
    given: Collection[ConsentScope] | None,
    asker: ConsentAsker | None,
) -> tuple[ConsentScope, ...]:
    """What this session may do and keep.

    Args:
        live: from a microphone, which needs `listen`; a recording does not.
        client: pseudonym it is kept under.
        kept: there is a store. A recording needs consent only to be kept under a client.
        given: said beforehand; otherwise `asker` asks.
        asker: `None` when there is nobody to ask.

    Returns:
        The scopes agreed to, in the order of `CONSENT_SCOPES`; none if none need be asked for.

    Raises:
        InputError: consent is needed and there is neither `given` nor `asker`; a microphone without
            `listen`; or something to be kept without the timeline that it is part of.
    """
    scopes = _scopes_needed(live, client, kept)
    if given is not None:
        agreed = frozenset(given)
    elif not scopes:
        return ()
    elif asker is not None:
        agreed = frozenset(asker.ask(scopes, client))
    else:
        raise InputError(
            "Consent is needed and there is no terminal to ask at; say what the client agreed to, "
            f"as in --consent {','.join(scopes[:2])} (of {', '.join(scopes)})."
        )
    if live and "listen" not in agreed:
        raise InputError(
            "Without consent to 'listen' livecue does not listen; hold the session without it, or "
            "ask again."
        )
    parts = agreed - {"listen", "timeline"}
    if parts and "timeline" not in agreed:
        raise InputError(
            f"Consent to '{min(parts, key=CONSENT_SCOPES.index)}' means nothing without "
            "'timeline', which it is part of; add 'timeline', or leave it out."
        )
    return tuple(scope for scope in CONSENT_SCOPES if scope in agreed)


def _scopes_needed(live: bool, client: str | None, kept: bool) -> tuple[ConsentScope, ...]:
    if live:
        return CONSENT_SCOPES if kept else ("listen",)
    if kept and client is not None:
        return tuple(scope for scope in CONSENT_SCOPES if scope != "listen")
    return ()
