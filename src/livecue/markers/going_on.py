"""A turn that goes on over a back-channel is read twice: alone, and with what it goes on from.

A client's account is often broken by "Mm-hmm." into turns that say little each on their own.
"""

from dataclasses import replace

from livecue.markers.context import Context, Heard
from livecue.markers.observed import log_odds, logistic
from livecue.markers.reader import TALK, Line, Reading, TurnReader

ACCOUNT_WORDS = 60
"""An account is joined backwards while it has no more words: about what is read of one turn."""
OF_THE_ACCOUNT = ("yes_but", "excuse", "elaborate")
"""Heads that are about what is being told. How short an answer is and whether the subject is
another are about the turn alone."""


def read_turn(reader: TurnReader, heard: Heard, context: Context) -> Reading:
    """What a reader says of a client's turn."""
    lines = lines_of(heard, context)
    alone = reader.read(lines)
    if not context.account:
        return alone
    account = _joined(heard, context)
    before = context.recent.index(account[0])
    whole = Line("client", " ".join(one.said.text for one in account))
    return _halfway(alone, reader.read([*lines[:before], whole]))


def _joined(heard: Heard, context: Context) -> list[Heard]:
    """The turn and what it goes on from, oldest first: the part just before it, and more."""
    account = [context.account[-1], heard]
    for part in reversed(context.account[:-1]):
        if sum(len(one.said.words) for one in (part, *account)) > ACCOUNT_WORDS:
            break
        account.insert(0, part)
    return account


def lines_of(heard: Heard, context: Context) -> list[Line]:
    """What was said before a turn, and the turn."""
    return [Line(one.turn.speaker, one.said.text) for one in (*context.recent, heard)]


def _halfway(alone: Reading, whole: Reading) -> Reading:
    """The mean of the log odds, for talk of the logarithms, made to sum to 1 again."""
    signs = {
        head: logistic((log_odds(getattr(alone, head)) + log_odds(getattr(whole, head))) / 2)
        for head in OF_THE_ACCOUNT
    }
    talk = {kind: (getattr(alone, kind) * getattr(whole, kind)) ** 0.5 for kind in TALK}
    shares = {kind: likely / sum(talk.values()) for kind, likely in talk.items()}
    return replace(alone, **signs, **shares)
