"""One session run from a terminal: who watches it, and on which thread."""

import signal
import sys
from contextlib import nullcontext
from typing import Literal

from rich.console import Console

from livecue.cli.console import JsonLines, print_summary
from livecue.cli.progress import SessionProgress
from livecue.errors import MissingError
from livecue.overlay.display import OverlayChoice, can_show_windows
from livecue.overlay.keys import Keys
from livecue.overlay.terminal import TerminalOverlay
from livecue.overlay.unseen import UnseenOverlay
from livecue.session.live import LiveSession
from livecue.session.sink import Sink
from livecue.start.running import Ended, Plan, Running, make_ready, open_overlay
from livecue.store.beyond import beyond_lines
from livecue.wording import SPEAK_FIRST, WORDS_LATE

_KEPT_AFTER_ALL = "What could not be kept while the session ran is kept now, except for its sound."
_ERASED = "This session is erased; nothing of it is kept."


def run(plan: Plan, overlay: OverlayChoice, *, as_json: bool) -> Ended:
    """Run a session to its end: on this thread or, with a window, beside it.

    Raises:
        StoreRefused: the session is over and told of, but not all of it could be kept.
    """
    console = Console(stderr=True, highlight=False)
    watched_in = _resolve(overlay)
    with console.status("getting ready") if console.is_terminal else nullcontext():
        ready = make_ready(plan.settings, lockstep=plan.source.lockstep)
    if ready.late:
        console.print(WORDS_LATE, soft_wrap=True)
    if plan.source.channels == 1 and plan.clinician_voice is None:
        console.print(f"No voice is enrolled. {SPEAK_FIRST}", soft_wrap=True)
    watchers: list[Sink] = []
    if as_json:
        watchers.append(JsonLines())
    if plan.source.lockstep:
        watchers.append(SessionProgress(plan.source.duration_s, console))
    if watched_in == "qt":
        window = open_overlay(plan)
        running = Running(plan, ready, [*watchers, window])
        _stop_on_interrupt(running.session)
        ended = running.run(window.run, window.hands)
    elif watched_in == "terminal":
        terminal = TerminalOverlay(plan.settings.overlay, console)
        running = Running(plan, ready, [*watchers, terminal])
        _stop_on_interrupt(running.session)
        Keys(terminal.hands, console).start()
        ended = running.run(hands=terminal.hands)
    else:
        unseen = UnseenOverlay(plan.settings.overlay)
        running = Running(plan, ready, [*watchers, unseen])
        _stop_on_interrupt(running.session)
        ended = running.run(hands=unseen.hands)
    _tell(ended, console, as_json=as_json)
    if ended.refused is not None:
        raise ended.refused
    return ended


def _tell(ended: Ended, console: Console, *, as_json: bool) -> None:
    if ended.erased:
        for line in (_ERASED, *beyond_lines(ended.beyond)):
            console.print(line, soft_wrap=True)
        return
    if not as_json:
        print_summary(ended.events)
    if ended.kept_late:
        console.print(_KEPT_AFTER_ALL, soft_wrap=True)


def _resolve(choice: OverlayChoice) -> Literal["qt", "terminal", "none"]:
    if choice == "qt" and not can_show_windows():
        raise MissingError(
            "There is no screen to show a window on; use --overlay terminal or --overlay none."
        )
    if choice != "auto":
        return choice
    if can_show_windows():
        return "qt"
    return "terminal" if sys.stderr.isatty() else "none"


def _stop_on_interrupt(session: LiveSession) -> None:
    signal.signal(signal.SIGINT, lambda *_: session.stop())
    signal.signal(signal.SIGTERM, lambda *_: session.stop())
