"""The overlay's view, from events alone."""

from collections.abc import Sequence

import pytest

from livecue.config import OverlaySettings
from livecue.events import AnyEvent, Correction, HealthName, SessionStarted
from livecue.overlay.state import OverlayState
from livecue.overlay.view import FACE_WORDS, STEP_WORDS, TROUBLE_WORDS, Badge, Face, View
from livecue.session.replay import time_of
from livecue.wording import (
    CUE_WORDS,
    KEPT_OFF_SCREENS,
    MARKER_WORDS,
    SPEAK_FIRST,
    SPEAKER_WORDS,
)
from tests.events import action, cue, health, marker, pause, speech


def after(events: Sequence[AnyEvent], now: float) -> View:
    state = OverlayState(OverlaySettings())
    for event in events:
        state.push(event)
    return state.view(now)


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
        ([health(5, "device_busy")], 6, "trouble"),
        ([health(5, "muted")], 6, "trouble"),
        ([health(5, "muted"), health(18, "device_back")], 19, "listening"),
        ([health(5, "silent"), speech("client", 6, 7)], 16, "listening"),
        ([health(5, "silent")], 9, "listening"),
        ([health(5, "silent")], 16, "trouble"),
        ([health(5, "silent"), health(18, "device_back")], 19, "listening"),
        ([health(5, "text_behind")], 11, "listening"),
        ([action(5, "mode", "exploring"), cue(10, "yes_but")], 11, "consider_pausing"),
        ([action(5, "mode", "exploring"), cue(10, "yes_but")], 500, "exploring"),
        ([marker("silence", 10, uncounted="instruction")], 11, "listening"),
        ([marker("silence", 10), cue(10, "silence"), pause(7, 12, "clinician")], 12, "stay"),
        ([marker("silence", 10), cue(10, "silence"), pause(7, 40, "lapse")], 40, "stay"),
        ([marker("silence", 10), cue(10, "silence"), pause(7, 12)], 12, "consider_pausing"),
        (
            [marker("silence", 10), cue(10, "silence"), pause(11, 13, "clinician")],
            13,
            "consider_pausing",
        ),
    ],
)
def test_each_state_of_the_session_has_its_shape(
    events: Sequence[AnyEvent], now: float, face: Face
) -> None:
    assert after(events, now).face == face


@pytest.mark.parametrize(
    "answer",
    [
        [action(12, "mode", "exploring"), action(13, "mode", "technique")],
        [action(12, "hold"), action(13, "release")],
        [action(12, "snooze", 1.0)],
        [action(12, "off_record"), action(13, "on_record")],
    ],
)
def test_a_cue_that_was_answered_does_not_come_back(answer: list[AnyEvent]) -> None:
    assert after([marker("yes_but", 9), cue(10, "yes_but"), *answer], 14) == View(
        "listening", "listening"
    )


def test_the_cue_that_ends_the_exploring_is_seen() -> None:
    events: list[AnyEvent] = [
        action(5, "mode", "exploring", by="livecue"),
        cue(10, "change_talk", name="ready_to_return"),
        action(10, "mode", "technique", by="livecue"),
    ]
    view = after(events, 11)
    assert (view.face, view.suggestion) == ("ready_to_return", "Slow down a little.")


def test_a_marker_heard_while_held_is_not_drawn_afterwards() -> None:
    events: list[AnyEvent] = [action(5, "hold"), marker("yes_but", 6), action(7, "release")]
    assert after(events, 8).face == "listening"


def test_a_silence_that_was_the_clinicians_is_never_drawn() -> None:
    silence = marker("silence", 10, seq=7)
    taken_back = Correction(seq=9, at=12, of_seq=7, retracted=True)
    events: list[AnyEvent] = [silence, cue(10, "silence"), taken_back, speech("clinician", 12, 14)]
    assert after(events, 14).face == "listening"


def test_a_marker_that_was_taken_back_is_no_longer_drawn() -> None:
    taken_back = Correction(seq=9, at=12, of_seq=7, retracted=True)
    assert after([marker("yes_but", 10, seq=7), taken_back], 13).face == "listening"
    other = Correction(seq=9, at=12, of_seq=6, retracted=True)
    assert after([marker("yes_but", 10, seq=7), other], 13).face == "noticed"


