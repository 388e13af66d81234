"""Settings and profiles from TOML, and one sentence for what is wrong with them."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from livecue.config.declaring import FROM_FILE, Section
from livecue.config.settings import Settings
from livecue.errors import InputError

S = TypeVar("S", bound=Section)


def read_settings(path: Path) -> Settings:
    """Settings from a TOML file; what it leaves out keeps its default.

    Raises:
        InputError: the file is not TOML, a key is unknown, or a value is out of its range.
    """
    return parse_section(Settings, path.read_bytes(), str(path))


def parse_section(section: type[S], text: bytes, where: str) -> S:
    """One section, validated, from TOML; `where` names the file in what is said of a mistake."""
    try:
        return section.model_validate(tomllib.loads(text.decode("utf-8")), context=FROM_FILE)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where} is not valid TOML ({error}); mend that line.") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise InputError(
                f"{where}: there is no setting '{key}'; take it out or correct its name."
            ) from error
        said = first["msg"].removeprefix("Value error, ")
        said = said[:1].lower() + said[1:]
        if not key:
            raise InputError(f"{where}: {said}; mend that.") from error
        if isinstance(first["input"], dict):
            raise InputError(f"{where}: in '{key}', {said}; mend that.") from error
        raise InputError(f"{where}: '{key}' is {first['input']!r}: {said}; change it.") from error
