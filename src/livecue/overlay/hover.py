"""The words beside the shape, shown while it is pointed at, or asked for by a key."""

from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from livecue.overlay.palette import RGB, Palette
from livecue.overlay.place import INSET, beside
from livecue.overlay.view import View

_WIDTH_PX = 340

_STYLE = """
QLabel {{
    background: {paper}; color: {ink}; border: 1px solid {ink};
    padding: 8px 10px; font-size: 11pt;
}}
"""


class HoverWords(QLabel):
    """A view in words. It lets clicks through, and never takes the focus.

    Args:
        parent: the shape it belongs to.
        flags: the shape's own, so that both behave alike.
    """

    def __init__(self, parent: QWidget, flags: Qt.WindowType) -> None:
        super().__init__(parent, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAccessibleName("livecue")
        self.setTextFormat(Qt.TextFormat.RichText)

    def tell(self, view: View, shape: QRect, screen: QRect, colours: Palette) -> None:
        """Show a view's words beside the shape, on the same screen."""
        self.setStyleSheet(_STYLE.format(paper=_css(colours.paper), ink=_css(colours.ink)))
        self.setText(as_html(view))
        self.setWordWrap(False)
        width = min(self.sizeHint().width(), _WIDTH_PX, screen.width() - 2 * INSET.x())
        self.setWordWrap(True)
        self.resize(QSize(width, self.heightForWidth(width)))
        self.move(beside(shape, self.size(), screen))
        self.show()


def as_html(view: View) -> str:
    """The shape's name, what led to it, the step, what to try, and trouble, each a paragraph."""
    parts = [
        f"<b>{escape(view.words)}</b>",
        "<br>".join(escape(line) for line in view.why),
        escape(view.step_line()),
        f"<i>{escape(view.suggestion)}</i>" if view.suggestion else "",
        escape(view.trouble or ""),
    ]
    return "".join(f'<p style="margin: 0 0 4px 0">{part}</p>' for part in parts if part)


def _css(rgb: RGB) -> str:
    return "rgb({}, {}, {})".format(*rgb)
