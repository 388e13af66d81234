"""Hearing on the bundled session, clean and in rooms: the bounds that are promised."""

import itertools

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.evaluation.hearing_runs import speech_heard
from livecue.evaluation.noises import keystrokes
from livecue.evaluation.pauses import gaps, pieces_of, reference, score_pauses
from livecue.evaluation.rooms import BAD, CLEAN, OFFICE, Microphones, Room, active_level, heard_in
from livecue.events import Numbering, Pause, Speech, current
from livecue.hearing.hearing import Heard, Hearing
from livecue.hearing.silero import SileroEngine
from livecue.hearing.spoken import Renamed, SpokenTurn
from livecue.hearing.voiceprint import VoiceprintEngine
from livecue.model_files import locate
from livecue.transcripts.session import TranscriptSession
from tests import bundled
from tests.hearing.doubles import hear

Span = tuple[float, float]

UNTIL_S = 240.0
"""Enough turns to measure, and heard many times over."""


@pytest.fixture(scope="module")
def session() -> TranscriptSession:
    whole = bundled.bundled_session()
    first = [turn for turn in whole.turns if turn.end is not None and turn.end < UNTIL_S]
    return whole.model_copy(update={"turns": tuple(first)})


@pytest.fixture(scope="module")
def sound(session: TranscriptSession) -> Samples:
    return bundled.part(bundled.bundled_sound(), 0, pieces_of(session)[-1].end + 0.2)


@pytest.fixture(scope="module")
def silero() -> SileroEngine:
    return SileroEngine(locate("silero-vad").weights)


@pytest.fixture(scope="module")
def split(sound: Samples, silero: SileroEngine) -> Heard:
    hearing = Hearing(Settings(), Numbering(), 2, silero=silero)
    return hear(hearing, sound) + hearing.flush()


@pytest.mark.parametrize(
    ("room", "microphones", "recall", "median_s", "p95_s", "false_per_10_min"),
    [
        (CLEAN, "one", 0.99, 0.03, 0.10, 1),
        (OFFICE, "one", 0.98, 0.04, 0.15, 2),
        (BAD, "one", 0.95, 0.06, 0.25, 5),
        (BAD, "each", 0.95, 0.06, 0.25, 5),
    ],
    ids=["clean", "office", "bad room", "bad room, two microphones"],
)
def test_pauses_are_found_in_any_room(
    session: TranscriptSession,
    sound: Samples,
    silero: SileroEngine,
    room: Room,
    microphones: Microphones,
    recall: float,
    median_s: float,
    p95_s: float,
    false_per_10_min: float,
) -> None:
    heard = speech_heard(heard_in(room, sound, microphones, seed=1), Settings(), silero)
    score = score_pauses(reference(session, sound), heard)

    assert score.pauses >= 15
    assert score.recall is not None
    assert score.recall >= recall
    error_s = np.percentile(score.errors_s, [50, 95])
    assert error_s[0] <= median_s
    assert error_s[1] <= p95_s
    assert score.false_per_10_min is not None
    assert score.false_per_10_min <= false_per_10_min


@pytest.mark.parametrize("room", [CLEAN, OFFICE], ids=["clean", "office"])
def test_keys_pressed_through_a_silence_of_5_s_leave_it_one_pause(
    session: TranscriptSession, sound: Samples, silero: SileroEngine, room: Room
) -> None:
    before, after = pieces_of(session)[:2]
    voices = np.concatenate(
        [
            bundled.part(sound, before.start - 0.5, before.end),
            np.zeros((5 * SAMPLE_RATE_HZ, 2), np.int16),
            bundled.part(sound, after.start, after.end + 0.5),
        ]
    )
    silent_from_s = 0.5 + before.end - before.start
    heard = heard_in(room, voices, "one", seed=1).astype(float)
    first, last = (round(at_s * SAMPLE_RATE_HZ) for at_s in (silent_from_s, silent_from_s + 5))
    keys = np.zeros(len(heard))
    keys[first:last] = typing(last - first)
    loud = active_level(heard[:, 0]) * keys
    mixed = (heard[:, 0] + loud).clip(-32_768, 32_767).astype(np.int16)[:, np.newaxis]

    pauses = gaps(speech_heard(mixed, Settings(), silero))

    long = [(start, end) for start, end in pauses if end - start > 0.5]
    assert [overlap(pause, (silent_from_s, silent_from_s + 5)) > 4.8 for pause in long].count(True)
    assert len([p for p in pauses if overlap(p, (silent_from_s, silent_from_s + 5)) > 0]) == 1


def test_no_pause_is_heard_over_speech(split: Heard, session: TranscriptSession) -> None:
    heard = [(e.start, e.end) for e in split if isinstance(e, Pause) and e.end is not None]
    sounding = [(e.start, e.end) for e in split if isinstance(e, Speech)]

    assert all(overlap(pause, speech) <= 0 for pause in heard for speech in sounding)
    for piece in pieces_of(session):
        assert any(overlap(span, (piece.start, piece.end)) > 0 for span in sounding), piece


def test_every_turn_is_handed_over_as_one(split: Heard, session: TranscriptSession) -> None:
    turns = {turn.i: turn for turn in split if isinstance(turn, SpokenTurn)}

    for labelled in session.turns:
        assert labelled.start is not None
        assert labelled.end is not None
        span = (labelled.start, labelled.end)
        same = [
            turn
            for turn in turns.values()
            if turn.speaker == labelled.speaker and overlap((turn.start, turn.end), span) > 0.05
        ]
        assert len(same) == 1, labelled.i


@pytest.mark.parametrize("room", [CLEAN, BAD], ids=["clean", "bad room"])
@pytest.mark.parametrize("enrolled", [True, False])
def test_one_microphone_knows_who_speaks(
    session: TranscriptSession, sound: Samples, silero: SileroEngine, enrolled: bool, room: Room
) -> None:
    engine = VoiceprintEngine(locate("campplus").weights)
    pieces = pieces_of(session)
    first = next(piece for piece in pieces if piece.speaker == "clinician")
    voice = bundled.part(sound, first.start, first.end)[:, 0]
    clinician = engine.embed(voice) if enrolled else None
    hearing = Hearing(Settings(), Numbering(), 1, engine, clinician, silero=silero)
    log = hear(hearing, heard_in(room, sound, "one", seed=1)) + hearing.flush()
    speech = [
        event
        for event in current([e for e in log if not isinstance(e, SpokenTurn | Renamed)])
        if isinstance(event, Speech)
    ]

    right = total = 0.0
    for event, piece in itertools.product(speech, pieces):
        shared_s = max(0.0, overlap((event.start, event.end), (piece.start, piece.end)))
        total += shared_s
        right += shared_s * (event.speaker == piece.speaker)
    assert right / total >= (0.95 if room is CLEAN else 0.9)


def typing(frames: int) -> np.ndarray:
    """Somebody who types all the while, root mean square beside a voice's of 1."""
    bursts = keystrokes(120 * SAMPLE_RATE_HZ, np.random.default_rng(1))
    pressed: np.ndarray = bursts[np.abs(bursts) > 0][:frames]
    return pressed


def overlap(a: Span, b: Span) -> float:
    return min(a[1], b[1]) - max(a[0], b[0])
