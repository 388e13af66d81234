"""The store's data key: 32 random bytes, made once, never on the disk in clear.

It is kept by the system's keyring or wrapped by a passphrase. What lies beside the database in
`store.key` says which, and holds the store's id and the wrapping.
"""

import os
import secrets
from pathlib import Path
from typing import Literal, Protocol

from pydantic import ValidationError

from livecue.errors import MissingError, StoreRefused
from livecue.events import Frozen
from livecue.store.passphrase import WrappedKey, WrongPassphraseError, unwrap, wrap
from livecue.store.system_keyring import Keyring

_FILE = "store.key"
_VARIABLE = "LIVECUE_PASSPHRASE"


class PassphraseAsker(Protocol):
    """Asks a person for the store's passphrase."""

    def __call__(self, *, new: bool) -> str | None:
        """The passphrase; `None` when there is nobody to ask, or they would rather not.

        new: it is being chosen, and should be typed twice.
        """
        ...


class KeyFile(Frozen):
    """`store.key`. in_keyring: the system's keyring has the key, under `id`."""

    format: Literal[1] = 1
    id: str
    in_keyring: bool
    passphrase: WrappedKey | None = None


def has_key(home: Path) -> bool:
    """Whether the store in folder `home` has had its key made."""
    return (home / _FILE).exists()


def make_key(home: Path, keyring: Keyring, ask: PassphraseAsker) -> bytes:
    """A new store's key, given to the keyring, else wrapped by a passphrase.

    Raises:
        MissingError: there is neither.
        StoreRefused: the folder may not be written, or another program made a key meanwhile.
    """
    store_id, key = secrets.token_hex(8), secrets.token_bytes(32)
    if keyring.put(store_id, key):
        _write(home, KeyFile(id=store_id, in_keyring=True))
        return key
    passphrase = os.environ.get(_VARIABLE) or ask(new=True)
    if not passphrase:
        raise MissingError(
            f"There is no system keyring here to keep the store's key in; set {_VARIABLE}, or run "
            "this at a terminal to be asked for a passphrase ('listen --no-store' keeps nothing)."
        )
    _write(home, KeyFile(id=store_id, in_keyring=False, passphrase=wrap(key, passphrase, store_id)))
    return key


def find_key(home: Path, keyring: Keyring, ask: PassphraseAsker) -> bytes:
    """The key of the store there is: from the keyring, else with the passphrase.

    Raises:
        MissingError: the keyring does not give it, and no passphrase was given or set.
        StoreRefused: the passphrase is wrong, or `store.key` cannot be read.
    """
    file = _read(home)
    key = keyring.get(file.id) if file.in_keyring else None
    if key is not None:
        return key
    if file.passphrase is None:
        raise MissingError(
            f"The key of the store in {home} is in this system's keyring, which does not give it; "
            "log in and unlock the keyring, then try again ('listen --no-store' keeps nothing)."
        )
    from_environment = os.environ.get(_VARIABLE)
    passphrase = from_environment or ask(new=False)
    if not passphrase:
        raise MissingError(
            f"The store in {home} opens with a passphrase; set {_VARIABLE}, or run this at a "
            "terminal to be asked for it ('listen --no-store' keeps nothing)."
        )
    try:
        return unwrap(file.passphrase, passphrase, file.id)
    except WrongPassphraseError as error:
        which = f"The passphrase in {_VARIABLE}" if from_environment else "That passphrase"
        raise StoreRefused(f"{which} does not open the store in {home}; correct it.") from error


def _read(home: Path) -> KeyFile:
    path = home / _FILE
    try:
        return KeyFile.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise StoreRefused(
            f"{path} cannot be read or is broken, and the store does not open without it; put back "
            "a copy of it."
        ) from error


def _write(home: Path, file: KeyFile) -> None:
    """Write it once, for this user only; it is on the disk when this returns."""
    path = home / _FILE
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(file.model_dump_json(indent=2).encode())
            out.flush()
            os.fsync(out.fileno())
    except FileExistsError as error:
        raise StoreRefused(
            f"Another livecue has just made the store in {home}; try again."
        ) from error
    except OSError as error:
        raise StoreRefused(
            f"{path} cannot be written ({error.strerror}); see that its folder can be written, or "
            "name another with LIVECUE_HOME."
        ) from error
