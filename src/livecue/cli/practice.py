"""`livecue practice`: the bundled role-play, predicted and then seen."""

from livecue.cli.user_settings import user_settings
from livecue.errors import MissingError
from livecue.overlay.display import can_show_windows


def practice() -> None:
    """Practise on a role-play: say where you would pause, and see where livecue tells you."""
    if not can_show_windows():
        raise MissingError(
            "There is no screen to practise on; start livecue where windows can be shown."
        )
    from livecue.practice.run import practise

    practise(user_settings().in_the_room())
