"""The colours of a picture with two axes, as its window has them."""

import pyqtgraph as pg
from PySide6.QtGui import QPalette

from livecue.review.replay.colours import Colours, colours_of


def on_paper(picture: pg.PlotWidget, palette: QPalette) -> Colours:
    """Give a picture the paper and ink of its window; the colours for what is drawn on it."""
    colours = colours_of(palette)
    picture.setBackground(colours.paper)
    for side in ("left", "bottom"):
        axis = picture.getPlotItem().getAxis(side)
        axis.setPen(pg.mkPen(colours.ink))
        axis.setTextPen(pg.mkPen(colours.ink))
    return colours
