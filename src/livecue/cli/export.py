"""`livecue export`: a session for other programs, or on paper. Words leave only when asked for."""

import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from livecue.errors import InputError
from livecue.events import SessionStarted
from livecue.exports.formats import WORDLESS, FormatName

if TYPE_CHECKING:
    from livecue.events import AnyEvent

STANDARD_OUTPUT = "standard output"
"""How the record of exports names it."""


def export(
    session: Annotated[
        str, typer.Argument(metavar="SESSION", help="as 'livecue sessions list' shows it, or last")
    ],
    name: Annotated[
        FormatName, typer.Option("--format", help="html is a report to print; the rest are data")
    ],
    out: Annotated[Path | None, typer.Option(help="file; else to standard output")] = None,
    words: Annotated[
        bool | None,
        typer.Option("--words/--no-words", help="with what was said, and your notes, or without"),
    ] = None,
) -> None:
    """A kept session in another format; it is not encrypted there."""
    from livecue.cli.finding import store_with
    from livecue.exports.formats import exported

    store, session_id = store_with(session)
    with store:
        if out is not None:
            _check_free(out)
        events = store.events(session_id)
        if len(events) < 2:
            raise InputError(f"Session '{session_id}' holds nothing but its beginning.")
        with_words = _words_wanted(events, name, words)
        stands = events if name == "json" else _as_it_stands(events)
        text = exported(stands, name, words=with_words)
        to = STANDARD_OUTPUT if out is None else str(out.absolute())
        store.record_export(session_id, name, to, with_words)
    _hand_over(text, out)
    if name == "html":
        _say_who_may_see(events)


def _as_it_stands(events: "Sequence[AnyEvent]") -> "Sequence[AnyEvent]":
    """The log; where a person said that somebody else spoke, with what follows from that."""
    from livecue.session.anew import speakers_were_corrected

    head = events[0]
    if not isinstance(head, SessionStarted) or not speakers_were_corrected(events):
        return events
    from livecue.config import Settings
    from livecue.exports.corrected import as_corrected
    from livecue.transcripts.marked import load_marking

    marking = load_marking(Settings.of_log(head.settings))
    return as_corrected(events, marking.lexicon, marking.guide, marking.weighing)


def _words_wanted(events: "Sequence[AnyEvent]", name: FormatName, words: bool | None) -> bool:
    """Whether words leave the store: said beforehand, or at the terminal; else they do not."""
    from livecue.cli.consent import agreed_at_terminal
    from livecue.exports.without_words import holds_words

    if name in WORDLESS:
        return False
    if not holds_words(events):
        if words:
            _say("There are no words to put in: none of this session were kept.")
        return False
    if words is None:
        words = agreed_at_terminal(
            "Put what was said, and your notes, into the export? It is not encrypted there."
        )
    if not words:
        _say("The words are left out; --words puts them in.")
    return words


def _say_who_may_see(events: "Sequence[AnyEvent]") -> None:
    from livecue.exports.report.page import for_clinician_alone

    head = events[0]
    if isinstance(head, SessionStarted) and for_clinician_alone(head):
        _say(f"{head.client} did not agree to supervision: the report is for you alone.")


def _check_free(out: Path) -> None:
    if os.path.lexists(out):
        raise _in_the_way(out)
    if not out.parent.is_dir():
        raise InputError(
            f"There is no folder {out.parent} to write {out.name} into; make it first."
        )


def _in_the_way(out: Path) -> InputError:
    return InputError(f"{out} is there already; give another name, or move it away first.")


def _hand_over(text: str, out: Path | None) -> None:
    data = text.encode("utf-8")
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        _write_whole(out, data)
    except FileExistsError as error:
        raise _in_the_way(out) from error
    except OSError as error:
        raise InputError(
            f"{out} could not be written ({error.strerror}); choose another place."
        ) from error
    _say(f"Written to {out}. It is not encrypted: whoever can open it can read it.")


def _write_whole(out: Path, data: bytes) -> None:
    """The whole file, readable by its owner alone, or none; never in place of another."""
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _name(part, out)
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, out: Path) -> None:
    """Give the finished file its name, unless another has taken it meanwhile."""
    try:
        os.link(part, out)
    except FileExistsError:
        raise
    except OSError:  # a memory stick's file system may know no second name
        part.rename(out)


def _say(sentence: str) -> None:
    typer.echo(sentence, err=True)
