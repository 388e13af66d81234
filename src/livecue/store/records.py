"""What the store tells of what it holds."""

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from livecue.config import ClientProfile, ConsentScope
from livecue.events import Frozen


def now() -> str:
    """The time as records tell it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class SessionRecord(Frozen):
    """One kept session.

    started_at: ISO 8601, UTC. duration_s: by the session clock. counts: events by type, markers by
    name. ended: False when its `end` event is missing (broken off, or still running).
    """

    id: str
    client: str | None
    started_at: str
    duration_s: float
    counts: dict[str, int]
    ended: bool


class ConsentRecord(Frozen):
    """What a client agreed to, for one session."""

    session: str
    at: str
    scopes: tuple[ConsentScope, ...]


class ExportRecord(Frozen):
    """One time that a session left the store. at: ISO 8601, UTC. to: the file, or where else."""

    at: str
    format: str
    to: str
    with_words: bool


class BackupRecord(Frozen):
    """One backup. at: ISO 8601, UTC. to: the file."""

    at: str
    to: str


class HoldRecord(Frozen):
    """What may not be forgotten since `at` (ISO 8601, UTC): a client, or a session."""

    at: str
    client: str | None
    session: str | None


class ForgottenRecord(Frozen):
    """That something was forgotten, with its day and no name."""

    day: str
    what: str


class BeyondReach(Frozen):
    """Copies of something forgotten that livecue made and cannot erase."""

    exports: tuple[ExportRecord, ...] = ()
    backups: tuple[BackupRecord, ...] = ()


class ClientRecord(Frozen):
    """One client. consents: one for each session that is kept, oldest first."""

    pseudonym: str
    added_at: str
    profile: ClientProfile
    consents: tuple[ConsentRecord, ...]
    sessions: int


@dataclass(frozen=True)
class VoiceRecord:
    """A clinician's enrolled voice.

    made_at: ISO 8601, UTC. model: sha256 of the network that made it, and that alone can compare
    it. source: the microphone, or "a file". speech_s: speech that it was made from. snr_db: of that
    above the room. voiceprint: shape (192,), of length 1.
    """

    name: str
    made_at: str
    model: str
    source: str
    speech_s: float
    snr_db: float | None
    voiceprint: npt.NDArray[np.float32]
