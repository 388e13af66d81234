"""The words beside the shape, shown while it is pointed at."""

from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from livecue.overlay.place import beside
from livecue.overlay.view import View

_WIDTH_PX = 340

_STYLE = """
QLabel {
    background: #fafafa; color: #1e1e1e; border: 1px solid #1e1e1e;
    padding: 8px 10px; font-size: 11pt;
}
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
        self.setStyleSheet(_STYLE)
        self.setWordWrap(True)

    def tell(self, view: View, shape: QRect, screen: QRect) -> None:
        """Show a view's words beside the shape, on the same screen."""
        self.setText(as_html(view))
        self.resize(QSize(_WIDTH_PX, self.heightForWidth(_WIDTH_PX)))
        self.move(beside(shape, self.size(), screen))
        self.show()


def as_html(view: View) -> str:
    """The shape's name, what led to it, and what to try, each a paragraph."""
    why = "<br>".join(escape(line) for line in view.why)
    parts = [
        f"<b>{escape(view.words)}</b>",
        why,
        f"<i>{escape(view.suggestion)}</i>" if view.suggestion else "",
        escape(view.trouble or ""),
    ]
    return "".join(f'<p style="margin: 0 0 4px 0">{part}</p>' for part in parts if part)
