"""The command line. What goes wrong for a person ends in one sentence and an exit code."""

import os
import sys
from typing import NoReturn

import typer

from livecue.cli import (
    bench,
    clients,
    devices,
    enroll,
    evaluate,
    export,
    hand,
    listen,
    mark,
    models,
    practice,
    readiness,
    replay,
    sessions,
    start,
    store,
    trends,
    tune,
)
from livecue.errors import LivecueError

app = typer.Typer(
    name="livecue",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback(invoke_without_command=True, epilog="Example: livecue")(start.start)
app.command(epilog="Example: livecue demo --overlay none --json")(listen.demo)
app.command(epilog="Example: livecue listen --client river --consent listen,timeline")(
    listen.listen
)
app.command(epilog="Example: livecue mark session.vtt --json")(mark.mark)
app.command(epilog="Example: livecue hand hold")(hand.hand)
app.command(epilog="Example: livecue enroll anna")(enroll.enroll)
app.command(epilog="Example: livecue devices")(devices.devices)
app.command(epilog="Example: livecue doctor")(devices.doctor)
app.command(epilog="Example: livecue practice")(practice.practice)
app.command(epilog="Example: livecue export last --format html --out session.html")(export.export)
clients.app.command(epilog="Example: livecue clients ready river --sessions 2 --readiness 4")(
    readiness.ready
)
app.command(epilog="Example: livecue replay last")(replay.replay)
app.command(epilog="Example: livecue tune river")(tune.tune)
app.command(epilog="Example: livecue trends river")(trends.trends)
app.add_typer(clients.app, name="clients")
app.add_typer(sessions.app, name="sessions")
app.add_typer(store.app, name="store")
app.add_typer(models.app, name="models")
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(bench.app, name="bench")


def main() -> NoReturn:
    """Run the command line, and end with its exit code."""
    if not os.environ.get("HOME"):
        # Empty is not unset: it would put livecue's folder at the root of the disk.
        os.environ.pop("HOME", None)
    try:
        app()
    except LivecueError as error:
        sys.stderr.write(f"livecue: {error}\n")
        sys.exit(error.exit_code)
    sys.exit(0)
