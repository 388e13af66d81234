"""Recordings of every kind, whole and broken."""

import socket
import time
import wave
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
import numpy.typing as npt
import pytest
from av.audio.stream import AudioStream

from livecue.capture.recording import Recording
from livecue.capture.source import SAMPLE_RATE_HZ, Block, ChannelUse, Heard, Missing, Samples
from livecue.config import CaptureSettings
from livecue.errors import InputError

SETTINGS = CaptureSettings()


def tones(rate_hz: int, lasting_s: float, *hz: int) -> Samples:
    time_s = np.arange(round(rate_hz * lasting_s)) / rate_hz
    made = np.stack([8_000 * np.sin(2 * np.pi * each * time_s) for each in hz], axis=1)
    return made.astype(np.int16)


def write_wav(path: Path, samples: npt.NDArray[np.int16], rate_hz: int = 48_000) -> Path:
    with wave.open(str(path), "wb") as written:
        written.setnchannels(samples.shape[1])
        written.setsampwidth(2)
        written.setframerate(rate_hz)
        written.writeframes(samples.astype("<i2").tobytes())
    return path


def write(
    path: Path, codec: str, lasting_s: float = 10.0, lacking: tuple[float, float] | None = None
) -> Path:
    """440 Hz left and 1000 Hz right at 48 kHz; packets of the stretch `lacking` are left out."""
    samples = tones(48_000, lasting_s, 440, 1_000)
    with av.open(str(path), "w") as container:
        stream = cast(AudioStream, container.add_stream(codec, rate=48_000, layout="stereo"))
        even = av.AudioResampler(stream.format, "stereo", 48_000, stream.frame_size or 960)
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = 48_000, 0, Fraction(1, 48_000)
        pieces = [*even.resample(frame), *even.resample(None), None]
        for packet in (packet for piece in pieces for packet in stream.encode(piece)):
            at_s = float((packet.pts or 0) * (packet.time_base or 0))
            if lacking is None or not lacking[0] <= at_s < lacking[1]:
                container.mux(packet)
    return path


def heard_in(path: Path, channels: ChannelUse = "split") -> list[Heard]:
    return list(Recording(path, channels, "max", SETTINGS))


def samples_of(heard: list[Heard]) -> Samples:
    return np.concatenate([item.samples for item in heard if isinstance(item, Block)])


def loudest_tone_hz(samples: Samples) -> float:
    energy = np.abs(np.fft.rfft(samples.astype(float)))
    return float(np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE_HZ)[energy.argmax()])


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("a.wav", "pcm_s16le"),
        ("a24.wav", "pcm_s24le"),
        ("a.flac", "flac"),
        ("a.opus", "libopus"),
        ("a.webm", "libopus"),
        ("a.mp3", "libmp3lame"),
        ("a.m4a", "aac"),
        ("a.mkv", "pcm_f32le"),
    ],
)
def test_every_usual_format_is_read_whole_with_its_channels_apart(
    tmp_path: Path, name: str, codec: str
) -> None:
    path = write(tmp_path / name, codec, 3.0)
    recording = Recording(path, "split", "max", SETTINGS)
    heard = samples_of(list(recording))
    assert len(heard) / SAMPLE_RATE_HZ == pytest.approx(3.0, abs=0.05)
    assert recording.duration_s == pytest.approx(3.0, abs=0.05)
    middle = heard[SAMPLE_RATE_HZ : 2 * SAMPLE_RATE_HZ]
    assert loudest_tone_hz(middle[:, 0]) == pytest.approx(440, abs=1)
    assert loudest_tone_hz(middle[:, 1]) == pytest.approx(1_000, abs=1)
    assert np.abs(middle).max() == pytest.approx(8_000, rel=0.1)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_mono_is_the_mean_of_however_many_channels_there_are(tmp_path: Path, count: int) -> None:
    samples = tones(16_000, 1.0, 440)
    wide = np.concatenate([samples] + [np.zeros_like(samples)] * (count - 1), axis=1)
    heard = samples_of(heard_in(write_wav(tmp_path / "wide.wav", wide, 16_000), "mono"))
    assert heard.shape == (16_000, 1)
    assert np.abs(heard[:, 0] - samples[:, 0] / count).max() <= 1


def test_a_file_at_16_khz_is_heard_sample_by_sample_as_it_is(tmp_path: Path) -> None:
    samples = tones(16_000, 1.03, 440, 1_000)
    heard = heard_in(write_wav(tmp_path / "same.wav", samples, 16_000))
    np.testing.assert_array_equal(samples_of(heard), samples)
    lengths = [len(item.samples) for item in heard if isinstance(item, Block)]
    assert set(lengths[:-1]) == {round(SETTINGS.block_s * SAMPLE_RATE_HZ)}


def test_it_can_be_heard_twice(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "twice.wav", tones(48_000, 0.5, 440))
    recording = Recording(path, "mono", "max", SETTINGS)
    np.testing.assert_array_equal(samples_of(list(recording)), samples_of(list(recording)))


@pytest.mark.parametrize(
    ("name", "codec"), [("a.opus", "libopus"), ("a.webm", "libopus"), ("a.m4a", "aac")]
)
def test_a_stretch_that_the_file_lacks_is_missing_and_the_clock_goes_over_it(
    tmp_path: Path, name: str, codec: str
) -> None:
    heard = heard_in(write(tmp_path / name, codec, lacking=(3, 7)))
    (missing,) = [item for item in heard if isinstance(item, Missing)]
    assert missing.start_s == pytest.approx(3, abs=0.05)
    assert missing.end_s == pytest.approx(7, abs=0.05)
    assert isinstance(heard[-1], Block)
    assert heard[-1].end_s == pytest.approx(10, abs=0.05)


