"""The session's log: the sink that keeps what the client agreed to."""

from livecue.config import ConsentScope
from livecue.events import AnyEvent, SessionStarted
from livecue.store.database import Store
from livecue.store.redaction import kept_scopes, redact


class SessionLog:
    """A sink: every event it takes is on the disk when `push` returns.

    Args:
        store: stays open when the log is closed.
        session_id: as in the `session` event, which comes first.
        consent: what the client agreed to. Empty, for a recording that is kept under no client,
            means that nobody need agree: it is kept whole.
    """

    def __init__(self, store: Store, session_id: str, consent: tuple[ConsentScope, ...]) -> None:
        self._store = store
        self._session_id = session_id
        self._consent = consent

    def push(self, event: AnyEvent) -> None:
        """Keep what may be kept of the event.

        Raises:
            StoreRefused: it could not be written.
        """
        if isinstance(event, SessionStarted):
            self._consent = kept_scopes(event.client, self._consent)
        kept = redact(event, self._consent)
        if kept is None:
            return
        if isinstance(kept, SessionStarted):
            self._store.begin(kept)
        else:
            self._store.append(self._session_id, kept)

    def close(self) -> None:
        """Nothing to let go of: each event is kept already."""