def test_a_silence_that_the_clinician_ends_is_never_drawn_not_even_for_a_moment() -> None:
    state = OverlayState(OverlaySettings())
    faces: list[Face] = []
    for event in (
        marker("silence", 10, seq=7),
        cue(10, "silence"),
        pause(7, 12, "clinician"),
        Correction(seq=9, at=12, of_seq=7, retracted=True),
        speech("clinician", 12, 14),
    ):
        state.push(event)
        faces.append(state.view(14).face)
    assert "consider_pausing" not in faces


@pytest.mark.parametrize(
    ("what", "face", "badge"),
    [
        ("device_lost", "trouble", "fault"),
        ("muted", "trouble", "fault"),
        ("text_behind", "listening", "words_late"),
        ("no_text", "listening", "words_late"),
        ("not_understood", "listening", "words_late"),
        ("store_failed", "listening", "fault"),
        ("overflow", "listening", "fault"),
    ],
)
def test_no_sound_late_words_and_other_faults_are_told_apart(
    what: HealthName, face: Face, badge: Badge
) -> None:
    view = after([health(5, what)], 6)
    assert (view.face, view.badge) == (face, badge)


def test_a_cue_and_the_exploring_say_which_of_the_five_steps_the_line_belongs_to() -> None:
    noticed = after([cue(10, "yes_but", step=1)], 11)
    assert (noticed.step, noticed.step_line()) == (1, "step 1 of 5: notice")
    exploring = after(
        [
            cue(10, "yes_but", step=1),
            action(20, "mode", "exploring", by="livecue"),
            action(20, "next_step", "Perhaps both sides.", by="livecue", step=3),
        ],
        200,
    )
    assert (exploring.face, exploring.step) == ("exploring", 3)
    assert "step 3 of 5: acknowledge both sides. Perhaps both sides" in exploring.sentences()


def test_a_line_that_belongs_to_no_step_says_none() -> None:
    events: list[AnyEvent] = [
        action(20, "mode", "exploring"),
        action(20, "next_step", "Perhaps both sides.", by="livecue", step=3),
        action(25, "next_step", "no"),
        action(25, "next_step", "What am I missing?", by="livecue"),
    ]
    view = after(events, 26)
    assert (view.suggestion, view.step, view.step_line()) == ("What am I missing?", None, "")


NEW_CLINICIAN: list[AnyEvent] = [
    marker("yes_but", 9),
    cue(10, "yes_but", step=1),
    cue(12, "silence", step=1),
    speech("client", 13, 14),
    action(14, "mode", "exploring", by="livecue"),
    action(14, "next_step", "Perhaps both sides.", by="livecue", step=3),
]


@pytest.mark.parametrize("now", [9.5, 11, 12.5, 15])
def test_for_a_new_clinician_cues_and_steps_wait_for_the_review(now: float) -> None:
    events = [event for event in NEW_CLINICIAN if time_of(event) <= now]
    assert hidden_after(events, now) == View(
        "listening", "listening", ("cues wait for the review",)
    )


@pytest.mark.parametrize(
    ("event", "face"),
    [
        (action(16, "hold"), "held"),
        (action(16, "off_record"), "off_record"),
        (action(16, "snooze", 300.0), "snoozed"),
        (action(16, "mode", "exploring"), "exploring"),
        (health(16, "muted"), "trouble"),
    ],
)
def test_for_a_new_clinician_hands_and_trouble_show_as_ever(event: AnyEvent, face: Face) -> None:
    view = hidden_after([*NEW_CLINICIAN, event], 17)
    assert (view.face, view.suggestion, view.step) == (face, "", None)


def test_for_a_new_clinician_there_is_no_drawn_cue_to_rate() -> None:
    state = OverlayState(OverlaySettings(), cues_hidden=True)
    for event in NEW_CLINICIAN:
        state.push(event)
    assert state.last_cue_at is None


def test_who_speaks_first_is_asked_of_a_new_clinician_too() -> None:
    first = SessionStarted(
        seq=0,
        id="s",
        client=None,
        started_at="2026-01-05T10:00:00+00:00",
        source="microphone",
        sample_rate_hz=16000,
        settings={},
        consent=(),
        models={},
        speakers_by="first_voice",
    )
    assert hidden_after([first], 5).suggestion == SPEAK_FIRST
    assert hidden_after([first, speech("clinician", 6, 7)], 8).suggestion == ""


def hidden_after(events: Sequence[AnyEvent], now: float) -> View:
    state = OverlayState(OverlaySettings(), cues_hidden=True)
    for event in events:
        state.push(event)
    return state.view(now)


