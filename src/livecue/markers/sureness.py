"""What each level of sureness costs: measured once for a network, and kept beside it."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, RootModel

from livecue.config import Sureness
from livecue.events import Frozen


class Cost(Frozen):
    """One level, on labelled talk.

    told: share of the signs in words that are told. missed_cues, false_cues: in 50 minutes, that
    should have come and did not, and that came without their sign having been given twice.
    """

    told: float = Field(ge=0, le=1)
    missed_cues: float = Field(ge=0)
    false_cues: float = Field(ge=0)


class Costs(RootModel[Mapping[Sureness, Cost]], frozen=True):
    """All levels, from quiet to sensitive."""


def load_costs(path: Path) -> Costs:
    """What was measured for a network (scripts/measure_sureness.py)."""
    return Costs.model_validate_json(path.read_text(encoding="utf-8"))
