"""Sessions to keep, and twins of what guards the key."""

import secrets
from typing import Any

from livecue.config import CONSENT_SCOPES, Settings
from livecue.events import AnyEvent, End, Latency, SessionStarted
from tests.events import cue, marker, pause, speech, turn

SAID = "the marmalade bicycle squeaks"
KEY = bytes(range(32))


class MemoryKeyring:
    """A keyring that answers at once, and remembers what it was asked."""

    def __init__(self, answers: bool = True) -> None:
        self.answers = answers
        self.keys: dict[str, bytes] = {}
        self.asked: list[str] = []

    def get(self, store_id: str) -> bytes | None:
        self.asked.append(store_id)
        return self.keys.get(store_id) if self.answers else None

    def put(self, store_id: str, key: bytes) -> bool:
        if self.answers:
            self.keys[store_id] = key
        return self.answers

    def remove(self, store_id: str) -> None:
        self.keys.pop(store_id, None)


NO_KEYRING = MemoryKeyring(answers=False)


class Person:
    """Types these passphrases, one each time they are asked."""

    def __init__(self, *passphrases: str | None) -> None:
        self._passphrases = list(passphrases)
        self.asked_for_new: list[bool] = []

    def __call__(self, *, new: bool) -> str | None:
        self.asked_for_new.append(new)
        return self._passphrases.pop(0)


def nobody(*, new: bool) -> str | None:
    """No terminal."""
    return None


def started(session_id: str, client: str | None = None, **more: Any) -> SessionStarted:
    """A session's first event."""
    fields: dict[str, Any] = {
        "seq": 0,
        "started_at": "2026-04-12T09:15:00+00:00",
        "source": "microphone",
        "sample_rate_hz": 16_000,
        "settings": Settings().model_dump(mode="json"),
        "consent": CONSENT_SCOPES if client else (),
        "models": {},
    }
    return SessionStarted(id=session_id, client=client, **{**fields, **more})


def ended(seq: int, at: float, **counts: int) -> End:
    """A session's last event."""
    return End(seq=seq, at=at, counts=counts, audio_s=at, wall_s=at, latency=Latency())


def a_session(session_id: str, client: str | None = None) -> list[AnyEvent]:
    """A short session of each kind of event that matters to a list, without its end."""
    events: list[AnyEvent] = [
        started(session_id, client),
        speech("clinician", 0.0, 2.0),
        turn(0, "clinician", "How was the week?", 0.0, end=2.0),
        pause(2.0, 7.0),
        marker("silence", 7.0, pause_s=5.0, threshold_s=3.0),
        turn(
            1, "client", f"Yes, but {SAID}.", 7.0, end=10.0, words=(("marmalade", 7.0, 7.5, 0.9),)
        ),
        marker("yes_but", 11.0, words=(SAID,), reasons=(SAID,)),
        cue(11.0, "yes_but"),
    ]
    return [
        event.model_copy(update={"seq": seq, "emitted_at": seq + 4.0})
        for seq, event in enumerate(events)
    ]


def unique_text() -> str:
    """Text that is nowhere else."""
    return secrets.token_hex(24)
