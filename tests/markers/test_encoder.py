"""The sentence network as it is installed."""

import numpy as np
import pytest

from livecue.markers.encoder import DIMENSIONS, MiniLM
from livecue.model_files import locate


@pytest.fixture(scope="module")
def encoder() -> MiniLM:
    return MiniLM(locate("minilm"))


def test_a_sentence_is_a_direction_in_384_dimensions(encoder: MiniLM) -> None:
    points = encoder.embed(["The bus was late.", ""])
    assert points.shape == (2, DIMENSIONS)
    assert np.linalg.norm(points, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)
    assert encoder.embed([]).shape == (0, DIMENSIONS)


def test_what_means_the_same_lies_nearer_than_what_does_not(encoder: MiniLM) -> None:
    sleep, night, invoice = encoder.embed(
        ["I hardly slept at all.", "My nights are restless.", "The invoice came on Monday."]
    )
    assert float(sleep @ night) > float(sleep @ invoice) + 0.1


def test_a_sentence_is_the_same_alone_and_in_company(encoder: MiniLM) -> None:
    alone = encoder.embed(["We went to the sea."])
    among = encoder.embed(["A word.", "We went to the sea.", "A much longer sentence than that."])
    assert np.array_equal(alone[0], among[1])
