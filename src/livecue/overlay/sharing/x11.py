"""X11: every program may read the whole screen, and no window can be left out."""

from livecue.overlay.sharing.answer import Sharing


def can_hide() -> Sharing:
    """What X11 can do. The same holds for X11 inside Wayland (Xwayland): the compositor, which
    makes the shared picture, is not asked by us."""
    return "no"
