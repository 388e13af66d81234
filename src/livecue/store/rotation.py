"""A new key for the store, and a new passphrase for the key it has."""

import secrets
from pathlib import Path

from livecue.errors import MissingError
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
        following = _guarded_alike(home, file, key, guards)
        with store.alone():
            both = file.model_copy(update={"next": following})
            replace_key_file(home, both)
            try:
                store.rekey(key)
            except BaseException:
                settle(home, both, file, guards.keyring)
                raise
            settle(home, both, following, guards.keyring)
            return store.seal_sound_anew()


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


def _guarded_alike(home: Path, file: KeyFile, key: bytes, guards: Guards) -> Guarded:
    """The new key, given to whoever has the old one."""
    new_id = secrets.token_hex(8)
    wrapped = None
    if file.passphrase is not None:
        passphrase = guards.passphrase(new=False)
        if not passphrase:
            raise MissingError(
                f"The store in {home} also opens with a passphrase, and its new key must be "
                "wrapped by it; set LIVECUE_PASSPHRASE, or run this at a terminal to be asked."
            )
        if not opens(file, passphrase):
            raise wrong_passphrase(passphrase, f"the store in {home}")
        wrapped = wrap(key, passphrase, new_id)
    if file.in_keyring and not guards.keyring.put(new_id, key):
        raise MissingError(
            "The system's keyring does not take the new key; unlock it and try again. Nothing was "
            "changed."
        )
    return Guarded(id=new_id, in_keyring=file.in_keyring, passphrase=wrapped)
