"""The whole store in one file, and back.

A backup is a tar of `store.key`, `store.db` and the files of sound, each encrypted as it lies in
the store, and last a list of their checksums: a file that was cut or changed is told by it before
anything is touched. The passphrase or the keyring that opens the store opens it.
"""

import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from livecue.errors import InputError, StoreRefused
from livecue.store.database import STORE_FILE, Store
from livecue.store.erasure import SNAPSHOT
from livecue.store.key import KEY_FILE, KeyFile
from livecue.store.sessions import SOUND

_CHECKSUMS = "checksums.json"
_CHUNK_BYTES = 1 << 20


def back_up(store: Store, home: Path, to: Path) -> None:
    """Write all of the store into a new file, as it is at one moment; sessions may go on.

    Raises:
        InputError: there is such a file already, or no such folder.
        StoreRefused: it cannot be written, or a session was forgotten meanwhile.
    """
    if to.exists():
        raise InputError(f"There is a file {to} already; name another.")
    if not to.parent.is_dir():
        raise InputError(f"There is no folder {to.parent}; make it, or name another.")
    part, snapshot = to.with_name(to.name + ".part"), home / SNAPSHOT
    try:
        snapshot.unlink(missing_ok=True)
        record = store.copy_into(snapshot, str(to.resolve()))
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            with tarfile.open(fileobj=out, mode="w") as tar:
                _fill(tar, home, snapshot, store.sound_files())
            out.flush()
            os.fsync(out.fileno())
        snapshot.stat()  # forgetting takes it away
        store.record_backup(record)  # before its name is there: none is made without a record
        part.replace(to)
    except FileNotFoundError as error:
        raise StoreRefused(
            f"The backup {to} is not made: something was forgotten meanwhile, or its folder is "
            "gone; try again."
        ) from error
    except OSError as error:
        raise StoreRefused(
            f"The backup {to} cannot be written ({error.strerror}); see that there is room, and "
            "that this user may write there."
        ) from error
    finally:
        snapshot.unlink(missing_ok=True)
        part.unlink(missing_ok=True)


def unpack(backup: Path, into: Path) -> KeyFile:
    """Check a backup, all of it, then lay its files into an empty folder.

    Returns:
        What opens it.

    Raises:
        InputError: there is no such file, it is no backup, or it is damaged. Nothing was written.
        StoreRefused: the folder cannot be written.
    """
    with _reading(backup):
        with tarfile.open(backup, "r:") as tar:
            key_file = _checked(tar, backup)
        try:
            with tarfile.open(backup, "r:") as tar:
                for member in tar:
                    if member.name != _CHECKSUMS:
                        _lay(tar, member, into / member.name)
        except OSError as error:
            raise StoreRefused(
                f"{into} cannot be written ({error.strerror}); see that there is room on the disk."
            ) from error
    return key_file


def _fill(tar: tarfile.TarFile, home: Path, snapshot: Path, sound: list[str]) -> None:
    checksums: dict[str, str] = {}
    files = {KEY_FILE: home / KEY_FILE, STORE_FILE: snapshot}
    files |= {f"{SOUND}/{name}": home / SOUND / name for name in sound}
    for name, path in files.items():
        with path.open("rb") as file:
            # As long as it is now: a session that goes on makes it longer meanwhile.
            member = _member(name, os.fstat(file.fileno()).st_size)
            summed = _Summed(file)
            tar.addfile(member, summed)
            checksums[name] = summed.hexdigest()
    listed = json.dumps(checksums, indent=1).encode()
    tar.addfile(_member(_CHECKSUMS, len(listed)), io.BytesIO(listed))


def _member(name: str, size: int) -> tarfile.TarInfo:
    """Without a user's name or a time: those are nobody's business."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


def _checked(tar: tarfile.TarFile, backup: Path) -> KeyFile:
    """What opens it, after every byte of it was seen to be as it was written."""
    found: dict[str, str] = {}
    listed: dict[str, str] | None = None
    key_file: KeyFile | None = None
    for member in tar:
        file = tar.extractfile(member)
        if file is None or not _is_ours(member.name):
            raise InputError(f"{backup} is not a backup of livecue's.")
        if member.name == _CHECKSUMS:
            listed = json.loads(file.read())
        elif member.name == KEY_FILE:
            content = file.read()
            key_file = KeyFile.model_validate_json(content)
            found[member.name] = hashlib.sha256(content).hexdigest()
        else:
            summed = _Summed(file)
            while summed.read(_CHUNK_BYTES):
                pass
            found[member.name] = summed.hexdigest()
    if listed is None or listed != found or key_file is None or STORE_FILE not in found:
        raise _damaged(backup)
    return key_file


def _is_ours(name: str) -> bool:
    """No other name may come out of a backup, and none that leads out of its folder."""
    folder, _, file = name.rpartition("/")
    return name in (KEY_FILE, STORE_FILE, _CHECKSUMS) or (
        folder == SOUND and Path(file).suffix == ".sealed" and Path(file).stem.isalnum()
    )


def _lay(tar: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    packed = tar.extractfile(member)
    assert packed is not None
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        shutil.copyfileobj(packed, out, _CHUNK_BYTES)
        out.flush()
        os.fsync(out.fileno())


@contextmanager
def _reading(backup: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(f"There is no file {backup}.") from error
    except (tarfile.TarError, EOFError, ValueError, ValidationError) as error:
        raise _damaged(backup) from error
    except OSError as error:
        raise InputError(f"{backup} cannot be read ({error.strerror}).") from error


def _damaged(backup: Path) -> InputError:
    return InputError(
        f"{backup} is damaged or is no backup of livecue's; use another. Nothing was changed."
    )


class _Summed(io.RawIOBase):
    """A file whose checksum is made while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        content = self._file.read(size)
        self._sum.update(content)
        return content

    def hexdigest(self) -> str:
        """SHA-256 of all that was read."""
        return self._sum.hexdigest()
