"""The shapes: told apart without colour, seen on any screen, drawn whole."""

from itertools import combinations, pairwise
from typing import get_args

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from livecue.config import OverlaySettings
from livecue.overlay.glyph import picture
from livecue.overlay.palette import DARK, LIGHT, RGB, Palette
from livecue.overlay.view import STEPS, Badge, Face

FACES: tuple[Face, ...] = get_args(Face)
BADGES: tuple[Badge, ...] = get_args(Badge)
PALETTES = {"light": LIGHT, "dark": DARK}
SIDE = OverlaySettings().size_px
SOLIDITY = OverlaySettings().opacity
ANY_SCREEN = (0, 30, 60, 90, 104, 118, 128, 160, 200, 255)
"""Black, white, and the greys between them, of which the middle ones are the hardest."""

Luminance = npt.NDArray[np.float64]

SIGHTS: dict[str, npt.NDArray[np.float64]] = {
    "no colour": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
    "no red": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "no green": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "no blue": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
"""What someone sees of linear red, green and blue: nothing but luminance (WCAG 2.2), or without one
kind of cone (Machado, Oliveira & Fernandes 2009, severity 1.0)."""


def linear(rgb: npt.ArrayLike) -> Luminance:
    """sRGB 0-255 as linear light 0-1 (WCAG 2.2, "relative luminance")."""
    share = np.asarray(rgb, float) / 255.0
    light: Luminance = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return light


def luminance(rgb: npt.ArrayLike) -> Luminance:
    """How light a colour is, 0-1."""
    light: Luminance = linear(rgb) @ np.array([0.2126, 0.7152, 0.0722])
    return light


def contrast(one: npt.ArrayLike, other: npt.ArrayLike) -> Luminance:
    """WCAG 2.2, "contrast ratio", of two luminances."""
    light, dark = np.maximum(one, other), np.minimum(one, other)
    ratio: Luminance = (light + 0.05) / (dark + 0.05)
    return ratio


def on_screen(shape: QPixmap, background: int = 244, solidity: float = 1.0) -> Luminance:
    """A shape on a grey screen: red, green and blue 0-255 of every pixel."""
    canvas = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    canvas.fill(QColor(background, background, background))
    painter = QPainter(canvas)
    painter.setOpacity(solidity)
    painter.drawPixmap(0, 0, shape)
    painter.end()
    pixels = np.frombuffer(canvas.constBits(), np.uint8).reshape(SIDE, SIDE, 4)
    return pixels[:, :, 2::-1].astype(float)


def differing(one: QPixmap, other: QPixmap, sight: str = "no colour") -> float:
    """The share of pixels that someone sees to differ: in lightness, or clearly in colour."""
    first, second = (linear(on_screen(shape)) @ SIGHTS[sight].T for shape in (one, other))
    by_light = contrast(*(seen.clip(0, 1) @ [0.2126, 0.7152, 0.0722] for seen in (first, second)))
    return float((by_light > 1.5).mean())


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("colours", PALETTES)
def test_each_two_shapes_differ_in_form_for_every_kind_of_sight(
    qapp: QApplication, colours: str, sight: str
) -> None:
    shapes = {face: picture(face, SIDE, colours=PALETTES[colours]) for face in FACES}
    alike = [
        (one, other)
        for one, other in combinations(FACES, 2)
        if differing(shapes[one], shapes[other], sight) <= 0.04
    ]
    assert not alike


@pytest.mark.parametrize("sight", SIGHTS)
def test_each_step_of_exploring_differs_from_the_next(qapp: QApplication, sight: str) -> None:
    shapes = [picture("exploring", SIDE, step=step) for step in range(1, STEPS + 1)]
    assert all(differing(one, other, sight) > 0.01 for one, other in pairwise(shapes))


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_rim_or_halo_of_every_shape_stands_out_on_any_screen(colours: Palette) -> None:
    for grey in range(256):
        lines = (through(line, grey) for line in (colours.rim, colours.halo))
        assert max(contrast(luminance(line), luminance([grey] * 3)) for line in lines) >= 3.0, grey


def through(rgb: RGB, grey: int) -> RGB:
    """A colour as it is when the overlay is as solid as it is at first."""
    red, green, blue = (round(SOLIDITY * part + (1 - SOLIDITY) * grey) for part in rgb)
    return red, green, blue


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_what_fills_a_shape_stands_out_from_its_rim(colours: Palette) -> None:
    fills = (colours.grey, colours.sky, colours.orange, colours.green, colours.vermilion)
    assert min(contrast(luminance(fill), luminance(colours.rim)) for fill in fills) >= 3.0
    assert contrast(luminance(colours.halo), luminance(colours.vermilion)) >= 3.0
    assert contrast(luminance(colours.paper), luminance(colours.ink)) >= 7.0


@pytest.mark.parametrize("background", ANY_SCREEN)
@pytest.mark.parametrize("colours", PALETTES)
def test_each_shape_stands_out_on_any_screen(
    qapp: QApplication, colours: str, background: int
) -> None:
    for face in FACES:
        shape = picture(face, SIDE, colours=PALETTES[colours])
        seen = luminance(on_screen(shape, background, SOLIDITY))
        assert (contrast(seen, seen[0, 0]) >= 3.0).mean() > 0.02, face


@pytest.mark.parametrize("scaling", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("badge", [None, *BADGES])
@pytest.mark.parametrize("face", FACES)
def test_each_shape_is_drawn_whole(
    qapp: QApplication, face: Face, badge: Badge | None, scaling: float
) -> None:
    shape = picture(face, 80, scaling, badge=badge, step=3)
    alpha = shape.toImage().createAlphaMask()
    last = alpha.width() - 1
    assert alpha.width() == round(80 * scaling)
    edges = [((n, 0), (n, last), (0, n), (last, n)) for n in range(last + 1)]
    assert {alpha.pixel(*at) for edge in edges for at in edge} == {alpha.pixel(0, 0)}


@pytest.mark.parametrize("face", sorted({*FACES} - {"trouble"}))
def test_trouble_is_seen_beside_each_shape_and_which_it_is(qapp: QApplication, face: Face) -> None:
    well, late, fault = (picture(face, SIDE, badge=badge) for badge in (None, *BADGES))
    assert differing(well, late) > 0.02
    assert differing(well, fault) > 0.02
    assert differing(late, fault) > 0.02
