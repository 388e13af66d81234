"""What each level of sureness costs: measured once for a network, and kept beside it."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from pydantic import Field, model_validator

from livecue.config import Sureness
from livecue.events import Frozen, MarkerName


class Told(Frozen):
    """How many of those that there are were told."""

    told: int = Field(ge=0)
    there: int = Field(ge=1)

    @property
    def of_ten(self) -> int:
        """About how many of ten."""
        return round(10 * self.told / self.there)


class Cost(Frozen):
    """One level, on labelled transcripts at the thresholds that livecue comes with.

    signs: those told, by marker. cues: of the cues that should come, those that do, at once or
    later. false_cues: in 50 minutes, those that come without their sign having been given twice.
    """

    signs: Mapping[MarkerName, Told]
    cues: Told
    false_cues: float = Field(ge=0)


class Costs(Frozen):
    """All levels, from quiet to sensitive. sessions: how many they were counted on."""

    sessions: int = Field(ge=1)
    levels: Mapping[Sureness, Cost]

    @model_validator(mode="after")
    def _has_every_level(self) -> "Costs":
        if tuple(self.levels) != get_args(Sureness):
            raise ValueError(f"needs the levels {', '.join(get_args(Sureness))}, in this order")
        return self


def load_costs(path: Path) -> Costs:
    """What was measured for a network (scripts/measure_sureness.py)."""
    return Costs.model_validate_json(path.read_text(encoding="utf-8"))
