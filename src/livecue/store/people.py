"""Clients, and clinicians' voices."""

import json
from collections.abc import Callable

import numpy as np
from pydantic import ValidationError

from livecue.config import ClientProfile
from livecue.errors import InputError, StoreRefused
from livecue.store.connection import refusing, transaction
from livecue.store.pseudonym import check_pseudonym
from livecue.store.records import ClientRecord, ConsentRecord, VoiceRecord, now
from livecue.store.tables import Tables
from livecue.store.unknown import unknown_client


class People(Tables):
    """Those whom sessions are kept under, and those whose voices are known."""

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

    def change_profile(
        self, pseudonym: str, change: Callable[[ClientProfile], ClientProfile]
    ) -> ClientProfile:
        """Change a client's profile; what other programs write to it meanwhile is not lost.

        Args:
            change: the new profile, given the one that is kept at this moment.

        Returns:
            The profile as it is kept now.

        Raises:
            InputError: there is no such client.
        """
        with refusing(self._path), transaction(self._connection):
            profile = change(self.profile(pseudonym))
            self._connection.execute(
                "update clients set profile = ? where pseudonym = ?",
                (profile.model_dump_json(), pseudonym),
            )
        return profile

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

    def _parse_profile(self, pseudonym: str, profile: str) -> ClientProfile:
        try:
            return ClientProfile.model_validate_json(profile)
        except ValidationError as error:
            raise StoreRefused(
                f"The profile of client '{pseudonym}' in {self._path} is of another livecue; open "
                "it with the livecue that wrote it, or a newer one."
            ) from error
