"""Who the session is with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from livecue.errors import InputError
from livecue.start.known import KnownClient
from livecue.start.pieces import named, text
from livecue.store.pseudonym import check_pseudonym
from livecue.translation import words

_NEW, _NOBODY = object(), object()
_MOST_SESSIONS = 1000
_MOST_READY = 10


class ClientPart(QGroupBox):
    """A client known before, a new one, or nobody, to try livecue out.

    Args:
        clients: pseudonyms, the latest first.
        known: what is known of one of them.
        keeps: there is a store. Without one there are no clients.
    """

    changed = Signal()

    def __init__(
        self, clients: Sequence[str], known: Callable[[str], KnownClient], *, keeps: bool
    ) -> None:
        super().__init__(words("Client"))
        self._clients = list(clients)
        self._known = known
        self.known: KnownClient | None = None
        self._choice = QComboBox()
        named(self._choice, words("Client"))
        for client in clients:
            self._choice.addItem(client, client)
        if keeps:
            self._choice.addItem(words("A new client"), _NEW)
        self._choice.addItem(words("Nobody: I am trying livecue out"), _NOBODY)
        if not clients:
            self._choice.setCurrentIndex(self._choice.count() - 1)
        self._name = QLineEdit()
        self._name.setPlaceholderText(words("for example: river"))
        named(self._name, words("What to call the client"))
        self._about = text()
        self._make_numbers()
        layout = QGridLayout(self)
        layout.addWidget(self._choice, 0, 0, 1, 2)
        layout.addWidget(self._name, 1, 0, 1, 2)
        layout.addWidget(self._about, 2, 0, 1, 2)
        for n, (label, asked) in enumerate(self._numbers, start=3):
            layout.addWidget(label, n, 0)
            layout.addWidget(asked, n, 1)
        layout.setColumnStretch(0, 1)
        self._choice.currentIndexChanged.connect(self._choose)
        self._choose()

    @property
    def is_nobody(self) -> bool:
        """Whether there is no client."""
        return self._choice.currentData() is _NOBODY

    @property
    def session(self) -> int | None:
        """How manieth session with this client."""
        return None if self.is_nobody else self._session.value()

    @property
    def readiness(self) -> int | None:
        """In the client's own word, 0 to 10."""
        chosen = self._ready.currentData()
        return chosen if isinstance(chosen, int) and not self.is_nobody else None

    def client(self) -> str | None:
        """The pseudonym.

        Raises:
            InputError: what was typed is not one, or another client has it.
        """
        chosen = self._choice.currentData()
        if chosen is _NOBODY:
            return None
        if chosen is not _NEW:
            return str(chosen)
        name = self._name.text().strip()
        if not name:
            raise InputError(words("Give the client a word that means something to you alone."))
        check_pseudonym(name)
        if name in self._clients:
            taken = words("There is a client '{name}' already: choose them above, or another word.")
            raise InputError(taken.format(name=name))
        return name

    def begin(self) -> None:
        """Take the keyboard."""
        (self._name if self._name.isVisible() else self._choice).setFocus()

    def _choose(self) -> None:
        chosen = self._choice.currentData()
        known_one = isinstance(chosen, str)
        self.known = self._known(chosen) if isinstance(chosen, str) else None
        self._name.setVisible(chosen is _NEW)
        if chosen is _NEW:
            self._about.setText(
                words("A word that means something to you alone, never the client's own name.")
            )
        else:
            self._about.setText(
                words(
                    "livecue hears you alone, and nothing is kept. For a session choose a client, "
                    "or a new one, here above."
                )
                if not known_one
                else ""
            )
        self._about.setVisible(not known_one)
        for label, asked in self._numbers:
            label.setVisible(chosen is not _NOBODY)
            asked.setVisible(chosen is not _NOBODY)
        self._session.setValue(self.known.session if self.known is not None else 1)
        readiness = None if self.known is None else self.known.readiness
        self._ready.setCurrentIndex(0 if readiness is None else 1 + readiness)
        if chosen is _NEW:
            self._name.setFocus()
        self.changed.emit()

    def _make_numbers(self) -> None:
        self._session = QSpinBox()
        self._session.setRange(1, _MOST_SESSIONS)
        self._ready = QComboBox()
        self._ready.addItem(words("not asked"), None)
        for number in range(_MOST_READY + 1):
            self._ready.addItem(str(number), number)
        self._numbers: list[tuple[QLabel, QWidget]] = []
        for said, asked in (
            (words("Which session with this client"), self._session),
            (words("How ready to work on this, 0 to 10, in the client's word"), self._ready),
        ):
            label = text(said)
            label.setBuddy(asked)
            named(asked, said)
            self._numbers.append((label, asked))
