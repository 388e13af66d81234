"""The session's log: the sink that keeps what the client agreed to."""

from collections.abc import Sequence

from livecue.config import ConsentScope
from livecue.errors import StoreRefused
from livecue.events import AnyEvent, SessionStarted
from livecue.store.database import Store
from livecue.store.redaction import kept_scopes, redact
from livecue.store.sessions import ForgottenMeanwhileError
from livecue.store.writing import Claim


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
        self._next = 0
        self._claim: Claim | None = None
        self._refused = False

    def push(self, event: AnyEvent) -> None:
        """Keep what may be kept of the event.

        Raises:
            StoreRefused: it could not be written. What follows can still be kept with `catch_up`.
        """
        try:
            self._keep(event)
        except StoreRefused:
            self._refused = True
            raise

    def close(self) -> None:
        """The session is over, or what is left of it must be kept later."""
        if not self._refused:
            self._release()

    def give_up(self) -> None:
        """Nothing more is to be kept; whoever runs the session erases what there is."""
        self._release()

    def catch_up(self, events: Sequence[AnyEvent]) -> bool:
        """Keep what could not be kept when it was written, now that the session is over.

        Args:
            events: the whole session, in order of `seq`.

        Returns:
            Whether anything had been refused.

        Raises:
            StoreRefused: it still cannot be written.
        """
        if not self._refused:
            return False
        try:
            for event in events:
                if event.seq >= self._next:
                    self._keep(event)
        except ForgottenMeanwhileError:
            raise
        except StoreRefused as error:
            how_much = "kept in part only" if self._next else "not kept"
            raise StoreRefused(f"Session '{self._session_id}' is {how_much}: {error}") from error
        finally:
            self._release()
        return True

    def _keep(self, event: AnyEvent) -> None:
        if isinstance(event, SessionStarted):
            self._consent = kept_scopes(event.client, self._consent)
        kept = redact(event, self._consent)
        if isinstance(kept, SessionStarted):
            self._claim = self._claim or self._store.claim(self._session_id)
            self._store.begin(kept)
        elif kept is not None:
            self._store.append(self._session_id, kept)
        self._next = event.seq + 1

    def _release(self) -> None:
        if self._claim is not None:
            self._claim.release()
            self._claim = None
