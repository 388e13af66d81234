"""The word that whoever follows the feed must know: made once, for its owner's eyes."""

import os
import secrets
from pathlib import Path

from livecue.errors import StoreRefused

FILE = "feed.token"


def feed_token(folder: Path) -> str:
    """The token in livecue's own folder, made at first use.

    Raises:
        StoreRefused: it can neither be read nor made there.
    """
    path = folder / FILE
    try:
        if path.exists() and (token := path.read_text(encoding="ascii").strip()):
            return token
        folder.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        token = secrets.token_urlsafe(32)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(token + "\n")
    except (OSError, ValueError) as error:
        raise StoreRefused(
            f"The feed's token, {path}, cannot be read or made ({type(error).__name__}); mend "
            "that, or set on = false under [feed] in config.toml."
        ) from error
    return token
