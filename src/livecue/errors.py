"""What can go wrong for a person, one sentence each, and the exit code it ends with."""


class LivecueError(Exception):
    """A failure that is told to the person in one sentence.

    The message says what is wrong, where, and what to do; it never holds anything that was said in
    a session.
    """

    exit_code = 1


class InputError(LivecueError):
    """The input or the arguments are wrong."""

    exit_code = 2


class MissingError(LivecueError):
    """Something needed is missing: a device, a model, a key."""

    exit_code = 3


class StoreRefused(LivecueError):  # noqa: N818 - the name is the sentence
    """The store would not open or would not write."""

    exit_code = 4
