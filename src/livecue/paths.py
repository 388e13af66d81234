"""Where things are: what came with livecue, and what livecue keeps."""

import os
from pathlib import Path

from platformdirs import user_data_path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_data"
_SHIPPED = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parents[1]


def shipped(name: str) -> Path:
    """A folder that came with livecue: `config`, `models` or `examples`.

    In a wheel it lies inside the package, in a checkout beside `src`.
    """
    return _SHIPPED / name


def home() -> Path:
    """The folder of all that livecue keeps; `LIVECUE_HOME` moves it."""
    override = os.environ.get("LIVECUE_HOME")
    return Path(override) if override else user_data_path("livecue", appauthor=False)
