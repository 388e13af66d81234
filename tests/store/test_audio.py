"""Sound is kept bit by bit, encrypted, survives a crash, and goes with its session."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import apsw
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.config import ClientProfile
from livecue.errors import InputError, StoreRefused
from livecue.store import erasure
from livecue.store.database import Store
from livecue.store.flac import decode, encode
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


def test_sound_that_cannot_be_written_is_refused_in_a_sentence(home: Path, store: Store) -> None:
    store.begin(started("a"))
    (home / "sound").touch()
    with pytest.raises(StoreRefused, match="cannot be read, written or deleted"):
        store.keep_audio("a", 0.0, noise(1.0))


def test_no_sound_lies_in_clear_on_the_disk(home: Path, store: Store) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(4.5))
    flac = encode(noise(4.5))
    on_disk = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert len(on_disk) > len(flac)
    pieces = [flac[first : first + 16] for first in range(0, len(flac) - 16, 1000)]
    key = keys_in(store)["a"]
    assert [piece for piece in (b"fLaC", key, *pieces) if piece in on_disk] == []
    assert key in bytes(store._connection.serialize("main")), "there it would have been found"


def test_files_of_sound_are_for_this_user_only(home: Path, store: Store) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(1.0))
    assert (home / "sound").stat().st_mode & 0o077 == 0
    assert only_file(home).stat().st_mode & 0o077 == 0


def test_the_key_of_kept_sound_is_never_changed_nor_dropped(store: Store) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(1.0))
    for change in ("update sound set key = x'00'", "delete from sound"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            store._connection.execute(change)


def test_two_sessions_are_sealed_by_different_keys(home: Path, store: Store) -> None:
    for session_id in ("a", "b"):
        store.begin(started(session_id))
        store.keep_audio(session_id, 0.0, noise(1.0))
    one, other = (path.read_bytes() for path in (home / "sound").iterdir())
    assert len(one) == len(other)
    assert one[:20] != other[:20]
    keys = keys_in(store)
    assert keys["a"] != keys["b"]


def test_a_second_program_may_listen_but_not_add_to_the_sound(home: Path, store: Store) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(1.0, seed=0))
    with Store.open(home, KEY) as other:
        with pytest.raises(StoreRefused, match="begin another session"):
            other.keep_audio("a", 1.0, noise(1.0))
        store.keep_audio("a", 1.0, noise(1.0, seed=1))
        assert [block.start_s for block in other.audio("a")] == [0.0, 1.0]


def test_a_torn_last_record_is_left_out_wherever_it_was_torn(home: Path) -> None:
    first_s, first, second = 0.0, noise(0.5, seed=0), noise(0.01, seed=1)
    with Store.open(home, KEY) as store:
        store.begin(started("a"))
        store.keep_audio("a", first_s, first)
        path = only_file(home)
        one = path.stat().st_size
        store.keep_audio("a", 0.5, second)
        whole = path.read_bytes()
        for size in (one, one + 1, one + 19, one + 20, one + 21, len(whole) - 1):
            path.write_bytes(whole[:size])
            (block,) = store.audio("a")
            np.testing.assert_array_equal(block.samples, first)
        path.write_bytes(whole)
        assert len(list(store.audio("a"))) == 2


def test_a_byte_changed_anywhere_is_refused(home: Path, store: Store) -> None:
    store.begin(started("a"))
    for n in range(3):
        store.keep_audio("a", float(n), noise(0.01, seed=n))
    path = only_file(home)
    whole = path.read_bytes()
    for position in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[position] ^= 1
        path.write_bytes(changed)
        with pytest.raises(StoreRefused, match="not as it was kept"):
            list(store.audio("a"))


def test_records_that_changed_places_or_were_taken_out_are_refused(
    home: Path, store: Store
) -> None:
    store.begin(started("a"))
    ends = [0]
    for n in range(3):
        store.keep_audio("a", float(n), noise(0.1, seed=n))
        ends.append(only_file(home).stat().st_size)
    path = only_file(home)
    whole = path.read_bytes()
    first, second, third = (whole[ends[n] : ends[n + 1]] for n in range(3))
    for changed in (second + first + third, first + third, first + first + second, third):
        path.write_bytes(changed)
        with pytest.raises(StoreRefused, match="not as it was kept"):
            list(store.audio("a"))


def test_sound_whose_file_is_gone_is_not_taken_for_silence(home: Path, store: Store) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(1.0))
    only_file(home).unlink()
    with pytest.raises(StoreRefused, match="backup"):
        list(store.audio("a"))
    with pytest.raises(StoreRefused, match="deleted meanwhile"):
        store.keep_audio("a", 1.0, noise(1.0))
    assert list((home / "sound").iterdir()) == []


def test_after_a_stretch_that_failed_no_other_is_written_behind_it(
    home: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(1.0))
    with monkeypatch.context() as full_disk:
        full_disk.setattr("os.fsync", _disk_is_full)
        with pytest.raises(StoreRefused, match="No space left"):
            store.keep_audio("a", 1.0, noise(1.0))
    before = only_file(home).read_bytes()
    with pytest.raises(StoreRefused, match="broken off"):
        store.keep_audio("a", 2.0, noise(1.0))
    assert only_file(home).read_bytes() == before


def test_forgetting_a_session_leaves_neither_key_nor_file_and_spares_the_others(
    home: Path, store: Store
) -> None:
    for session_id, seed in (("stays", 2), ("gone", 1)):
        store.begin(started(session_id))
        store.keep_audio(session_id, 0.0, noise(4.5, seed=seed))
    keys = keys_in(store)
    assert len(list((home / "sound").iterdir())) == 2
    store.forget_session("gone")
    pages = bytes(store._connection.serialize("main"))
    assert keys["gone"] not in pages
    assert keys["stays"] in pages
    assert only_file(home).exists()
    with pytest.raises(InputError):
        list(store.audio("gone"))
    (block,) = store.audio("stays")
    np.testing.assert_array_equal(block.samples, noise(4.5, seed=2))


def test_a_forgotten_session_that_is_still_heard_keeps_no_more_sound(
    home: Path, store: Store
) -> None:
    store.begin(started("a"))
    store.keep_audio("a", 0.0, noise(1.0))
    with Store.open(home, KEY) as other:
        other.forget_session("a")
    for match in ("deleted meanwhile", "not in the store"):
        with pytest.raises(StoreRefused, match=match):
            store.keep_audio("a", 1.0, noise(1.0))
    assert list((home / "sound").iterdir()) == []


@pytest.mark.parametrize("rows_gone", [False, True])
def test_a_forgetting_that_was_cut_short_is_finished_when_the_store_next_opens(
    home: Path, monkeypatch: pytest.MonkeyPatch, rows_gone: bool
) -> None:
    with Store.open(home, KEY) as store:
        store.begin(started("a"))
        store.keep_audio("a", 0.0, noise(1.0))
        with monkeypatch.context() as locked:
            locked.setattr(Path, "unlink", _not_permitted)
            if rows_gone:
                with pytest.raises(StoreRefused, match="deleted"):
                    store.forget_session("a")
            else:
                erasure.begin(store._connection, "1 session", sessions=["a"])
        assert only_file(home).exists()
    with Store.open(home, KEY) as store:
        assert list((home / "sound").iterdir()) == []
        assert not erasure.is_unfinished(store._connection)
        assert store.sessions() == []


def test_a_file_without_a_key_is_deleted_when_the_store_opens(home: Path) -> None:
    with Store.open(home, KEY) as store:
        store.begin(started("a"))
        store.keep_audio("a", 0.0, noise(1.0))
    kept = only_file(home)
    kept.with_stem("orphan").write_bytes(b"noise")
    kept.with_name("notes.txt").write_text("somebody's own")
    with Store.open(home, KEY) as store:
        assert {path.name for path in kept.parent.iterdir()} == {kept.name, "notes.txt"}
        assert len(list(store.audio("a"))) == 1


def test_another_key_deletes_nothing(home: Path) -> None:
    with Store.open(home, KEY) as store:
        store.begin(started("a"))
        store.keep_audio("a", 0.0, noise(1.0))
    with pytest.raises(StoreRefused):
        Store.open(home, bytes(32))
    assert only_file(home).exists()


def test_forgetting_a_client_erases_the_sound_of_all_sessions(home: Path, store: Store) -> None:
    store.add_client("river", ClientProfile())
    for session_id in ("one", "two"):
        store.begin(started(session_id, "river"))
        store.keep_audio(session_id, 0.0, noise(1.0))
    store.forget_client("river")
    assert store._connection.execute("select count(*) from sound").get == 0
    assert list((home / "sound").iterdir()) == []


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


def only_file(home: Path) -> Path:
    """The one file of sound there is."""
    (path,) = (home / "sound").iterdir()
    return path


def keys_in(store: Store) -> dict[str, bytes]:
    """The key of each session's sound."""
    rows: list[Any] = store._connection.execute("select session, key from sound").fetchall()
    return dict(rows)


def _disk_is_full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _not_permitted(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
