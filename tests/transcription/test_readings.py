"""The same sound is read once, and a turn's words are those of its pieces."""

from dataclasses import replace

import numpy as np

from livecue.config import TranscriptionSettings
from livecue.events import Word
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.pieces import pieces_of
from livecue.transcription.readings import Readings, joined, read_now
from livecue.transcription.scripted import ScriptedTranscriber, timed
from livecue.transcription.transcriber import Transcript
from tests.transcription.turns import spoken

SETTINGS = TranscriptionSettings(piece_s=5, piece_pause_s=0.5)
LONG = ((10.0, 16.0), (17.0, 20.0), (21.0, 23.0))


class Counting(ScriptedTranscriber):
    """Says where each piece begins, and counts what it was asked."""

    def __init__(self) -> None:
        super().__init__(self._say)
        self.asked: list[tuple[float, float]] = []

    def _say(self, piece: SpokenTurn) -> list[Word]:
        self.asked.append((piece.start, piece.end))
        return timed(f"from {piece.start:.0f}.", piece.stretches)


def test_a_turn_is_the_words_of_its_pieces_in_order() -> None:
    turn = spoken(*LONG, i=4)
    read = read_now(Counting(), turn, Readings(SETTINGS))
    assert read.turn is turn
    assert read.text == "from 10. from 17."
    assert [word[0] for word in read.words] == ["from", "10.", "from", "17."]
    assert read.confidence == 1.0


def test_a_turn_that_goes_on_keeps_its_pieces_and_only_the_rest_is_read() -> None:
    transcriber, readings = Counting(), Readings(SETTINGS)
    read_now(transcriber, spoken(*LONG), readings)
    longer = spoken(*LONG, (26.0, 28.0), reopens=True)
    read_now(transcriber, longer, readings)
    assert transcriber.asked == [(10.0, 16.0), (17.0, 23.0), (26.0, 28.0)]


def test_other_sound_at_the_same_time_is_read_for_itself() -> None:
    transcriber, readings = Counting(), Readings(SETTINGS)
    turn = spoken((1.0, 2.0))
    read_now(transcriber, turn, readings)
    read_now(transcriber, replace(turn, samples=turn.samples + np.int16(1)), readings)
    assert len(transcriber.asked) == 2


def test_what_is_remembered_holds_no_sound() -> None:
    readings = Readings(SETTINGS)
    turn = spoken((1.0, 2.0))
    read_now(Counting(), turn, readings)
    assert [len(part.turn.samples) for part in readings._read.values()] == [0]


def test_a_turn_is_not_understood_when_most_of_it_was_not() -> None:
    turn = spoken(*LONG)
    first, second = pieces_of(turn, SETTINGS)
    read = Transcript(first, "Well, it was all right.")
    foreign = Transcript(second, None, understood=False)
    assert joined(turn, [read, foreign]).text == "Well, it was all right."
    assert joined(turn, [read, foreign]).understood
    lost = joined(turn, [replace(foreign, turn=first), Transcript(second, "Was soll das?")])
    assert (lost.text, lost.understood) == (None, False)


def test_what_was_lost_of_a_turn_is_said_beside_what_was_read() -> None:
    turn = spoken(*LONG)
    first, second = pieces_of(turn, SETTINGS)
    part = joined(turn, [Transcript(first, "Well."), Transcript(second, None, why_lost="failed")])
    assert (part.text, part.why_lost) == ("Well.", "failed")
    none = joined(turn, [Transcript(p, None, why_lost="failed") for p in (first, second)])
    assert (none.text, none.why_lost) == (None, "failed")
