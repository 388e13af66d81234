"""A new key for the store, and a new passphrase for the key it has."""

import secrets
from pathlib import Path

from livecue.errors import MissingError, StoreRefused
from livecue.store.key import (
    Guarded,
    Guards,
    KeyFile,
    opens,
    read_key_file,
    replace_key_file,
    wrong_passphrase,
)
from livecue.store.opening import settle, unlock
from livecue.store.passphrase import wrap


def rotate_key(home: Path, guards: Guards) -> list[str]:
    """Encrypt the store in folder `home` anew, under a new key, guarded as the one before.

    The new key is written down first, then the database is encrypted under it, then the old one is
    dropped, and last every file of sound is sealed anew. Killed at any moment, the store opens with
    the one or the other; what was not done yet is done by rotating again.

    Returns:
        Sessions whose sound is damaged, and stays as it is.

    Raises:
        MissingError: the keyring does not take the new key, or no passphrase is given.
        StoreRefused: another program has the store open, the passphrase is wrong, or the disk is
            full. The old key still opens it.
    """
    store, _ = unlock(home, guards)
    with store:
        file = read_key_file(home)
        key = secrets.token_bytes(32)
        following = _wrapped_alike(home, file, key, guards)
        with store.alone():
            both = file.model_copy(update={"next": following})
            _write_down(home, both, following, key, guards)
            store.rekey(key)  # should this fail, whoever opens it next finds which key it has
            settle(home, both, following, guards.keyring)
            try:
                return store.seal_sound_anew()
            except StoreRefused as error:
                raise StoreRefused(
                    f"The store has its new key, but not all sound is sealed anew: {error} Then "
                    "give it a new key once more."
                ) from error


def set_passphrase(home: Path, guards: Guards, new: str) -> None:
    """Let this passphrase open the store in folder `home`, in place of the one before, if any.

    The key stays, and where the keyring has it, it still does.

    Raises:
        MissingError, StoreRefused: the store does not open, or `store.key` cannot be written.
    """
    store, key = unlock(home, guards)
    with store:
        file = read_key_file(home)
        replace_key_file(home, file.model_copy(update={"passphrase": wrap(key, new, file.id)}))


def _wrapped_alike(home: Path, file: KeyFile, key: bytes, guards: Guards) -> Guarded:
    """The new key, wrapped by the passphrase that opens the old one, if there is one."""
    following = Guarded(id=secrets.token_hex(8), in_keyring=file.in_keyring)
    if file.passphrase is None:
        return following
    passphrase = guards.passphrase(new=False)
    if not passphrase:
        raise MissingError(
            f"The store in {home} also opens with a passphrase, and its new key must be wrapped by "
            "it; set LIVECUE_PASSPHRASE, or run this at a terminal to be asked."
        )
    if not opens(file, passphrase):
        raise wrong_passphrase(passphrase, f"the store in {home}")
    return following.model_copy(update={"passphrase": wrap(key, passphrase, following.id)})


def _write_down(home: Path, both: KeyFile, following: Guarded, key: bytes, guards: Guards) -> None:
    """The new key beside the old one, before anything is encrypted under it."""
    if following.in_keyring and not guards.keyring.put(following.id, key):
        raise MissingError(
            "The system's keyring does not take the new key; unlock it and try again. Nothing was "
            "changed."
        )
    try:
        replace_key_file(home, both)
    except StoreRefused:
        guards.keyring.remove(following.id)
        raise
