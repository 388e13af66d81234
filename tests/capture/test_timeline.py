"""What a device delivered, on the session clock; every time is made up."""

import numpy as np
import pytest

from livecue.capture.ring import Chunk
from livecue.capture.source import (
    SAMPLE_RATE_HZ,
    Block,
    ChannelUse,
    Heard,
    Missing,
    Samples,
    Trouble,
)
from livecue.capture.timeline import Timeline

RATE_HZ = 48_000
CHUNK_S = 0.05


def noise(lasting_s: float, channels: int = 1) -> Samples:
    made = np.random.default_rng(0).normal(0, 1_000, (round(lasting_s * RATE_HZ), channels))
    return made.astype(np.int16)


def chunks(samples: Samples, began_s: float = 50.0, rate: float = 1.0) -> list[Chunk]:
    """Cut into calls that come as the device would make them."""
    frames = round(CHUNK_S * RATE_HZ)
    return [
        Chunk(samples[first : first + frames], began_s + (first + frames) / RATE_HZ / rate)
        for first in range(0, len(samples), frames)
    ]


def push(timeline: Timeline, delivered: list[Chunk]) -> list[Heard]:
    return [heard for chunk in delivered for heard in timeline.push(chunk)]


def begun() -> Timeline:
    timeline = Timeline("mono")
    timeline.begin(RATE_HZ)
    return timeline


def assert_the_clock_is_whole(heard: list[Heard]) -> None:
    now_s = 0.0
    for item in heard:
        if isinstance(item, Trouble):
            assert item.at_s <= now_s
        else:
            assert item.start_s == pytest.approx(now_s)
            now_s = item.end_s


def test_a_steady_stream_is_blocks_without_a_gap() -> None:
    timeline = begun()
    heard = push(timeline, chunks(noise(5))) + timeline.end("")
    assert all(isinstance(item, Block) for item in heard)
    assert_the_clock_is_whole(heard)
    assert timeline.now_s == pytest.approx(5)


def test_the_time_between_two_streams_is_missing_with_its_reason() -> None:
    timeline = begun()
    heard = push(timeline, chunks(noise(1), began_s=50)) + timeline.end("off the record")
    timeline.begin(16_000)
    later = noise(1)[:16_000]
    heard += timeline.push(Chunk(later[:800], at_s=58.05))
    missing = [item for item in heard if isinstance(item, Missing)]
    assert [item.why for item in missing] == ["off the record"]
    assert missing[0].start_s == pytest.approx(1)
    assert missing[0].end_s == pytest.approx(8)
    assert_the_clock_is_whole(heard)


