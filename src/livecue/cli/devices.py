"""`livecue devices` and `livecue doctor`: what there is on this machine, and whether it works."""

import math
from typing import TYPE_CHECKING, Annotated

import typer

from livecue.errors import MissingError
from livecue.events import Frozen

if TYPE_CHECKING:
    from livecue.capture.devices import InputDevice

AsJson = Annotated[bool, typer.Option("--json", help="a JSON object a line")]


class Measured(Frozen):
    """A microphone and what comes from it now.

    loopback: it hears what the computer plays. muted: the sound server says so. level_dbfs: loudest
    sample in 0.3 s, in dB below full scale; `None` for digital silence, and where `trouble` says
    why nothing came.
    """

    name: str
    host_api: str
    channels: int
    rate_hz: float
    default: bool
    loopback: bool
    muted: bool
    level_dbfs: float | None
    trouble: str | None


def devices(as_json: AsJson = False) -> None:
    """List the microphones and what hears the computer's own sound, each with its level now."""
    from livecue.capture.devices import input_devices, no_microphone

    found = input_devices()
    if not found:
        raise no_microphone()
    if as_json:
        for device in found:
            typer.echo(_measured(device).model_dump_json())
        return
    measured = [_measured(device) for device in found]
    for heading, loopback in (("microphone", False), ("what the computer plays", True)):
        rows = [_device_row(device) for device in measured if device.loopback == loopback]
        if rows:
            _print_table((heading, "through", "channels", "rate", "level now"), rows)
            typer.echo()


def doctor(as_json: AsJson = False) -> None:
    """Say what works on this machine, and what to do about what doesn't.

    Ends with 0 when a session with a microphone can run, else with 3.
    """
    from livecue.cli.checks import all_checks

    checks = all_checks()
    if as_json:
        for check in checks:
            typer.echo(check.model_dump_json())
    else:
        _print_table(
            ("", "", ""),
            [(check.state, check.what, f"{check.says} {check.to_do}".strip()) for check in checks],
        )
    if any(check.needed and check.state == "fails" for check in checks):
        raise typer.Exit(MissingError.exit_code)


def _measured(device: "InputDevice") -> Measured:
    from livecue.capture.devices import peak_dbfs

    level_dbfs: float | None = None
    trouble: str | None = None
    try:
        peak = peak_dbfs(device)
        level_dbfs = None if math.isinf(peak) else round(peak, 1)
    except MissingError as error:
        trouble = str(error)
    return Measured(
        name=device.name,
        host_api=device.host_api,
        channels=device.channels,
        rate_hz=device.rate_hz,
        default=device.default,
        loopback=device.loopback,
        muted=device.muted,
        level_dbfs=level_dbfs,
        trouble=trouble,
    )


def _device_row(measured: Measured) -> tuple[str, ...]:
    if measured.trouble is not None:
        level = measured.trouble
    elif measured.muted:
        level = "muted"
    elif measured.level_dbfs is None:
        level = "nothing is played" if measured.loopback else "silent, or muted"
    else:
        level = f"{measured.level_dbfs:.0f} dB"
    return (
        measured.name + (" (default)" if measured.default else ""),
        measured.host_api,
        str(measured.channels),
        f"{measured.rate_hz:.0f} Hz",
        level,
    )


def _print_table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=any(columns))
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False).print(table)
