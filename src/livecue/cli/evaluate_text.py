"""`livecue evaluate text`: signs, talk and cues of transcripts against their labels."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from livecue.cli.labelled import labelled


def text(
    path: Annotated[Path, typer.Argument(help="a labelled transcript, or a folder of them")],
    errors: Annotated[
        bool,
        typer.Option(
            "--errors",
            help="also list every miss and every false alarm, with what was said in that turn "
            "and before it: this prints your transcript",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print one object")] = False,
) -> None:
    """Signs and cues of transcripts; where nothing is rated, its cues alone."""
    from livecue.cli.evaluate_text_tables import print_text
    from livecue.cli.progress import tracked
    from livecue.cli.user_settings import user_settings
    from livecue.evaluation.text import report, score_text
    from livecue.transcripts.marked import load_marking, mark_session

    sessions = labelled(path)
    marking = load_marking(user_settings())
    steps = tracked(sessions, len(sessions), "reading")
    weighing = marking.weighing
    scored = report(
        (score_text(one, mark_session(one, marking), weighing) for one in steps), errors
    )
    if as_json:
        sys.stdout.write(scored.model_dump_json() + "\n")
    else:
        print_text(scored)
