"""The store, for a command that is about one client."""

from typing import TYPE_CHECKING

from livecue.cli.consent import ask_passphrase
from livecue.paths import home

if TYPE_CHECKING:
    from livecue.store.database import Store


def store_of_client(client: str) -> "Store":
    """The open store, which holds that client.

    Raises:
        InputError: there is no such client.
        MissingError, StoreRefused: as `livecue.store.opening.open_store`.
    """
    from livecue.store.opening import open_kept_store
    from livecue.store.unknown import unknown_client

    store = open_kept_store(home(), ask_passphrase)
    if store is None:
        raise unknown_client(client)
    try:
        store.client(client)
    except BaseException:
        store.close()
        raise
    return store