@pytest.mark.parametrize(("name", "codec"), [("a.flac", "flac"), ("a.webm", "libopus")])
def test_what_is_cut_off_at_the_end_is_missing(tmp_path: Path, name: str, codec: str) -> None:
    path = write(tmp_path / name, codec)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 6 // 10])
    last = heard_in(path)[-1]
    assert isinstance(last, Missing)
    assert last.start_s == pytest.approx(6, abs=0.5)
    assert last.end_s == pytest.approx(10, abs=0.1)


def test_rubbish_in_the_middle_costs_that_stretch_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.m4a", "aac")
    content = bytearray(path.read_bytes())
    half = len(content) // 2
    content[half : half + 1_000] = np.random.default_rng(3).bytes(1_000)
    path.write_bytes(content)
    heard = heard_in(path)
    assert any(isinstance(item, Missing) for item in heard)
    assert isinstance(heard[-1], Block)
    assert heard[-1].end_s == pytest.approx(10, abs=0.1)


def _picture(path: Path) -> None:
    frame = av.VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), format="rgb24")
    with av.open(str(path), "w", format="image2", options={"update": "1"}) as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = 16, 16, "rgb24"
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "There is no file"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.touch(), "is empty"),
        (lambda path: path.write_bytes(b"\x07" * 5_000), "cannot be read as a recording"),
        (lambda path: path.write_text("Dear diary"), "cannot be read as a recording"),
        (_picture, "has no sound in it"),
        (lambda path: write_wav(path, np.zeros((0, 1), np.int16)), "no sound that can be read"),
    ],
    ids=["missing", "folder", "empty", "rubbish", "text", "picture", "no_samples"],
)
def test_what_is_no_recording_is_told_in_one_sentence_with_its_name(
    tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    path = tmp_path / "session.wav"
    make(path)
    with pytest.raises(InputError) as told:
        Recording(path, "mono", "max", SETTINGS)
    assert says in str(told.value)
    assert str(path) in str(told.value)
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)


def test_a_playlist_leads_to_no_network(tmp_path: Path) -> None:
    path = tmp_path / "list.m3u8"
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        link = f"http://127.0.0.1:{server.getsockname()[1]}/a.ts"
        path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{link}\n#EXT-X-ENDLIST\n")
        with pytest.raises(InputError, match="cannot be read as a recording"):
            Recording(path, "mono", "max", SETTINGS)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("count", [1, 3])
def test_split_needs_two_channels(tmp_path: Path, count: int) -> None:
    path = write_wav(tmp_path / "a.wav", tones(16_000, 0.1, *[440] * count), 16_000)
    with pytest.raises(InputError, match=r"split needs two.*--channels mono"):
        Recording(path, "split", "max", SETTINGS)


def test_the_sessions_word_for_it_has_no_folders(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", tones(16_000, 0.1, 440), 16_000)
    assert Recording(path, "mono", "max", SETTINGS).name == "recording: a.wav"


def test_at_its_own_pace_no_block_comes_before_it_would_have_been_heard(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", tones(16_000, 0.6, 440), 16_000)
    recording = Recording(path, "mono", "1", SETTINGS)
    began_s = time.monotonic()
    early_s = [
        item.end_s - (time.monotonic() - began_s) for item in recording if isinstance(item, Block)
    ]
    assert max(early_s) <= 0.001
    assert not recording.lockstep


def test_at_its_own_pace_something_comes_even_while_a_hole_lasts(tmp_path: Path) -> None:
    path = write(tmp_path / "a.webm", "libopus", 2.0, lacking=(0.5, 1.5))
    came_s = []
    heard = []
    for item in Recording(path, "mono", "1", SETTINGS):
        came_s.append(time.monotonic())
        heard.append(item)
    assert any(isinstance(item, Missing) for item in heard)
    assert max(np.diff(came_s)) < 0.6


def test_off_the_record_at_its_own_pace_the_recording_plays_on_unheard(tmp_path: Path) -> None:
    samples = tones(16_000, 1.0, 440)
    path = write_wav(tmp_path / "a.wav", samples, 16_000)
    recording = Recording(path, "mono", "1", SETTINGS)
    heard: list[Heard] = []
    for item in recording:
        heard.append(item)
        if len(heard) == 4:
            recording.pause()
        if len(heard) == 10:
            recording.resume()
    (missing,) = [item for item in heard if isinstance(item, Missing)]
    assert (missing.start_s, missing.end_s) == (0.2, 0.5)
    kept = np.concatenate([samples[: 16_000 // 5], samples[16_000 // 2 :]])
    np.testing.assert_array_equal(samples_of(heard), kept)


def test_closing_ends_it_at_once(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", tones(16_000, 60, 440), 16_000)
    recording = Recording(path, "mono", "1", SETTINGS)
    heard = 0
    for _ in recording:
        heard += 1
        recording.close()
    assert heard == 1


def test_a_whole_session_keeps_its_length(shared_data: Path) -> None:
    heard = heard_in(shared_data / "speech" / "s07.opus")
    assert not any(isinstance(item, Missing) for item in heard)
    recording = Recording(shared_data / "speech" / "s07.opus", "split", "max", SETTINGS)
    assert len(samples_of(heard)) / SAMPLE_RATE_HZ == pytest.approx(recording.duration_s, abs=0.02)
