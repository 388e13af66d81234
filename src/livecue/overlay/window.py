"""The small window itself: one shape, no frame, no focus, nothing to catch a client's eye."""

from PySide6.QtCore import QPoint, QRect, QSettings, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QGuiApplication,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from livecue.config import OverlaySettings
from livecue.overlay.glyph import between, outline, picture
from livecue.overlay.hover import HoverWords
from livecue.overlay.place import in_corner, on_screen
from livecue.overlay.view import View
from livecue.overlay.x11 import is_composited, is_x11

_FADE_MS = 900
"""Slow enough not to be seen from the side (nothing flashes, nothing moves)."""

_WATCH_MS = 80
"""How often the cursor and the Alt key are looked at: a window that lets clicks through is told
nothing of either."""

_DWELL = 4
"""Looks in a row that find the cursor here before words are shown: passing by shows nothing."""

_PLACE = "overlay/place"

_FLAGS = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.Tool
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
    | Qt.WindowType.WindowTransparentForInput
    # Out of the window manager's hands (X11 alone): else it would put a call that fills the screen
    # above this window, hide it on another workspace, and take the Alt key's drag for itself.
    | Qt.WindowType.X11BypassWindowManagerHint
)


class OverlayWindow(QWidget):
    """Shows a `View`. Clicks go through it, unless Alt is held: then it can be moved.

    Args:
        settings: size, opacity, first corner.
        memory: where its place is remembered.
    """

    def __init__(self, settings: OverlaySettings, memory: QSettings) -> None:
        super().__init__(None, _FLAGS)
        self._settings = settings
        self._memory = memory
        self._view = View("listening", "")
        self._menu: QMenu | None = None
        self._chosen = self._remembered()
        self._stands_at: QPoint | None = None
        self._grip: QPoint | None = None
        self._graspable = False
        self._looks_over = 0
        self._see_through = True
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setWindowTitle("livecue")
        self.setAccessibleName("livecue")
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setFixedSize(settings.size_px, settings.size_px)
        self._shown = self._fading_from = self._picture(self.devicePixelRatioF())
        self.words = HoverWords(self, _FLAGS)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.valueChanged.connect(lambda _: self.update())
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self._look)
        self._stand()

    @property
    def view(self) -> View:
        """What is shown."""
        return self._view

    def use_menu(self, menu: QMenu) -> None:
        """What a right click opens while Alt is held, for systems without a tray."""
        self._menu = menu

    def show_view(self, view: View) -> None:
        """Change to another view, slowly if its picture differs."""
        looked = (self._view.face, self._view.trouble is None)
        self._view = view
        self.setAccessibleDescription(view.sentences())
        if self.words.isVisible():
            self._tell()
        if looked != (view.face, view.trouble is None):
            self._fading_from = self._mixed()
            self._shown = self._picture(self.devicePixelRatioF())
            self._change()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look at the cursor."""
        super().showEvent(event)
        self._change()
        self._watch.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is to be told anything."""
        super().hideEvent(event)
        self._watch.stop()
        self._fade.stop()
        self._grip = None
        self.words.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape, or two of them while one gives way to the other."""
        if self._shown.devicePixelRatio() != self.devicePixelRatioF():  # a screen of other scaling
            self._shown = self._fading_from = self._picture(self.devicePixelRatioF())
        painter = QPainter(self)
        painter.setOpacity(self._settings.opacity if self._see_through else 1.0)
        painter.drawPixmap(self.rect(), self._mixed())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it (Alt is held, or the click would have gone through)."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint() - self.pos()
            self.words.hide()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Remember where it was put."""
        if self._grip is not None:
            self._grip = None
            self._chosen = self._stands_at = self.pos()
            self._memory.setValue(_PLACE, self._chosen)
            self._memory.sync()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The controls, for systems without a tray."""
        if self._menu is not None:
            self._menu.popup(event.globalPos())

    def _change(self) -> None:
        """Fade to the new picture; where nothing can be transparent, cut it out at once."""
        if is_x11():  # elsewhere the system itself keeps it on top
            self.raise_()
        self._see_through = is_composited()
        if self._see_through:
            self.clearMask()
            self._fade.stop()
            self._fade.start()
        else:
            self.setMask(outline(self._picture(1.0)))
        self.update()

    def _mixed(self) -> QPixmap:
        """The old picture giving way to the new one."""
        if self._fade.state() == QVariantAnimation.State.Stopped:
            return self._shown
        return between(self._fading_from, self._shown, float(self._fade.currentValue()))

    def _picture(self, scaling: float) -> QPixmap:
        trouble = self._view.trouble is not None
        return picture(self._view.face, self.width(), scaling, trouble)

    def _look(self) -> None:
        """Look at the cursor and the Alt key, and whether this is still on a screen."""
        if self._grip is not None:
            return
        self._stand()
        over = self.geometry().contains(QCursor.pos())
        self._let_grasp(over and _alt_is_held())
        self._looks_over = self._looks_over + 1 if over else 0
        if self._looks_over == _DWELL:
            self._tell()
        elif not over:
            self.words.hide()

    def _let_grasp(self, wanted: bool) -> None:
        if wanted != self._graspable:
            self._graspable = wanted
            self.windowHandle().setFlag(Qt.WindowType.WindowTransparentForInput, not wanted)

    def _tell(self) -> None:
        screen = QGuiApplication.screenAt(self.geometry().center())
        if screen is not None:
            self.words.tell(self._view, self.geometry(), screen.availableGeometry())

    def _stand(self) -> None:
        """Be where it was put, or in its corner while that is on no screen."""
        place = self._place()
        if place != self._stands_at:
            self._stands_at = place
            self.move(place)

    def _place(self) -> QPoint:
        if self._chosen is not None:
            screens = [screen.geometry() for screen in QGuiApplication.screens()]
            place = on_screen(QRect(self._chosen, self.size()), screens)
            if place is not None:
                return place
        screen = QGuiApplication.primaryScreen().availableGeometry()
        return in_corner(self._settings.corner, self.size(), screen)

    def _remembered(self) -> QPoint | None:
        place = self._memory.value(_PLACE)
        return place if isinstance(place, QPoint) else None


def _alt_is_held() -> bool:
    held = QGuiApplication.queryKeyboardModifiers()
    return bool(held & Qt.KeyboardModifier.AltModifier)
