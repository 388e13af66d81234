"""Sessions as append-only logs of events, and their sound."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
from pydantic import ValidationError

from livecue.capture.source import Block, Samples
from livecue.errors import StoreRefused
from livecue.events import AnyEvent, SessionStarted, parse_event
from livecue.store.connection import refusing, transaction
from livecue.store.records import SessionRecord
from livecue.store.redaction import TIMELINE, kept_scopes, redact
from livecue.store.sound import Sound
from livecue.store.summary import summary
from livecue.store.tables import Tables
from livecue.store.unknown import unknown_session
from livecue.store.writing import Claim, anything_is_written, is_written

SOUND = "sound"
"""The folder of sound, beside the database."""


class ForgottenMeanwhileError(StoreRefused):
    """The session that is being written was forgotten, and nothing of it is left."""


class Sessions(Tables):
    """What was kept of each session."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        super().__init__(path, connection)
        self._sound = Sound(connection, path.parent / SOUND)

    # Writing a session

    def claim(self, session_id: str) -> Claim:
        """See that every other program knows this session to be written, until it is released.

        Raises:
            StoreRefused: another program writes it already.
        """
        return Claim(self._path.parent, session_id)

    def anything_is_written(self) -> bool:
        """Whether any program is writing a session at this moment."""
        return anything_is_written(self._path.parent)

    def is_written(self, session_id: str) -> bool:
        """Whether any program is writing this session at this moment."""
        return is_written(self._path.parent, session_id)

    def begin(self, started: SessionStarted) -> None:
        """Keep a session's first event, and with it what the client agreed to.

        Raises:
            StoreRefused: also when the client is not there, or no more.
        """
        with refusing(self._path), transaction(self._connection):
            if started.client is not None and not self._values(
                "select pseudonym from clients where pseudonym = ?", (started.client,)
            ):
                raise StoreRefused(
                    f"Client '{started.client}' is not in the store, and nothing is kept under "
                    "that name; add the client first."
                )
            self._connection.execute(
                "insert into sessions (id, client, started_at) values (?, ?, ?)",
                (started.id, started.client, started.started_at),
            )
            if started.consent:
                self._connection.execute(
                    "insert into consents values (?, ?, ?)",
                    (started.id, started.started_at, json.dumps(started.consent)),
                )
            self._insert(started.id, started)

    def append(self, session_id: str, event: AnyEvent) -> None:
        """Keep one more event; it is on the disk when this returns.

        Raises:
            ForgottenMeanwhileError: the session was forgotten since it began.
        """
        with refusing(self._path), self._unless_forgotten(session_id):
            self._insert(session_id, event)

    def add(self, session_id: str, make: Callable[[int], AnyEvent]) -> AnyEvent:
        """Keep one event more of a session that was kept, also after its end.

        Any number of programs may do so at once: each event has a number of its own.

        Args:
            make: the event, given its `seq`.

        Returns:
            The event as it is kept: without words where the client did not agree to them.

        Raises:
            InputError: there is no such session.
            StoreRefused: also when it is still being written.
        """
        with refusing(self._path), transaction(self._connection):
            first, number, wordless = self._connection.execute(
                "select (select json from events where session = ?1 and seq = 0), max(seq) + 1,"
                " exists (select * from wordless where session = ?1)"
                " from events where session = ?1",
                (session_id,),
            ).get
            if first is None:
                raise unknown_session(session_id)
            if self.is_written(session_id):
                raise StoreRefused(
                    f"Session '{session_id}' is still being written; add to it when it is over."
                )
            started = self._parse(session_id, first)
            assert isinstance(started, SessionStarted)
            scopes = TIMELINE if wordless else kept_scopes(started.client, started.consent)
            event = redact(make(number), scopes)
            assert event is not None, "a session that is kept has consent to its timeline"
            self._insert(session_id, event)
        return event

    def keep_audio(self, session_id: str, start_s: float, samples: Samples) -> None:
        """Keep a stretch of a session's sound; it is on the disk when this returns.

        Only for a client who agreed to it. A session's sound is kept by one open store, in order
        of time; after a refusal no more of it is.

        Args:
            start_s: session second of the first sample.
            samples: int16 at 16 kHz, shape (frames, channels), some seconds of 1 or 2 channels.

        Raises:
            ForgottenMeanwhileError: the session was forgotten since it began.
        """
        with refusing(self._path), self._unless_forgotten(session_id):
            self._sound.keep(session_id, start_s, samples)

    # Reading sessions

    def sessions(self) -> list[SessionRecord]:
        """All sessions, newest first."""
        rows = self._rows(
            "select id, client, started_at, (select json from events where session = id"
            " and json ->> '$.type' = 'end') from sessions order by number desc"
        )
        return [
            summary(
                session_id,
                client,
                started_at,
                self.events(session_id) if end is None else [self._parse(session_id, end)],
            )
            for session_id, client, started_at, end in rows
        ]

    def events(self, session_id: str) -> list[AnyEvent]:
        """A session's log in order of `seq`: all that was written, also when it was broken off.

        Raises:
            InputError: there is no such session.
        """
        lines = self._values(
            "select json from events where session = ? order by seq", (session_id,)
        )
        if not lines:
            raise unknown_session(session_id)
        return [self._parse(session_id, line) for line in lines]

    def audio(self, session_id: str) -> Iterator[Block]:
        """What was kept of a session's sound, in order, a few seconds at a time.

        Where nothing was heard, or nothing was kept, there is no block.

        Raises:
            InputError: there is no such session, or it is forgotten meanwhile.
        """
        self.check_session(session_id)
        with refusing(self._path):
            yield from self._sound.blocks(session_id)

    def sound_files(self) -> list[str]:
        """The files that hold sound, by their names in the folder of sound."""
        return self._sound.files()

    def check_session(self, session_id: str) -> None:
        """See that there is such a session, readable or not.

        Raises:
            InputError: there is none.
        """
        if not self.has_session(session_id):
            raise unknown_session(session_id)

    def has_session(self, session_id: str) -> bool:
        """Whether there is such a session, readable or not."""
        return bool(self._values("select id from sessions where id = ?", (session_id,)))

    # At the file

    @contextmanager
    def _unless_forgotten(self, session_id: str) -> Iterator[None]:
        try:
            yield
        except apsw.ConstraintError as error:
            if self.has_session(session_id):
                raise
            raise ForgottenMeanwhileError(
                f"Session '{session_id}' was forgotten meanwhile, and nothing of it is kept."
            ) from error

    def _insert(self, session_id: str, event: AnyEvent) -> None:
        self._connection.execute(
            "insert into events values (?, ?, ?)",
            (session_id, event.seq, event.model_dump_json()),
        )

    def _parse(self, session_id: str, line: str) -> AnyEvent:
        try:
            return parse_event(line)
        except ValidationError as error:
            raise StoreRefused(
                f"Session '{session_id}' in {self._path} holds an event this livecue does not "
                "know; open it with the livecue that wrote it, or a newer one."
            ) from error
