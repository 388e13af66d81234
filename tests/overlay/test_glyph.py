"""The shapes: told apart without colour, seen on any screen, drawn whole."""

from itertools import combinations
from typing import get_args

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from livecue.overlay.glyph import picture
from livecue.overlay.view import Face

FACES: tuple[Face, ...] = get_args(Face)
SIDE = 44

Grey = npt.NDArray[np.float64]


def seen(face: Face, background: int = 244, trouble: bool = False) -> Grey:
    """The shape on a grey background, as luminance 0-1: as someone who sees no colour sees it."""
    canvas = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    canvas.fill(QColor(background, background, background))
    painter = QPainter(canvas)
    painter.drawPixmap(0, 0, picture(face, SIDE, trouble=trouble))
    painter.end()
    bgr = np.frombuffer(canvas.constBits(), np.uint8).reshape(SIDE, SIDE, 4)[:, :, :3] / 255.0
    linear = np.where(bgr <= 0.04045, bgr / 12.92, ((bgr + 0.055) / 1.055) ** 2.4)
    luminance: Grey = linear @ np.array([0.0722, 0.7152, 0.2126])
    return luminance


def contrast(one: Grey, other: Grey) -> Grey:
    """WCAG 2.2, "contrast ratio"."""
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


@pytest.mark.parametrize(("one", "other"), [*combinations(FACES, 2)])
def test_each_two_shapes_differ_in_form(qapp: QApplication, one: Face, other: Face) -> None:
    differs = contrast(seen(one), seen(other)) > 1.5
    assert differs.mean() > 0.04


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("background", [0, 30, 80, 118, 160, 220, 255])
def test_each_shape_stands_out_on_any_screen(
    qapp: QApplication, face: Face, background: int
) -> None:
    shape = seen(face, background)
    stands_out = contrast(shape, np.full_like(shape, shape[0, 0])) >= 3.0
    assert stands_out.mean() > 0.02


@pytest.mark.parametrize("trouble", [False, True])
@pytest.mark.parametrize("face", FACES)
def test_each_shape_is_drawn_whole(qapp: QApplication, face: Face, trouble: bool) -> None:
    alpha = picture(face, 200, trouble=trouble).toImage().createAlphaMask()
    edge = [alpha.pixel(x, y) for n in range(200) for x, y in ((n, 0), (n, 199), (0, n), (199, n))]
    assert set(edge) == {alpha.pixel(0, 0)}


@pytest.mark.parametrize("face", sorted({*FACES} - {"trouble"}))
def test_trouble_is_seen_beside_each_shape(qapp: QApplication, face: Face) -> None:
    differs = contrast(seen(face), seen(face, trouble=True)) > 1.5
    assert differs.mean() > 0.02
