"""What the start window remembers from one session to the next. No client is named in it."""

from pathlib import Path

from PySide6.QtCore import QSettings

from livecue.start.choices import KEEPS, Choices, Keep, Place


class Memory:
    """A small file: which microphone, where, what is kept, and whether cues wait.

    Args:
        path: made when there is something to remember. What makes no sense in it is passed over.
    """

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def microphone(self) -> str | None:
        """By name; `None`: the usual one."""
        return self._text("microphone") or None

    @property
    def played(self) -> str | None:
        """The output of a video call, by name; `None`: the usual one."""
        return self._text("played") or None

    @property
    def place(self) -> Place:
        """Where the last session was."""
        return "call" if self._text("place") == "call" else "room"

    @property
    def keep(self) -> Keep:
        """What the last session was to keep; of a first one the timeline."""
        return next((keep for keep in KEEPS if keep == self._text("keep")), "timeline")

    @property
    def cues_shown(self) -> bool:
        """Whether the clinician chose to see cues already in the first sessions."""
        return self._text("cues") == "shown"

    def keep_choices(self, choices: Choices, *, cues_asked: bool) -> None:
        """Remember them. cues_asked: whether cues were to wait was to be chosen."""
        self._file.setValue("microphone", choices.microphone or "")
        self._file.setValue("place", choices.place)
        if choices.place == "call":
            self._file.setValue("played", choices.played or "")
        if choices.client is not None:  # who only tries it out keeps nothing
            self._file.setValue("keep", choices.keep)
        if cues_asked:
            self._file.setValue("cues", "hidden" if choices.cues_hidden else "shown")
        self._file.sync()

    def _text(self, name: str) -> str:
        value = self._file.value(name)
        return value if isinstance(value, str) else ""
