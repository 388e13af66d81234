"""The machine that figures were measured on: no time means anything without it."""

import platform
from importlib.metadata import version

from livecue.computer import cores, memory_gb, processor
from livecue.events import Frozen


class Machine(Frozen):
    """What ran, and on what. memory_gb: all there is, `None` where the system does not say."""

    processor: str
    cores: int
    memory_gb: float | None
    system: str
    python: str
    livecue: str
    model: str


def this_machine(model: str) -> Machine:
    """This machine, and the speech model by name."""
    memory = memory_gb()
    return Machine(
        processor=processor(),
        cores=cores(),
        memory_gb=None if memory is None else round(memory, 1),
        system=platform.system(),
        python=platform.python_version(),
        livecue=version("livecue"),
        model=model,
    )
