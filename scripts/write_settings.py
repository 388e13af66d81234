"""Write config/default.toml and docs/tuning.md from the settings' own declarations.

Run it after a change to `livecue.config`; a test fails when either file is out of date.
"""

from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from livecue.config import ClientProfile, Section, Settings

ROOT = Path(__file__).resolve().parents[1]

_TOML_HEAD = """\
# livecue's settings, with their defaults. Copy what you want to change into config.toml in
# livecue's own folder (`livecue doctor` says where that is). A value out of its range is refused.
"""

_TUNING_HEAD = """\
# Settings

Every number that a clinician could want to change, with its unit and its range. What differs from
the default goes into `config.toml` in livecue's own folder (`livecue doctor` says where that is),
under the heading in brackets. A name that livecue does not know, or a value out of its range, is
refused with a sentence that says which.

*What-if* says whether a kept session answers "what if this had been different" exactly. Where it
says no, the sound itself would have to be heard again.
"""


def default_toml() -> str:
    """config/default.toml: each setting with its meaning above it."""
    lines = [_TOML_HEAD]
    for name, section in _sections():
        lines.append(f"[{name}]")
        for key, field in section.model_fields.items():
            lines += [f"# {_meaning(field)}", f"{key} = {_toml(getattr(section(), key))}"]
        lines.append("")
    return "\n".join(lines)


def tuning_page() -> str:
    """docs/tuning.md: a table for each section."""
    lines = [_TUNING_HEAD]
    for name, section in _sections():
        lines += [
            f"## [{name}]",
            "",
            (section.__doc__ or "").strip().splitlines()[0],
            "",
            "| setting | meaning | default | range | what-if |",
            "|---|---|---|---|---|",
        ]
        for key, field in section.model_fields.items():
            extra = _extra(field)
            unit = f" {extra['unit']}" if extra.get("unit") else ""
            default = f"{_toml(getattr(section(), key))}{unit}"
            answers = "yes" if extra.get("replayable") else "no"
            lines.append(
                f"| `{key}` | {field.description} | {default} | {_range(field)} | {answers} |"
            )
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Write both files."""
    (ROOT / "config" / "default.toml").write_text(default_toml(), encoding="utf-8")
    (ROOT / "docs" / "tuning.md").write_text(tuning_page(), encoding="utf-8")


def _sections() -> list[tuple[str, type[Section]]]:
    return [
        (name, field.annotation)
        for name, field in Settings.model_fields.items()
        if isinstance(field.annotation, type)
        and issubclass(field.annotation, Section)
        and field.annotation is not ClientProfile
    ]


def _extra(field: FieldInfo) -> dict[str, Any]:
    return field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}


def _meaning(field: FieldInfo) -> str:
    unit = _extra(field).get("unit")
    limits = _range(field)
    details = ", ".join(part for part in (f"in {unit}" if unit else "", limits) if part)
    return f"{field.description} ({details})" if details else f"{field.description}"


def _range(field: FieldInfo) -> str:
    low = next((m.ge for m in field.metadata if hasattr(m, "ge")), None)
    high = next((m.le for m in field.metadata if hasattr(m, "le")), None)
    return f"{low} to {high}" if low is not None and high is not None else ""


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


if __name__ == "__main__":
    main()
