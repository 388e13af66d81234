"""The store: sessions as append-only logs of events, and the clients they belong to."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import apsw
import numpy as np
from pydantic import ValidationError

from livecue.capture.source import Block, Samples
from livecue.config import ClientProfile
from livecue.errors import InputError, StoreRefused
from livecue.events import AnyEvent, SessionStarted, parse_event
from livecue.store import erasure
from livecue.store.connection import connect, refusing, transaction
from livecue.store.pseudonym import check_pseudonym
from livecue.store.records import (
    ClientRecord,
    ConsentRecord,
    ExportRecord,
    SessionRecord,
    VoiceRecord,
    now,
)
from livecue.store.redaction import kept_scopes, redact
from livecue.store.sound import Sound
from livecue.store.summary import summary
from livecue.store.unknown import unknown_client, unknown_session

_FILE = "store.db"
_SOUND = "sound"


class Store:
    """One open store. Any number of programs may read and write it at the same time.

    Every method raises `StoreRefused` when the file will not be read or written.
    """

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection
        self._sound = Sound(connection, path.parent / _SOUND)

    @classmethod
    def open(cls, home: Path, key: bytes) -> Self:
        """The store in folder `home`, made if it is not there.

        Args:
            key: 32 bytes.

        Raises:
            StoreRefused: the key is wrong, or the file is broken or may not be written.
        """
        store = cls(home / _FILE, connect(home / _FILE, key))
        with refusing(store._path):
            if erasure.is_unfinished(store._connection):
                erasure.finish(store._connection, store._path, store._sound)
            else:
                store._sound.delete_forgotten()
        return store

    @staticmethod
    def is_in(home: Path) -> bool:
        """Whether folder `home` holds a store."""
        return (home / _FILE).exists()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Writing a session

    def begin(self, started: SessionStarted) -> None:
        """Keep a session's first event, and with it what the client agreed to."""
        with refusing(self._path), transaction(self._connection):
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
        """Keep one more event; it is on the disk when this returns."""
        with refusing(self._path):
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
        """
        with refusing(self._path), transaction(self._connection):
            first, number = self._connection.execute(
                "select (select json from events where session = ?1 and seq = 0), max(seq) + 1"
                " from events where session = ?1",
                (session_id,),
            ).get
            if first is None:
                raise unknown_session(session_id)
            started = self._parse(session_id, first)
            assert isinstance(started, SessionStarted)
            event = redact(make(number), kept_scopes(started.client, started.consent))
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
        """
        with refusing(self._path):
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

    def check_session(self, session_id: str) -> None:
        """See that there is such a session, readable or not.

        Raises:
            InputError: there is none.
        """
        if not self._values("select id from sessions where id = ?", (session_id,)):
            raise unknown_session(session_id)

    # What left the store

    def record_export(
        self,
        session_id: str,
        format: str,  # noqa: A002 - as on the command line
        to: str,
        with_words: bool,
    ) -> None:
        """Put on record that a session was exported. It cannot be taken back.

        Args:
            format: as `livecue export` names it.
            to: the file, or where else it went.
            with_words: what was said is in it.

        Raises:
            InputError: there is no such session.
        """
        self.check_session(session_id)
        with refusing(self._path):
            self._connection.execute(
                "insert into exports (session, at, format, target, with_words)"
                " values (?, ?, ?, ?, ?)",
                (session_id, now(), format, to, with_words),
            )

    def exports(self, session_id: str) -> list[ExportRecord]:
        """All exports of a session, oldest first.

        Raises:
            InputError: there is no such session.
        """
        self.check_session(session_id)
        rows = self._rows(
            "select at, format, target, with_words from exports where session = ? order by number",
            (session_id,),
        )
        return [
            ExportRecord(at=at, format=name, to=to, with_words=bool(with_words))
            for at, name, to, with_words in rows
        ]

    # Clients

    def clients(self) -> list[ClientRecord]:
        """All clients, by pseudonym."""
        names = self._values("select pseudonym from clients order by pseudonym")
        return [self.client(name) for name in names]

    def client(self, pseudonym: str) -> ClientRecord:
        """One client.

        Raises:
            InputError: there is no such client.
        """
        rows = self._rows(
            "select added_at, profile, (select count(*) from sessions where client = pseudonym)"
            " from clients where pseudonym = ?",
            (pseudonym,),
        )
        if not rows:
            raise unknown_client(pseudonym)
        added_at, profile, sessions = rows[0]
        consents = self._rows(
            "select session, at, scopes from consents join sessions on session = id"
            " where client = ? order by number",
            (pseudonym,),
        )
        return ClientRecord(
            pseudonym=pseudonym,
            added_at=added_at,
            profile=self._parse_profile(pseudonym, profile),
            consents=tuple(
                ConsentRecord(session=session, at=at, scopes=json.loads(scopes))
                for session, at, scopes in consents
            ),
            sessions=sessions,
        )

    def add_client(self, pseudonym: str, profile: ClientProfile) -> None:
        """A new client.

        Raises:
            InputError: the pseudonym is taken, or is not one.
        """
        check_pseudonym(pseudonym)
        with refusing(self._path):
            self._connection.execute(
                "insert into clients values (?, ?, ?) on conflict do nothing",
                (pseudonym, profile.model_dump_json(), now()),
            )
            if not self._connection.changes():
                raise InputError(f"There is a client '{pseudonym}' already; choose another name.")

    def profile(self, pseudonym: str) -> ClientProfile:
        """A client's profile.

        Raises:
            InputError: there is no such client.
        """
        return self.client(pseudonym).profile

    def set_profile(self, pseudonym: str, profile: ClientProfile) -> None:
        """Put a client's profile in place of the one there is.

        Raises:
            InputError: there is no such client.
        """
        self.client(pseudonym)
        with refusing(self._path):
            self._connection.execute(
                "update clients set profile = ? where pseudonym = ?",
                (profile.model_dump_json(), pseudonym),
            )

    # Clinicians' voices

    def voices(self) -> list[VoiceRecord]:
        """All enrolled voices, by name."""
        rows = self._rows(
            "select name, made_at, model, source, speech_s, snr_db, voiceprint from voices"
            " order by name"
        )
        return [
            VoiceRecord(
                name, made_at, model, source, speech_s, snr_db, np.frombuffer(vector, np.float32)
            )
            for name, made_at, model, source, speech_s, snr_db, vector in rows
        ]

    def keep_voice(self, voice: VoiceRecord) -> None:
        """Keep a voice, in place of one of the same name."""
        with refusing(self._path):
            self._connection.execute(
                "insert or replace into voices values (?, ?, ?, ?, ?, ?, ?)",
                (
                    voice.name,
                    voice.made_at,
                    voice.model,
                    voice.source,
                    voice.speech_s,
                    voice.snr_db,
                    voice.voiceprint.astype(np.float32).tobytes(),
                ),
            )

    def forget_voice(self, name: str) -> None:
        """Erase a voice: no page of the file holds it any more.

        Raises:
            InputError: there is none of this name.
        """
        if name not in [voice.name for voice in self.voices()]:
            raise InputError(f"No voice is enrolled as '{name}'; see `livecue doctor`.")
        with refusing(self._path):
            erasure.begin(self._connection, voice=name)
            erasure.finish(self._connection, self._path, self._sound)

    # Forgetting

    def forget_session(self, session_id: str) -> None:
        """Erase a session and its record of consent: no page of the file holds them any more.

        Its sound loses its key in the same way, and then its file.

        Raises:
            InputError: there is no such session.
        """
        self.check_session(session_id)
        with refusing(self._path):
            erasure.begin(self._connection, sessions=[session_id])
            erasure.finish(self._connection, self._path, self._sound)

    def forget_client(self, pseudonym: str) -> None:
        """Erase a client with all their sessions: no page of the file holds them any more.

        Raises:
            InputError: there is no such client.
        """
        if not self._values("select pseudonym from clients where pseudonym = ?", (pseudonym,)):
            raise unknown_client(pseudonym)
        sessions = self._values("select id from sessions where client = ?", (pseudonym,))
        with refusing(self._path):
            erasure.begin(self._connection, sessions=sessions, client=pseudonym)
            erasure.finish(self._connection, self._path, self._sound)

    # At the file

    def _insert(self, session_id: str, event: AnyEvent) -> None:
        self._connection.execute(
            "insert into events values (?, ?, ?)",
            (session_id, event.seq, event.model_dump_json()),
        )

    def _rows(self, sql: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        with refusing(self._path):
            return self._connection.execute(sql, values).fetchall()

    def _values(self, sql: str, values: tuple[str, ...] = ()) -> list[str]:
        return [str(row[0]) for row in self._rows(sql, values)]

    def _parse(self, session_id: str, line: str) -> AnyEvent:
        try:
            return parse_event(line)
        except ValidationError as error:
            raise StoreRefused(
                f"Session '{session_id}' in {self._path} holds an event this livecue does not "
                "know; open it with the livecue that wrote it, or a newer one."
            ) from error

    def _parse_profile(self, pseudonym: str, profile: str) -> ClientProfile:
        try:
            return ClientProfile.model_validate_json(profile)
        except ValidationError as error:
            raise StoreRefused(
                f"The profile of client '{pseudonym}' in {self._path} is of another livecue; open "
                "it with the livecue that wrote it, or a newer one."
            ) from error
