"""Who speaks, where each channel is one person; and what any way of telling must offer."""

from typing import Protocol

from livecue.capture.source import Samples
from livecue.events import Speaker

Label = tuple[Speaker, float]
"""Who, and how sure (0-1)."""


class Speakers(Protocol):
    """Names the voice of each stretch of speech, in order.

    voice_s: how much of a stretch that goes on it wants to hear before it names it.
    """

    voice_s: float

    def name(self, channel: int, samples: Samples, gap_s: float | None) -> Label:
        """Who speaks.

        samples: int16 mono, the first `voice_s` of the stretch, or all of it where it is shorter.
        gap_s: silence since the stretch before; `None` for the first.
        """
        ...

    def takes_over(self, samples: Samples) -> float | None:
        """Where in a stretch the other begins to speak, in seconds; `None` if it is one voice.

        samples: int16 mono, the whole of a stretch, whose beginning was named last.
        """
        ...

    def second_thoughts(self) -> dict[int, Label]:
        """Earlier stretches that are now seen differently: place in order, and label."""
        ...

    def swap(self) -> None:
        """The two were taken for each other; from here on they are not."""
        ...


class ChannelSpeakers:
    """Channel 0 is the clinician and channel 1 the client, until somebody says otherwise."""

    voice_s = 0.0

    def __init__(self) -> None:
        self._names: tuple[Speaker, Speaker] = ("clinician", "client")

    def name(self, channel: int, samples: Samples, gap_s: float | None) -> Label:  # noqa: ARG002
        """Who speaks: the channel says."""
        return self._names[channel], 1.0

    def takes_over(self, samples: Samples) -> float | None:  # noqa: ARG002
        """Nowhere: a channel is one voice."""
        return None

    def second_thoughts(self) -> dict[int, Label]:
        """None: a channel does not change its mind."""
        return {}

    def swap(self) -> None:
        """The two channels were connected the other way round."""
        self._names = (self._names[1], self._names[0])


def swapped(speaker: Speaker) -> Speaker:
    """The other of the two; an unknown voice stays unknown."""
    others: dict[Speaker, Speaker] = {"clinician": "client", "client": "clinician"}
    return others.get(speaker, speaker)
