"""What is said of a session or a client that is not in the store."""

from livecue.errors import InputError


def unknown_session(session_id: str) -> InputError:
    """There is no such session."""
    return InputError(
        f"There is no session '{session_id}'; 'livecue sessions list' shows those kept."
    )


def unknown_client(pseudonym: str) -> InputError:
    """There is no such client."""
    return InputError(
        f"There is no client '{pseudonym}'; 'livecue clients list' shows those there are, and "
        "'livecue clients add' adds one."
    )
