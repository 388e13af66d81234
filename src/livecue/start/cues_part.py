"""The first sessions of a clinician new to livecue: what was noticed is seen afterwards."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGroupBox, QVBoxLayout

from livecue.start.choices import FIRST_SESSIONS, Keep
from livecue.start.pieces import button, outlined, row, text
from livecue.translation import words


class CuesPart(QGroupBox):
    """Whether cues wait until the clinician looks back, with the reason for it.

    Args:
        shown_before: the clinician chose before to see them at once.
        practise: opens the role-play.
    """

    changed = Signal()

    def __init__(self, *, shown_before: bool, practise: Callable[[], None]) -> None:
        super().__init__(words("New to livecue"))
        self._box = QCheckBox(words("Show me what was noticed only afterwards"))
        outlined(self._box)
        self._box.setChecked(not shown_before)
        self._why = text()
        layout = QVBoxLayout(self)
        layout.addWidget(self._box)
        layout.addWidget(self._why)
        layout.addLayout(row(button(words("Practise on a role-play first"), practise)))
        self._box.toggled.connect(lambda _on: self.changed.emit())

    @property
    def asked(self) -> bool:
        """Whether it is to be chosen."""
        return not self.isHidden() and not self._box.isHidden()

    @property
    def hidden(self) -> bool:
        """Whether cues wait."""
        return self.asked and self._box.isChecked()

    def follow(self, keep: Keep) -> None:
        """What cannot be looked back at is told at once."""
        self._box.setVisible(keep != "nothing")
        if keep == "nothing":
            self._why.setText(
                words("Nothing is kept to look back at, so livecue tells you during the session.")
            )
            return
        self._why.setText(
            words(
                "Your first {count} sessions: livecue notices, and you see it when you look back. "
                "So you learn first how far to trust it, and nothing distracts you."
            ).format(count=FIRST_SESSIONS)
        )
