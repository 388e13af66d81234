"""What moves through the role-play: its sound, or a silent cursor."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sounddevice

from livecue.paths import shipped
from livecue.practice.players import SilentPlayer, SoundPlayer, open_player

EXAMPLE = shipped("examples") / "session.opus"


class Output:
    """A loudspeaker that asks for sound when it is told to."""

    made: "list[Output]" = []  # noqa: RUF012 - one for the test that made it

    def __init__(self, callback: Callable[..., None], **how: Any) -> None:
        self.callback = callback
        self.how = how
        self.stopped = True
        Output.made.append(self)

    def start(self) -> None:
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        self.stopped = True

    def ask(self, frames: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
        asked = np.full((frames, 1), 99, np.int16)
        self.callback(asked, frames, None, None)
        return asked


@pytest.fixture
def output(monkeypatch: pytest.MonkeyPatch) -> type[Output]:
    monkeypatch.setattr(sounddevice, "OutputStream", Output)
    Output.made.clear()
    return Output


def test_a_silent_cursor_moves_with_the_clock_and_stands_still() -> None:
    now = [100.0]
    player = SilentPlayer(lambda: now[0])
    player.play()
    now[0] = 103.0
    player.pause()
    now[0] = 110.0
    assert player.at_s == 3.0
    player.play()
    now[0] = 111.0
    assert player.at_s == 4.0


def test_sound_is_played_in_order_and_silence_follows_its_end(output: type[Output]) -> None:
    player = SoundPlayer(np.arange(1, 6, dtype=np.int16))
    [stream] = output.made
    player.play()
    assert not stream.stopped
    assert stream.ask(3)[:, 0].tolist() == [1, 2, 3]
    assert player.at_s == 3 / 16_000
    assert stream.ask(3)[:, 0].tolist() == [4, 5, 0]
    player.pause()
    assert stream.stopped


def test_where_there_is_a_loudspeaker_the_whole_recording_is_played(output: type[Output]) -> None:
    player = open_player(EXAMPLE)
    assert player.heard
    assert output.made[0].how["samplerate"] == 16_000
    heard = output.made[0].ask(16_000 * 60)
    assert np.abs(heard).max() > 1000


def test_where_there_is_none_the_cursor_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: Any) -> None:
        raise sounddevice.PortAudioError("Error querying device -1")

    monkeypatch.setattr(sounddevice, "OutputStream", refuse)
    assert not open_player(Path(EXAMPLE)).heard
