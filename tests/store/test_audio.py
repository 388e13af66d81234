"""Sound is kept bit by bit, encrypted, survives a crash, and goes with its session."""

import subprocess
import sys
from pathlib import Path

import apsw
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.capture.source import Samples
from livecue.config import ClientProfile
from livecue.errors import InputError, StoreRefused
from livecue.store.audio import decode, encode
from livecue.store.database import Store
from tests.store.audio_writer import BLOCK_S
from tests.store.sound import noise
from tests.store.twins import KEY, started

_ROOT = Path(__file__).resolve().parents[2]


@given(
    frames=st.integers(1, 10_000),
    channels=st.integers(1, 2),
    loudest=st.sampled_from([0, 1, 300, 32_767]),
    seed=st.integers(0, 9),
)
def test_flac_gives_back_every_bit(frames: int, channels: int, loudest: int, seed: int) -> None:
    samples = np.random.default_rng(seed).integers(
        -loudest - 1, loudest, (frames, channels), dtype=np.int16, endpoint=True
    )
    again = decode(encode(samples), channels)
    assert again.dtype == np.int16
    np.testing.assert_array_equal(again, samples)


def test_silence_takes_hardly_any_room() -> None:
    silence = np.zeros((80_000, 2), np.int16)
    assert len(encode(silence)) < silence.nbytes / 100


@pytest.mark.parametrize("channels", [1, 2])
def test_sound_comes_back_in_order_and_missing_time_stays_missing(
    home: Path, channels: int
) -> None:
    stretches = [
        (0.0, noise(4.5, channels, seed=0)),
        (4.5, noise(1.25, channels, seed=1)),
        (61.0123125, noise(0.5, channels, seed=2)),
    ]
    with Store.open(home, KEY) as store:
        store.begin(started("a"))
        store.begin(started("b"))
        for start_s, samples in stretches:
            store.keep_audio("a", start_s, samples)
        store.keep_audio("b", 2.0, noise(1.0, channels, seed=3))
    with Store.open(home, KEY) as store:
        blocks = list(store.audio("a"))
    assert [block.start_s for block in blocks] == [start_s for start_s, _ in stretches]
    for block, (_, samples) in zip(blocks, stretches, strict=True):
        np.testing.assert_array_equal(block.samples, samples)


def test_a_session_without_sound_has_none_and_no_session_is_an_error(store: Store) -> None:
    store.begin(started("a"))
    assert list(store.audio("a")) == []
    with pytest.raises(InputError, match="no session 'b'"):
        list(store.audio("b"))


def test_sound_of_no_session_is_refused(store: Store) -> None:
    with pytest.raises(StoreRefused, match="not in the store"):
        store.keep_audio("nobody", 0.0, noise(1.0))


def test_no_sound_lies_in_clear_on_the_disk(home: Path, store: Store) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(4.5))
    flac = encode(noise(4.5))
    on_disk = b"".join(path.read_bytes() for path in home.iterdir())
    assert len(on_disk) > len(flac)
    pieces = [flac[first : first + 16] for first in range(0, len(flac) - 16, 1000)]
    assert [piece for piece in (b"fLaC", *pieces) if piece in on_disk] == []
    in_clear = bytes(store._connection.serialize("main"))
    assert all(piece in in_clear for piece in (b"fLaC", pieces[1])), "these would have been found"


def test_kept_sound_is_never_changed_nor_dropped(store: Store) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(1.0))
    for change in ("update audio set start_s = 1.0", "delete from audio"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            store._connection.execute(change)
    with pytest.raises(StoreRefused):
        store.keep_audio("a", 0.0, noise(1.0, seed=2))
    (block,) = store.audio("a")
    np.testing.assert_array_equal(block.samples, noise(1.0))


def test_forgetting_a_session_erases_its_sound_and_no_other(home: Path, store: Store) -> None:
    for session_id, seed in (("gone", 1), ("stays", 2)):
        store.begin(started(session_id))
        store.keep_audio(session_id, 0.0, noise(4.5, seed=seed))
    before = (home / "store.db").stat().st_size + (home / "store.db-wal").stat().st_size
    store.forget_session("gone")
    pages = bytes(store._connection.serialize("main"))
    assert _pieces_of(noise(4.5, seed=1), pages) == 0
    assert _pieces_of(noise(4.5, seed=2), pages) > 10
    after = (home / "store.db").stat().st_size + (home / "store.db-wal").stat().st_size
    assert after < before
    with pytest.raises(InputError):
        list(store.audio("gone"))
    (block,) = store.audio("stays")
    np.testing.assert_array_equal(block.samples, noise(4.5, seed=2))


def test_forgetting_a_client_erases_the_sound_of_all_sessions(store: Store) -> None:
    store.add_client("river", ClientProfile())
    for session_id in ("one", "two"):
        store.begin(started(session_id, "river"))
        store.keep_audio(session_id, 0.0, noise(1.0))
    store.forget_client("river")
    assert store._connection.execute("select count(*) from audio").get == 0


def test_a_listener_does_not_hold_back_an_erasure_and_is_told_of_it(
    home: Path, store: Store
) -> None:
    store.begin(started("a"))
    for n in range(3):
        store.keep_audio("a", float(n), noise(1.0, seed=n))
    with Store.open(home, KEY) as reader:
        listened = reader.audio("a")
        next(listened)
        store._connection.set_busy_timeout(20)
        store.forget_session("a")
        with pytest.raises(InputError, match="no session 'a'"):
            next(listened)


def test_killed_at_any_moment_at_most_the_last_five_seconds_are_lost(home: Path) -> None:
    for round_number in range(4):
        session_id = f"session-{round_number}"
        heard_s = _write_until_killed(home, session_id, after_s=3.0 + 8.5 * round_number)
        with Store.open(home, KEY) as store:
            kept = np.concatenate(
                [np.zeros((0, 2), np.int16), *(block.samples for block in store.audio(session_id))]
            )
        assert len(kept) / 16_000 >= heard_s - 5.0
        whole = [noise(BLOCK_S, seed=n) for n in range(round(len(kept) / 16_000 / BLOCK_S))]
        np.testing.assert_array_equal(kept, np.concatenate([kept[:0], *whole]))


def _write_until_killed(home: Path, session_id: str, after_s: float) -> float:
    """How much had been heard by then; the writer is killed somewhat after `after_s`."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.audio_writer", str(home), session_id],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if float(line) >= after_s:
                break
        writer.kill()
        rest = writer.stdout.read().splitlines(keepends=True)
    return max([after_s, *(float(line) for line in rest if line.endswith("\n"))])


def _pieces_of(samples: Samples, pages: bytes) -> int:
    """How many of some short pieces of the kept form are found in the pages."""
    flac = encode(samples)
    return sum(flac[first : first + 16] in pages for first in range(0, len(flac) - 16, 1000))
