"""The store's key, wrapped by a passphrase."""

import os
import unicodedata
from typing import Annotated, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pydantic import Field

from livecue.events import Frozen

SCRYPT_N = 2**17
"""With r = 8 and p = 1 every guess costs 128 MB of memory (OWASP Password Storage Cheat Sheet)."""

Hex = Annotated[str, Field(pattern="^([0-9a-f]{2})+$")]


class WrongPassphraseError(Exception):
    """The passphrase does not open this wrapping."""


class WrappedKey(Frozen):
    """A key as it may lie on the disk: scrypt makes a key of the passphrase, AES-256-GCM wraps.

    n, r, p: what scrypt costs; bounded, so that a changed file cannot ask for all of a machine.
    """

    kdf: Literal["scrypt"] = "scrypt"
    n: int = Field(ge=2, le=2**20)
    r: int = Field(ge=1, le=16)
    p: int = Field(ge=1, le=16)
    salt: Hex
    nonce: Hex
    wrapped: Hex


def wrap(key: bytes, passphrase: str, store_id: str) -> WrappedKey:
    """The key, wrapped for this store alone."""
    salt, nonce = os.urandom(16), os.urandom(12)
    n, r, p = SCRYPT_N, 8, 1
    wrapped = AESGCM(_derive(passphrase, salt, n, r, p)).encrypt(nonce, key, store_id.encode())
    return WrappedKey(n=n, r=r, p=p, salt=salt.hex(), nonce=nonce.hex(), wrapped=wrapped.hex())


def unwrap(wrapped: WrappedKey, passphrase: str, store_id: str) -> bytes:
    """The key.

    Raises:
        WrongPassphraseError: the passphrase is another one, or the wrapping was changed.
    """
    try:
        derived = _derive(passphrase, bytes.fromhex(wrapped.salt), wrapped.n, wrapped.r, wrapped.p)
        return AESGCM(derived).decrypt(
            bytes.fromhex(wrapped.nonce), bytes.fromhex(wrapped.wrapped), store_id.encode()
        )
    except (InvalidTag, ValueError) as error:
        raise WrongPassphraseError from error


def _derive(passphrase: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    """32 bytes; systems that type the same letters as other code points get the same ones."""
    typed = unicodedata.normalize("NFC", passphrase).encode()
    return Scrypt(salt=salt, length=32, n=n, r=r, p=p).derive(typed)
