"""`livecue devices` and `livecue doctor`."""

import json
import math
import os
import sys
from pathlib import Path

import pytest

from livecue.cli.checks import all_checks, microphone, told_of, video_calls
from livecue.cli.devices import devices
from livecue.config import TranscriptionSettings
from livecue.errors import MissingError
from livecue.transcription.fitting import Speed, fit
from livecue.transcription.speech_model import Tried
from tests.capture.portaudio import FakePortAudio
from tests.cli.livecue import livecue
from tests.pulse import Pulse


def tried(*read_s: float, installed: int | None = None, named: bool = False) -> Tried:
    """Models that took so long, the smallest first."""
    names = ("tiny.en", "base", "small.en")
    speeds = tuple(
        Speed(name=name, size=size, read_s=seconds, clip_s=5.0)
        for size, (name, seconds) in enumerate(zip(names, read_s, strict=False))
    )
    return Tried(fit(speeds, TranscriptionSettings()), speeds, installed or len(speeds), named)


@pytest.fixture
def no_timing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models read quickly, without being asked to."""
    monkeypatch.setattr("livecue.transcription.speech_model.try_out", lambda _: tried(0.1, 0.2))


def test_devices_lists_each_microphone_with_its_level(pulse: Pulse, tmp_path: Path) -> None:
    done = livecue(tmp_path, "devices", "--json")
    assert done.returncode == 0, done.stderr
    found = {device["name"]: device for device in map(json.loads, done.stdout.splitlines())}
    heard = found["pulse"]
    assert heard["channels"] >= 2
    assert heard["level_dbfs"] is None, "nothing is played: digital silence"
    assert heard["trouble"] is None
    assert not heard["loopback"]
    assert found["Monitor of Room"]["loopback"]
    assert sum(device["default"] for device in found.values()) <= 1


def test_devices_prints_microphones_and_apart_what_the_computer_plays(
    pulse: Pulse, tmp_path: Path
) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    pulse.control("set-source-mute", "usb.1", "1")
    done = livecue(tmp_path, "devices")
    assert done.returncode == 0, done.stderr
    microphones, played = done.stdout.split("what the computer plays")
    (table,) = [line for line in microphones.splitlines() if line.startswith("Table_microphone")]
    assert table.split()[-1] == "muted"
    assert "silent, or muted" in microphones
    assert "Monitor of Room" not in microphones
    assert "Monitor of Room" in played
    assert "nothing is played" in played


def test_devices_without_any_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("livecue.capture.portaudio.load", FakePortAudio)
    with pytest.raises(MissingError, match="plug one in"):
        devices()


@pytest.mark.skipif(sys.platform != "linux", reason="breaks ALSA, which is Linux's")
def test_doctor_outlives_a_broken_sound_system_and_still_says_the_rest(tmp_path: Path) -> None:
    """With no settings at all ALSA ends the process that asks it for devices."""
    done = livecue(tmp_path, "doctor", "--json", ALSA_CONFIG_PATH=os.devnull)
    assert done.returncode == 3, done.stderr
    checks = {check["what"]: check for check in map(json.loads, done.stdout.splitlines())}
    assert checks["microphone"]["state"] == "fails"
    assert checks["store"]["state"] == "limited"
    assert "LIVECUE_PASSPHRASE" in checks["store"]["to_do"]
    assert checks["screen"]["state"] == "limited"
    assert checks["processor"]["state"] in ("works", "limited")
    assert checks["memory"]["state"] in ("works", "limited")


@pytest.mark.parametrize(
    ("plugged_in", "peak", "state", "says"),
    [
        ([("Table", 2)], -30.0, "works", "'Table' hears -30 dB now."),
        ([("Table", 2)], -math.inf, "limited", "'Table' opens and gives digital silence."),
        ([], -30.0, "fails", "There is no microphone; plug one in"),
    ],
)
def test_the_microphone_is_judged_by_what_comes_from_it(
    monkeypatch: pytest.MonkeyPatch,
    plugged_in: list[tuple[str, int]],
    peak: float,
    state: str,
    says: str,
) -> None:
    made = FakePortAudio(*plugged_in)
    monkeypatch.setattr("livecue.capture.portaudio.load", lambda: made)
    monkeypatch.setattr("livecue.capture.devices.peak_dbfs", lambda _: peak)
    check = microphone()
    assert check.state == state
    assert check.says.startswith(says)


def test_doctor_with_all_that_a_session_needs_ends_with_0(pulse: Pulse, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[transcription]\nmodel = "tiny.en"\n')
    done = livecue(tmp_path, "doctor", LIVECUE_PASSPHRASE="any")
    assert done.returncode == 0, done.stdout + done.stderr
    says = " ".join(done.stdout.split())
    assert "tiny.en reads 5 s of speech in" in says
    assert "is the one that you chose" in says
    assert "opens with LIVECUE_PASSPHRASE" in says
    assert "There is none but 'Monitor of Room', which hears what the computer plays." in says
    assert "The client's voice in a call can be heard through 'Monitor of Room'." in says


def test_a_muted_microphone_is_told_from_a_silent_one(pulse: Pulse) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    pulse.control("set-default-source", "usb.1")
    assert "digital silence" in microphone().says
    pulse.control("set-source-mute", "usb.1", "1")
    assert microphone().says == "'Table_microphone' is muted."


def test_without_libpulse_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("livecue.capture.pulse.has_library", lambda: False)
    check = video_calls()
    assert check.state == "limited"
    assert "libpulse0" in check.to_do


def test_where_nothing_hears_the_computer_video_calls_are_limited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = FakePortAudio(("Table", 2))
    monkeypatch.setattr("livecue.capture.portaudio.load", lambda: made)
    monkeypatch.setattr("livecue.capture.pulse.has_library", lambda: True)
    monkeypatch.setattr("sys.platform", "darwin")
    check = video_calls()
    assert check.state == "limited"
    assert "BlackHole" in check.says


def test_a_look_that_breaks_is_told_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, no_timing: None
) -> None:
    def broken() -> bool:
        raise ZeroDivisionError("as an example")

    monkeypatch.setattr("livecue.overlay.display.can_show_windows", broken)
    checks = {check.what: check for check in all_checks()}
    assert checks["screen"].state == "fails"
    assert "ZeroDivisionError: as an example" in checks["screen"].says
    assert not checks["screen"].needed, "a session runs without a screen"
    assert checks["memory"].state in ("works", "limited")


@pytest.mark.parametrize(
    ("shown", "state", "says"),
    [
        (
            tried(0.1, 0.25),
            "works",
            "base reads 5 s of speech in 0.25 s here: the most exact of the 2 installed that keeps "
            "up; tiny.en 0.10 s.",
        ),
        (
            tried(0.1, 1.4, installed=4),
            "works",
            "tiny.en reads 5 s of speech in 0.10 s here: the most exact of the 4 installed that "
            "keeps up; base 1.40 s.",
        ),
        (
            tried(1.4, installed=4),
            "limited",
            "tiny.en reads 5 s of speech in 1.40 s here: none of the 4 installed keeps up, and it "
            "is the smallest.",
        ),
        (
            tried(0.1),
            "works",
            "tiny.en reads 5 s of speech in 0.10 s here: it keeps up, and is the only one "
            "installed.",
        ),
        (
            tried(1.4),
            "limited",
            "tiny.en reads 5 s of speech in 1.40 s here: it does not keep up, and is the only one "
            "installed.",
        ),
        (
            tried(0.1, named=True),
            "works",
            "tiny.en reads 5 s of speech in 0.10 s here: it keeps up, and is the one that you "
            "chose.",
        ),
        (
            tried(1.4, named=True),
            "limited",
            "tiny.en reads 5 s of speech in 1.40 s here: it does not keep up, and is the one that "
            "you chose.",
        ),
    ],
)
def test_the_speech_model_that_a_session_would_take_is_told_with_the_reason(
    shown: Tried, state: str, says: str
) -> None:
    check = told_of(shown)
    assert check.state == state
    assert check.says == says
    assert ("Words will come late" in check.to_do) == (state == "limited")


def test_without_any_speech_model_doctor_says_which_to_fetch(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr("livecue.transcription.speech_model.whereabouts", lambda _: None)
    monkeypatch.setattr("livecue.overlay.display.can_show_windows", lambda: True)
    checks = {check.what: check for check in all_checks()}
    assert checks["speech model"].state == "fails"
    assert checks["speech model"].needed
    assert "`livecue models pull base`" in checks["speech model"].says


def test_a_missing_model_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, no_timing: None
) -> None:
    def locate(name: str) -> None:
        if name == "turn-reader":
            raise MissingError("The model 'turn-reader' is not here; fetch it.")

    monkeypatch.setattr("livecue.model_files.locate", locate)
    monkeypatch.setattr("livecue.overlay.display.can_show_windows", lambda: True)
    checks = {check.what: check for check in all_checks()}
    assert checks["model turn-reader"].state == "fails"
    assert checks["model turn-reader"].says.endswith("fetch it.")
    assert checks["model campplus"].state == "works"
