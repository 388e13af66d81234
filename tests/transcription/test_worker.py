"""The worker keeps order, gives up little, and says so; it outlives a model that fails or hangs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

import pytest

from livecue.config import TranscriptionSettings
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.scripted import ScriptedTranscriber, by_turn
from livecue.transcription.transcriber import Transcript
from livecue.transcription.worker import Worker
from tests.transcription.turns import spoken_for

SETTINGS = TranscriptionSettings(queue_s=30, behind_after_s=5)


class Gate:
    """Stands before every reading: says when one begins, and lets it go on when opened."""

    def __init__(self) -> None:
        self.reached = Event()
        self.opened = Event()

    def __call__(self) -> None:
        self.reached.set()
        self.opened.wait()


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def says(before: Callable[[], object] = lambda: None) -> ScriptedTranscriber:
    """A transcriber that reads turn n as "turn n"."""
    return ScriptedTranscriber(by_turn({n: f"turn {n}" for n in range(20)}), before)


def read_in_order(results: list[Transcript]) -> list[int]:
    return [one.turn.i for one in results if one.text is not None]


def given_up(results: list[Transcript]) -> dict[int, str | None]:
    return {one.turn.i: one.why_lost for one in results if one.text is None}


@contextmanager
def held_up(clock: Clock | None = None) -> Iterator[Worker]:
    """A worker that is still reading turn 0, and reads on when the block ends."""
    gate = Gate()
    worker = Worker(says(gate), SETTINGS, clock or Clock())
    worker.submit(spoken_for(2, i=0, speaker="clinician"))
    gate.reached.wait()
    yield worker
    gate.opened.set()
    worker.close(wait=True)


def test_turns_are_read_in_order_and_given_once() -> None:
    worker = Worker(says(), SETTINGS)
    for n in range(4):
        worker.submit(spoken_for(3, i=n, speaker="clinician" if n % 2 else "client"))
    worker.close(wait=True)
    assert [one.text for one in worker.results()] == ["turn 0", "turn 1", "turn 2", "turn 3"]
    assert worker.results() == []
    assert not worker.busy


def test_asking_for_results_never_waits() -> None:
    with held_up() as worker:
        assert worker.results() == []
        assert worker.busy


def test_a_reopened_turn_takes_the_place_of_its_earlier_version() -> None:
    with held_up() as worker:
        worker.submit(spoken_for(3, i=1))
        worker.submit(spoken_for(3, i=2))
        worker.submit(spoken_for(9, i=1))
        assert worker.backlog_s == pytest.approx(12)
    results = worker.results()
    assert read_in_order(results) == [0, 1, 2]
    assert len(results[1].turn.samples) == 9 * 16_000


def test_a_turn_that_is_reopened_while_it_is_read_is_read_again() -> None:
    with held_up() as worker:
        worker.submit(spoken_for(5, i=0))
    assert read_in_order(worker.results()) == [0, 0]


def test_too_far_behind_the_clinicians_short_turns_are_given_up_first() -> None:
    with held_up() as worker:
        worker.submit(spoken_for(12, i=1, speaker="clinician"))
        worker.submit(spoken_for(12, i=2, speaker="client"))
        worker.submit(spoken_for(2, i=3, speaker="clinician"))
        worker.submit(spoken_for(5, i=4, speaker="client"))
    results = worker.results()
    assert given_up(results) == {3: "too far behind"}
    assert read_in_order(results) == [0, 1, 2, 4]


def test_then_the_clinicians_oldest_then_the_oldest_at_all() -> None:
    with held_up() as worker:
        worker.submit(spoken_for(10, i=1, speaker="clinician"))
        worker.submit(spoken_for(10, i=2, speaker="clinician"))
        worker.submit(spoken_for(20, i=3, speaker="client"))
        assert worker.backlog_s == pytest.approx(30)
        worker.submit(spoken_for(10, i=4, speaker="unknown"))
        worker.submit(spoken_for(10, i=5, speaker="client"))
        worker.submit(spoken_for(15, i=6, speaker="client"))
    results = worker.results()
    assert list(given_up(results)) == [1, 2, 4, 3]
    assert read_in_order(results) == [0, 5, 6]


def test_the_last_turn_is_kept_however_long_it_is() -> None:
    with held_up() as worker:
        worker.submit(spoken_for(100, i=1))
    assert read_in_order(worker.results()) == [0, 1]


def test_behind_the_clients_turns_are_read_first() -> None:
    clock = Clock()
    with held_up(clock) as worker:
        for n, speaker in enumerate(("clinician", "client", "clinician", "client"), start=1):
            worker.submit(spoken_for(3, i=n, speaker=speaker))  # type: ignore[arg-type]
        clock.now = 60.0
    assert read_in_order(worker.results()) == [0, 2, 4, 1, 3]


def test_how_far_it_is_behind_is_the_age_of_the_oldest_turn_without_words() -> None:
    clock = Clock()
    with held_up(clock) as worker:
        clock.now = 3.0
        worker.submit(spoken_for(3, i=1))
        assert worker.behind_s() == pytest.approx(3.0)
        clock.now = 9.0
        assert worker.behind_s() == pytest.approx(9.0)
    assert worker.behind_s() == 0.0


def test_a_transcriber_that_raises_loses_the_turn_and_nothing_else() -> None:
    failures = iter([ValueError("words of the client"), None])

    def fail_once() -> None:
        if (failure := next(failures)) is not None:
            raise failure

    worker = Worker(says(fail_once), SETTINGS)
    worker.submit(spoken_for(3, i=0))
    worker.submit(spoken_for(3, i=1))
    worker.close(wait=True)
    results = worker.results()
    assert given_up(results) == {0: "reading failed (ValueError)"}
    assert read_in_order(results) == [1]


def test_a_transcriber_that_hangs_stops_neither_submitting_nor_closing() -> None:
    clock = Clock()
    gate = Gate()
    worker = Worker(says(gate), SETTINGS, clock)
    worker.submit(spoken_for(3, i=0))
    gate.reached.wait()
    for n in range(1, 15):
        worker.submit(spoken_for(3, i=n))
    clock.now = 120.0
    assert worker.behind_s() == pytest.approx(120.0)
    worker.close(wait=False)
    assert set(given_up(worker.results())) == set(range(1, 15))
    gate.opened.set()


def test_nothing_is_lost_silently() -> None:
    turns: list[SpokenTurn] = [
        spoken_for(4 + n % 7, i=n, speaker="clinician" if n % 3 else "client") for n in range(1, 20)
    ]
    with held_up() as worker:
        for turn in turns:
            worker.submit(turn)
    results = worker.results()
    assert sorted(one.turn.i for one in results) == list(range(20))
    assert all(one.why_lost for one in results if one.text is None)
