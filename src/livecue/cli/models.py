"""`livecue models`: which models are here, whether they are whole, and how to fetch more."""

from typing import Annotated

import typer

from livecue.errors import LivecueError, MissingError

app = typer.Typer(help="Models: list, verify, pull.", no_args_is_help=True)


@app.command("list", epilog="Example: livecue models list")
def list_models() -> None:
    """List the models: what each is for, where it is from, its licence and size, where it lies."""
    from livecue.model_files import described, manifest, whereabouts

    for known in manifest():
        spec = described(known.name)
        size = f", {spec.size / 1e6:.0f} MB" if spec.size else ""
        typer.echo(f"{spec.name}: {spec.purpose}")
        typer.echo(f"    {spec.source} ({spec.licence}{size})")
        typer.echo(f"    {whereabouts(spec) or 'not on this machine'}")


@app.command(epilog="Example: livecue models verify")
def verify() -> None:
    """Compare every file of every model on this machine with what livecue knows of it."""
    from livecue.model_files import described, locate, manifest, whereabouts

    unusable = []
    for known in manifest():
        if whereabouts(described(known.name)) is None:
            typer.echo(f"{known.name}: not on this machine")
            continue
        try:
            locate(known.name)
            typer.echo(f"{known.name}: whole")
        except LivecueError as error:
            unusable.append(known.name)
            typer.echo(f"{known.name}: {error}")
    if unusable:
        raise MissingError(f"Not usable: {', '.join(unusable)}; what to do is said above.")


@app.command(epilog="Example: livecue models pull small.en")
def pull(
    name: Annotated[str, typer.Argument(help="a name from `livecue models list`")],
) -> None:
    """Fetch a model from the hub, if it is not here. Nothing else in livecue downloads anything."""
    from livecue.model_files import described, locate

    try:
        found = locate(name)
    except MissingError:
        if described(name).hub is None:
            raise
        from livecue.cli.pulling import fetch

        fetch(name)
        found = locate(name)
    typer.echo(f"{name} is in {found.folder}")
