"""The small window itself: one shape, no frame, no focus, nothing to catch a client's eye."""

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QRect,
    QSettings,
    Qt,
    QTimer,
    QVariantAnimation,
)
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from livecue.config import OverlaySettings
from livecue.overlay.glyph import paint
from livecue.overlay.state import View

_FADE_MS = 900
"""Slow enough not to be seen from the side (nothing flashes, nothing moves)."""

_WATCH_MS = 80
"""How often the cursor and the Alt key are looked at: a window that lets clicks through is told
nothing of either."""

_FLAGS = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.Tool
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
)

_WORDS_STYLE = """
background: #fafafa; color: #1e1e1e; border: 1px solid #1e1e1e; border-radius: 6px; padding: 8px;
"""


class OverlayWindow(QWidget):
    """Shows a `View`. Clicks go through it, unless Alt is held: then it can be moved.

    Args:
        settings: size, opacity, first corner.
        memory: where its place is remembered.
    """

    def __init__(self, settings: OverlaySettings, memory: QSettings) -> None:
        super().__init__(None, _FLAGS | Qt.WindowType.WindowTransparentForInput)
        self._settings = settings
        self._memory = memory
        self._view = View("listening", "")
        self._before = self._view
        self._blend = 1.0
        self._grip: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle("livecue")
        self.setAccessibleName("livecue")
        self.setFixedSize(settings.size_px, settings.size_px)
        self._words = QLabel(None, _FLAGS | Qt.WindowType.WindowTransparentForInput)
        self._words.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._words.setStyleSheet(_WORDS_STYLE)
        self._words.setWordWrap(True)
        self._words.setFixedWidth(settings.size_px * 6)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.valueChanged.connect(self._faded)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._look_at_cursor)
        self._watch.start(_WATCH_MS)
        self.move(self._remembered_place())

    @property
    def view(self) -> View:
        """What is shown."""
        return self._view

    def show_view(self, view: View) -> None:
        """Change to another view, slowly if its shape differs."""
        if view == self._view:
            return
        if view.face != self._view.face:
            self._before = self._view
            self._fade.stop()
            self._fade.start()
        self._view = view
        self.setAccessibleDescription(sentence(view))
        self._words.setText(sentence(view))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape, or two of them while one gives way to the other."""
        painter = QPainter(self)
        for view, weight in ((self._before, 1 - self._blend), (self._view, self._blend)):
            if weight > 0:
                painter.setOpacity(self._settings.opacity * weight)
                paint(painter, view.face, self.width(), view.trouble is not None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it (Alt is held, or the click would have gone through)."""
        self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Remember where it was put."""
        self._grip = None
        self._memory.setValue("overlay/place", self.pos())

    def changeEvent(self, event: QEvent) -> None:
        """Come back to the top when the system lowers it."""
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.showNormal()
        super().changeEvent(event)

    def _faded(self, value: float) -> None:
        self._blend = float(value)
        self.update()

    def _look_at_cursor(self) -> None:
        grasp = bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowTransparentForInput, not grasp)
        self._show_words(self.geometry().contains(QCursor.pos()))

    def _show_words(self, wanted: bool) -> None:
        if not wanted:
            self._words.hide()
        elif not self._words.isVisible():
            self._words.setText(sentence(self._view))
            self._words.adjustSize()
            self._words.move(self._beside())
            self._words.show()

    def _beside(self) -> QPoint:
        """A place for the words on the same screen, below the shape or above it."""
        screen = self._screen()
        words = QRect(self.geometry().bottomLeft() + QPoint(0, 6), self._words.size())
        if words.bottom() > screen.bottom():
            words.moveBottom(self.geometry().top() - 6)
        words.moveRight(min(words.right(), screen.right()))
        return words.topLeft()

    def _screen(self) -> QRect:
        screen = QGuiApplication.screenAt(self.geometry().center())
        return (screen or QGuiApplication.primaryScreen()).availableGeometry()

    def _remembered_place(self) -> QPoint:
        place = self._memory.value("overlay/place")
        if isinstance(place, QPoint) and QGuiApplication.screenAt(place) is not None:
            return place
        screen = QGuiApplication.primaryScreen().availableGeometry()
        room = QRect(screen).adjusted(12, 12, -12 - self.width(), -12 - self.height())
        corners = {
            "top_left": room.topLeft(),
            "top_right": room.topRight(),
            "bottom_left": room.bottomLeft(),
            "bottom_right": room.bottomRight(),
        }
        return corners[self._settings.corner]


def sentence(view: View) -> str:
    """A view in words, for whoever points at it or cannot see it."""
    parts = [view.words, view.why, view.suggestion, view.trouble]
    return "\n".join(part for part in parts if part)
