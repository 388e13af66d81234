"""The system's own keyring, where there is one that answers."""

import queue
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

_SERVICE = "livecue"
_PATIENCE_S = 15.0
"""Long enough to type the keyring's password when it asks; a keyring that has nobody to ask, as
over ssh, would wait for ever."""

T = TypeVar("T")


class Keyring(Protocol):
    """A place outside the disk's plain files where keys can be kept."""

    def get(self, store_id: str) -> bytes | None:
        """The key of this store; `None` when it is not there or the keyring does not answer."""
        ...

    def put(self, store_id: str, key: bytes) -> bool:
        """Keep the key of this store; False when the keyring is not there, locked or forgetful."""
        ...

    def remove(self, store_id: str) -> None:
        """Forget the key of this store, if it is there and the keyring answers."""
        ...


class SystemKeyring:
    """The keyring of this system: Keychain, Credential Locker, Secret Service or KWallet.

    One that only keeps plain files is taken for none, and so is one that fails or stays locked.
    """

    def get(self, store_id: str) -> bytes | None:
        """The key of this store; `None` when it is not there or the keyring does not answer."""
        return _in_time(lambda: _read(store_id))

    def put(self, store_id: str, key: bytes) -> bool:
        """Keep the key of this store; False when the keyring is not there, locked or forgetful."""
        return _in_time(lambda: _write(store_id, key)) or False

    def remove(self, store_id: str) -> None:
        """Forget the key of this store, if it is there and the keyring answers."""
        _in_time(lambda: _delete(store_id))


def _read(store_id: str) -> bytes | None:
    import keyring
    from keyring.core import recommended

    backend = keyring.get_keyring()
    kept = backend.get_password(_SERVICE, store_id) if recommended(backend) else None
    return None if kept is None else bytes.fromhex(kept)


def _write(store_id: str, key: bytes) -> bool:
    import keyring
    from keyring.core import recommended

    backend = keyring.get_keyring()
    if not recommended(backend):
        return False
    backend.set_password(_SERVICE, store_id, key.hex())
    return _read(store_id) == key


def _delete(store_id: str) -> None:
    import keyring

    keyring.get_keyring().delete_password(_SERVICE, store_id)


def _in_time(call: Callable[[], T]) -> T | None:
    """What the call gives; `None` when it fails or takes too long.

    Back ends raise whatever their system raises, not only keyring's own errors; for us each of
    these means the same, that the keyring is no help.
    """
    answer: queue.SimpleQueue[T | None] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(call())
        except Exception:  # see above
            answer.put(None)

    threading.Thread(target=ask, daemon=True, name="keyring").start()
    try:
        return answer.get(timeout=_PATIENCE_S)
    except queue.Empty:
        return None
