"""The worker keeps order, gives up little, and says so; it outlives a model that fails or hangs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Event

import pytest

from livecue.config import TranscriptionSettings
from livecue.events import Word
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.scripted import ScriptedTranscriber, by_turn, timed
from livecue.transcription.transcriber import Transcript
from livecue.transcription.worker import MOST_HANGING, Worker
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


def test_of_a_turn_that_is_reopened_while_it_is_read_only_the_whole_comes() -> None:
    with held_up() as worker:
        worker.submit(spoken_for(5, i=0))
    [read] = worker.results()
    assert len(read.turn.samples) == 5 * 16_000


def test_too_far_behind_the_clinicians_short_turns_are_given_up_first() -> None:
    with held_up() as worker:
        worker.submit(spoken_for(12, i=1, speaker="clinician"))
        worker.submit(spoken_for(12, i=2, speaker="client"))
        worker.submit(spoken_for(1.5, i=3, speaker="clinician"))
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


def test_it_says_that_it_is_behind_and_when_it_is_not_any_more() -> None:
    clock = Clock()
    with held_up(clock) as worker:
        clock.now = 3.0
        worker.submit(spoken_for(3, i=1))
        assert worker.state() == "in_time"
        clock.now = 9.0
        assert worker.state() == "behind"
    assert worker.state() == "in_time"


def test_what_fails_once_is_tried_again_and_nothing_is_lost() -> None:
    failures = iter([ValueError("words of the client")])

    def fail_once() -> None:
        for failure in failures:
            raise failure

    worker = Worker(says(fail_once), SETTINGS)
    worker.submit(spoken_for(3, i=0))
    worker.close(wait=True)
    assert read_in_order(worker.results()) == [0]
    assert worker.state() == "in_time"


class Broken:
    """A model that fails at every call until its engine is made anew for the `works_at`-th time."""

    name = "broken"
    sha256 = ""

    def __init__(self, works_at: int, made: int = 0) -> None:
        self._works_at = works_at
        self._made = made

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        if self._made < self._works_at:
            raise RuntimeError("words of the client")
        return Transcript(turn, "read")

    def renewed(self) -> "Broken":
        return Broken(self._works_at, self._made + 1)


def test_what_fails_every_time_is_lost_and_says_why_but_not_what_was_said() -> None:
    worker = Worker(Broken(works_at=99), SETTINGS)
    for n in range(3):
        worker.submit(spoken_for(3, i=n))
    worker.close(wait=True)
    assert given_up(worker.results()) == dict.fromkeys(range(3), "reading failed (RuntimeError)")
    assert worker.state() == "no_text"


def test_a_model_that_has_failed_is_made_anew_and_reads_on() -> None:
    worker = Worker(Broken(works_at=1), SETTINGS)
    for n in range(3):
        worker.submit(spoken_for(3, i=n))
    worker.close(wait=True)
    assert read_in_order(worker.results()) == [0, 1, 2]
    assert worker.state() == "in_time"


class Hanging:
    """A model that hangs at every call, until it is let go or has been made anew often enough."""

    name = "hanging"
    sha256 = ""

    def __init__(self, hangs: int, let_go: Event) -> None:
        self._hangs = hangs
        self._let_go = let_go
        self.calls: SimpleQueue[int] = SimpleQueue()

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        self.calls.put(turn.i)
        if self._hangs > 0:
            self._let_go.wait()
        return Transcript(turn, "read")

    def renewed(self) -> "Hanging":
        other = Hanging(self._hangs - 1, self._let_go)
        other.calls = self.calls
        return other


def test_a_model_that_hangs_is_left_behind_and_a_new_one_reads_on() -> None:
    clock, let_go = Clock(), Event()
    model = Hanging(hangs=1, let_go=let_go)
    worker = Worker(model, SETTINGS, clock)
    worker.submit(spoken_for(3, i=0))
    worker.submit(spoken_for(3, i=1))
    assert model.calls.get() == 0
    clock.now = SETTINGS.no_text_after_s
    assert worker.results() == []
    assert worker.state() != "no_text", "a slow machine is not taken to hang"
    clock.now += 10
    assert worker.results() == []
    assert worker.state() == "no_text"
    worker.close(wait=True)
    assert read_in_order(worker.results()) == [0, 1]
    assert worker.state() == "in_time"
    let_go.set()


def test_a_model_that_always_hangs_is_not_made_anew_for_ever_and_reads_on_when_it_wakes() -> None:
    clock, let_go = Clock(), Event()
    model = Hanging(hangs=99, let_go=let_go)
    worker = Worker(model, SETTINGS, clock)
    for n in range(5):
        worker.submit(spoken_for(3, i=n))
    for _ in range(MOST_HANGING + 1):
        model.calls.get()
        clock.now += 300
        assert not read_in_order(worker.results())
    assert model.calls.empty(), "no further engine is made"
    assert worker.state() == "no_text"
    worker.submit(spoken_for(3, i=9))
    let_go.set()
    worker.close(wait=True)
    assert sorted(read_in_order(worker.results())) == [1, 2, 3, 4, 9], "all but what hung twice"
    assert worker.state() == "in_time"


def test_closing_does_not_wait_for_a_model_that_hangs() -> None:
    let_go = Event()
    worker = Worker(Hanging(hangs=99, let_go=let_go), SETTINGS, Clock())
    for n in range(8):
        worker.submit(spoken_for(3, i=n))
    worker.close(wait=False)
    assert given_up(worker.results()) == dict.fromkeys(range(8), "the session ended first")
    let_go.set()


def test_a_draft_is_read_when_nothing_else_waits_and_its_turn_is_then_ready() -> None:
    calls: list[int] = []
    turn = spoken_for(3, i=3)
    read = Event()

    def script(piece: SpokenTurn) -> list[Word]:
        calls.append(piece.i)
        read.set()
        return timed(f"turn {piece.i}", piece.stretches)

    worker = Worker(ScriptedTranscriber(script), SETTINGS)
    worker.expect([turn])
    read.wait()
    assert worker.results() == [], "nothing is over yet"
    worker.submit(turn)
    worker.close(wait=True)
    assert [one.text for one in worker.results()] == ["turn 3"]
    assert calls == [3]


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
