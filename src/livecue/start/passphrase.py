"""The store's passphrase, asked in a window where there is no terminal."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from livecue.overlay.display import application
from livecue.start.pieces import button, named, row, text
from livecue.translation import words

_WIDTH_PX = 480


class PassphraseWindow(QWidget):
    """Asks once. new: it is being chosen. said: why it is asked again. without: what comes of
    giving none, if that is not the end.

    passphrase: what was typed; `None` if they would rather not.
    """

    closed = Signal()

    def __init__(self, *, new: bool, said: str = "", without: str = "") -> None:
        super().__init__()
        self.passphrase: str | None = None
        self._new = new
        self.setWindowTitle(words("livecue: passphrase"))
        self._typed, self._again = _field(words("Passphrase")), _field(words("The same again"))
        self._says = text(said, bold=True)
        layout = QVBoxLayout(self)
        layout.addWidget(text(_why(new=new)))
        for asked in (self._typed, self._again) if new else (self._typed,):
            label = text(asked.accessibleName())
            label.setBuddy(asked)
            layout.addWidget(label)
            layout.addWidget(asked)
            asked.returnPressed.connect(self._go_on)
        layout.addWidget(self._says)
        go_on = button(words("Go on"), self._go_on)
        go_on.setDefault(True)
        layout.addLayout(row(button(without or words("Close"), self.close), go_on))
        self.resize(_WIDTH_PX, self.sizeHint().height())
        self._typed.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever waits for it goes on."""
        super().closeEvent(event)
        self.closed.emit()

    def _go_on(self) -> None:
        typed = self._typed.text()
        if not typed:
            self._says.setText(words("Type a passphrase."))
            self._typed.setFocus()
        elif self._new and not self._again.text():
            self._again.setFocus()
        elif self._new and self._again.text() != typed:
            self._says.setText(words("These are two different ones: type it twice."))
            self._again.clear()
            self._again.setFocus()
        else:
            self.passphrase = typed
            self.close()


def ask_in_window(
    *, new: bool, said: str = "", without: str = "", language: str = "auto"
) -> str | None:
    """The passphrase, before any other window runs; `None` if they would rather not.

    new, said, without: as `PassphraseWindow`.
    """
    app = application(language)
    app.setQuitOnLastWindowClosed(False)
    window = PassphraseWindow(new=new, said=said, without=without)
    window.closed.connect(app.quit)
    window.show()
    window.activateWindow()
    app.exec()
    return window.passphrase


def _field(name: str) -> QLineEdit:
    typed = QLineEdit()
    typed.setEchoMode(QLineEdit.EchoMode.Password)
    named(typed, name)
    return typed


def _why(*, new: bool) -> str:
    if new:
        return words(
            "What livecue keeps is encrypted. This computer has no key ring to hold the key, so "
            "choose a passphrase: you are asked for it each time livecue starts. Without it "
            "nothing can be read again, by anybody."
        )
    return words("A passphrase opens what livecue keeps on this computer.")
