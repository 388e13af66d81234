"""What is asked at a terminal: consent, a passphrase, and whether to go on."""

import os
import sys
from collections.abc import Collection

import typer
from rich.console import Console
from rich.prompt import Confirm
from rich.text import Text

from livecue.config import ConsentScope
from livecue.errors import InputError
from livecue.session.consent import decide, parse_scopes
from livecue.start.choices import scope_words
from livecue.start.opened import ASKS_IN_WINDOWS, PASSPHRASE_COMES


def agreed_scopes(
    consent: str | None, client: str | None, *, live: bool, kept: bool
) -> tuple[ConsentScope, ...]:
    """What the client agreed to: from `--consent`, else asked at the terminal.

    Raises:
        InputError: see `livecue.session.consent.decide`.
    """
    return decide(
        live=live,
        client=client,
        kept=kept,
        given=None if consent is None else parse_scopes(consent),
        asker=TerminalAsker() if _at_terminal() else None,
    )


class TerminalAsker:
    """Asks scope by scope, in plain words; enter alone means no."""

    def ask(self, scopes: tuple[ConsentScope, ...], client: str | None) -> Collection[ConsentScope]:
        """Those agreed to. What depends on something refused is not asked."""
        console = _prompts()
        console.print(
            f"Consent for this session{f' with {client}' if client else ''}. Each is free to "
            "choose, and refusing has no effect on care.",
            markup=False,
        )
        agreed: set[ConsentScope] = set()
        for scope in scopes:
            if _yes(Text.assemble((scope, "bold"), f": {scope_words(scope)} Agreed?")):
                agreed.add(scope)
            elif scope in ("listen", "timeline"):
                break
        return agreed


def ask_passphrase(*, new: bool) -> str | None:
    """The store's passphrase, typed unseen; `None` where there is no terminal or it is left empty.

    A program that was opened from a window is given it, or asks in a window. new: it is being
    chosen, so it is typed twice.
    """
    if os.environ.get(ASKS_IN_WINDOWS) == PASSPHRASE_COMES and not new:
        given = sys.stdin.buffer.readline().decode().removesuffix("\n")
        if given:
            return given
    if ASKS_IN_WINDOWS in os.environ:
        from livecue.start.passphrase import ask_in_window

        return ask_in_window(new=new)
    if not _at_terminal():
        return None
    if new:
        _prompts().print(
            "There is no system keyring here. Choose a passphrase for what livecue keeps; without "
            "it nothing can be read again, by anybody."
        )
    return _typed(new)


def choose_passphrase() -> str | None:
    """A passphrase for the store that there is, typed twice, unseen; `None` as above."""
    if not _at_terminal():
        return None
    _prompts().print("Choose the new passphrase for what livecue keeps.")
    return _typed(new=True)


def _typed(new: bool) -> str | None:
    typed: str = typer.prompt(
        "Passphrase",
        default="",
        show_default=False,
        hide_input=True,
        confirmation_prompt=new,
        err=True,
    )
    return typed or None


def confirmed(question: str, yes: bool) -> bool:
    """Whether to go on with what cannot be undone; `yes` was said beforehand.

    Raises:
        InputError: `yes` was not said and there is no terminal to ask at.
    """
    if yes:
        return True
    if not _at_terminal():
        raise InputError("This cannot be undone, and there is no terminal to ask at; add --yes.")
    return _yes(Text(question))


def agreed_at_terminal(question: str) -> bool:
    """Whether somebody at the terminal says yes; where there is no terminal, nobody does."""
    return _at_terminal() and _yes(Text(question))


def _yes(question: Text) -> bool:
    try:
        return Confirm.ask(question, console=_prompts(), default=False)
    except EOFError:
        return False


def _prompts() -> Console:
    """Questions go beside the output, which may be read by a program."""
    return Console(stderr=True, highlight=False)


def _at_terminal() -> bool:
    return sys.stdin.isatty()
