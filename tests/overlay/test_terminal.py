"""The overlay of a machine without a screen."""

from io import StringIO

from rich.console import Console

from livecue.config import OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.terminal import TerminalOverlay
from tests.events import action, cue, health, marker, speech


def printed(*events: tuple[float, AnyEvent]) -> list[str]:
    """What stands on the terminal after events that left the session at these seconds."""
    console = Console(file=StringIO(), width=200)
    overlay = TerminalOverlay(OverlaySettings(), console)
    for emitted_at, event in events:
        overlay.push(event.model_copy(update={"emitted_at": emitted_at}))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue().splitlines()


def test_a_line_is_printed_when_something_changes_and_only_then() -> None:
    assert printed(
        (1.0, speech("client", 0, 1)),
        (8.0, speech("client", 2, 8)),
        (12.5, marker("yes_but", 12)),
        (12.5, cue(12, "yes_but")),
        (70.0, speech("clinician", 66, 69)),
        (71.0, action(71, "hold")),
    ) == [
        "0:01 listening",
        "0:12 noticed. reservation voiced, at 0:09",
        "0:12 consider pausing. reservation voiced twice, last at 0:09. Slow down a little",
        "1:10 listening",
        "1:11 held. nothing is counted until you go on",
    ]


def test_an_event_that_speaks_of_earlier_does_not_turn_the_clock_back() -> None:
    lines = printed((70.0, health(70, "text_behind")), (70.5, speech("client", 2, 3)))
    assert lines == ["1:10 listening. words are late, pauses are still heard"]


def test_words_in_brackets_are_printed_as_they_are() -> None:
    (line,) = printed((10.0, cue(10, "yes_but", suggestion="Perhaps [bold] both.")))
    assert "Perhaps [bold] both" in line
