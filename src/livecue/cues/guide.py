"""The guide: five steps from noticing to returning, one tentative line each."""

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, model_validator

from livecue.config import Section, parse_section
from livecue.errors import MissingError
from livecue.events import MarkerName
from livecue.paths import shipped

Step = Literal["notice", "pause", "acknowledge", "reflect", "return"]
"""Meeting ambivalence before going on, after Westra & Norouzian (2018)."""

Branch = Literal["no", "far_away"]
"""What to offer when a step does not fit: the client says no, or seems far away."""

STEPS: tuple[Step, ...] = get_args(Step)

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


class Guide(Section):
    """The lines of one language."""

    steps: dict[Step, Lines]
    branches: dict[Branch, Line]

    @model_validator(mode="after")
    def _whole(self) -> "Guide":
        missing = [f"steps.{step}.any" for step in STEPS if "any" not in self.steps.get(step, {})]
        missing += [f"branches.{name}" for name in get_args(Branch) if name not in self.branches]
        if missing:
            raise ValueError(f"there is no {missing[0]}")
        return self

    def line(self, step: Step, about: MarkerName | None) -> str:
        """What to offer at a step, for the sign that led to it."""
        lines = self.steps[step]
        return lines.get(about, lines["any"]) if about is not None else lines["any"]


def load_guide(language: str) -> Guide:
    """The guide in a language, given as a two-letter code.

    Raises:
        MissingError: there is none in that language.
        InputError: the file is not TOML, a line is missing, unknown, or too long.
    """
    path = shipped("config") / "guide" / f"{language}.toml"
    if not path.is_file():
        raise MissingError(f"There is no guide for the language '{language}'; write {path}.")
    return parse_section(Guide, path.read_bytes(), str(path))
