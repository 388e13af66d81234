"""Wayland: the compositor makes the shared picture, and has no request to leave a window out.

Some compositors have a rule for it that the user can set (in KWin, niri and Hyprland), which
livecue can neither set nor see.
"""

from livecue.overlay.sharing.answer import Sharing


def can_hide() -> Sharing:
    """What Wayland can do."""
    return "no"
