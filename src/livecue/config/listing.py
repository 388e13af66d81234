"""Every setting with what was declared of it: the form and the tuner are made from this."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic.fields import FieldInfo

from livecue.config.declaring import Section
from livecue.config.settings import ClientProfile, Settings, Value


@dataclass(frozen=True)
class Declared:
    """One setting.

    name: as "silence.spread". meaning: one sentence. unit: "" without one. low, high: its range,
    where it is a number. choices: where it is one of several words. default: its value at first.
    replayable: whether a what-if over kept sessions answers exactly.
    """

    name: str
    meaning: str
    unit: str
    low: float | None
    high: float | None
    choices: tuple[str, ...]
    default: Value
    replayable: bool

    def of(self, settings: Settings) -> Value:
        """Its value in some settings."""
        section, _, field = self.name.partition(".")
        value: Value = getattr(getattr(settings, section), field)
        return value


def declared() -> Iterator[Declared]:
    """All settings, section by section, in the order in which they are declared."""
    for section, info in Settings.model_fields.items():
        kind = info.annotation
        if not (isinstance(kind, type) and issubclass(kind, Section)) or kind is ClientProfile:
            continue
        for name, field in kind.model_fields.items():
            yield _declared(f"{section}.{name}", field)


def replayable() -> list[Declared]:
    """All that a kept session answers "what if" for."""
    return [one for one in declared() if one.replayable]


def _declared(name: str, field: FieldInfo) -> Declared:
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    return Declared(
        name=name,
        meaning=field.description or "",
        unit=str(extra.get("unit", "")),
        low=_bound(field, "ge"),
        high=_bound(field, "le"),
        choices=tuple(word for word in get_args(field.annotation) if isinstance(word, str)),
        default=field.default,
        replayable=bool(extra.get("replayable", False)),
    )


def _bound(field: FieldInfo, name: str) -> float | None:
    bounds: list[Any] = [getattr(one, name) for one in field.metadata if hasattr(one, name)]
    return float(bounds[0]) if bounds else None
