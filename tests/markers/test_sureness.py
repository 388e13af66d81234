"""What each level of sureness costs, as it comes with the network."""

from itertools import pairwise

import pytest
from pydantic import ValidationError

from livecue.markers.sureness import Costs, Told, load_costs
from livecue.model_files import locate


def test_what_was_measured_for_the_network_is_there_and_makes_sense() -> None:
    costs = load_costs(locate("turn-reader").files["sureness.json"])
    assert costs.sessions > 1
    for surer, sooner in pairwise(costs.levels.values()):
        assert surer.signs.keys() == sooner.signs.keys()
        assert all(surer.signs[sign].told <= sooner.signs[sign].told for sign in surer.signs)
        assert surer.cues.there == sooner.cues.there
        assert surer.false_cues <= sooner.false_cues


def test_a_level_that_is_missing_is_refused() -> None:
    with pytest.raises(ValidationError, match="quiet, balanced, sensitive"):
        Costs.model_validate({"sessions": 1, "levels": {}})


def test_of_ten_is_rounded() -> None:
    assert [Told(told=told, there=33).of_ten for told in (0, 16, 33)] == [0, 5, 10]
