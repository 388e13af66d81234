"""A made session that holds one of everything an export must cope with."""

from livecue.config import ConsentScope, Settings
from livecue.events import AnyEvent, Candidate, Correction, Feedback, Unheard
from livecue.transcripts.marked import load_marking, mark_session
from tests.bundled import bundled_session
from tests.events import action, cue, health, marker, pause, speech, turn
from tests.store.twins import SAID, ended, started

NOTE = 'I hurried, & said "do it" <again>'
AGREED: tuple[ConsentScope, ...] = ("listen", "timeline", "words", "supervision")

_MISHEARD = "the parrot was retracted"


def a_full_session(
    client: str | None = "river", consent: tuple[ConsentScope, ...] = AGREED
) -> list[AnyEvent]:
    """Sixty seconds of two voices and a third, with all that can happen to them.

    Turns of both overlap from 9.5 to 10 s, and two reservations from 11 to 12 s. 20 to 30 s were
    not heard. One marker is retracted, one turn corrected, one silence was called productive.
    """
    candidate = Candidate.model_validate(
        marker("topic_shift", 14.0, words=(SAID,)).model_dump() | {"type": "candidate"}
    )
    events: list[AnyEvent] = [
        started(
            "20260412-091500-3fa9",
            client,
            consent=consent,
            source="microphone: Anna Smith's AirPods",
            speakers_by="channel",
        ),
        speech("clinician", 0.0, 2.0),
        turn(0, "clinician", "How was the week? <Well> & so…", 0.0, end=2.0),
        pause(2.0, None),
        pause(2.0, 7.0),
        marker("silence", 8.0, pause_s=5.0, threshold_s=3.0),
        speech("client", 7.0, 10.0).model_copy(update={"channel": 1}),
        turn(1, "client", f"Yes, but {SAID}, honestly.", 7.0, end=10.0),
        marker("yes_but", 13.0, words=("Yes, but", SAID), reasons=(SAID,)).model_copy(
            update={"turn": 1, "before_turn": 0}
        ),
        marker("yes_but", 14.0, words=("Yes, but",)),
        marker("sustain_talk", 13.0).model_copy(update={"turn": 1, "before_turn": 0}),
        candidate,
        speech("clinician", 9.5, 12.0),
        turn(2, "clinician", f"{_MISHEARD} -->", 9.5, end=12.0),
        marker("homework", 16.0, words=(_MISHEARD,)),
        cue(15.0, "yes_but"),
        cue(15.0, "silence", shown=False),
        action(15.5, "mode", "exploring", by="livecue"),
        Unheard(seq=0, start=20.0, end=30.0, why="off the record"),
        health(30.0, "device_back"),
        speech("unknown", 31.0, 32.0),
        turn(3, "unknown", None, 31.0, end=32.0),
        pause(40.0, 44.0, "within_turn"),
        marker("silence", 45.0, pause_s=4.0, threshold_s=3.0, uncounted="instruction"),
        marker("silence", 52.0, pause_s=4.5, threshold_s=3.0),
        action(50.0, "mark"),
        ended(0, 60.0, cue=2),
        Feedback(seq=0, at=61.0, cue_at=15.0, helpful=True),
        action(50.0, "note", NOTE),
        action(61.0, "engaged"),
    ]
    numbered = [event.model_copy(update={"seq": seq}) for seq, event in enumerate(events)]
    return [*numbered, *_corrections(numbered)]


def some_talk() -> list[AnyEvent]:
    """The bundled session as its transcript is marked: seven minutes, some 230 events."""
    return mark_session(bundled_session(), load_marking(Settings()))


def _corrections(log: list[AnyEvent]) -> list[AnyEvent]:
    """The last turn of the clinician was misheard, and a marker went with it."""
    misheard = next(e.seq for e in log if e.type == "turn" and e.i == 2)
    obstacle = next(e.seq for e in log if e.type == "marker" and e.marker == "homework")
    first = len(log)
    return [
        Correction(seq=first, at=16.0, of_seq=misheard, changes={"text": "What --> else?"}),
        Correction(seq=first + 1, at=16.0, of_seq=obstacle, retracted=True),
    ]
