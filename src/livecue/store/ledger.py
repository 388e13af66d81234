"""The store's own record: exports, backups, holds, and that something was forgotten."""

from collections import Counter

from livecue.errors import StoreRefused
from livecue.store.connection import refusing, transaction
from livecue.store.people import People
from livecue.store.records import (
    BackupRecord,
    BeyondReach,
    ExportRecord,
    ForgottenRecord,
    HoldRecord,
    now,
)
from livecue.store.sessions import Sessions

_RECORD = {
    "exports": ("session", "at", "format", "target", "with_words"),
    "holds": ("at", "client", "session", "lifted"),
    "backups": ("at", "target"),
    "forgotten": ("day", "what"),
}
"""The tables of the record, with their columns except the number of a row."""


class Ledger(Sessions, People):
    """What was done with that which is kept. Nothing in it is ever changed."""

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

    def record_backup(self, backup: BackupRecord) -> None:
        """Put on record that a backup is made. It cannot be taken back."""
        with refusing(self._path):
            self._connection.execute(
                "insert into backups (at, target) values (?, ?)", (backup.at, backup.to)
            )

    def backups(self) -> list[BackupRecord]:
        """All backups, oldest first, whether or not they are still there."""
        rows = self._rows("select at, target from backups order by number")
        return [BackupRecord(at=at, to=to) for at, to in rows]

    def forgotten(self) -> list[ForgottenRecord]:
        """What was forgotten, without a name, oldest first."""
        rows = self._rows("select day, what from forgotten order by number")
        return [ForgottenRecord(day=day, what=what) for day, what in rows]

    def beyond_reach(self, *session_ids: str) -> BeyondReach:
        """What forgetting these sessions would not reach.

        Raises:
            InputError: there is no such session.
        """
        started = [
            self._values("select started_at from sessions where id = ?", (session_id,))
            for session_id in session_ids
        ]
        first = min((at for found in started for at in found), default=None)
        return BeyondReach(
            exports=tuple(one for session_id in session_ids for one in self.exports(session_id)),
            backups=tuple(one for one in self.backups() if first is not None and one.at >= first),
        )

    def take_over_record(self, other: "Ledger") -> None:
        """Put on record all that another store has on record and this one has not.

        Of exports and holds, those of sessions and clients that are here.
        """
        sessions = {None, *self._values("select id from sessions")}
        clients = {None, *self._values("select pseudonym from clients")}
        with refusing(self._path), transaction(self._connection):
            for table, columns in _RECORD.items():
                select = f"select {', '.join(columns)} from {table} order by number"
                here = Counter(self._rows(select))
                for row in other._rows(select):
                    of = dict(zip(columns, row, strict=True))
                    if here[row]:
                        here[row] -= 1
                    elif of.get("session") in sessions and of.get("client") in clients:
                        self._connection.execute(
                            f"insert into {table} ({', '.join(columns)})"
                            f" values ({', '.join('?' * len(columns))})",
                            row,
                        )

    # Holds

    def hold_session(self, session_id: str, *, lifted: bool = False) -> None:
        """See that a session is not forgotten until the hold is lifted; or lift it.

        Raises:
            InputError: there is no such session.
        """
        self.check_session(session_id)
        self._hold("session", session_id, lifted)

    def hold_client(self, pseudonym: str, *, lifted: bool = False) -> None:
        """See that a client and all sessions, later ones too, are not forgotten; or lift that.

        Raises:
            InputError: there is no such client.
        """
        self.client(pseudonym)
        self._hold("client", pseudonym, lifted)

    def holds(self) -> list[HoldRecord]:
        """The holds that stand, oldest first."""
        standing: dict[tuple[str | None, str | None], HoldRecord] = {}
        rows = self._rows("select at, client, session, lifted from holds order by number")
        for at, client, session, lifted in rows:
            if lifted:
                standing.pop((client, session), None)
            else:
                hold = HoldRecord(at=at, client=client, session=session)
                standing.setdefault((client, session), hold)
        return list(standing.values())

    def held_sessions(self) -> set[str]:
        """All sessions that a hold keeps, by their own or by their client's."""
        holds = self.holds()
        clients = {hold.client for hold in holds if hold.client is not None}
        of_clients = {
            session
            for session, client in self._rows("select id, client from sessions")
            if client in clients
        }
        return of_clients | {hold.session for hold in holds if hold.session is not None}

    def check_not_held(self, session_ids: list[str], client: str | None = None) -> None:
        """See that all these may be forgotten.

        Raises:
            StoreRefused: a hold keeps one of them.
        """
        for hold in self.holds():
            if hold.client is not None and hold.client == client:
                raise _held(f"Client '{client}'", f"clients lift {client}")
        held = self.held_sessions()
        for session_id in session_ids:
            if session_id in held:
                raise self._held_session(session_id)

    def _held_session(self, session_id: str) -> StoreRefused:
        if any(hold.session == session_id for hold in self.holds()):
            return _held(f"Session '{session_id}'", f"sessions lift {session_id}")
        (client,) = self._values("select client from sessions where id = ?", (session_id,))
        return _held(f"Client '{client}', whose session this is,", f"clients lift {client}")

    def _hold(self, what: str, name: str, lifted: bool) -> None:
        with refusing(self._path):
            self._connection.execute(
                f"insert into holds (at, {what}, lifted) values (?, ?, ?)", (now(), name, lifted)
            )


def _held(who: str, lift: str) -> StoreRefused:
    return StoreRefused(
        f"{who} is on hold, and nothing of it is erased; 'livecue {lift}' lifts the hold."
    )
