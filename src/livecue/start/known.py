"""What the store knows before a session: the clients, and what was agreed to last time."""

from dataclasses import dataclass

from livecue.config import ClientProfile, ConsentScope
from livecue.start.choices import Choices
from livecue.store.database import Store


@dataclass(frozen=True)
class KnownClient:
    """One client before a session.

    agreed: what was agreed to at the last session that was kept; `None` if none was. agreed_at:
    when, ISO 8601, UTC. session: how manieth this one is.
    """

    agreed: tuple[ConsentScope, ...] | None
    agreed_at: str
    session: int
    readiness: int | None


def clients_latest_first(store: Store) -> list[str]:
    """Pseudonyms: of the latest session first, and of those without one the latest added."""
    added = {client.pseudonym: client.added_at for client in store.clients()}
    seen: dict[str, str] = {}
    for session in store.sessions():
        if session.client in added:
            seen.setdefault(session.client, session.started_at)
    return sorted(added, key=lambda name: seen.get(name, added[name]), reverse=True)


def known(store: Store, client: str) -> KnownClient:
    """What is known of a client.

    Raises:
        InputError: there is no such client.
    """
    record = store.client(client)
    last = record.consents[-1] if record.consents else None
    before = record.profile.sessions_before
    return KnownClient(
        agreed=None if last is None else last.scopes,
        agreed_at="" if last is None else last.at,
        session=1 + (record.sessions if before is None else before),
        readiness=record.profile.readiness,
    )


def finished_sessions(store: Store) -> int:
    """Sessions with a client that came to their end and are kept."""
    return sum(session.ended and session.client is not None for session in store.sessions())


def profile_of(store: Store, choices: Choices) -> ClientProfile:
    """The client's profile with what was told before the session; a new client is added.

    Raises:
        InputError: the pseudonym is not one.
    """
    assert choices.client is not None
    told = {"readiness": choices.readiness}
    if choices.session is not None:
        told["sessions_before"] = choices.session - 1
    if choices.client not in {client.pseudonym for client in store.clients()}:
        store.add_client(choices.client, ClientProfile())
    return store.change_profile(choices.client, lambda kept: kept.model_copy(update=told))


def count_session(store: Store, choices: Choices) -> None:
    """A session with this client is over: the next one is one more."""
    if choices.client is None or choices.session is None:
        return
    counted = {"sessions_before": choices.session}
    store.change_profile(choices.client, lambda kept: kept.model_copy(update=counted))
