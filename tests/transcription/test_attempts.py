"""A clip is read in a short window, and in the full one only where there is a doubt."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from livecue.events import Word
from livecue.transcription.attempts import read_clip
from livecue.transcription.clips import Clip
from livecue.transcription.decoder import FULL_WINDOW_S, Encoded
from livecue.transcription.guard import Reading, Said

CLIP = Clip(10.0, np.zeros(16_000 * 5, dtype=np.float32), ((10.3, 14.7),))
LOOP = "What did he do? What did he do? What did he do?"


class ScriptedEngine:
    """Reads the given texts, one a window, each as likely as the log probabilities say.

    first: probability of the first word in each window.
    """

    def __init__(
        self,
        *texts: str,
        language: float = 1.0,
        log_probs: tuple[float, ...] = (-0.2, -0.2),
        first: float = 0.9,
    ) -> None:
        self.log_probs = list(log_probs)
        self.first = first
        self.texts = list(texts)
        self.language = language
        self.windows: list[float] = []

    def encode(self, samples: npt.NDArray[np.float32], window_s: float) -> Encoded:
        self.windows.append(window_s)
        return Encoded(None, len(samples) / 16_000)

    def in_language(self, encoded: Encoded) -> float:
        return self.language

    def read(self, encoded: Encoded) -> Reading:
        text = self.texts.pop(0)
        return Reading((Said(text, (1,), 0.0, 4.7),), self.log_probs.pop(0), no_speech_prob=0.0)

    def times(self, encoded: Encoded, reading: Reading) -> tuple[Word, ...]:
        words = reading.text.split()
        return tuple((word, 0.0, 1.0, 0.9 if n else self.first) for n, word in enumerate(words))


def test_a_good_reading_costs_one_short_window() -> None:
    engine = ScriptedEngine("I could not sleep.")
    read = read_clip(engine, CLIP)
    assert read.reading.text == "I could not sleep."
    assert (read.doubt, read.read_again) == (None, None)
    assert engine.windows == [pytest.approx(7.0)]
    assert [word[0] for word in read.reading.words] == ["I", "could", "not", "sleep."]


def test_a_doubted_reading_is_read_again_in_the_full_window() -> None:
    engine = ScriptedEngine(LOOP, "What did he do?")
    read = read_clip(engine, CLIP)
    assert (read.reading.text, read.doubt) == ("What did he do?", None)
    assert read.read_again == "loop"
    assert engine.windows[1] == FULL_WINDOW_S


def test_a_doubt_that_the_full_window_shares_is_told() -> None:
    read = read_clip(ScriptedEngine(LOOP, f"{LOOP} What did he do?"), CLIP)
    assert (read.doubt, read.read_again) == ("loop", "loop")


def test_words_that_two_windows_agree_on_are_believed() -> None:
    read = read_clip(ScriptedEngine("No, no, no, no!", "No no no no."), CLIP)
    assert (read.reading.text, read.doubt) == ("No no no no.", None)


def test_words_that_are_improbable_in_both_windows_stay_in_doubt() -> None:
    read = read_clip(ScriptedEngine("Amen to that.", "Amen to that.", log_probs=(-1.3, -1.3)), CLIP)
    assert (read.reading.text, read.doubt) == ("Amen to that.", "improbable")


def test_a_first_word_that_was_not_surely_heard_is_read_again() -> None:
    read = read_clip(ScriptedEngine("Yer, I did.", "Yeah, I did.", first=0.3), CLIP)
    assert (read.reading.text, read.doubt) == ("Yeah, I did.", None)
    assert read.read_again == "unsure_start"


def test_only_the_first_word_of_a_turn_is_worth_another_window() -> None:
    read = read_clip(ScriptedEngine("Yer, I did.", first=0.3), replace(CLIP, begins_turn=False))
    assert (read.reading.text, read.read_again) == ("Yer, I did.", None)


def test_words_that_only_began_unsurely_are_understood_though_the_full_window_is_less_sure() -> (
    None
):
    engine = ScriptedEngine("Am I there?", "Um, I care.", first=0.3, log_probs=(-0.7, -1.1))
    read = read_clip(engine, CLIP)
    assert (read.reading.text, read.doubt) == ("Um, I care.", None)


def test_words_that_only_began_unsurely_are_kept_when_the_full_window_repeats_itself() -> None:
    read = read_clip(ScriptedEngine("What did he do?", LOOP, first=0.3), CLIP)
    assert (read.reading.text, read.doubt) == ("What did he do?", None)
    assert read.read_again == "unsure_start"


def test_speech_in_another_language_is_not_read_at_all() -> None:
    engine = ScriptedEngine(language=0.05)
    read = read_clip(engine, CLIP)
    assert (read.reading.text, read.doubt, read.read_again) == ("", "foreign", None)


def test_a_short_answer_is_foreign_only_when_that_is_quite_sure() -> None:
    short = Clip(10.0, np.zeros(16_000 * 2, dtype=np.float32), ((10.3, 11.5),))
    assert read_clip(ScriptedEngine(language=0.04), short).doubt == "foreign"
    assert read_clip(ScriptedEngine("Maybe.", language=0.1), short).doubt is None


def test_an_answer_of_a_word_is_too_short_to_tell_its_language() -> None:
    short = Clip(10.0, np.zeros(16_000, dtype=np.float32), ((10.2, 10.8),))
    assert read_clip(ScriptedEngine("Yes.", language=0.05), short).reading.text == "Yes."


def test_the_window_is_never_longer_than_whispers_own() -> None:
    long = Clip(0.0, np.zeros(16_000 * 29, dtype=np.float32), ((0.3, 4.9),))
    engine = ScriptedEngine("I could not sleep.")
    read_clip(engine, long)
    assert engine.windows == [FULL_WINDOW_S]
