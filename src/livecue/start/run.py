"""The windows one after another: start, the session's overlay, after, and start again."""

import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from livecue.config import Settings
from livecue.errors import LivecueError, MissingError, StoreRefused
from livecue.hearing.enrolment import Enrolment
from livecue.overlay.display import application
from livecue.session.consent import decide
from livecue.start import own_voice
from livecue.start.after import AfterWindow, summary
from livecue.start.asks import Asks
from livecue.start.choices import Choices
from livecue.start.edges import Edges, learner
from livecue.start.elsewhere import open_elsewhere
from livecue.start.known import (
    clients_latest_first,
    count_session,
    finished_sessions,
    known,
    profile_of,
)
from livecue.start.memory import Memory
from livecue.start.notes import notes
from livecue.start.passphrase import ask_in_window
from livecue.start.running import Ended, Plan, Ready, Running, open_overlay
from livecue.start.window import StartWindow
from livecue.store.database import Store
from livecue.store.opening import open_store
from livecue.store.records import VoiceRecord
from livecue.translation import words

_TICK_MS = 250


@dataclass(frozen=True)
class Prepared:
    """A session that only has to be run."""

    plan: Plan
    ready: Ready


def start(settings: Settings, home: Path, edges: Edges | None = None) -> None:
    """Sessions from the start window, until it is closed.

    Args:
        settings: for a session with a client.
        home: folder of all that livecue keeps.

    Raises:
        StoreRefused: what is kept cannot be opened; it was told in a window, too.
    """
    app = application(settings.windows.language)
    app.setQuitOnLastWindowClosed(False)  # they come one after another
    told: list[str] = []
    try:
        store, passphrase = _opened(home, told)
    except LivecueError as error:
        _tell(app, str(error))
        raise
    _clear_away()
    try:
        with _on_signals(app.closeAllWindows):
            _Sessions(app, settings, home, store, edges or Edges(), told, passphrase).go_on()
    finally:
        if store is not None:
            store.close()