def test_sound_without_room_is_counted_told_and_missing() -> None:
    timeline = begun()
    before, after = chunks(noise(1)), chunks(noise(1), began_s=51.5)
    dropped = Chunk(after[0].samples, after[0].at_s, dropped=RATE_HZ // 2)
    heard = push(timeline, [*before, dropped, *after[1:]]) + timeline.end("")
    (trouble,) = [item for item in heard if isinstance(item, Trouble)]
    (missing,) = [item for item in heard if isinstance(item, Missing)]
    assert trouble.what == "overflow"
    assert missing.start_s == pytest.approx(1)
    assert missing.end_s == pytest.approx(1.5)
    assert timeline.overflows == 1
    assert_the_clock_is_whole(heard)


def test_sound_that_never_came_is_missing_though_the_device_said_nothing() -> None:
    timeline = begun()
    heard = push(timeline, chunks(noise(10))) + push(timeline, chunks(noise(5), began_s=62))
    (missing,) = [item for item in heard if isinstance(item, Missing)]
    assert missing.end_s - missing.start_s == pytest.approx(2, abs=0.01)
    assert missing.start_s == pytest.approx(11, abs=0.8)
    assert [item.what for item in heard if isinstance(item, Trouble)] == ["overflow"]
    assert_the_clock_is_whole(heard)
    assert timeline.now_s == pytest.approx(17, abs=0.1)


def test_a_device_that_keeps_losing_sound_is_told_of_every_ten_seconds_and_counted() -> None:
    timeline = begun()
    delivered = [Chunk(chunk.samples, chunk.at_s, overflowed=True) for chunk in chunks(noise(15))]
    heard = push(timeline, delivered)
    assert [item.what for item in heard if isinstance(item, Trouble)] == ["overflow"] * 2
    assert timeline.overflows == len(delivered)


@pytest.mark.parametrize(
    ("rate", "lasting_s", "told"),
    [
        (0.9995, 70, []),
        (0.99, 30, []),
        (0.99, 70, ["drift"]),
        (1.03, 30, ["drift"]),
        (1.088, 30, ["wrong_rate"]),
    ],
)
def test_a_rate_that_is_not_the_stated_one_is_told_once(
    rate: float, lasting_s: float, told: list[str]
) -> None:
    timeline = begun()
    heard = push(timeline, chunks(noise(lasting_s), rate=rate))
    assert [item.what for item in heard if isinstance(item, Trouble)] == told


@pytest.mark.parametrize("sent_hz", [8_000, 16_000, 44_100])
def test_sound_at_another_rate_than_stated_keeps_its_length_and_its_pitch(sent_hz: int) -> None:
    """A headset that states 48 kHz and falls back to its telephone mode."""
    timeline = begun()
    time_s = np.arange(10 * sent_hz) / sent_hz
    hum = (1_000 * np.sin(2 * np.pi * 440 * time_s)).astype(np.int16)[:, np.newaxis]
    heard = push(timeline, chunks(hum, rate=sent_hz / RATE_HZ)) + timeline.end("")
    (trouble,) = [item for item in heard if isinstance(item, Trouble)]
    assert trouble.what == "wrong_rate"
    assert f"sends {sent_hz}" in trouble.detail
    (missing,) = [item for item in heard if isinstance(item, Missing)]
    assert missing.end_s < 2
    assert timeline.now_s == pytest.approx(10, abs=0.1)
    assert_the_clock_is_whole(heard)
    after = np.concatenate([item.samples for item in heard if isinstance(item, Block)][-20:])
    energy = np.abs(np.fft.rfft(after[:, 0].astype(float)))
    assert np.argmax(energy) * SAMPLE_RATE_HZ / len(after) == pytest.approx(440, abs=5)


def test_the_clock_of_a_device_that_drifts_follows_the_machines_once_it_is_known() -> None:
    timeline = begun()
    push(timeline, chunks(noise(61), rate=0.995))
    known_s = timeline.now_s
    push(timeline, chunks(noise(99.5), began_s=50 + 61 / 0.995, rate=0.995))
    assert timeline.now_s - known_s == pytest.approx(100, abs=0.1)


def test_the_computers_sleep_is_missing_and_told() -> None:
    timeline = begun()
    heard = push(timeline, chunks(noise(1))) + timeline.slept(3_600.0)
    heard += push(timeline, chunks(noise(1), began_s=51)) + timeline.end("")
    (missing,) = [item for item in heard if isinstance(item, Missing)]
    assert missing.why == "asleep"
    assert missing.start_s == pytest.approx(1)
    assert missing.end_s - missing.start_s == pytest.approx(3_600)
    assert [item.what for item in heard if isinstance(item, Trouble)] == ["sleep"]
    assert_the_clock_is_whole(heard)
    assert timeline.now_s == pytest.approx(3_602)


def test_split_keeps_two_channels_apart() -> None:
    heard = through("split", tone(1.0), tone(0.0))
    assert heard[:, 0].std() == pytest.approx(1_000 / 2**0.5, rel=0.01)
    assert not heard[:, 1].any()


def test_mono_is_the_mean_of_both_channels() -> None:
    heard = through("mono", tone(1.0), tone(0.5))
    assert heard.shape[1] == 1
    assert heard[:, 0].std() == pytest.approx(750 / 2**0.5, rel=0.01)


def tone(level: float) -> Samples:
    """Two seconds of 440 Hz, at most 1000."""
    time_s = np.arange(2 * RATE_HZ) / RATE_HZ
    return (1_000 * level * np.sin(2 * np.pi * 440 * time_s)).astype(np.int16)


def through(channels: ChannelUse, left: Samples, right: Samples) -> Samples:
    """What comes of a pair of channels, without its edges."""
    timeline = Timeline(channels)
    timeline.begin(RATE_HZ)
    heard = push(timeline, chunks(np.stack([left, right], axis=1))) + timeline.end("")
    samples = np.concatenate([item.samples for item in heard if isinstance(item, Block)])
    return samples[SAMPLE_RATE_HZ // 2 : -SAMPLE_RATE_HZ // 2]
