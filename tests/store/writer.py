"""A program that keeps a session until it is killed: `python -m tests.store.writer HOME SESSION`.

It prints each number once the event of that number is kept.
"""

import sys
from itertools import count
from pathlib import Path

from livecue.store.database import Store
from livecue.store.log import SessionLog
from tests.events import turn
from tests.store.twins import KEY, SAID, started

if __name__ == "__main__":
    home, session_id = Path(sys.argv[1]), sys.argv[2]
    log = SessionLog(Store.open(home, KEY), session_id, ())
    log.push(started(session_id))
    for seq in count(1):
        log.push(turn(seq, "client", f"{SAID} {seq}", float(seq)))
        sys.stdout.write(f"{seq}\n")
        sys.stdout.flush()