class _Sessions:
    """One after another."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        home: Path,
        store: Store | None,
        edges: Edges,
        told: list[str],
        passphrase: str | None,
    ) -> None:
        self._app = app
        self._settings = settings
        self._home = home
        self._store = store
        self._edges = edges
        self._told = told
        self._passphrase = passphrase
        self._memory = Memory(home / "start.ini")
        self._ticks = QTimer()
        self._ticks.timeout.connect(lambda: None)  # Ctrl+C is heard between two of them
        self._ticks.start(_TICK_MS)

    def go_on(self) -> None:
        """Until a window is closed."""
        while (chosen := self._choose()) is not None:
            _clear_away()
            if not self._after(*chosen):
                return
            _clear_away()

    def _choose(self) -> tuple[Choices, Prepared] | None:
        window = StartWindow(self._asks(), self._memory)
        self._show(window)
        if not isinstance(window.ready, Prepared) or window.choices is None:
            return None
        return window.choices, window.ready

    def _show(self, window: StartWindow | AfterWindow) -> None:
        """Come back when it is closed."""
        window.closed.connect(self._app.quit)
        window.show()
        window.activateWindow()
        self._app.exec()
        window.deleteLater()

    def _after(self, choices: Choices, prepared: Prepared) -> bool:
        """Run the session, then tell of it; whether another one is wanted."""
        look = None
        try:
            ended = self._run(prepared)
        except LivecueError as error:
            lines = [str(error)]
        else:
            lines = summary(ended, cues_hidden=choices.cues_hidden)
            if not ended.erased and ended.refused is None and self._store is not None:
                count_session(self._store, choices)
            if ended.kept:
                look = partial(open_elsewhere, ("replay", ended.id), passphrase=self._passphrase)
        _clear_away()
        window = AfterWindow(lines, look)
        self._show(window)
        return window.go_on

    def _run(self, prepared: Prepared) -> Ended:
        overlay = open_overlay(prepared.plan)
        running = Running(prepared.plan, prepared.ready, [overlay])
        with _on_signals(running.session.stop):
            return running.run(overlay.run, overlay.hands)

    def _asks(self) -> Asks:
        store, settings, edges = self._store, self._settings, self._edges
        return Asks(
            clients=[] if store is None else clients_latest_first(store),
            known=lambda client: known(_there(store), client),
            voice=self._voice,
            devices=edges.devices,
            open_microphone=lambda name: edges.microphone(name, settings.capture),
            load_learner=lambda: learner(settings),
            keep_voice=self._keep_voice,
            make_ready=self._make_ready,
            let_go=_let_go,
            sessions=0 if store is None else finished_sessions(store),
            keeps=store is not None,
            practise=partial(open_elsewhere, ("practice",)),
            notes=self._notes(),
        )

    def _notes(self) -> list[str]:
        """What was told when the store was opened is told once."""
        told, self._told = self._told, []
        if self._store is not None and self._store.anything_is_written():
            told.append(words("Another livecue is keeping a session now; each is kept by itself."))
        return [*told, *notes(self._settings)]

    def _make_ready(self, choices: Choices) -> Prepared:
        """On a thread of its own."""
        store = self._store if choices.client is not None else None
        settings = self._settings
        if store is not None:
            settings = settings.for_client(profile_of(store, choices))
        kept = store if choices.kept != "nothing" else None
        scopes = decide(
            live=True,
            client=choices.client,
            kept=kept is not None,
            given=choices.scopes,
            asker=None,
        )
        ready = self._edges.ready(settings)
        in_call = choices.place == "call"
        voice = None if in_call or self._store is None else self._own_voice()
        source = (
            self._edges.call(choices.microphone, choices.played, settings.capture)
            if in_call
            else self._edges.microphone(choices.microphone, settings.capture)
        )
        plan = Plan(
            settings=settings,
            client=choices.client,
            source=source,
            store=kept,
            consent=scopes,
            record=choices.kept == "audio",
            clinician_voice=None if voice is None else voice.voiceprint,
            clinician=None if voice is None else voice.name,
            cues_hidden=choices.cues_hidden,
        )
        return Prepared(plan, ready)

    def _voice(self) -> str | None:
        found = None if self._store is None else self._own_voice()
        return None if found is None else found.name

    def _own_voice(self) -> VoiceRecord | None:
        """The latest that can still be used: somebody who learnt it anew wants that one."""
        model = self._edges.voice_model()
        usable = [voice for voice in _there(self._store).voices() if voice.model == model]
        return max(usable, key=lambda voice: voice.made_at, default=None)

    def _keep_voice(self, name: str, voice: Enrolment) -> str:
        source = self._memory.microphone or words("the microphone")
        model = self._edges.voice_model()
        return own_voice.keep(_there(self._store), name, voice, model, source)


def _opened(home: Path, told: list[str]) -> tuple[Store | None, str | None]:
    """The store, `None` if nothing is to be kept today, and the passphrase, if it was typed."""
    asked = _Asked()
    while True:
        try:
            return open_store(home, asked, tell=told.append), asked.typed
        except MissingError:
            if not asked.refused:
                raise
            return None, None
        except StoreRefused as error:
            if not asked.typed:
                raise
            asked = _Asked(str(error))


class _Asked:
    """Asks for a passphrase in a window, and knows what came of it. said: why it asks again."""

    def __init__(self, said: str = "") -> None:
        self._said = said
        self.typed: str | None = None
        self.refused = False

    def __call__(self, *, new: bool) -> str | None:
        passphrase = ask_in_window(
            new=new, said=self._said, without=words("Without: keep nothing today")
        )
        self.typed, self.refused = passphrase, passphrase is None
        return passphrase


def _clear_away() -> None:
    """See that windows which are done go now, and on this thread.

    Python takes apart what refers to itself on whatever thread it runs just then; a window that
    goes on the session's thread ends the program.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@contextmanager
def _on_signals(stop: Callable[[], object]) -> Iterator[None]:
    """Ctrl+C, or being told to go, ends what runs."""
    names = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(name, lambda *_: stop()) for name in names]
    try:
        yield
    finally:
        for name, handler in zip(names, before, strict=True):
            signal.signal(name, handler)


def _let_go(prepared: object) -> None:
    """A session that was made ready in vain."""
    if isinstance(prepared, Prepared):
        prepared.plan.source.close()


def _there(store: Store | None) -> Store:
    assert store is not None, "without a store there is no client, and no voice is learnt"
    return store


def _tell(app: QApplication, sentence: str) -> None:
    """One sentence in a window, since there may be no terminal."""
    box = QMessageBox(QMessageBox.Icon.Warning, "livecue", sentence)
    box.finished.connect(app.quit)
    box.show()
    app.exec()
