"""A person at the keyboard, who waits for each window and then does one thing after another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

LOOK_MS = 30
PATIENCE_MS = 60_000

Step = Callable[[], bool | None]
"""Does one thing. False: it is not yet time for it."""


class Hand(QObject):
    """Does the steps while the windows run. What goes wrong is raised by `done`."""

    def __init__(self, app: QApplication, steps: Sequence[Step]) -> None:
        super().__init__(app)
        self._app = app
        self._steps = list(steps)
        self._failure: BaseException | None = None
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def done(self) -> None:
        """All steps were taken, and none went wrong."""
        self._timer.stop()
        if self._failure is not None:
            raise self._failure
        assert not self._steps, f"{len(self._steps)} steps were left"

    def _look(self) -> None:
        self._looks += 1
        try:
            if self._looks * LOOK_MS > PATIENCE_MS:
                raise AssertionError(f"waited in vain; {len(self._steps)} steps were left")
            if self._steps and self._steps[0]() is not False:
                self._steps.pop(0)
        except BaseException as error:
            self._failure = error
            self._timer.stop()
            for window in self._app.topLevelWidgets():
                window.close()
            self._app.quit()


def in_window(title: str, does: Callable[[], bool | None]) -> Step:
    """Do it once the window of this title has the keyboard."""

    def step() -> bool | None:
        window = QApplication.activeWindow()
        if window is None or title not in window.windowTitle():
            return False
        return does()

    return step


def press(*keys: Qt.Key) -> Callable[[], None]:
    """Press keys, whatever has the focus."""

    def does() -> None:
        for key in keys:
            QTest.keyClick(focus(), key)

    return does


def typed(text: str) -> Callable[[], None]:
    """Type a word."""
    return lambda: QTest.keyClicks(focus(), text)


def focus() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def shown(window: QWidget | None = None) -> str:
    """All the words that can be read in a window now."""
    window = window or QApplication.activeWindow()
    assert window is not None
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
