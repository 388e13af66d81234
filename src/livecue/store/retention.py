"""What has been kept long enough, given each client's own times. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from livecue.config import Retention


class Kept(NamedTuple):
    """A session. started_at: ISO 8601. has_words, has_sound: whether they are still there."""

    session_id: str
    retention: Retention
    started_at: str
    has_words: bool
    has_sound: bool


@dataclass(frozen=True)
class Overdue:
    """Sessions to forget, and sessions of which only the words, or only the sound, is to go."""

    sessions: tuple[str, ...]
    words: tuple[str, ...]
    sound: tuple[str, ...]

    @property
    def anything(self) -> bool:
        """Whether there is anything to erase."""
        return bool(self.sessions or self.words or self.sound)


def overdue(kept: Iterable[Kept], now: datetime) -> Overdue:
    """What is to go now; a session that goes as a whole is in no other list."""
    sessions: list[str] = []
    words: list[str] = []
    sound: list[str] = []
    for one in kept:
        age = now - datetime.fromisoformat(one.started_at)
        if _over(age, one.retention.sessions_days):
            sessions.append(one.session_id)
            continue
        if one.has_words and _over(age, one.retention.words_days):
            words.append(one.session_id)
        if one.has_sound and _over(age, one.retention.sound_days):
            sound.append(one.session_id)
    return Overdue(tuple(sessions), tuple(words), tuple(sound))


def _over(age: timedelta, days: int | None) -> bool:
    return days is not None and age >= timedelta(days=days)
