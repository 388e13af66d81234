"""The store's data key: 32 random bytes, never on the disk in clear.

It is kept by the system's keyring, wrapped by a passphrase, or both, and then either opens the
store. What lies beside the database in `store.key` says which, and holds the wrapping. While the
store is given a new key, `store.key` tells of both: one of them opens it, whatever happens.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from pydantic import ValidationError

from livecue.errors import MissingError, StoreRefused
from livecue.events import Frozen
from livecue.store.passphrase import WrappedKey, WrongPassphraseError, unwrap, wrap
from livecue.store.system_keyring import Keyring

KEY_FILE = "store.key"
VARIABLE = "LIVECUE_PASSPHRASE"


class PassphraseAsker(Protocol):
    """Asks a person for the store's passphrase."""

    def __call__(self, *, new: bool) -> str | None:
        """The passphrase; `None` when there is nobody to ask, or they would rather not.

        new: it is being chosen, and should be typed twice.
        """
        ...


class Guarded(Frozen):
    """Where one key is. in_keyring: the system's keyring has it, under `id`."""

    id: str
    in_keyring: bool
    passphrase: WrappedKey | None = None


class KeyFile(Guarded):
    """`store.key`. next: the key that takes this one's place, while that is being done."""

    format: Literal[1] = 1
    next: Guarded | None = None


def key_file_of(guarded: Guarded) -> KeyFile:
    """What `store.key` says when this is the only key."""
    return KeyFile(**guarded.model_dump(include=set(Guarded.model_fields)))


@dataclass(frozen=True)
class Guards:
    """Who may know a key: the system's keyring, and whoever is asked for the passphrase."""

    keyring: Keyring
    ask: PassphraseAsker

    def passphrase(self, *, new: bool) -> str | None:
        """From LIVECUE_PASSPHRASE, else from a person."""
        return os.environ.get(VARIABLE) or self.ask(new=new)


def has_key(home: Path) -> bool:
    """Whether the store in folder `home` has had its key made."""
    return (home / KEY_FILE).exists()


def make_key(home: Path, guards: Guards) -> bytes:
    """A new store's key, given to the keyring, else wrapped by a passphrase.

    Raises:
        MissingError: there is neither.
        StoreRefused: the folder may not be written, or another program made a key meanwhile.
    """
    store_id, key = secrets.token_hex(8), secrets.token_bytes(32)
    if guards.keyring.put(store_id, key):
        _create(home, KeyFile(id=store_id, in_keyring=True))
        return key
    passphrase = guards.passphrase(new=True)
    if not passphrase:
        raise MissingError(
            f"There is no system keyring here to keep the store's key in; set {VARIABLE}, or run "
            "this at a terminal to be asked for a passphrase ('listen --no-store' keeps nothing)."
        )
    _create(
        home, KeyFile(id=store_id, in_keyring=False, passphrase=wrap(key, passphrase, store_id))
    )
    return key


def open_guarded(file: KeyFile, guards: Guards, what: str) -> list[tuple[Guarded, bytes]]:
    """The keys that a key file tells of, from the keyring, else with the passphrase.

    Args:
        what: whose keys they are, for sentences.

    Returns:
        One; two where giving a store a new key was cut short, the old one first.

    Raises:
        MissingError: the keyring does not give it, and no passphrase was given or set.
        StoreRefused: the passphrase is wrong.
    """
    entries: list[Guarded] = [file] if file.next is None else [file, file.next]
    in_ring = [(one, guards.keyring.get(one.id)) for one in entries if one.in_keyring]
    found = [(one, key) for one, key in in_ring if key is not None]
    if found:
        return found
    wrapped = [one for one in entries if one.passphrase is not None]
    if not wrapped:
        raise MissingError(
            f"The key of {what} is in this system's keyring, which does not give it; log in and "
            "unlock the keyring, then try again ('listen --no-store' keeps nothing)."
        )
    passphrase = guards.passphrase(new=False)
    if not passphrase:
        raise MissingError(
            f"A passphrase opens {what}; set {VARIABLE}, or run this at a terminal to be asked for "
            "it ('listen --no-store' keeps nothing)."
        )
    opened = [(one, key) for one in wrapped if (key := _unwrapped(one, passphrase)) is not None]
    if not opened:
        raise wrong_passphrase(passphrase, what)
    return opened


def opens(guarded: Guarded, passphrase: str) -> bool:
    """Whether the passphrase opens this key."""
    return guarded.passphrase is not None and _unwrapped(guarded, passphrase) is not None


def wrong_passphrase(passphrase: str, what: str) -> StoreRefused:
    """This passphrase does not open it."""
    from_environment = passphrase == os.environ.get(VARIABLE)
    which = f"The passphrase in {VARIABLE}" if from_environment else "That passphrase"
    return StoreRefused(f"{which} does not open {what}; correct it.")


def _unwrapped(guarded: Guarded, passphrase: str) -> bytes | None:
    assert guarded.passphrase is not None
    try:
        return unwrap(guarded.passphrase, passphrase, guarded.id)
    except WrongPassphraseError:
        return None


def read_key_file(home: Path) -> KeyFile:
    """`store.key` in folder `home`.

    Raises:
        StoreRefused: it cannot be read.
    """
    path = home / KEY_FILE
    try:
        return KeyFile.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise StoreRefused(
            f"{path} cannot be read or is broken, and the store does not open without it; put back "
            "a copy of it."
        ) from error


def replace_key_file(home: Path, file: KeyFile) -> None:
    """Put this in place of `store.key`; at every moment there is the one or the other, whole.

    Raises:
        StoreRefused: it cannot be written; the old one is still there.
    """
    path = home / KEY_FILE
    part = path.with_suffix(".part")
    try:
        part.unlink(missing_ok=True)
        _write(part, file)
        part.replace(path)
        _sync_folder(home)
    except OSError as error:
        raise _unwritable(path, error) from error


def _create(home: Path, file: KeyFile) -> None:
    """Write it once, for this user only; it is on the disk when this returns."""
    path = home / KEY_FILE
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, file)
        _sync_folder(home)
    except FileExistsError as error:
        raise StoreRefused(
            f"Another livecue has just made the store in {home}; try again."
        ) from error
    except OSError as error:
        raise _unwritable(path, error) from error


def _write(path: Path, file: KeyFile) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(file.model_dump_json(indent=2).encode())
        out.flush()
        os.fsync(out.fileno())


def _sync_folder(folder: Path) -> None:
    """A new name in a folder is on the disk once the folder is."""
    if os.name == "nt":  # has no such call, and writes names at once
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unwritable(path: Path, error: OSError) -> StoreRefused:
    return StoreRefused(
        f"{path} cannot be written ({error.strerror}); see that its folder can be written, or "
        "name another with LIVECUE_HOME."
    )
