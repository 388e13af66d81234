"""Every hand on a running session by its name: one way for keys, the menu, terminals, commands."""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from livecue.config import HandName
from livecue.errors import LivecueError
from livecue.events import ActionName
from livecue.overlay.controls import Controls
from livecue.overlay.state import OverlayState
from livecue.translation import words
from livecue.wording import clock

CONFIRM_S = 3.0
"""An erasure is meant when its key is pressed again within this time."""

_WHILE_OFF: frozenset[HandName] = frozenset({"off_record", "erase", "hide", "why", "end"})
_NEEDS_CUE: frozenset[HandName] = frozenset({"helpful", "not_helpful"})
_NEEDS_SHAPE: frozenset[HandName] = frozenset({"hide"})
_GUIDES: frozenset[HandName] = frozenset(
    {"explore", "next_step", "step_back", "says_no", "far_away"}
)


class Shape(Protocol):
    """The window, as hands reach it. Every method may be called from any thread."""

    @property
    def hidden(self) -> bool:
        """Whether it was put away."""
        ...

    def hide(self, hidden: bool) -> None:
        """Put it away, or show it again."""
        ...

    def show_why(self) -> None:
        """Show its words for a moment, as when it is pointed at."""
        ...

    def say(self, sentence: str) -> None:
        """Show one sentence beside it for a moment."""
        ...


@dataclass(frozen=True)
class Done:
    """What a hand did, in words. unseen: the shape does not show it by itself."""

    words: str
    unseen: bool = False


