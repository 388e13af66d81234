"""The whole machine, fed by hand."""

from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.events import AnyEvent, Correction, Health, Marker, Numbering, Turn
from livecue.hearing.spoken import SpokenTurn
from livecue.markers.lexicon import load_lexicon
from livecue.session.machine import Machine
from livecue.session.understanding import Understanding
from livecue.transcription.transcriber import Transcript
from tests.session.doubles import ScriptedEar, spoken


def a_machine() -> Machine:
    numbering = Numbering()
    settings = Settings()
    understanding = Understanding(
        settings, numbering, load_lexicon("en"), load_guide("en"), weighing=None
    )
    return Machine(ScriptedEar([]), understanding, numbering)


def of(kind: type[AnyEvent], events: list[AnyEvent]) -> list[AnyEvent]:
    return [event for event in events if isinstance(event, kind)]


def test_a_turn_is_written_when_its_words_come() -> None:
    [turn] = of(Turn, a_machine().read(Transcript(spoken(0, 1, 3), "It was a long week.")))
    assert turn == Turn(
        seq=0,
        i=0,
        start=1,
        end=3,
        speaker="client",
        text="It was a long week.",
        closed_at=4,
    )


def test_a_reopened_turn_corrects_what_was_written_of_it() -> None:
    machine = a_machine()
    machine.read(Transcript(spoken(0, 1, 3), "It was a long week."))
    events = machine.read(
        Transcript(spoken(0, 1, 8, reopens=True), "It was a long week. And then some.")
    )
    [correction] = of(Correction, events)
    assert isinstance(correction, Correction)
    assert correction.of_seq == 0
    assert correction.changes["text"] == "It was a long week. And then some."
    assert correction.changes["end"] == 8


def test_lost_words_are_said_and_nothing_is_made_up_in_their_place() -> None:
    events = a_machine().read(Transcript(spoken(0, 1, 3), None, why_lost="too far behind"))
    [turn] = of(Turn, events)
    assert isinstance(turn, Turn)
    assert turn.text is None
    [health] = of(Health, events)
    assert isinstance(health, Health)
    assert (health.what, health.detail) == ("text_lost", "too far behind")
    assert not of(Marker, events)


def test_speech_that_is_not_understood_is_said() -> None:
    events = a_machine().read(Transcript(spoken(0, 1, 3), None, understood=False))
    [health] = of(Health, events)
    assert isinstance(health, Health)
    assert health.what == "not_understood"


def test_numbers_go_on_without_gap_or_repeat() -> None:
    machine = a_machine()
    events = machine.read(Transcript(spoken(0, 1, 3, "clinician"), "How was the week?"))
    events += [item for item in machine.act("mark", at=4) if not isinstance(item, SpokenTurn)]
    events += machine.note("muted", at=5)
    assert [event.seq for event in events] == list(range(len(events)))
