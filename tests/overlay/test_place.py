"""Where the shape and its words stand."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from livecue.overlay.place import CORNERS, Corner, beside, inset_of, nearest_corner, place_in

RIGHT = QRect(1000, 0, 1000, 800)
SHAPE = QSize(44, 44)


@pytest.mark.parametrize(
    ("corner", "place"),
    [
        ("top_left", QPoint(1012, 12)),
        ("top_right", QPoint(1944, 12)),
        ("bottom_left", QPoint(1012, 744)),
        ("bottom_right", QPoint(1944, 744)),
    ],
)
def test_each_corner_is_a_little_away_from_the_edges(corner: Corner, place: QPoint) -> None:
    assert place_in(RIGHT, SHAPE, corner) == place


@pytest.mark.parametrize(
    ("put", "corner", "inset"),
    [
        (QPoint(1100, 50), "top_left", QPoint(100, 50)),
        (QPoint(1900, 300), "top_right", QPoint(56, 300)),
        (QPoint(985, 600), "bottom_left", QPoint(0, 156)),
        (QPoint(1990, 790), "bottom_right", QPoint(0, 0)),
    ],
)
def test_a_place_is_kept_as_a_distance_from_its_nearest_corner(
    put: QPoint, corner: Corner, inset: QPoint
) -> None:
    window = QRect(put, SHAPE)
    assert nearest_corner(window, RIGHT) == corner
    assert inset_of(window, RIGHT, corner) == inset


@pytest.mark.parametrize("corner", CORNERS)
def test_a_place_that_the_screen_is_too_small_for_is_still_wholly_on_it(corner: Corner) -> None:
    small = QRect(1000, 0, 320, 200)
    assert small.contains(QRect(place_in(small, SHAPE, corner, QPoint(700, 500)), SHAPE))


@pytest.mark.parametrize("corner", CORNERS)
def test_a_place_comes_back_where_it_was(corner: Corner) -> None:
    put = QRect(place_in(RIGHT, SHAPE, corner, QPoint(80, 90)), SHAPE)
    assert nearest_corner(put, RIGHT) == corner
    assert inset_of(put, RIGHT, corner) == QPoint(80, 90)


@pytest.mark.parametrize("corner", CORNERS)
def test_words_stand_beside_the_shape_on_the_same_screen(corner: Corner) -> None:
    shape = QRect(place_in(RIGHT, SHAPE, corner), SHAPE)
    words = QRect(beside(shape, QSize(340, 120), RIGHT), QSize(340, 120))
    assert RIGHT.contains(words)
    assert not words.intersects(shape)
    outer = QRect.right if corner.endswith("right") else QRect.left
    assert outer(words) == outer(shape)
