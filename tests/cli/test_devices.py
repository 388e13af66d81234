"""`livecue devices` and `livecue doctor`."""

import json
import math
import os
import sys
from pathlib import Path

import pytest

from livecue.cli.checks import all_checks, microphone, video_calls
from livecue.cli.devices import devices
from livecue.errors import MissingError
from tests.capture.portaudio import FakePortAudio
from tests.cli.livecue import livecue
from tests.pulse import Pulse


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
    done = livecue(tmp_path, "doctor", LIVECUE_PASSPHRASE="any")
    assert done.returncode == 0, done.stdout + done.stderr
    says = " ".join(done.stdout.split())
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


def test_a_look_that_breaks_is_told_and_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bool:
        raise ZeroDivisionError("as an example")

    monkeypatch.setattr("livecue.overlay.display.can_show_windows", broken)
    checks = {check.what: check for check in all_checks()}
    assert checks["screen"].state == "fails"
    assert "ZeroDivisionError: as an example" in checks["screen"].says
    assert not checks["screen"].needed, "a session runs without a screen"
    assert checks["memory"].state in ("works", "limited")


def test_a_missing_model_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def locate(name: str) -> None:
        if name == "minilm":
            raise MissingError("The model 'minilm' is not here; fetch it.")

    monkeypatch.setattr("livecue.model_files.locate", locate)
    monkeypatch.setattr("livecue.overlay.display.can_show_windows", lambda: True)
    checks = {check.what: check for check in all_checks()}
    assert checks["model minilm"].state == "fails"
    assert checks["model minilm"].says.endswith("fetch it.")
    assert checks["model base"].state == "works"
