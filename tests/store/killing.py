"""Programs killed at random moments: `python -m tests.store.killing WHAT FOLDER ROUNDS [SEED]`.

WHAT is `writing` (a session is kept, event by event), `rotating` (the store is given a new key) or
`restoring` (a backup takes its place).
Each round a child is killed, and then the store must open with all that was acknowledged. It prints
one line of figures, and fails at the first loss.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

import numpy as np

from livecue.config import ClientProfile
from livecue.store import passphrase
from livecue.store.backup import back_up
from livecue.store.database import Store
from livecue.store.key import Guards
from livecue.store.log import SessionLog
from livecue.store.opening import open_store, unlock
from livecue.store.restoring import restore
from livecue.store.rotation import rotate_key
from tests.events import turn
from tests.store.sound import noise
from tests.store.twins import KEY, NO_KEYRING, SAID, started

Program = Callable[[Callable[[bytes], object]], object]
"""What a child runs; it is given a way to say what was done."""

_WRITES_FOR_S = 0.12
"""Longest life of a writer: it opens the store, begins a session and keeps dozens of events."""

_PASSPHRASE = "river stone"
_SESSIONS = 4
_TURNS = 300


def killed_writing(home: Path, rounds: int, chance: random.Random) -> str:
    """Keep sessions until killed; whatever was acknowledged must be there."""
    acknowledged = kept = sessions = 0
    for number in range(rounds):
        session_id = f"session-{number}"
        told = _killed(partial(_write, home, session_id), chance.uniform(0, _WRITES_FOR_S))
        last = int(told.split()[-1]) if told.endswith(b"\n") else 0
        with Store.open(home, KEY) as store:
            if not store.has_session(session_id):
                assert last == 0, f"round {number}: {last} events were acknowledged, none is kept"
                continue
            store.check()
            _, *turns = store.events(session_id)
        assert [event.seq for event in turns] == list(range(1, len(turns) + 1))
        assert all(event.text == f"{SAID} {event.seq}" for event in turns)  # type: ignore[union-attr]
        assert len(turns) >= last, f"round {number}: {len(turns)} of {last} are kept"
        acknowledged, kept, sessions = acknowledged + last, kept + len(turns), sessions + 1
    return f"{rounds} kills, {sessions} sessions begun: {acknowledged} acknowledged, {kept} kept"


def killed_rotating(home: Path, rounds: int, chance: random.Random) -> str:
    """Give the store new keys until killed; it must open, with every event and all sound."""
    passphrase.SCRYPT_N = 2**4  # what a guess costs is not what is tried here
    os.environ["LIVECUE_PASSPHRASE"] = _PASSPHRASE
    guards = Guards(NO_KEYRING, _nobody)
    _fill(home)
    began = time.monotonic()
    rotate_key(home, guards)
    whole_s = time.monotonic() - began
    rotated = halfway = 0
    for number in range(rounds):
        _, before = _opened(home)
        told = _killed(partial(_rotate, home, guards), chance.uniform(0, 1.2 * whole_s))
        halfway += (home / "store.db-journal").exists()
        expected, after = _opened(home)
        assert expected == _SESSIONS, f"round {number}: {expected} sessions are kept"
        assert after != before or not told, f"round {number}: it was done, but the key is the old"
        rotated += after != before
    return (
        f"{rounds} kills within {whole_s * 1200:.0f} ms, {halfway} while the database was being "
        f"encrypted anew: it opened each time, {rotated} times with the new key"
    )


def killed_restoring(home: Path, rounds: int, chance: random.Random) -> str:
    """Put a backup in the place of the store until killed; it must open as the one or the other."""
    passphrase.SCRYPT_N = 2**4
    os.environ["LIVECUE_PASSPHRASE"] = _PASSPHRASE
    guards = Guards(NO_KEYRING, _nobody)
    _fill(home)
    backup = home.with_suffix(".backup")
    with open_store(home, _nobody, NO_KEYRING) as store:
        back_up(store, home, backup)
    whole_s = _lasts(partial(_restore, home, backup, guards))
    restored = 0
    for number in range(rounds):
        rotate_key(home, guards)
        with open_store(home, _nobody, NO_KEYRING) as store:
            store.begin(started(f"later-{number}"))
        before, _ = _opened(home)
        told = _killed(partial(_restore, home, backup, guards), chance.uniform(0, 1.2 * whole_s))
        after, _ = _opened(home)
        assert after in (_SESSIONS, before), f"round {number}: {after} sessions are kept"
        assert after == _SESSIONS or not told, f"round {number}: it was done, and is not there"
        restored += after == _SESSIONS
    return (
        f"{rounds} kills within {whole_s * 1200:.0f} ms: it opened each time, {restored} restored"
    )


def _lasts(program: Program) -> float:
    """How long the program takes when nobody kills it, in seconds."""
    began = time.monotonic()
    child, reads = _started(program)
    os.waitpid(child, 0)
    os.close(reads)
    return time.monotonic() - began


def _killed(program: Program, after_s: float) -> bytes:
    """What the program said before it was killed."""
    child, reads = _started(program)
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reads, "rb") as said:
        return said.read()


def _started(program: Program) -> tuple[int, int]:
    """A child that runs the program, and where to read what it says."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reads)
            program(lambda line: os.write(writes, line))
        finally:
            os._exit(0)
    os.close(writes)
    return child, reads


def _write(home: Path, session_id: str, say: Callable[[bytes], object]) -> None:
    log = SessionLog(Store.open(home, KEY), session_id, ())
    log.push(started(session_id))
    for seq in count(1):
        log.push(turn(seq, "client", f"{SAID} {seq}", float(seq)))
        say(b"%d\n" % seq)


def _rotate(home: Path, guards: Guards, say: Callable[[bytes], object]) -> None:
    rotate_key(home, guards)
    say(b"done\n")


def _restore(home: Path, backup: Path, guards: Guards, say: Callable[[bytes], object]) -> None:
    restore(backup, home, guards, replace=True)
    say(b"done\n")


def _fill(home: Path) -> None:
    with open_store(home, _nobody, NO_KEYRING) as store:
        store.add_client("river", ClientProfile())
        for number in range(_SESSIONS):
            session_id = f"session-{number}"
            log = SessionLog(store, session_id, ("timeline", "words"))
            log.push(started(session_id, "river"))
            for seq in range(1, _TURNS):
                log.push(turn(seq, "client", SAID, float(seq)))
            log.close()
            store.keep_audio(session_id, 0.0, noise(1.0, seed=number))


def _opened(home: Path) -> tuple[int, bytes]:
    """How many sessions are there, each seen to be whole; and the key that opened the store."""
    store, key = unlock(home, Guards(NO_KEYRING, _nobody))
    with store:
        store.check()
        for number in range(_SESSIONS):
            session_id = f"session-{number}"
            assert len(store.events(session_id)) == _TURNS
            [block] = store.audio(session_id)
            np.testing.assert_array_equal(block.samples, noise(1.0, seed=number))
        return len(store.sessions()), key


def _nobody(*, new: bool) -> str | None:
    return None


if __name__ == "__main__":
    what, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    tried = {
        "writing": killed_writing,
        "rotating": killed_rotating,
        "restoring": killed_restoring,
    }[what]
    sys.stdout.write(tried(folder, rounds, chance) + "\n")
