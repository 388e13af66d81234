"""The small window itself: one shape, no frame, no focus, nothing to catch a client's eye."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QVariantAnimation
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
from livecue.overlay.hover import HoverWords
from livecue.overlay.memory import Memory
from livecue.overlay.palette import palette
from livecue.overlay.sharing import hide
from livecue.overlay.sign import between, outline, sign, sign_size
from livecue.overlay.standing import Standing
from livecue.overlay.view import View
from livecue.overlay.x11 import is_composited, is_x11

_FADE_MS = 900
"""Slow enough not to be seen from the side (nothing flashes, nothing moves)."""

_WATCH_MS = 100
"""How often the cursor and the Alt key are looked at: a window that lets clicks through is told
nothing of either."""

_STAND_MS = 500
"""How often it is seen to that this stands where it was put: screens come and go seldom."""

_DWELL = 3
"""Looks in a row that find the cursor here before words are shown: passing by shows nothing."""

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
        settings: how it looks until that is changed from its menu.
        memory: where its looks and its place are remembered.
    """

    def __init__(self, settings: OverlaySettings, memory: Memory) -> None:
        super().__init__(None, _FLAGS)
        self._settings = memory.looks(settings)
        self._memory = memory
        self._standing = Standing(memory)
        self._view = View("listening", "")
        self._menu: QMenu | None = None
        self._stands_at: QPoint | None = None
        self._grip: QPoint | None = None
        self._graspable = False
        self._looks_over = 0
        self._sentence = ""
        self._see_through = True
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setWindowTitle("livecue")
        self.setAccessibleName("livecue")
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setFixedSize(sign_size(self._settings))
        self._shown = self._fading_from = self._picture()
        self.words = HoverWords(self, _FLAGS)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.valueChanged.connect(lambda _: self.update())
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self._look)
        self._keep_standing = QTimer(self)
        self._keep_standing.setInterval(_STAND_MS)
        self._keep_standing.timeout.connect(self._stand)
        self._asked = QTimer(self)
        self._asked.setSingleShot(True)
        self._asked.timeout.connect(self._said)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._redraw)
        self._stand()

    @property
    def view(self) -> View:
        """What is shown."""
        return self._view

    @property
    def settings(self) -> OverlaySettings:
        """How it looks now."""
        return self._settings

    def use_menu(self, menu: QMenu) -> None:
        """What a right click opens while Alt is held, for systems without a tray."""
        self._menu = menu

    def change_looks(self, **changes: object) -> None:
        """Change some of the settings' looks, and remember them for the next session.

        A corner is one of the screen that it stands on.
        """
        self._settings = self._settings.model_copy(update=changes)
        self._memory.keep_looks(changes)
        if "corner" in changes:
            self._standing.put_in_corner(self.geometry())
        self.setFixedSize(sign_size(self._settings))
        self._redraw()
        self._stand()

    def show_view(self, view: View) -> None:
        """Change to another view, slowly if its picture differs."""
        looked = _looks_of(self._view)
        self._view = view
        self.setAccessibleDescription(view.sentences())
        if self.words.isVisible():
            self._tell()
        if looked != _looks_of(view):
            self._fading_from = self._mixed()
            self._shown = self._picture()
            self._change()

    def show_words_for(self, seconds: float) -> None:
        """Show the words beside the shape for a while, wherever the cursor is."""
        self.say("", seconds)

    def say(self, sentence: str, seconds: float) -> None:
        """Show one sentence in place of the words for a while; none is the words themselves."""
        self._sentence = sentence
        self._asked.start(round(1000 * seconds))
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look at the cursor."""
        super().showEvent(event)
        self._hide_from_sharing(self)
        self._change()
        self._watch.start()
        self._keep_standing.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is to be told anything."""
        super().hideEvent(event)
        self._watch.stop()
        self._keep_standing.stop()
        self._fade.stop()
        self._asked.stop()
        self._grip = None
        self.words.hide()

    def event(self, event: QEvent) -> bool:
        """A native window that is made anew, or put on another screen by the system."""
        if event.type() == QEvent.Type.WinIdChange and self.isVisible():
            self._hide_from_sharing(self)
        elif event.type() == QEvent.Type.ScreenChangeInternal:
            self._stands_at = None
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape, or two of them while one gives way to the other."""
        if self._shown.devicePixelRatio() != self.devicePixelRatioF():  # a screen of other scaling
            self._shown = self._fading_from = self._picture()
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
        """Remember where it was put: the screen, its nearest corner, and how far from that."""
        if self._grip is None:
            return
        self._grip = None
        corner = self._standing.put(self.geometry())
        self._settings = self._settings.model_copy(update={"corner": corner})
        self._memory.keep_looks({"corner": corner})
        self._redraw()

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

    def _redraw(self) -> None:
        """The same view in other looks."""
        self._shown = self._fading_from = self._picture()
        if self.words.isVisible():
            self._tell()
        self._change()

    def _mixed(self) -> QPixmap:
        """The old picture giving way to the new one."""
        if self._fade.state() == QVariantAnimation.State.Stopped:
            return self._shown
        return between(self._fading_from, self._shown, float(self._fade.currentValue()))

    def _picture(self, scaling: float | None = None) -> QPixmap:
        ratio = scaling or self.devicePixelRatioF()
        return sign(self._view, self._settings, ratio, palette(self._settings.colours))

    def _look(self) -> None:
        """Look at the cursor and the Alt key."""
        if self._grip is not None:
            return
        over = self.geometry().contains(QCursor.pos())
        self._let_grasp(over and _alt_is_held())
        self._looks_over = self._looks_over + 1 if over else 0
        if self._looks_over == _DWELL:
            self._tell()
        elif not over and not self._asked.isActive():
            self.words.hide()

    def _let_grasp(self, wanted: bool) -> None:
        if wanted != self._graspable:
            self._graspable = wanted
            self.windowHandle().setFlag(Qt.WindowType.WindowTransparentForInput, not wanted)

    def _tell(self) -> None:
        area = self._standing.screen(self.geometry()).availableGeometry()
        view = View(self._view.face, self._sentence) if self._sentence else self._view
        self.words.tell(view, self.geometry(), area, palette(self._settings.colours))
        self._hide_from_sharing(self.words)

    def _said(self) -> None:
        """The time that was asked for is over."""
        self._sentence = ""
        if self._looks_over < _DWELL:
            self.words.hide()
        else:
            self._tell()

    def _hide_from_sharing(self, window: QWidget) -> None:
        if self._settings.hidden_from_sharing:
            hide(window)

    def _stand(self) -> None:
        """Be where it was put, or in the first screen's corner while that screen is not there."""
        if self._grip is not None:
            return
        place = self._standing.place(self.size(), self._settings.corner)
        if place != self._stands_at:
            self._stands_at = place
            self.move(place)


def _looks_of(view: View) -> tuple[object, ...]:
    """What of a view is in its picture."""
    return view.face, view.words, view.badge, view.step if view.face == "exploring" else None


def _alt_is_held() -> bool:
    held = QGuiApplication.queryKeyboardModifiers()
    return bool(held & Qt.KeyboardModifier.AltModifier)
