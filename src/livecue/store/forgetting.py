"""Forgetting: by hand, and when the time that a client's sessions are kept is over."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from livecue.config import Retention
from livecue.errors import InputError, StoreRefused
from livecue.store import erasure
from livecue.store.connection import refusing, transaction
from livecue.store.ledger import Ledger
from livecue.store.records import BeyondReach
from livecue.store.redaction import TIMELINE, redact
from livecue.store.retention import Kept, Overdue, overdue
from livecue.store.unknown import unknown_client

_T = TypeVar("_T")


class Forgetting(Ledger):
    """How what is kept goes again, for good."""

    def forget_session(self, session_id: str) -> BeyondReach:
        """Erase a session and its record of consent: no page of the file holds them any more.

        Its sound loses its key in the same way, and then its file.

        Returns:
            The exports and backups of it, which livecue cannot erase.

        Raises:
            InputError: there is no such session.
            StoreRefused: also when a hold keeps it, or it is still being written.
        """

        def begin() -> BeyondReach:
            beyond = self.beyond_reach(session_id)
            self.check_not_held([session_id])
            self._check_written([session_id])
            erasure.begin(self._connection, "1 session", sessions=[session_id])
            return beyond

        self.check_session(session_id)
        return self._erase(begin)

    def forget_client(self, pseudonym: str) -> BeyondReach:
        """Erase a client with all their sessions: no page of the file holds them any more.

        Returns:
            The exports and backups of them, which livecue cannot erase.

        Raises:
            InputError: there is no such client.
            StoreRefused: also when a hold keeps the client or a session, or one is still being
                written.
        """

        def begin() -> BeyondReach:
            sessions = self._values("select id from sessions where client = ?", (pseudonym,))
            self.check_not_held(sessions, pseudonym)
            self._check_written(sessions)
            beyond = self.beyond_reach(*sessions)
            what = f"1 client, {_sessions(len(sessions))}"
            erasure.begin(self._connection, what, sessions=sessions, client=pseudonym)
            return beyond

        if not self._values("select pseudonym from clients where pseudonym = ?", (pseudonym,)):
            raise unknown_client(pseudonym)
        return self._erase(begin)

    def forget_voice(self, name: str) -> None:
        """Erase a voice: no page of the file holds it any more.

        Raises:
            InputError: there is none of this name.
        """
        if name not in [voice.name for voice in self.voices()]:
            raise InputError(f"No voice is enrolled as '{name}'; see `livecue doctor`.")
        self._erase(lambda: erasure.begin(self._connection, "1 voice", voice=name))

    def keep_to_time(self, now: datetime | None = None) -> BeyondReach | None:
        """Erase what has been kept as long as its client's profile says.

        Holds stand above it. While a session is being written nothing is done: it can wait for
        the next time.

        Returns:
            What forgotten sessions left out of reach; `None` if nothing was erased.
        """
        due = self._overdue(now or datetime.now(UTC))
        if not due.anything or self.anything_is_written():
            return None

        def begin() -> BeyondReach:
            beyond = self.beyond_reach(*due.sessions)
            self.check_not_held([*due.sessions, *due.words, *due.sound])
            erasure.begin(
                self._connection,
                f"time over: {_said(due)}",
                sessions=due.sessions,
                words=due.words,
                sound=due.sound,
            )
            for session_id in due.words:
                self._take_words_out(session_id)
            return beyond

        return self._erase(begin)

    def _check_written(self, session_ids: Sequence[str]) -> None:
        """A session that runs is not erased from under itself."""
        for session_id in session_ids:
            if self.is_written(session_id):
                raise StoreRefused(
                    f"Session '{session_id}' is still being written; end it first, or use its "
                    "erase key."
                )

    def _overdue(self, now: datetime) -> Overdue:
        """All that is overdue and not held."""
        profiles = {client.pseudonym: client.profile.retention for client in self.clients()}
        kept = self._rows(
            "select id, client, started_at,"
            " not exists (select * from wordless where session = id),"
            " exists (select * from sound where session = id) from sessions"
        )
        held = self.held_sessions()
        return overdue(
            [
                Kept(
                    session_id,
                    profiles.get(client, Retention()),
                    started_at,
                    bool(words),
                    bool(sound),
                )
                for session_id, client, started_at, words, sound in kept
                if session_id not in held
            ],
            now,
        )

    def _take_words_out(self, session_id: str) -> None:
        for event in self.events(session_id):
            wordless = redact(event, TIMELINE)
            if wordless is not None and wordless != event:
                self._connection.execute(
                    "update events set json = ? where session = ? and seq = ?",
                    (wordless.model_dump_json(), session_id, event.seq),
                )
        self._connection.execute("insert into wordless values (?)", (session_id,))

    def _erase(self, begin: Callable[[], _T]) -> _T:
        """Begin an erasure, all at once, and carry it through."""

        def begun() -> _T:
            with transaction(self._connection):
                return begin()

        with refusing(self._path):
            told = erasure.with_room(self._connection, self._path, begun)
            erasure.finish(self._connection, self._path, self._sound)
        return told


def _sessions(count: int) -> str:
    return "1 session" if count == 1 else f"{count} sessions"


def _said(due: Overdue) -> str:
    """What goes, counted and without a name."""
    parts: list[tuple[str, Sequence[str]]] = [
        ("", due.sessions),
        ("words of ", due.words),
        ("sound of ", due.sound),
    ]
    return ", ".join(what + _sessions(len(which)) for what, which in parts if which)
