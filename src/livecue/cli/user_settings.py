"""The settings of whoever runs livecue here."""

from livecue.config import Settings, read_settings
from livecue.paths import home


def user_settings(model: str | None = None) -> Settings:
    """What `config.toml` in livecue's own folder says, else the defaults.

    model: the speech model asked for by name, in place of theirs.

    Raises:
        InputError: the file is not TOML, a key is unknown, or a value is out of its range.
    """
    path = home() / "config.toml"
    settings = read_settings(path) if path.exists() else Settings()
    return settings if model is None else settings.with_speech_model(model)


def demo_settings() -> Settings:
    """The defaults, so that everybody's demo notices the same; what it is shown by is the user's.

    Raises:
        InputError: as `user_settings`.
    """
    own = user_settings()
    shown_by = {name: getattr(own, name) for name in ("overlay", "windows", "keys", "feed")}
    return Settings().model_copy(update=shown_by)
