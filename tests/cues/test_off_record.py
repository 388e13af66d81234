"""Off the record time stands still for the cues: nothing of them falls into the gap."""

from livecue.events import Action
from tests.cues.hour import Hour


def off_record(hour: Hour, at: float, until: float) -> None:
    hour.act("off_record", at)
    hour.until(until)
    hour.act("on_record", until)


def times_of(hour: Hour) -> list[float]:
    return [event.at for event in hour.written if isinstance(event, Action)]


def test_the_guide_moves_on_with_the_time_that_was_heard() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0, 100.0)
    off_record(hour, 110.0, 200.0)
    assert times_of(hour) == []
    hour.until(300.0)
    assert times_of(hour) == [210.0]


def test_exploring_does_not_run_out_while_nothing_is_heard() -> None:
    hour = Hour(exploring_s=100.0)
    hour.act("mode", 100.0, "exploring")
    hour.written.clear()
    off_record(hour, 150.0, 400.0)
    assert times_of(hour) == []
    hour.until(500.0)
    assert hour.modes == [(450.0, "technique")]


def test_what_was_due_before_the_gap_is_written_before_it() -> None:
    hour = Hour(exploring_s=100.0)
    hour.act("mode", 100.0, "exploring")
    off_record(hour, 250.0, 400.0)
    assert hour.modes == [(200.0, "technique")]
