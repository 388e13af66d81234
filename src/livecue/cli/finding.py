"""The session that a command is about: by its name, or the last one."""

from typing import TYPE_CHECKING

from livecue.cli.consent import ask_passphrase
from livecue.errors import InputError
from livecue.paths import home

if TYPE_CHECKING:
    from livecue.store.database import Store

LAST = "last"
"""Stands for the newest session wherever a command wants one."""


def store_with(session: str) -> "tuple[Store, str]":
    """The open store, and the session's id in it.

    Args:
        session: an id, or `LAST`.

    Raises:
        InputError: there is no such session, or none at all.
        MissingError, StoreRefused: as `livecue.store.opening.open_store`.
    """
    from livecue.store.opening import open_kept_store
    from livecue.store.unknown import unknown_session

    store = open_kept_store(home(), ask_passphrase)
    if store is None:
        raise _nothing_kept() if session == LAST else unknown_session(session)
    try:
        if session != LAST:
            store.check_session(session)
            return store, session
        newest = next(iter(store.sessions()), None)
        if newest is None:
            raise _nothing_kept()
    except BaseException:
        store.close()
        raise
    return store, newest.id


def _nothing_kept() -> InputError:
    return InputError("No session is kept yet; 'livecue listen' keeps one.")