class Hands:
    """What can be done to a session, and what stands. Every method may be called from any thread.

    Args:
        state: of the session's overlay, which gives it every event.
        shape: the window, where there is one.
        seconds: a clock, for the second press.
    """

    def __init__(
        self,
        state: OverlayState,
        shape: Shape | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._state = state
        self._shape = shape
        self._seconds = seconds
        self._session: Controls | None = None
        self._asked_to_erase: float | None = None
        self._lock = threading.Lock()

    def steer(self, session: Controls) -> None:
        """From here on the session is at hand."""
        self._session = session

    def let_go(self) -> None:
        """The session is over: nothing is at hand any more."""
        self._session = None

    def tell(self, sentence: str) -> None:
        """Let the person know, beside the shape or, without one, at the terminal."""
        if self._shape is not None:
            self._shape.say(sentence)
        else:
            sys.stderr.write(f"{sentence}\n")

    def can(self, name: HandName) -> bool:
        """Whether a hand makes sense now."""
        session = self._session
        if session is None or (session.off_record and name not in _WHILE_OFF):
            return False
        if name in _NEEDS_CUE:
            return self._state.last_cue_at is not None
        if name in _GUIDES:
            return not self._state.held
        return name not in _NEEDS_SHAPE or self._shape is not None

    def is_on(self, name: HandName) -> bool:
        """Whether what a hand begins stands now, so that the same hand ends it."""
        session = self._session
        if session is None:
            return False
        match name:
            case "hold":
                return self._state.held
            case "snooze":
                return session.now() < self._state.snoozed_until
            case "off_record":
                return session.off_record
            case "explore":
                return self._state.exploring
            case "hide":
                return self._shape is not None and self._shape.hidden
            case _:
                return False

    def press(self, name: HandName) -> Done:
        """Do it, and say beside the shape what cannot be seen on it."""
        try:
            done = self.do(name)
        except LivecueError as error:
            done = Done(str(error), unseen=True)
        if done.unseen and self._shape is not None:
            self._shape.say(done.words)
        return done

    def do(self, name: HandName) -> Done:
        """Do it, or say why not.

        Raises:
            LivecueError: the microphone or the store would not.
        """
        with self._lock:
            session = self._session
            if session is None:
                return Done(words("There is no session."), unseen=True)
            if not self.can(name):
                return Done(self._why_not(name, session), unseen=True)
            if name != "erase":
                self._asked_to_erase = None
            return self._do(name, session)

    def erase(self) -> None:
        """Stop and erase the session, for whoever has been asked whether they mean it."""
        with self._lock:
            if self._session is not None:
                self._session.erase()

    def text(self, name: HandName) -> str:
        """What a hand would do now, as the menu says it."""
        if not self.is_on(name):
            return hand_words(name)
        until = clock(self._state.snoozed_until)
        ends: dict[HandName, str] = {
            "hold": words("On hold: go on"),
            "snooze": words("No cue until {time}: end that").format(time=until),
            "off_record": words("Not listening: listen again"),
            "explore": words("Exploring: back to the work"),
            "hide": words("Hidden: show the shape"),
        }
        return ends[name]

    def _do(self, name: HandName, session: Controls) -> Done:
        was_on = self.is_on(name)
        match name:
            case "hold" | "off_record" | "snooze" | "explore":
                return self._toggle(name, was_on, session)
            case "erase":
                return self._erase(session)
            case "hide" if self._shape is not None:
                self._shape.hide(not was_on)
                return Done(words("The shape is shown.") if was_on else words("It is hidden."))
            case "why":
                return self._why(session)
            case "helpful" | "not_helpful":
                return self._rate(name == "helpful", session)
            case "end":
                session.stop()
                return Done(
                    words("The session ends; the last words may take a moment."), unseen=True
                )
            case _:
                return _act(name, session)

    def _toggle(self, name: HandName, was_on: bool, session: Controls) -> Done:
        match name:
            case "hold":
                session.act("release" if was_on else "hold")
                return Done(words("It goes on.") if was_on else words("On hold."))
            case "snooze":
                session.act("snooze", 0.0 if was_on else None)
                return Done(words("It goes on.") if was_on else words("No cue for a while."))
            case "explore":
                session.act("mode", "technique" if was_on else "exploring")
                return Done(words("Back to the work.") if was_on else words("Exploring."))
            case _:
                session.act("on_record" if was_on else "off_record")
                return Done(words("Listening again.") if was_on else words("Not listening."))

    def _erase(self, session: Controls) -> Done:
        asked, self._asked_to_erase = self._asked_to_erase, self._seconds()
        if asked is None or self._asked_to_erase - asked > CONFIRM_S:
            again = words("Once more within {seconds} seconds stops and erases this session.")
            return Done(again.format(seconds=f"{CONFIRM_S:.0f}"), unseen=True)
        session.erase()
        return Done(words("This session is stopped and erased."))

    def _why(self, session: Controls) -> Done:
        if self._shape is not None:
            self._shape.show_why()
        return Done(self._state.view(session.now()).sentences())

    def _rate(self, helpful: bool, session: Controls) -> Done:
        cue_at = self._state.last_cue_at
        assert cue_at is not None, "can() looks first"
        session.rate(cue_at, helpful)
        return Done(words("Noted: helpful.") if helpful else words("Noted: not helpful."))

    def _why_not(self, name: HandName, session: Controls) -> str:
        if session.off_record and name not in _WHILE_OFF:
            return words("Not listening: nothing is kept until you listen again.")
        if name in _NEEDS_CUE:
            return words("There has been no cue yet.")
        if name in _GUIDES:
            return words("On hold: go on first.")
        return words("There is no window to hide.")


def _act(name: HandName, session: Controls) -> Done:
    """What is one action, whatever stands."""
    action: ActionName
    match name:
        case "mark":
            action, value, said = "mark", None, words("This moment is marked.")
        case "swap":
            action, value, said = "swap_speakers", None, words("The two speakers are swapped.")
        case "step_back":
            action, value, said = "next_step", "back", words("One step back.")
        case "says_no":
            action, value, said = "next_step", "no", words("The client said no.")
        case "far_away":
            action, value, said = "next_step", "far_away", words("The client is far away.")
        case _:
            action, value, said = "next_step", None, words("Next step.")
    session.act(action, value)
    return Done(said)


def hand_words(name: HandName) -> str:
    """What a hand does, as menus and lists say it."""
    said: dict[HandName, str] = {
        "hold": words("Hold: something more important"),
        "snooze": words("Snooze"),
        "off_record": words("Stop listening now"),
        "erase": words("Stop and erase this session"),
        "hide": words("Hide the shape"),
        "why": words("Show why"),
        "mark": words("Mark this moment"),
        "helpful": words("Last cue was helpful"),
        "not_helpful": words("Last cue was not helpful"),
        "swap": words("Swap the two speakers"),
        "explore": words("Explore both sides"),
        "next_step": words("Next step"),
        "step_back": words("Step before"),
        "says_no": words("The client says no"),
        "far_away": words("The client is far away"),
        "end": words("End the session"),
    }
    return said[name]
