"""What the start window needs to know and to reach, all of it outside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from livecue.capture.devices import InputDevice
from livecue.capture.source import Source
from livecue.hearing.enrolment import Enrolment
from livecue.start.choices import Choices
from livecue.start.elsewhere import Opens
from livecue.start.known import KnownClient
from livecue.start.voice_page import Learner


@dataclass(frozen=True)
class Asks:
    """clients: pseudonyms, the latest first. voice: whose voice is known. make_ready: called on a
    thread of its own; let_go: takes what it gave, if it is not wanted any more. practise: opens the
    role-play. sessions: finished ones, with a client. keeps: there
    is a store. notes: sentences to be read before a session.
    """

    clients: Sequence[str]
    known: Callable[[str], KnownClient]
    voice: Callable[[], str | None]
    devices: Callable[[], Sequence[InputDevice]]
    open_microphone: Callable[[str | None], Source]
    load_learner: Callable[[], Learner]
    keep_voice: Callable[[str, Enrolment], str]
    make_ready: Callable[[Choices], object]
    let_go: Callable[[object], None]
    practise: Opens
    sessions: int
    keeps: bool
    notes: Sequence[str] = field(default_factory=tuple)
