"""How a program knows that one of livecue's windows opened it."""

ASKS_IN_WINDOWS = "LIVECUE_ASKS_IN_WINDOWS"
"""Set in its environment then: nobody sits at a terminal of it."""
