"""Which microphone is meant, and what is said when there is none."""

import builtins
import math
from typing import Any

import pytest

from livecue.capture.devices import find, found_again, input_devices, peak_dbfs
from livecue.capture.portaudio import load
from livecue.errors import InputError, MissingError
from tests.capture.portaudio import FakePortAudio


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> FakePortAudio:
    made = FakePortAudio(("Built-in", 2), ("USB Mic", 1), ("USB Mic Pro", 1), default=1)
    monkeypatch.setattr("livecue.capture.portaudio.load", lambda: made)
    return made


def test_microphones_are_listed_and_loudspeakers_are_not(three: FakePortAudio) -> None:
    assert [(device.name, device.channels, device.default) for device in input_devices()] == [
        ("Built-in", 2, False),
        ("USB Mic", 1, True),
        ("USB Mic Pro", 1, False),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (None, "USB Mic"),
        ("built", "Built-in"),
        ("BUILT-IN", "Built-in"),
        ("pro", "USB Mic Pro"),
        ("usb mic", "USB Mic"),
    ],
)
def test_a_microphone_is_found_by_its_name_or_a_part_of_it(
    three: FakePortAudio, asked: str | None, found: str
) -> None:
    assert find(asked).name == found


def test_without_a_default_the_first_is_taken(three: FakePortAudio) -> None:
    three.default = -1
    assert find(None).name == "Built-in"


def test_a_name_that_fits_two_is_asked_for_more(three: FakePortAudio) -> None:
    with pytest.raises(InputError, match=r"'usb'.*'USB Mic', 'USB Mic Pro'; give more"):
        find("usb")


def test_an_unknown_name_is_answered_with_those_there_are(three: FakePortAudio) -> None:
    with pytest.raises(InputError, match=r"'nosuch'.*'Built-in', 'USB Mic', 'USB Mic Pro'\.$"):
        find("nosuch")


def test_no_microphone_at_all_is_something_missing(three: FakePortAudio) -> None:
    three.devices.clear()
    with pytest.raises(MissingError, match="plug one in"):
        find(None)


def test_an_unknown_name_stays_a_wrong_argument_where_there_is_no_microphone(
    three: FakePortAudio,
) -> None:
    three.devices.clear()
    with pytest.raises(InputError, match="'nosuch'; there is none at all"):
        find("nosuch")


def test_a_microphone_that_another_program_uses_is_named(three: FakePortAudio) -> None:
    three.busy = True
    with pytest.raises(MissingError, match=r"'USB Mic' would not open \(Device unavailable\)"):
        peak_dbfs(find(None))


def test_the_level_is_that_of_the_loudest_sample(three: FakePortAudio) -> None:
    assert peak_dbfs(find(None)) == pytest.approx(20 * math.log10(100 / 32_768))


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    really = builtins.__import__

    def without_portaudio(name: str, *rest: Any) -> Any:
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
        return really(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_portaudio)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(MissingError, match="apt install libportaudio2"):
        load()


def test_what_hears_the_computer_is_known_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    made = FakePortAudio(("Built-in", 2), ("BlackHole 2ch", 2), ("Speakers [Loopback]", 2))
    monkeypatch.setattr("livecue.capture.portaudio.load", lambda: made)
    assert [device.name for device in input_devices() if device.loopback] == [
        "BlackHole 2ch",
        "Speakers [Loopback]",
    ]
    assert find(None, loopback=True).name == "BlackHole 2ch"
    assert find(None).name == "Built-in"


def test_where_nothing_hears_the_computer_it_is_said_what_to_do(three: FakePortAudio) -> None:
    with pytest.raises(MissingError, match="Nothing here hears what the computer plays"):
        find(None, loopback=True)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> FakePortAudio:
    """The same two microphones under three host APIs; MME cuts their names off."""
    made = FakePortAudio(
        ("Microphone (USB Audio Device Cl", 1),
        ("Microphone (USB Audio Device Class)", 1),
        ("Microphone (USB Audio Device Class)", 1),
        ("Headset (Other)", 1),
        apis=["MME", "Windows DirectSound", "Windows WASAPI", "MME"],
    )
    monkeypatch.setattr("livecue.capture.portaudio.load", lambda: made)
    return made


def test_of_one_device_under_several_host_apis_the_best_is_taken(windows: FakePortAudio) -> None:
    assert find("USB Audio").host_api == "Windows WASAPI"
    assert find("Microphone (USB Audio Device Class)").host_api == "Windows WASAPI"
    assert find(None).host_api == "Windows WASAPI"


def test_a_host_api_can_be_named_after_a_comma(windows: FakePortAudio) -> None:
    wanted = "Microphone (USB Audio Device Class), Windows DirectSound"
    assert find(wanted).host_api == "Windows DirectSound"
    assert find("device cl, mme").host_api == "MME"


def test_a_lost_device_is_found_again_under_the_same_host_api(windows: FakePortAudio) -> None:
    lost = find("device cl, mme")
    windows.devices.insert(0, ("New", 1))
    windows.apis.insert(0, "MME")
    again = found_again(lost, "usb audio")
    assert (again.name, again.host_api) == (lost.name, "MME")
    assert again.index != lost.index
