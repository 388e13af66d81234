"""Names of sessions."""

import secrets
from datetime import UTC, datetime


def new_session_id() -> str:
    """Short, sorts by time, says nothing of the client: `20260412-091500-3fa9`."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
