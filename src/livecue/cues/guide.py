"""The guide's words: five steps from noticing to returning, one tentative line at a time."""

from pathlib import Path
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import AfterValidator, Field, model_validator

from livecue.config import Section, parse_section
from livecue.errors import InputError, MissingError
from livecue.events import MarkerName
from livecue.paths import home, shipped

Step = Literal["notice", "pause", "acknowledge", "ask", "reflect", "return"]
"""Meeting ambivalence before going on, after Westra & Norouzian (2018).

The third of the five steps, acknowledging both sides, has two lines: a reflection of both
(`acknowledge`), then the question that follows it (`ask`).
"""

Branch = Literal["no", "far_away"]
"""What to offer when a step does not fit: the client says no, or seems far away."""

Opening = Literal["early"]
"""What to begin a session with: early in treatment, readiness uncertain."""

STEPS: tuple[Step, ...] = get_args(Step)

STEP_NUMBERS: dict[Step, int] = {
    "notice": 1,
    "pause": 2,
    "acknowledge": 3,
    "ask": 3,
    "reflect": 4,
    "return": 5,
}
"""Which of the five steps a line belongs to."""

LONGEST_LINE_WORDS = 12
"""More than that is not read at a glance."""


def _short(line: str) -> str:
    words = len(line.split())
    if not 0 < words <= LONGEST_LINE_WORDS:
        raise ValueError(f"a line has 1 to {LONGEST_LINE_WORDS} words, this one has {words}")
    return line


Line = Annotated[str, AfterValidator(_short)]
Lines = dict[MarkerName | Literal["any"], Line]
"""A step's lines: one for any sign, and others where a sign has its own."""


class OwnLines(Section):
    """A clinician's own lines: those that they changed."""

    steps: dict[Step, Lines] = Field(default_factory=dict)
    branches: dict[Branch, Line] = Field(default_factory=dict)
    opening: dict[Opening, Line] = Field(default_factory=dict)


class Guide(OwnLines):
    """The lines of one language, all of them."""

    @model_validator(mode="after")
    def _whole(self) -> "Guide":
        missing = [f"steps.{step}.any" for step in STEPS if "any" not in self.steps.get(step, {})]
        missing += [f"branches.{name}" for name in get_args(Branch) if name not in self.branches]
        missing += [f"opening.{name}" for name in get_args(Opening) if name not in self.opening]
        if missing:
            raise ValueError(f"there is no {missing[0]}")
        return self

    def line(self, step: Step, about: MarkerName | None) -> str:
        """What to offer at a step, for the sign that led to it."""
        lines = self.steps[step]
        return lines.get(about, lines["any"]) if about is not None else lines["any"]

    def with_own(self, own: OwnLines) -> "Guide":
        """These lines with a clinician's own in their place."""
        steps = {step: {**lines, **own.steps.get(step, {})} for step, lines in self.steps.items()}
        return Guide(
            steps=steps,
            branches={**self.branches, **own.branches},
            opening={**self.opening, **own.opening},
        )


G = TypeVar("G", bound=OwnLines)


def load_guide(language: str) -> Guide:
    """The guide in a language, given as a two-letter code.

    What stands in the clinician's own file (`own_guide`) goes before what came with livecue, line
    by line.

    Raises:
        MissingError: there is none in that language.
        InputError: a file is not TOML, cannot be read, or a line is missing, unknown, or too long.
    """
    path = shipped("config") / "guide" / f"{language}.toml"
    if not path.is_file():
        raise MissingError(f"There is no guide for the language '{language}'; write {path}.")
    guide = _read(Guide, path)
    own = own_guide(language)
    return guide.with_own(_read(OwnLines, own)) if own.is_file() else guide


def own_guide(language: str) -> Path:
    """Where a clinician's own lines are looked for."""
    return home() / "guide" / f"{language}.toml"


def _read(what: type[G], path: Path) -> G:
    try:
        return parse_section(what, path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror}); mend that or take it away."
        ) from error
