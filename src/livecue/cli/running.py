"""One session run from a terminal: who watches it, and on which thread."""

import signal
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Literal

from rich.console import Console

from livecue.capture.source import Source
from livecue.cli.console import JsonLines, print_summary
from livecue.cli.progress import SessionProgress
from livecue.config import ConsentScope, Settings
from livecue.errors import MissingError
from livecue.hearing.voiceprint import Voiceprint
from livecue.overlay.display import OverlayChoice, can_show_windows
from livecue.overlay.keys import Keys
from livecue.overlay.terminal import TerminalOverlay
from livecue.paths import home
from livecue.session.compose import build, load_engines
from livecue.session.identity import new_session_id
from livecue.session.keeping import Kept
from livecue.session.live import Head, LiveSession
from livecue.session.sink import Collected, Sink
from livecue.store.database import Store
from livecue.store.log import SessionLog
from livecue.transcription.speech_model import Chosen, model_for_real_time, with_model
from livecue.wording import SPEAK_FIRST, WORDS_LATE

_KEPT_AFTER_ALL = "What could not be kept while the session ran is kept now, except for its sound."


@dataclass(frozen=True)
class Plan:
    """All that was decided before the first sound.

    store: `None` keeps nothing. consent: what the client agreed to; empty for a recording that is
    kept under nobody, which is kept whole. clinician_voice: shape (192,), where it is known.
    """

    settings: Settings
    client: str | None
    source: Source
    store: Store | None
    consent: tuple[ConsentScope, ...]
    overlay: OverlayChoice
    as_json: bool
    record: bool
    clinician_voice: Voiceprint | None = None


def run(plan: Plan) -> str:
    """Run a session to its end: on this thread or, with a window, beside it.

    Returns:
        The session's id.

    Raises:
        StoreRefused: the session is over, but not all of it could be kept.
    """
    console = Console(stderr=True, highlight=False)
    overlay = _resolve(plan.overlay)
    with console.status("getting ready") if console.is_terminal else nullcontext():
        chosen = _speech_model(plan)
        engines = load_engines(chosen.settings)
    if chosen.late:
        console.print(WORDS_LATE, soft_wrap=True)
    if plan.source.channels == 1 and plan.clinician_voice is None:
        console.print(f"No voice is enrolled. {SPEAK_FIRST}", soft_wrap=True)
    head = Head(new_session_id(), plan.client, chosen.settings, plan.consent, engines.models)
    heard = Collected()
    sinks: list[Sink] = [heard]
    if plan.as_json:
        sinks.append(JsonLines())
    log = None if plan.store is None else SessionLog(plan.store, head.id, plan.consent)
    if log is not None:
        sinks.append(log)
    if plan.source.lockstep:
        sinks.append(SessionProgress(plan.source.duration_s, console))
    terminal = TerminalOverlay(plan.settings.overlay, console)
    if overlay == "terminal":
        sinks.append(terminal)
    source = plan.source
    if plan.record and plan.store is not None:
        source = Kept(source, partial(plan.store.keep_audio, head.id))
    if overlay == "qt":
        from livecue.overlay.qt import QtOverlay

        window = QtOverlay(plan.settings.overlay, home() / "overlay.ini")
        session = build(head, source, engines, [*sinks, window], plan.clinician_voice)
        _stop_on_interrupt(session)
        window.run(session)
    else:
        session = build(head, source, engines, sinks, plan.clinician_voice)
        _stop_on_interrupt(session)
        if overlay == "terminal":
            Keys(session, terminal.state, console).start()
        session.run()
    if not plan.as_json:
        print_summary(heard.events)
    if log is not None and log.catch_up(heard.events):
        console.print(_KEPT_AFTER_ALL, soft_wrap=True)
    return head.id


def _speech_model(plan: Plan) -> Chosen:
    """Only a session in real time must keep up; sound in lock-step waits for its words."""
    if plan.source.lockstep:
        return Chosen(with_model(plan.settings))
    return model_for_real_time(plan.settings)


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
