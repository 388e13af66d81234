"""The replay from its opening to its end, on the main thread."""

from collections.abc import Sequence
from functools import partial

from livecue.config import Settings
from livecue.events import AnyEvent, SessionStarted
from livecue.markers.weighing import Weighing
from livecue.review.replay.conclusions import Conclusions
from livecue.review.replay.json import as_json
from livecue.review.replay.play import KeptSound
from livecue.review.replay.timeline import timeline_of
from livecue.session.by_hand import without_hands
from livecue.store.database import Store


def printed(log: Sequence[AnyEvent]) -> str:
    """What the window would show, as one line of JSON."""
    corrected = len(without_hands(log)) < len(log)
    now = conclusions_of(log).draw(log) if corrected else None
    return as_json(timeline_of(log, now))


def show(store: Store, session_id: str, log: Sequence[AnyEvent], language: str) -> None:
    """Show the window, and come back when it is closed.

    Args:
        language: of the window, as `WindowSettings` has it.

    Raises:
        MissingError: there are no words in the language that is set.
    """
    from livecue.overlay.display import application
    from livecue.review.replay.window import ReplayWindow, Reviewed

    app = application(language)
    app.setQuitOnLastWindowClosed(True)
    window = ReplayWindow(
        Reviewed(
            log=log,
            keep=partial(store.add, session_id),
            conclusions=conclusions_of(log),
            sound=lambda: KeptSound(store.audio(session_id)),
        )
    )
    window.show()
    app.exec()


def conclusions_of(log: Sequence[AnyEvent]) -> Conclusions:
    """What follows from a session's log, by the network that reads turns on this machine."""
    return Conclusions(_settings_of(log).transcription.language, _weighing)


def _weighing() -> Weighing:
    # Most sessions are looked at without any turn's being read again.
    from livecue.markers.network import load_weighing
    from livecue.model_files import locate

    return load_weighing(locate("turn-reader"))


def _settings_of(log: Sequence[AnyEvent]) -> Settings:
    head = log[0]
    assert isinstance(head, SessionStarted), "a log begins with its head"
    return Settings.of_log(head.settings)
