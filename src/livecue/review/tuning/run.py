"""Tuning from its opening to its end: a client's kept sessions read, and the window shown."""

import gc
from collections.abc import Iterator
from functools import partial

from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.errors import InputError, MissingError
from livecue.events import AnyEvent, SessionStarted, Speech
from livecue.markers.lexicon import load_lexicon
from livecue.markers.sureness import Costs, load_costs
from livecue.model_files import locate
from livecue.review.tuning.client import Tuner, newest_first
from livecue.review.tuning.walk import keep
from livecue.store.database import Store


def logs_of(store: Store, client: str) -> Iterator[list[AnyEvent]]:
    """A client's sessions in which somebody spoke, newest first."""
    for record in store.sessions():
        if record.client == client:
            log = store.events(record.id)
            if isinstance(log[0], SessionStarted) and any(isinstance(e, Speech) for e in log):
                yield log


def tuner_of(store: Store, client: str, settings: Settings) -> Tuner:
    """A client's kept sessions, ready to be asked.

    settings: everybody's, without the client's own.

    Raises:
        InputError: there is no such client, or no session of theirs is kept.
    """
    own = settings.for_client(store.profile(client))
    sessions = [keep(log, load_lexicon(_language(log))) for log in logs_of(store, client)]
    if not sessions:
        raise InputError(
            f"No session of client '{client}' is kept yet; 'livecue listen --client {client}' "
            "keeps one."
        )
    gc.freeze()  # they live as long as the window: no use in looking through them again and again
    guide = load_guide(own.transcription.language)
    return Tuner(client, own, newest_first(sessions), guide)


def _language(log: list[AnyEvent]) -> str:
    head = log[0]
    assert isinstance(head, SessionStarted), "a log begins with its head"
    return Settings.of_log(head.settings).transcription.language


def show(tuner: Tuner, settings: Settings, store: Store) -> None:
    """Show the window, and come back when it is closed.

    Raises:
        MissingError: there are no words in the language that is set.
    """
    from livecue.overlay.display import application
    from livecue.review.tuning.window import TuningWindow

    app = application(settings.windows.language)
    app.setQuitOnLastWindowClosed(True)
    change = partial(store.change_profile, tuner.client)
    window = TuningWindow(tuner, settings, change, _costs())
    window.show()
    app.exec()


def _costs() -> Costs | None:
    """What each level of sureness costs; a client's sessions can be asked without it."""
    try:
        return load_costs(locate("turn-reader").files["sureness.json"])
    except MissingError:
        return None
