"""The client's voice out of the loudspeaker is not the clinician's, on the bundled session."""

import numpy as np
import numpy.typing as npt
import pytest

from livecue.capture.source import Samples
from livecue.config import HearingSettings
from livecue.evaluation.pauses import Piece, pieces_of, sounding
from livecue.evaluation.rooms import BAD, CALL_DELAY_S, CLEAN, OFFICE, Room, heard_in_call
from livecue.hearing.gate import FRAME_S
from livecue.hearing.run import Run
from livecue.hearing.silero import SileroEngine
from livecue.hearing.stretches import Stretch
from livecue.hearing.vad import GatedVad
from livecue.model_files import locate
from tests import bundled

UNTIL_S = 120.0
CLINICIAN, CLIENT = bundled.CLINICIAN, bundled.CLIENT
REVERBERATION_S = 0.2

Frames = npt.NDArray[np.bool_]


@pytest.fixture(scope="module")
def sound() -> Samples:
    return bundled.part(bundled.bundled_sound(), 0, UNTIL_S)


@pytest.fixture(scope="module")
def spoken(sound: Samples) -> tuple[Frames, Frames]:
    """Where each of the two really speaks."""
    pieces = [p for p in pieces_of(bundled.bundled_session()) if p.end < UNTIL_S]
    voices = sounding(pieces, sound)
    clinician, client = (
        frames_of([piece for piece in voices if piece.speaker == who])
        for who in ("clinician", "client")
    )
    return clinician, client


@pytest.fixture(scope="module")
def silero() -> SileroEngine:
    return SileroEngine(locate("silero-vad").weights)


def frames_of(pieces: list[Piece] | list[Stretch]) -> Frames:
    frames = np.zeros(round(UNTIL_S / FRAME_S), np.bool_)
    for piece in pieces:
        frames[round(piece.start / FRAME_S) : round(piece.end / FRAME_S)] = True
    return frames


def heard(samples: Samples, silero: SileroEngine) -> tuple[Frames, Frames]:
    """Where each channel is heard to hold a voice of its own."""
    settings = HearingSettings()
    run = Run(settings, GatedVad(settings, 2, silero), 2, 0.0)
    moments = [*run.push(samples), *run.rest()]
    found = [event for moment in moments for event in moment.found]
    stretches = [event for event in (*found, *run.close()) if isinstance(event, Stretch)]
    clinician, client = (frames_of([s for s in stretches if s.channel == c]) for c in (0, 1))
    return clinician, client


def share(heard: Frames, spoken: Frames) -> float:
    return float((heard & spoken).sum() / spoken.sum())


@pytest.mark.parametrize(
    ("room", "echo_db"), [(OFFICE, -15), (OFFICE, 0), (BAD, -6)], ids=["faint", "loud", "bad room"]
)
def test_over_a_loudspeaker_each_voice_is_heard_once(
    sound: Samples,
    spoken: tuple[Frames, Frames],
    silero: SileroEngine,
    room: Room,
    echo_db: float,
) -> None:
    clinician, client = heard(heard_in_call(room, sound, echo_db, seed=1), silero)

    delay = round(CALL_DELAY_S / FRAME_S)
    own = [np.roll(spoken[CLINICIAN], by) for by in (0, -delay, round(REVERBERATION_S / FRAME_S))]
    only_echo = np.roll(spoken[CLIENT], delay) & ~np.any(own, axis=0)
    assert share(clinician, only_echo) < 0.05
    assert share(clinician, spoken[CLINICIAN]) > 0.97
    assert share(client, spoken[CLIENT]) > 0.97
    assert share(client, spoken[CLINICIAN] & ~spoken[CLIENT]) < 0.01


@pytest.mark.parametrize("room", [CLEAN, OFFICE], ids=["clean", "office"])
def test_with_headphones_nothing_is_taken_for_an_echo(
    sound: Samples, spoken: tuple[Frames, Frames], silero: SileroEngine, room: Room
) -> None:
    clinician, client = heard(heard_in_call(room, sound, None, seed=1), silero)

    assert share(clinician, spoken[CLINICIAN]) > 0.98
    assert share(client, spoken[CLIENT]) > 0.98


def test_two_microphones_in_one_room_hear_each_voice_once(
    sound: Samples, spoken: tuple[Frames, Frames], silero: SileroEngine
) -> None:
    crosstalk = np.stack([sound[:, 0] + sound[:, 1] // 6, sound[:, 1] + sound[:, 0] // 6], axis=1)

    clinician, client = heard(crosstalk, silero)

    assert share(clinician, spoken[CLINICIAN]) > 0.97
    assert share(client, spoken[CLIENT]) > 0.97
    assert share(clinician, spoken[CLIENT] & ~spoken[CLINICIAN]) < 0.05
    assert share(client, spoken[CLINICIAN] & ~spoken[CLIENT]) < 0.05
