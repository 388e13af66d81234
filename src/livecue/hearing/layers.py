"""The layers of the pause meter, so that what each one buys can be measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layers:
    """Which layers there are beyond webrtcvad. A session has them all.

    hangover: what webrtcvad adds to the end of speech is taken off. gate: sound must stand out from
    the room, and dates the edges. runs: it takes several frames of speech to end a silence. silero:
    Silero says what is a voice, in webrtcvad's place.
    """

    hangover: bool = True
    gate: bool = True
    runs: bool = True
    silero: bool = True


ALL_LAYERS = Layers()

LADDER: tuple[tuple[str, Layers], ...] = (
    ("webrtcvad", Layers(hangover=False, gate=False, runs=False, silero=False)),
    ("+ hangover", Layers(gate=False, runs=False, silero=False)),
    ("+ gate", Layers(runs=False, silero=False)),
    ("+ runs", Layers(silero=False)),
    ("+ Silero", ALL_LAYERS),
)
"""Each layer added in turn."""
