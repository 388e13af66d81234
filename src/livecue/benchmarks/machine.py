"""The machine that figures were measured on: no time means anything without it."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

from livecue.events import Frozen

_CPUINFO = Path("/proc/cpuinfo")


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
        processor=_processor(),
        cores=os.cpu_count() or 1,
        memory_gb=None if memory is None else round(memory, 1),
        system=platform.system(),
        python=platform.python_version(),
        livecue=version("livecue"),
        model=model,
    )


def memory_gb() -> float | None:
    """All of the machine's memory; Windows has no `sysconf`."""
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return None
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9


def _processor() -> str:
    """Its name as the maker gives it; Linux's `platform.processor` is empty or an architecture."""
    if _CPUINFO.is_file():
        for line in _CPUINFO.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()
