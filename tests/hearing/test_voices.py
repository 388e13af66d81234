"""Who speaks, with one microphone."""

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import SpeakerSettings
from livecue.events import Speaker
from livecue.hearing.clustering import unit, voices_among
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


class Listening:
    """Stretches half a second apart, and their names as they stand after the last."""

    def __init__(self, who: VoiceSpeakers) -> None:
        self.who = who
        self.names: list[Speaker] = []

    def hear(self, people: list[int], seconds: float = 1.0, gap_s: float = 0.5) -> list[Speaker]:
        for person in people:
            gap = gap_s if self.names else None
            self.names.append(self.who.name(0, speech(person, seconds), gap)[0])
            for i, (name, _) in self.who.second_thoughts().items():
                self.names[i] = name
        return self.names[-len(people) :]


def hear(who: VoiceSpeakers, people: list[int]) -> list[Speaker]:
    return Listening(who).hear(people)


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


@pytest.mark.parametrize("before", [1, 20])
def test_a_third_voice_is_unknown_and_teaches_nothing(before: int) -> None:
    heard = Listening(speakers())
    heard.hear([ENROLLED, OTHER] * before)
    heard.hear([THIRD, ENROLLED, OTHER, OTHER] * 10)

    mixed = heard.hear([THIRD, ENROLLED, OTHER, THIRD, OTHER])

    assert mixed == ["unknown", T, C, "unknown", C]
    third = heard.names[2 * before :: 4][:10]
    assert third.count("unknown") >= 9


def test_a_voice_heard_long_ago_is_still_known() -> None:
    heard = Listening(speakers())
    heard.hear([ENROLLED, OTHER] * 20)
    heard.hear([OTHER] * 300)

    assert set(heard.names[40:]) == {C}
    assert heard.hear([ENROLLED, OTHER]) == [T, C]


class ByMajority(Drawn):
    """Whoever is heard for longer."""

    def embed(self, samples: Samples) -> Voiceprint:
        people, frames = np.unique(samples, return_counts=True)
        return self.of(int(people[np.argmax(frames)]))


def two_in_one(first_s: float, second_s: float) -> Samples:
    """The client, and without a pause the clinician."""
    return np.concatenate([speech(OTHER, first_s), speech(ENROLLED, second_s)])


def after_both_are_known(samples: Samples) -> float | None:
    drawn = ByMajority()
    who = VoiceSpeakers(SpeakerSettings(), drawn, drawn.of(ENROLLED))
    Listening(who).hear([ENROLLED, OTHER] * 20)
    who.name(0, samples[:SAMPLE_RATE_HZ], 0.5)
    return who.takes_over(samples)


@pytest.mark.parametrize("first_s", [1.0, 2.5, 6.0])
def test_where_the_other_takes_over_without_a_pause_is_found(first_s: float) -> None:
    assert after_both_are_known(two_in_one(first_s, 2.0)) == pytest.approx(first_s, abs=0.3)


@pytest.mark.parametrize("samples", [speech(OTHER, 5), speech(ENROLLED, 2), speech(OTHER, 0.8)])
def test_in_one_voice_nobody_takes_over(samples: Samples) -> None:
    assert after_both_are_known(samples) is None


def test_before_two_voices_are_known_nobody_takes_over() -> None:
    who = VoiceSpeakers(SpeakerSettings(), ByMajority(), None)
    who.name(0, speech(OTHER, 1), None)
    assert who.takes_over(two_in_one(2, 2)) is None


def test_a_sound_too_short_for_a_voice_goes_by_whose_turn_it_is() -> None:
    heard = Listening(speakers())
    heard.hear([ENROLLED, OTHER] * 20)

    heard.hear([ENROLLED])
    assert heard.who.name(0, speech(OTHER, 0.1), 2.0)[0] == C
    heard.hear([ENROLLED])
    assert heard.who.name(0, speech(OTHER, 0.1), 0.2)[0] == T


def test_a_short_answer_leans_on_whose_turn_it_is() -> None:
    between = unit(Drawn(0).of(ENROLLED) + Drawn(0).of(OTHER))
    halfway = [between * 0.999, between]

    class Undecided(Drawn):
        def embed(self, samples: Samples) -> Voiceprint:
            return halfway[1] if int(samples[0]) == THIRD else super().embed(samples)

    settings = SpeakerSettings(unknown_below=0)
    heard = Listening(VoiceSpeakers(settings, Undecided(0.2), Drawn(0).of(ENROLLED)))
    heard.hear([ENROLLED, OTHER] * 20)
    heard.hear([ENROLLED])

    after_a_wait = heard.who.name(0, speech(THIRD, 0.4), 3.0)
    heard.hear([ENROLLED])
    at_once = heard.who.name(0, speech(THIRD, 0.4), 0.2)

    assert (after_a_wait[0], at_once[0]) == (C, T)


def test_a_label_is_surer_the_nearer_the_voice() -> None:
    heard = Listening(speakers())
    heard.hear([ENROLLED, OTHER] * 20)

    _, sure = heard.who.name(0, speech(OTHER, 1.0), 0.5)
    _, by_turn_only = heard.who.name(0, speech(OTHER, 0.1), 0.5)

    assert by_turn_only == 0.5 < 0.9 < sure <= 1


def test_swapping_turns_the_names_round_from_here_on() -> None:
    heard = Listening(speakers())
    heard.hear([ENROLLED, OTHER] * 20)
    heard.who.swap()

    assert heard.hear([ENROLLED, OTHER]) == [C, T]


def test_two_voices_need_some_speech_of_each() -> None:
    drawn = Drawn()
    prints = np.stack([drawn.of(ENROLLED)] * 6 + [drawn.of(OTHER)])

    assert not voices_among(prints, np.ones(7)).any()


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_as_many_voices_are_found_as_there_are(people: int) -> None:
    drawn = Drawn()
    who = np.array([n % people for n in range(12 * people)])
    prints = np.stack([drawn.of(person) for person in who])

    which = voices_among(prints, np.ones(len(who)))

    assert len(set(zip(who.tolist(), which.tolist(), strict=True))) == people
    assert which.max() == people - 1
