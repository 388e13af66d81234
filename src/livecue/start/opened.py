"""How a program knows that one of livecue's windows opened it."""

ASKS_IN_WINDOWS = "LIVECUE_ASKS_IN_WINDOWS"
"""Set in its environment then: nobody sits at a terminal of it."""

PASSPHRASE_COMES = "with-passphrase"
"""Its value, where the passphrase that the window was given comes as a line on standard input:
other programs of the user could read it in the environment."""