def test_late_text_is_said_beside_the_shape_until_it_is_back() -> None:
    state = OverlayState(OverlaySettings())
    state.push(health(5, "text_behind"))
    assert state.view(1000).trouble == TROUBLE_WORDS["text_behind"]
    state.push(health(1000, "no_text"))
    assert state.view(1000).trouble == TROUBLE_WORDS["no_text"]
    state.push(health(1001, "text_behind"))
    assert state.view(1001).trouble == TROUBLE_WORDS["text_behind"]
    state.push(health(1001, "text_back"))
    assert state.view(1002).trouble is None


def test_a_further_reason_joins_what_is_on_the_overlay_without_a_new_signal() -> None:
    state = OverlayState(OverlaySettings())
    state.push(marker("yes_but", 9))
    state.push(cue(10, "yes_but"))
    state.push(cue(20, "homework", shown=False))
    view = state.view(21)
    assert view.why == ("reservation voiced twice, last at 0:06", "obstacles named twice")
    assert state.view(10 + OverlaySettings().shown_s).face == "listening"


def test_no_sound_is_said_before_lesser_troubles() -> None:
    troubles: list[AnyEvent] = [health(5, "device_lost"), health(6, "text_behind")]
    assert after(troubles, 7).trouble == TROUBLE_WORDS["device_lost"]


@pytest.mark.parametrize("what", ["silent", "muted", "device_lost"])
def test_off_the_record_it_is_no_trouble_that_nothing_is_heard(what: HealthName) -> None:
    off: list[AnyEvent] = [health(5, what), action(20, "off_record")]
    view = after(off, 21)
    assert (view.face, view.trouble, view.badge) == ("off_record", None, None)
    assert after([*off, action(30, "on_record")], 31).trouble == TROUBLE_WORDS[what]
    assert after([*off, health(21, "store_failed")], 22).badge == "fault"


def test_a_passing_trouble_is_said_for_a_while() -> None:
    lost = health(5, "text_lost")
    assert after([lost], 6).trouble == TROUBLE_WORDS["text_lost"]
    assert after([lost], 500).trouble is None


def test_while_exploring_the_guides_step_is_there() -> None:
    events: list[AnyEvent] = [
        cue(10, "yes_but"),
        action(20, "mode", "exploring", by="livecue"),
        action(20, "next_step", "Perhaps both sides.", by="livecue"),
    ]
    assert after(events, 200).suggestion == "Perhaps both sides."
    assert after([*events, action(210, "mode", "technique")], 211).suggestion == ""


def test_the_next_step_asked_for_by_hand_takes_the_place_of_the_suggestion() -> None:
    events: list[AnyEvent] = [
        cue(10, "yes_but"),
        action(12, "next_step"),
        action(12, "next_step", "Perhaps let the plan rest.", by="livecue"),
    ]
    view = after(events, 13)
    assert (view.face, view.suggestion) == ("consider_pausing", "Perhaps let the plan rest.")


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([marker("topic_shift", 10)], "subject changed, at 0:07"),
        ([action(5, "hold")], "nothing is counted until you go on"),
        ([action(5, "snooze", 300.0)], "no cue until 5:05"),
        ([action(5, "off_record")], "nothing is heard or kept until you listen again"),
    ],
)
def test_each_quiet_state_explains_itself(events: Sequence[AnyEvent], why: str) -> None:
    assert after(events, 11).why == (why,)


def test_the_last_cue_is_the_last_one_drawn() -> None:
    state = OverlayState(OverlaySettings())
    assert state.last_cue_at is None
    for event in (cue(10, "yes_but"), cue(20, "homework", shown=False), action(30, "hold")):
        state.push(event)
    assert state.last_cue_at == 10


def test_a_view_reads_as_sentences() -> None:
    view = View(
        "consider_pausing",
        "consider pausing",
        ("reservation voiced twice, last at 14:32", "longer pauses 3 times"),
        "Slow down a little.",
        "words are late",
    )
    assert view.sentences() == (
        "consider pausing. reservation voiced twice, last at 14:32; longer pauses 3 times. "
        "Slow down a little. words are late"
    )


def test_words_on_the_overlay_are_neutral() -> None:
    shown = " ".join(
        [
            *FACE_WORDS.values(),
            *STEP_WORDS.values(),
            *TROUBLE_WORDS.values(),
            *MARKER_WORDS.values(),
            *CUE_WORDS.values(),
            *SPEAKER_WORDS.values(),
        ]
    )
    assert not [word for word in KEPT_OFF_SCREENS if word in shown.lower()]
