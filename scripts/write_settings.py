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
# Tuning

![the tuning window](tuning-light.png)

`livecue tune CLIENT` opens the sessions that were kept of one client and asks them "what if".

**Pauses.** Two pictures show how long this client is silent before answering, and while having the
word. The handle says from where on a pause is long; move it with the mouse, with the arrow keys
(Page Up and Page Down for a second, Home for what is suggested), or type a number. At once the
table on the right tells, for each session and for 50 minutes, which cues would be new, and which
would be gone; of those that you called helpful or not helpful, how many would still come. Below it
stand the cues that differ, each with its time.

**What is suggested.** Half of a client's pauses lie below the median; a pause is called long when
it stands three robust deviations of log duration above it. Until there are many, what is known of
others weighs in: before an answer, 1,570 answers of patients in PriMock57 (57 played consultations
with a general practitioner; half came within 0.7 s, 95 % within 2.0 s), while the client has the
word, the three seconds from which psychotherapy research codes a silence. The window says in words
how much the client's own pauses weigh. Before an answer nothing below 2 s is suggested.

**What is usual** is taken only from sessions that you marked as engaged (`livecue replay`), so that
withdrawing never becomes usual. A session that is not marked is not used, and the window says how
many are not. The room and video calls are kept apart. *Over time* shows how the medians move.

**Other settings** are there too, each with its meaning and its range, made from the tables below;
*how sure before you are told* says of each level what it costs, as counted on labelled sessions
([evaluation](evaluation.md)), and the table on the right what it would have meant with this client.

**Adopt** writes what is tried into the client's profile, with its date and what it was before; the
next session begins with it, and `livecue clients show` lists it. **Undo** takes back what was
adopted last.

**How far it can be trusted.** The answer is worked out by the same rules as in the session, from
what was kept: it is the answer that hearing the session once more would give, cue by cue. Measured
on the eight labelled sessions at settings drawn anew, 40 of 40 were equal, 47 cues in all
(`scripts/measure_what_if.py`), and a test holds it to that on the bundled session. Three things
bound it. What you did in the session (a snooze, a mode) is taken as given, though with other cues
you might have done otherwise. Where words were not kept, exploring and silent work are taken as
they were heard. And from one microphone, who spoke is taken as it was known at the end.

`livecue tune CLIENT --json` prints what the window opens with. For one client over sessions see
[trends](trends.md).

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
