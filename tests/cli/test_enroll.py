"""`livecue enroll`, and sessions that know the clinician's voice."""

from pathlib import Path

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.errors import InputError
from livecue.events import SessionStarted, Speech, current, parse_event
from livecue.start.own_voice import own_voice
from livecue.store.database import Store
from livecue.store.records import VoiceRecord
from tests import bundled
from tests.cli.livecue import livecue
from tests.pulse import Pulse
from tests.store.twins import KEY

PASSPHRASE = {"LIVECUE_PASSPHRASE": "three grey herons"}
CLIENT_FIRST_S = (38.0, 80.0)
"""A part of the bundled session in which the client is the first to speak."""


@pytest.fixture(scope="module")
def sound() -> Samples:
    return bundled.bundled_sound()


@pytest.fixture
def alone(tmp_path: Path, sound: Samples) -> Path:
    """The clinician alone, for a good while."""
    own = bundled.part(sound, 80, 240)[:, [bundled.CLINICIAN]]
    return bundled.write(tmp_path / "alone.wav", own)


def record(name: str, model: str = "m") -> VoiceRecord:
    point = np.arange(192, dtype=np.float32)
    return VoiceRecord(name, "2026-04-12T09:15:00+00:00", model, "a recording", 20.0, 30.0, point)


def test_a_voice_is_enrolled_listed_enrolled_anew_and_erased(tmp_path: Path, alone: Path) -> None:
    home = tmp_path / "home"
    first = livecue(home, "enroll", "heron", "--input", alone, **PASSPHRASE)
    assert first.returncode == 0, first.stderr
    assert "heron is enrolled" in first.stdout
    again = livecue(home, "enroll", "heron", "--input", alone, **PASSPHRASE)
    assert "heron is enrolled anew" in again.stdout
    assert "heron" in livecue(home, "enroll", **PASSPHRASE).stdout
    gone = livecue(home, "enroll", "heron", "--forget", **PASSPHRASE)
    assert gone.returncode == 0, gone.stderr
    assert "Nobody is enrolled" in livecue(home, "enroll", **PASSPHRASE).stdout
    assert not list(home.rglob("*.wav"))


@pytest.mark.parametrize(
    ("both", "end_s", "says"),
    [(True, 130.0, "More than one voice"), (False, 20.0, "speak for longer")],
)
def test_a_recording_that_will_not_do_is_refused(
    tmp_path: Path, sound: Samples, both: bool, end_s: float, says: str
) -> None:
    used = bundled.part(sound, 0, end_s)
    heard = bundled.mixed(used) if both else used[:, [bundled.CLINICIAN]]
    path = bundled.write(tmp_path / "poor.wav", heard)
    refused = livecue(tmp_path / "home", "enroll", "heron", "--input", path, **PASSPHRASE)
    assert refused.returncode == 2
    assert says in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert "Nobody" in livecue(tmp_path / "home", "enroll", **PASSPHRASE).stdout


def test_a_voice_is_enrolled_from_the_microphone_and_ends_by_itself(
    pulse: Pulse, tmp_path: Path, sound: Samples
) -> None:
    speech = [
        bundled.part(sound, turn.start or 0, turn.end or 0)[:, [bundled.CLINICIAN]]
        for turn in bundled.bundled_session().turns
        if turn.speaker == "clinician"
    ]
    path = bundled.write(tmp_path / "alone.wav", np.concatenate(speech)[: 45 * SAMPLE_RATE_HZ])
    with pulse.play(path) as player:
        env = {**PASSPHRASE, **pulse.env}
        done = livecue(tmp_path / "home", "enroll", "heron", "--device", "pulse", **env)
        player.terminate()
    assert done.returncode == 0, done.stderr
    assert "heron is enrolled" in done.stdout
    assert "Say anything" in done.stderr


def speakers(home: Path, sound: Path) -> tuple[SessionStarted, list[Speech]]:
    """A session's head, and its speech as it stands at the end."""
    words: list[str | Path] = ["listen", "--input", sound, "--speed", "max", "--model", "tiny.en"]
    heard = livecue(home, *words, "--overlay", "none", "--json", **PASSPHRASE)
    assert heard.returncode == 0, heard.stderr
    events = [parse_event(line) for line in heard.stdout.splitlines()]
    assert isinstance(events[0], SessionStarted)
    return events[0], [event for event in current(events) if isinstance(event, Speech)]


def test_an_enrolled_clinician_is_known_though_the_client_speaks_first(
    tmp_path: Path, sound: Samples, alone: Path
) -> None:
    clients = [turn for turn in bundled.bundled_session().turns if turn.speaker == "client"]
    start_s = next(turn.start for turn in clients if (turn.start or 0) >= CLIENT_FIRST_S[0]) or 0
    heard = bundled.mixed(bundled.part(sound, start_s, CLIENT_FIRST_S[1]))
    path = bundled.write(tmp_path / "client_first.wav", heard)
    home = tmp_path / "home"
    head, guessed = speakers(home, path)
    assert head.speakers_by == "first_voice"
    assert guessed[0].speaker == "clinician"
    assert livecue(home, "enroll", "heron", "--input", alone, **PASSPHRASE).returncode == 0
    head, known = speakers(home, path)
    assert head.speakers_by == "enrolled_voice"
    assert known[0].speaker == "client"
    assert {speech.speaker for speech in known} >= {"client", "clinician"}


def test_without_a_voice_the_clinician_is_asked_to_speak_first(
    tmp_path: Path, sound: Samples
) -> None:
    path = bundled.write(tmp_path / "part.wav", bundled.mixed(bundled.part(sound, 0, 3)))
    words: list[str | Path] = [
        "listen",
        "--input",
        path,
        "--speed",
        "max",
        "--model",
        "tiny.en",
        "--no-store",
    ]
    assert "Please speak first" in livecue(tmp_path, *words, "--overlay", "none").stderr
    split = livecue(tmp_path, *words, "--channels", "split", "--clinician", "heron")
    assert split.returncode == 2
    assert "leave it out" in split.stderr


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path, KEY)


def test_the_only_voice_is_the_clinicians(store: Store) -> None:
    assert own_voice(store, None, "m") is None
    store.keep_voice(record("heron"))
    found = own_voice(store, None, "m")
    assert found is not None
    assert (found.name, found.snr_db) == ("heron", 30.0)
    assert np.array_equal(found.voiceprint, record("heron").voiceprint)


def test_of_several_one_must_be_named(store: Store) -> None:
    store.keep_voice(record("heron"))
    store.keep_voice(record("egret"))
    with pytest.raises(InputError, match="egret, heron"):
        own_voice(store, None, "m")
    found = own_voice(store, "egret", "m")
    assert found is not None
    assert found.name == "egret"


def test_a_voice_that_is_not_there_or_of_another_network_is_said_to_be_so(store: Store) -> None:
    store.keep_voice(record("heron", model="older"))
    with pytest.raises(InputError, match="anew"):
        own_voice(store, "heron", "m")
    with pytest.raises(InputError, match="'egret'"):
        own_voice(store, "egret", "m")
    with pytest.raises(InputError, match="--no-store"):
        own_voice(None, "heron", "m")


def test_a_forgotten_voice_is_in_no_page_of_the_file(store: Store) -> None:
    store.keep_voice(record("heron"))
    pages = bytes(store._connection.serialize("main"))
    assert record("heron").voiceprint.tobytes() in pages
    store.forget_voice("heron")
    pages = bytes(store._connection.serialize("main"))
    assert record("heron").voiceprint.tobytes() not in pages
    assert b"heron" not in pages
    with pytest.raises(InputError, match="'heron'"):
        store.forget_voice("heron")
