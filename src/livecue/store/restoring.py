"""A store put back from a backup."""

import os
import shutil
from pathlib import Path

from livecue.errors import InputError, StoreRefused
from livecue.store.backup import unpack
from livecue.store.connection import WrongKeyError
from livecue.store.database import STORE_FILE, Store
from livecue.store.erasure import STAGE
from livecue.store.key import (
    Guarded,
    Guards,
    KeyFile,
    has_key,
    key_file_of,
    open_guarded,
    read_key_file,
    replace_key_file,
)
from livecue.store.opening import unlock
from livecue.store.sessions import SOUND


def restore(backup: Path, home: Path, guards: Guards, *, replace: bool) -> int:
    """Put the store that is in a backup into folder `home`.

    The backup is checked and opened first; until the very end, and whatever happens, the store
    that is there stays. Then its own record is taken over into what was in the backup, `store.key`
    tells of both keys, the database changes places at one blow, and the other key is dropped.

    Args:
        replace: a store that is there may go.

    Returns:
        How many sessions are in it.

    Raises:
        InputError: it is no backup, or is damaged; or there is a store, and it may not go.
        MissingError: neither keyring nor passphrase opens the backup, or the store that is there.
        StoreRefused: one of them does not open, or another program has the store open; or the
            store that is there holds something on hold.
    """
    if (Store.is_in(home) or has_key(home)) and not replace:
        raise InputError(
            f"There is a store in {home}; --replace puts the backup in its place, and what is in "
            "it now is gone."
        )
    stage = home / STAGE
    try:
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(mode=0o700, parents=True)
        file = unpack(backup, stage)
        opened, key, sessions = _opened(file, stage, guards, backup)
        _put(stage, home, opened, key, guards)
    except OSError as error:
        raise StoreRefused(
            f"{backup} cannot be put into {home} ({error.strerror}); see that there is room on the "
            "disk, and that this user may write to that folder."
        ) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return sessions


def _opened(file: KeyFile, stage: Path, guards: Guards, backup: Path) -> tuple[Guarded, bytes, int]:
    """What opens what was unpacked, which is whole; its key, and how many sessions are in it."""
    for guarded, key in open_guarded(file, guards, f"the backup {backup}"):
        try:
            with Store.open(stage, key) as store:
                store.check()
                return guarded, key, len(store.sessions())
        except WrongKeyError:
            continue
    raise StoreRefused(f"The key of the backup {backup} does not open it; use another backup.")


def _put(stage: Path, home: Path, opened: Guarded, key: bytes, guards: Guards) -> None:
    if not Store.is_in(home):
        _move_sound(stage / SOUND, home / SOUND)
        replace_key_file(home, key_file_of(opened))
        (stage / STORE_FILE).replace(home / STORE_FILE)
        return
    store, _ = unlock(home, guards)
    with store:
        if store.holds():
            raise StoreRefused(
                f"Something in the store in {home} is on hold, and so it stays; 'livecue store "
                "show' tells what, and how to lift it."
            )
        with store.alone():
            with Store.open(stage, key) as restored:
                restored.take_over_record(store)
            _move_sound(stage / SOUND, home / SOUND)
            replace_key_file(home, read_key_file(home).model_copy(update={"next": opened}))
            if os.name == "nt":  # which does not replace a file that is open
                store.close()
            (stage / STORE_FILE).replace(home / STORE_FILE)
            store.close()
    replace_key_file(home, key_file_of(opened))


def _move_sound(stage: Path, folder: Path) -> None:
    """Before the database: what no key of it opens is deleted when the store is next opened."""
    if stage.exists():
        folder.mkdir(mode=0o700, exist_ok=True)
        for path in stage.iterdir():
            path.replace(folder / path.name)
