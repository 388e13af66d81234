"""Opening the store of a folder: its key found or made, then the database."""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from livecue.errors import StoreRefused
from livecue.store.beyond import beyond_lines
from livecue.store.connection import WrongKeyError
from livecue.store.database import Store
from livecue.store.key import (
    Guarded,
    Guards,
    KeyFile,
    PassphraseAsker,
    has_key,
    key_file_of,
    make_key,
    open_guarded,
    read_key_file,
    replace_key_file,
)
from livecue.store.system_keyring import Keyring, SystemKeyring

_DEMO_KEY = hashlib.sha256(b"the demo's session is public").digest()
"""The demo goes the whole way through an encrypted store, but what it keeps came with livecue: its
key is no secret, and so it need ask nobody."""


def open_store(
    home: Path,
    ask: PassphraseAsker,
    keyring: Keyring | None = None,
    tell: Callable[[str], None] | None = None,
) -> Store:
    """The store in folder `home`, made if there is none.

    The key comes from the system's keyring, else from LIVECUE_PASSPHRASE, else from `ask`. What was
    kept as long as its client's profile says is erased first.

    Args:
        tell: where a sentence for the person goes; standard error, if nothing is said.

    Raises:
        MissingError: none of these has the key.
        StoreRefused: the key is wrong, or the files are broken or may not be written.
    """
    store, _ = unlock(home, Guards(keyring or system_keyring(), ask))
    try:
        said = _keep_to_time(store)
    except BaseException:
        store.close()
        raise
    for sentence in said:
        (tell or _to_standard_error)(sentence)
    return store


def open_kept_store(home: Path, ask: PassphraseAsker) -> Store | None:
    """The store in folder `home`; `None`, and nothing made or asked, if nothing was ever kept.

    Raises:
        MissingError, StoreRefused: as `open_store`.
    """
    return open_store(home, ask) if Store.is_in(home) else None


def open_demo_store(home: Path) -> Store:
    """The demo's own store, in a folder inside `home`. It never asks, and can hold no client."""
    return Store.open(home / "demo", _DEMO_KEY)


def system_keyring() -> Keyring:
    """The keyring that stores are opened with where none is named."""
    return SystemKeyring()


def unlock(home: Path, guards: Guards) -> tuple[Store, bytes]:
    """The store in folder `home`, made if there is none, and its key.

    Raises:
        MissingError, StoreRefused: as `open_store`.
    """
    if not has_key(home):
        if Store.is_in(home):
            raise StoreRefused(
                f"There is a store in {home}, but its store.key is gone and nothing else opens it; "
                "put back a copy of store.key, or move store.db and the folder 'sound' away to "
                "begin a new store."
            )
        key = make_key(home, guards)
        return Store.open(home, key), key
    file = read_key_file(home)
    found = open_guarded(file, guards, f"the store in {home}")
    for guarded, key in found:
        try:
            store = Store.open(home, key)
        except WrongKeyError:
            if guarded is found[-1][0]:
                raise
        else:
            settle(home, file, guarded, guards.keyring)
            return store, key
    raise AssertionError("there is a key, or open_guarded has refused")


def settle(home: Path, file: KeyFile, guarded: Guarded, keyring: Keyring) -> None:
    """Of two keys that `store.key` tells of, leave the one that opens the store."""
    if file.next is None:
        return
    replace_key_file(home, key_file_of(guarded))
    for other in (file, file.next):
        if other.id != guarded.id:
            keyring.remove(other.id)


def _keep_to_time(store: Store) -> list[str]:
    """What is told of an erasure whose time had come."""
    try:
        beyond = store.keep_to_time()
    except StoreRefused as error:
        return [f"What was kept long enough could not be erased: {error}"]
    if beyond is None:
        return []
    return ["What was kept as long as its client's profile says is erased.", *beyond_lines(beyond)]


def _to_standard_error(sentence: str) -> None:
    sys.stderr.write(f"livecue: {sentence}\n")
