"""Who speaks, with one microphone."""

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import SpeakerSettings
from livecue.events import Speaker
from livecue.hearing.two_voices import two_voices, unit
from livecue.hearing.voiceprint import Voiceprint
from livecue.hearing.voices import VoiceSpeakers

ENROLLED, OTHER, THIRD = 0, 1, 2


class Drawn:
    """Draws each person's voiceprint about a direction of their own; level says which person."""

    def __init__(self, spread: float = 0.8, seed: int = 0) -> None:
        self._spread = spread
        self._random = np.random.default_rng(seed)

    def of(self, person: int) -> Voiceprint:
        centre = np.zeros(192, np.float32)
        centre[person] = 1
        away = self._random.standard_normal(192).astype(np.float32) / np.sqrt(192)
        return unit(centre + self._spread * away)

    def embed(self, samples: Samples) -> Voiceprint:
        return self.of(int(samples[0]))


def speech(person: int, seconds: float) -> Samples:
    return np.full(round(seconds * SAMPLE_RATE_HZ), person, np.int16)


def speakers(enrolled: bool = True, seed: int = 0) -> VoiceSpeakers:
    drawn = Drawn(seed=seed)
    return VoiceSpeakers(SpeakerSettings(), drawn, drawn.of(ENROLLED) if enrolled else None)


def hear(who: VoiceSpeakers, people: list[int], seconds: float = 1.0) -> list[Speaker]:
    """The names of some stretches as they stand after the last, half a second between them."""
    names: list[Speaker] = []
    for person in people:
        names.append(who.name(0, speech(person, seconds), 0.5 if names else None)[0])
        for i, (name, _) in who.second_thoughts().items():
            names[i] = name
    return names


T: Speaker = "clinician"
C: Speaker = "client"


@pytest.mark.parametrize("enrolled", [True, False])
@pytest.mark.parametrize("seed", range(5))
def test_two_voices_are_told_apart(enrolled: bool, seed: int) -> None:
    people = [ENROLLED, OTHER, ENROLLED, OTHER, OTHER, ENROLLED, ENROLLED, OTHER] * 6

    names = hear(speakers(enrolled, seed), people)

    assert names == [T if person == ENROLLED else C for person in people]


def test_the_enrolled_clinician_is_known_even_when_the_client_speaks_first() -> None:
    people = [OTHER, OTHER, ENROLLED, OTHER, ENROLLED, ENROLLED]

    assert hear(speakers(), people) == [C, C, T, C, T, T]


def test_without_enrolment_the_first_to_speak_is_the_clinician() -> None:
    assert hear(speakers(enrolled=False), [OTHER, ENROLLED, OTHER, ENROLLED]) == [T, C, T, C]


def test_one_voice_alone_is_not_cut_in_two() -> None:
    assert hear(speakers(enrolled=False), [OTHER] * 30) == [T] * 30


def test_a_third_voice_is_unknown_and_teaches_nothing() -> None:
    who = speakers()
    hear(who, [ENROLLED, OTHER] * 20)

    assert hear(who, [THIRD] * 20) == ["unknown"] * 20
    assert hear(who, [OTHER, ENROLLED]) == [C, T]


def test_a_sound_too_short_for_a_voice_goes_by_whose_turn_it_is() -> None:
    who = speakers()
    hear(who, [ENROLLED, OTHER] * 20)

    hear(who, [ENROLLED])
    assert who.name(0, speech(OTHER, 0.1), 2.0)[0] == C
    hear(who, [ENROLLED])
    assert who.name(0, speech(OTHER, 0.1), 0.2)[0] == T


def test_a_short_answer_leans_on_whose_turn_it_is() -> None:
    between = unit(Drawn(0).of(ENROLLED) + Drawn(0).of(OTHER))
    halfway = [between * 0.999, between]

    class Undecided(Drawn):
        def embed(self, samples: Samples) -> Voiceprint:
            return halfway[1] if int(samples[0]) == THIRD else super().embed(samples)

    who = VoiceSpeakers(SpeakerSettings(unknown_below=0), Undecided(0.2), Drawn(0).of(ENROLLED))
    hear(who, [ENROLLED, OTHER] * 20)
    hear(who, [ENROLLED])

    after_a_wait = who.name(0, speech(THIRD, 0.4), 3.0)
    hear(who, [ENROLLED])
    at_once = who.name(0, speech(THIRD, 0.4), 0.2)

    assert (after_a_wait[0], at_once[0]) == (C, T)


def test_a_label_is_surer_the_nearer_the_voice() -> None:
    who = speakers()
    hear(who, [ENROLLED, OTHER] * 20)

    _, sure = who.name(0, speech(OTHER, 1.0), 0.5)
    _, by_turn_only = who.name(0, speech(OTHER, 0.1), 0.5)

    assert by_turn_only == 0.5 < 0.9 < sure <= 1


def test_swapping_turns_the_names_round_from_here_on() -> None:
    who = speakers()
    hear(who, [ENROLLED, OTHER] * 20)
    who.swap()

    assert hear(who, [ENROLLED, OTHER]) == [C, T]


def test_two_voices_need_some_speech_of_each() -> None:
    drawn = Drawn()
    prints = np.stack([drawn.of(ENROLLED)] * 6 + [drawn.of(OTHER)])

    assert two_voices(prints, np.ones(7)) is None
