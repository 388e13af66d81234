"""What a system can say about leaving a window out of shared screens."""

from typing import Literal

Sharing = Literal["yes", "not_guaranteed", "no"]
"""Whether a window is kept out of shared screens, recordings of them, and screenshots."""

SHARING_WORDS: dict[Sharing, str] = {
    "yes": "When you share your screen, the overlay is not in the picture.",
    "not_guaranteed": "When you share your screen, the overlay may be in the picture: this system "
    "can only ask for it to be left out. To be sure, share one window, not the whole screen.",
    "no": "When you share your screen, the overlay is in the picture. To keep it private, share "
    "one window, not the whole screen.",
}
