"""The review's colours, for light windows and for dark ones; every lane is named besides."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from livecue.events import MarkerName
from livecue.exports.report.style import (
    CLIENT_COLOUR,
    CLINICIAN_COLOUR,
    MARKER_COLOURS,
    PAUSE_COLOUR,
)

_DARK_MARKER_COLOURS: dict[MarkerName, str] = {
    "silence": "#b49fd6",
    "yes_but": "#f0935a",
    "topic_shift": "#e08cc2",
    "homework": "#cdb24f",
    "change_talk": "#46c79c",
    "sustain_talk": "#c79c8a",
}
"""The report's hues, lighter: all at 4.5:1 or more on the dark paper (WCAG 2.2, 1.4.3)."""

_MIDDLE = 128
"""Lightness (0-255) below which a window is dark."""


@dataclass(frozen=True)
class Colours:
    """paper, ink: of words. faint: of lines between lanes. lanes: by lane key."""

    paper: QColor
    ink: QColor
    faint: QColor
    lanes: dict[str, QColor]

    def of(self, key: str) -> QColor:
        """A lane's own, or that of words."""
        return self.lanes.get(key, self.ink)


def colours_of(palette: QPalette) -> Colours:
    """The set that fits a window's own colours."""
    paper, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    dark = paper.lightness() < _MIDDLE
    lanes: dict[str, str] = {
        **{
            name: (_DARK_MARKER_COLOURS if dark else MARKER_COLOURS)[name]
            for name in MARKER_COLOURS
        },
        "client": "#5aa2e0" if dark else CLIENT_COLOUR,
        "clinician": "#9aa3ab" if dark else CLINICIAN_COLOUR,
        "unknown": "#6a727a" if dark else "#b4bbc2",
        "pauses": "#5b6f84" if dark else PAUSE_COLOUR,
        "marks": "#5aa2e0" if dark else CLIENT_COLOUR,
        "exploring": "#5f7d99" if dark else "#9db4c9",
        "hearing": "#f0935a" if dark else "#b34700",
        "not_heard": "#6a727a" if dark else "#b4bbc2",
    }
    faint = QColor(ink)
    faint.setAlphaF(0.14)
    return Colours(paper, ink, faint, {key: QColor(name) for key, name in lanes.items()})
