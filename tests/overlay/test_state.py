"""The overlay's view, from events alone."""

import pytest

from livecue.config import OverlaySettings
from livecue.events import AnyEvent, Correction
from livecue.overlay.state import FACE_WORDS, TROUBLE_WORDS, Face, OverlayState
from livecue.wording import CUE_WORDS, KEPT_OFF_SCREENS, MARKER_WORDS, SPEAKER_WORDS
from tests.events import action, cue, health, marker, pause, speech


def face_after(events: list[AnyEvent], now: float) -> Face:
    state = OverlayState(OverlaySettings())
    for event in events:
        state.push(event)
    return state.view(now).face


@pytest.mark.parametrize(
    ("events", "now", "face"),
    [
        ([], 0, "listening"),
        ([marker("yes_but", 10)], 11, "noticed"),
        ([marker("yes_but", 10)], 500, "listening"),
        ([marker("change_talk", 10)], 11, "listening"),
        ([cue(10, "yes_but")], 11, "consider_pausing"),
        ([cue(10, "yes_but")], 500, "listening"),
        ([cue(10, "yes_but", shown=False)], 11, "listening"),
        ([cue(10, "silence")], 11, "stay"),
        ([cue(10, "silence"), pause(7, 12)], 12, "consider_pausing"),
        ([cue(10, "silence"), speech("client", 12, 14)], 14, "consider_pausing"),
        ([cue(10, "silence"), speech("clinician", 2, 6)], 11, "stay"),
        ([cue(10, "silence", "yes_but")], 11, "consider_pausing"),
        ([cue(10, name="reflect_change_talk")], 11, "change_talk"),
        ([cue(10, name="ready_to_return")], 11, "ready_to_return"),
        ([action(5, "mode", "exploring")], 6, "exploring"),
        ([action(5, "mode", "exploring"), action(6, "mode", "technique")], 7, "listening"),
        ([action(5, "hold"), cue(10, "yes_but")], 11, "held"),
        ([action(5, "hold"), action(6, "release")], 7, "listening"),
        ([action(5, "snooze", 300.0)], 200, "snoozed"),
        ([action(5, "snooze", 300.0)], 306, "listening"),
        ([action(5, "off_record"), cue(10, "yes_but")], 11, "off_record"),
        ([action(5, "off_record"), action(8, "on_record")], 11, "listening"),
        ([health(5, "device_lost"), cue(10, "yes_but")], 11, "trouble"),
        ([health(5, "device_lost"), health(6, "device_back")], 11, "listening"),
        ([health(5, "muted"), speech("client", 6, 7)], 11, "listening"),
        ([health(5, "text_behind")], 11, "listening"),
    ],
)
def test_each_state_of_the_session_has_its_shape(
    events: list[AnyEvent], now: float, face: Face
) -> None:
    assert face_after(events, now) == face


def test_a_silence_that_was_the_clinicians_is_never_drawn() -> None:
    silence = marker("silence", 10, seq=7)
    taken_back = Correction(seq=9, at=12, of_seq=7, retracted=True)
    events = [silence, cue(10, "silence"), taken_back, speech("clinician", 12, 14)]
    assert face_after(events, 14) == "listening"


def test_late_text_is_said_beside_the_shape_until_it_is_back() -> None:
    state = OverlayState(OverlaySettings())
    state.push(health(5, "text_behind"))
    assert state.view(1000).trouble == TROUBLE_WORDS["text_behind"]
    state.push(health(1001, "text_back"))
    assert state.view(1002).trouble is None


def test_a_further_reason_joins_what_is_on_the_overlay_without_a_new_signal() -> None:
    state = OverlayState(OverlaySettings())
    state.push(marker("yes_but", 9))
    state.push(cue(10, "yes_but"))
    state.push(cue(20, "homework", shown=False))
    view = state.view(21)
    assert view.why == "reservation voiced twice, last at 0:06; obstacles named twice"
    assert state.view(10 + OverlaySettings().shown_s).face == "listening"


def test_words_on_the_overlay_are_neutral() -> None:
    shown = " ".join(
        [
            *FACE_WORDS.values(),
            *TROUBLE_WORDS.values(),
            *MARKER_WORDS.values(),
            *CUE_WORDS.values(),
            *SPEAKER_WORDS.values(),
        ]
    )
    assert not [word for word in KEPT_OFF_SCREENS if word in shown.lower()]
