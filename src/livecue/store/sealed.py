"""A file of sealed records that only grows.

A record is its body's length and then its body, each sealed by AES-256-GCM. The nonce is how many
the file's key has sealed before, so that a record that was changed, moved or taken out does not
open. A file that ends within a record was torn when its program was killed: what is whole counts.
"""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_LENGTH_BYTES = 4
_TAG_BYTES = 16


class SealedWriter:
    """The one writer that a file ever has.

    Args:
        path: a new file, which is made for this user only.
        key: 32 bytes, used for this file alone: two writers would use a nonce twice.

    Raises:
        OSError: it cannot be made.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        self._path = path
        self._seal = _Seal(key)

    def append(self, body: bytes) -> None:
        """Write one more record; it is on the disk when this returns.

        Raises:
            OSError: it cannot be written, or the file is gone. Nothing may be appended after that:
                the file may end within a record.
        """
        length = self._seal.close(len(body).to_bytes(_LENGTH_BYTES, "big"))
        sealed = self._seal.close(body)
        with self._path.open("r+b") as file:  # each time anew, so that it can be deleted meanwhile
            file.seek(0, os.SEEK_END)
            file.write(length + sealed)
            file.flush()
            os.fsync(file.fileno())


def records(path: Path, key: bytes) -> Iterator[bytes]:
    """The bodies of all whole records, in order.

    Raises:
        cryptography.exceptions.InvalidTag: the next record is not as it was written.
        OSError: the file cannot be read, or is gone.
    """
    seal = _Seal(key)
    position = 0
    while True:
        with path.open("rb") as file:  # as above
            file.seek(position)
            length = file.read(_LENGTH_BYTES + _TAG_BYTES)
            if len(length) < _LENGTH_BYTES + _TAG_BYTES:
                return
            size = int.from_bytes(seal.open(length), "big") + _TAG_BYTES
            sealed = file.read(size)
            position = file.tell()
        if len(sealed) < size:
            return
        yield seal.open(sealed)


def seal_anew(old: Path, old_key: bytes, new: Path, new_key: bytes) -> None:
    """Write all whole records of a file to a new one under another key; it is then on the disk.

    Raises:
        cryptography.exceptions.InvalidTag: a record is not as it was written.
        OSError: a file cannot be read or written.
    """
    seal = _Seal(new_key)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        for body in records(old, old_key):
            out.write(seal.close(len(body).to_bytes(_LENGTH_BYTES, "big")) + seal.close(body))
        out.flush()
        os.fsync(out.fileno())


class _Seal:
    """AES-256-GCM whose nonces count from 0."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)
        self._nonces = (number.to_bytes(12, "big") for number in count())

    def close(self, plain: bytes) -> bytes:
        return self._cipher.encrypt(next(self._nonces), plain, None)

    def open(self, sealed: bytes) -> bytes:
        return self._cipher.decrypt(next(self._nonces), sealed, None)
