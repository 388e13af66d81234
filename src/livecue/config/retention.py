"""How long what is kept of a client stays."""

from pydantic import Field

from livecue.config.declaring import Section

_LONGEST_DAYS = 36_500
"""A hundred years: longer than any duty to keep a record."""


def _days(of_what: str) -> int | None:
    """`None`: until somebody forgets it. 0: until livecue next starts."""
    kept: int | None = Field(
        None, ge=0, le=_LONGEST_DAYS, description=f"days after which {of_what} is erased"
    )
    return kept


class Retention(Section):
    """How long a client's sessions are kept, counted from the day of each.

    It is applied whenever livecue opens the store. `None` keeps until somebody forgets; with
    `words_days` and `sound_days` at 0 a session is only a timeline by the next start.
    """

    sessions_days: int | None = _days("a session, all of it,")
    words_days: int | None = _days("what was said in a session")
    sound_days: int | None = _days("the sound of a session")
