"""How a setting is declared: one field is one unit, range, default and sentence.

The settings form, the tuner and docs/tuning.md are made from the fields. `replayable` says whether
a what-if over kept events answers exactly; for the others kept audio is needed.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo

FROM_FILE = {"from_file": True}
"""Context in which a person's file is validated: there, values may not contradict each other."""


def tunable(
    default: float | int | bool | str,
    says: str,
    *,
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    replayable: bool = True,
) -> Any:
    """A setting with its meaning, unit and range, declared once."""
    return Field(
        default,
        ge=low,
        le=high,
        description=says,
        json_schema_extra={"unit": unit, "replayable": replayable},
    )


class Section(BaseModel):
    """A group of settings. An unknown name is an error, not a silent nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def is_from_file(info: ValidationInfo) -> bool:
    """Whether it is a person's file that is validated (`FROM_FILE`)."""
    return info.context == FROM_FILE
