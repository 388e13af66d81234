"""The settings of whoever runs livecue here."""

from livecue.config import Settings, read_settings
from livecue.paths import home


def user_settings() -> Settings:
    """What `config.toml` in livecue's own folder says, else the defaults.

    Raises:
        InputError: the file is not TOML, a key is unknown, or a value is out of its range.
    """
    path = home() / "config.toml"
    return read_settings(path) if path.exists() else Settings()
