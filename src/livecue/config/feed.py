"""The shape for other senses: a watch, a light."""

from livecue.config.declaring import Section, tunable

LOWEST_PORT = 1024
"""Those below belong to the system."""


class FeedSettings(Section):
    """The shape's changes over a connection inside this computer; docs/feed.md says more."""

    on: bool = tunable(False, "programs on this computer may follow the shape", replayable=False)
    port: int = tunable(
        47_813,
        "where they find it, on 127.0.0.1",
        low=LOWEST_PORT,
        high=65_535,
        replayable=False,
    )
