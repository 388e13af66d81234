"""One session with what is kept of it: made ready, run beside whoever watches, and put away."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from livecue.capture.source import Samples, Source
from livecue.config import ConsentScope, Settings
from livecue.errors import LivecueError, StoreRefused
from livecue.events import AnyEvent
from livecue.hearing.voiceprint import Voiceprint
from livecue.overlay.hands import Hands
from livecue.overlay.reach import reachable
from livecue.paths import home
from livecue.session.compose import Engines, build, load_engines
from livecue.session.identity import new_session_id
from livecue.session.keeping import Kept
from livecue.session.live import Head, LiveSession
from livecue.session.sink import Collected, Sink
from livecue.store.database import Store
from livecue.store.log import SessionLog
from livecue.store.records import BeyondReach
from livecue.transcription.speech_model import Chosen, model_for_real_time, with_model

if TYPE_CHECKING:
    from livecue.overlay.qt import QtOverlay


@dataclass(frozen=True)
class Plan:
    """All that was decided before the first sound.

    store: `None` keeps nothing. consent: what the client agreed to; empty for a recording that is
    kept under nobody, which is kept whole. record: the sound is kept too. clinician_voice: shape
    (192,), where it is known; clinician: its name. cues_hidden: what is noticed waits for the
    review.
    """

    settings: Settings
    client: str | None
    source: Source
    store: Store | None
    consent: tuple[ConsentScope, ...]
    record: bool = False
    clinician_voice: Voiceprint | None = None
    clinician: str | None = None
    cues_hidden: bool = False


@dataclass(frozen=True)
class Ready:
    """What is loaded before a session. settings: with the speech model named. late: words will
    not keep up on this machine."""

    settings: Settings
    engines: Engines
    late: bool = False


@dataclass(frozen=True)
class Ended:
    """A session that is over.

    events: all of them, in order; none of one that was erased. kept: it is in the store.
    kept_late: a part of it only since it is over. refused: why not all of it could be kept.
    beyond: copies that erasing it did not reach.
    """

    id: str
    events: tuple[AnyEvent, ...]
    kept: bool
    erased: bool = False
    kept_late: bool = False
    refused: StoreRefused | None = None
    beyond: BeyondReach = field(default_factory=BeyondReach)


def make_ready(settings: Settings, *, lockstep: bool) -> Ready:
    """Choose the speech model and load everything (some seconds).

    Args:
        lockstep: only a session in real time must keep up; sound in lock-step waits for its words.

    Raises:
        InputError, MissingError: no speech model fits, or one is not on this machine.
    """
    chosen = Chosen(with_model(settings)) if lockstep else model_for_real_time(settings)
    return Ready(chosen.settings, load_engines(chosen.settings), chosen.late)


def open_overlay(plan: Plan) -> "QtOverlay":
    """The overlay of a session, on the main thread; one of its watchers, and what it runs in."""
    from livecue.overlay.display import application
    from livecue.overlay.qt import QtOverlay

    application(plan.settings.windows.language)
    return QtOverlay(
        plan.settings.overlay,
        home() / "overlay.ini",
        cues_hidden=plan.cues_hidden,
        keys=plan.settings.keys,
    )


class Running:
    """A session that can be run, once, and what becomes of it.

    Args:
        plan: what was decided.
        ready: what was loaded for it.
        watchers: told of every event after the store has it.
    """

    def __init__(self, plan: Plan, ready: Ready, watchers: Sequence[Sink]) -> None:
        self.id = new_session_id()
        self._plan = plan
        self._store = plan.store
        self._heard = Collected()
        self._log = None
        sinks: list[Sink] = [self._heard]
        if plan.store is not None:
            self._log = SessionLog(plan.store, self.id, plan.consent)
            sinks.append(self._log)
        source = plan.source
        if plan.record and plan.store is not None:
            source = Kept(source, self._keep_audio)
        head = Head(
            self.id,
            plan.client,
            ready.settings,
            plan.consent,
            ready.engines.models,
            clinician=plan.clinician,
        )
        self.session: LiveSession = build(
            head, source, ready.engines, [*sinks, *watchers], plan.clinician_voice
        )

    def erase(self) -> None:
        """Stop the session, and leave nothing of it; from any thread."""
        self.session.erase()

    def run(
        self,
        within: Callable[[LiveSession], object] = LiveSession.run,
        hands: Hands | None = None,
    ) -> Ended:
        """Run the session to its end, and keep or erase the rest of it.

        Args:
            within: runs it: by itself, or beside a window.
            hands: of its overlay; they are given the session, and `livecue hand` reaches them.

        Raises:
            StoreRefused: it is over, but could not be erased.
        """
        try:
            with self._steered(hands):
                within(self.session)
        finally:
            beyond = self._leave_nothing() if self.session.erased else BeyondReach()
        if self.session.erased:
            return Ended(self.id, (), kept=False, erased=True, beyond=beyond)
        events = tuple(self._heard.events)
        late, refused = False, None
        try:
            late = self._log is not None and self._log.catch_up(events)
        except StoreRefused as error:
            refused = error
        return Ended(self.id, events, kept=self._is_kept(), kept_late=late, refused=refused)

    @contextmanager
    def _steered(self, hands: Hands | None) -> Iterator[None]:
        if hands is None:
            yield
            return
        hands.steer(self.session)
        try:
            self._follow(hands)
            with reachable(hands, home()):
                yield
        finally:
            hands.let_go()

    def _follow(self, hands: Hands) -> None:
        """Let a watch or a light follow, where that is wanted."""
        settings = self._plan.settings
        if not settings.feed.on:
            return
        from livecue.feed.server import Feed
        from livecue.feed.telling import Telling

        try:
            telling = Telling(settings.overlay, self._plan.cues_hidden)
            self.session.watch(Feed(settings.feed, home(), telling))
        except LivecueError as error:
            hands.tell(str(error))

    def _keep_audio(self, start_s: float, samples: Samples) -> None:
        assert self._store is not None
        if not self.session.erased:
            self._store.keep_audio(self.id, start_s, samples)

    def _leave_nothing(self) -> BeyondReach:
        self._heard.events.clear()
        if self._log is not None:
            self._log.give_up()
        if self._store is None or not self._is_kept():
            return BeyondReach()
        return self._store.forget_session(self.id)

    def _is_kept(self) -> bool:
        return self._store is not None and self._store.has_session(self.id)
