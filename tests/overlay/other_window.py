"""A text window of another program: says what reaches it, a line of JSON each.

python other_window.py [full]: over the whole screen, or over most of it.
"""

import json
import sys

from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit


class Window(QPlainTextEdit):
    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mousePressEvent(event)
        tell({"click": True})

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        super().keyPressEvent(event)
        tell({"key": event.key()})


def tell(what: dict[str, str | bool | int]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


app = QApplication(sys.argv)
app.focusWindowChanged.connect(lambda focused: tell({"focus": focused is not None}))
window = Window()
window.textChanged.connect(lambda: tell({"text": window.toPlainText()}))
window.setStyleSheet("background: white")
window.resize(1200, 700)
if "full" in sys.argv:
    window.showFullScreen()
else:
    window.show()
app.exec()
