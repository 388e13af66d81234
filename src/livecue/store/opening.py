"""Opening the store of a folder: its key found or made, then the database."""

import hashlib
from pathlib import Path

from livecue.errors import StoreRefused
from livecue.store.database import Store
from livecue.store.key import PassphraseAsker, find_key, has_key, make_key
from livecue.store.system_keyring import Keyring, SystemKeyring

_DEMO_KEY = hashlib.sha256(b"the demo's session is public").digest()
"""The demo goes the whole way through an encrypted store, but what it keeps came with livecue: its
key is no secret, and so it need ask nobody."""


def open_store(home: Path, ask: PassphraseAsker, keyring: Keyring | None = None) -> Store:
    """The store in folder `home`, made if there is none.

    The key comes from the system's keyring, else from LIVECUE_PASSPHRASE, else from `ask`.

    Raises:
        MissingError: none of these has it.
        StoreRefused: the key is wrong, or the files are broken or may not be written.
    """
    ring = keyring or SystemKeyring()
    if has_key(home):
        return Store.open(home, find_key(home, ring, ask))
    if Store.is_in(home):
        raise StoreRefused(
            f"There is a store in {home}, but its store.key is gone and nothing else opens it; put "
            "back a copy of store.key, or move store.db and the folder 'sound' away to begin a new "
            "store."
        )
    return Store.open(home, make_key(home, ring, ask))


def open_kept_store(home: Path, ask: PassphraseAsker) -> Store | None:
    """The store in folder `home`; `None`, and nothing made or asked, if nothing was ever kept.

    Raises:
        MissingError, StoreRefused: as `open_store`.
    """
    return open_store(home, ask) if Store.is_in(home) else None


def open_demo_store(home: Path) -> Store:
    """The demo's own store, in a folder inside `home`. It never asks, and can hold no client."""
    return Store.open(home / "demo", _DEMO_KEY)
