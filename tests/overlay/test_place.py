"""Where the shape and its words stand."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from livecue.overlay.place import Corner, beside, in_corner, on_screen

LEFT, RIGHT = QRect(0, 0, 1000, 800), QRect(1000, 0, 1000, 800)
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
    assert in_corner(corner, SHAPE, RIGHT) == place


@pytest.mark.parametrize(
    ("put", "place"),
    [
        (QPoint(1500, 300), QPoint(1500, 300)),
        (QPoint(985, 300), QPoint(1000, 300)),
        (QPoint(500, 770), QPoint(500, 756)),
        (QPoint(-30, 300), None),
        (QPoint(2500, 300), None),
    ],
)
def test_a_place_is_kept_wholly_on_its_screen_if_it_has_one(
    put: QPoint, place: QPoint | None
) -> None:
    assert on_screen(QRect(put, SHAPE), [LEFT, RIGHT]) == place


@pytest.mark.parametrize(
    "shape", [QPoint(1012, 12), QPoint(1944, 12), QPoint(1012, 744), QPoint(1944, 744)]
)
def test_words_stand_beside_the_shape_on_the_same_screen(shape: QPoint) -> None:
    words = QRect(beside(QRect(shape, SHAPE), QSize(340, 120), RIGHT), QSize(340, 120))
    assert RIGHT.contains(words)
    assert not words.intersects(QRect(shape, SHAPE))
