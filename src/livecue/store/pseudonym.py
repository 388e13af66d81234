"""What a client is called in the store: never by name."""

from livecue.errors import InputError

_LONGEST = 40


def check_pseudonym(text: str) -> None:
    """See that it can be typed, shown, and is no address.

    Raises:
        InputError: it is empty, longer than 40 characters, begins or ends with a space, or holds
            an '@' or a character that cannot be shown.
    """
    if not 1 <= len(text) <= _LONGEST or text != text.strip():
        raise InputError(
            f"A client's pseudonym has 1 to {_LONGEST} characters and no space at its ends; "
            f"{text!r} does not; choose another."
        )
    if "@" in text:
        raise InputError("An e-mail address tells who the client is; choose a pseudonym.")
    if not text.isprintable():
        raise InputError(
            f"The pseudonym {text!r} holds a character that cannot be shown; leave it out."
        )
