"""Sessions kept where the commands find them."""

from pathlib import Path

from livecue.config import ClientProfile
from livecue.events import AnyEvent
from livecue.store.database import Store
from livecue.store.log import SessionLog
from livecue.store.opening import open_store
from tests.store.twins import nobody


def opened(home: Path) -> Store:
    """The store that the commands use."""
    return open_store(home, nobody)


def keep(home: Path, *sessions: list[AnyEvent]) -> None:
    """Keep these sessions, and the clients they are of."""
    with opened(home) as store:
        for first, *rest in sessions:
            assert first.type == "session"
            if first.client is not None:
                store.add_client(first.client, ClientProfile())
            log = SessionLog(store, first.id, ("timeline", "words"))
            for event in (first, *rest):
                log.push(event)
