"""The formats that a session can leave the store in."""

from collections.abc import Sequence
from typing import Literal, Protocol

from livecue.events import AnyEvent
from livecue.exports.without_words import without_words

FormatName = Literal["csv", "json", "vtt", "textgrid", "eaf", "audacity", "rttm", "html"]

WORDLESS: frozenset[FormatName] = frozenset({"rttm"})
"""Formats that have no place for words."""


class Format(Protocol):
    """One format: a log in, the whole text of a file out."""

    def __call__(self, events: Sequence[AnyEvent]) -> str:
        """The session in this format.

        Args:
            events: a log, in order of `seq`.

        Raises:
            InputError: the session holds nothing that this format can show.
        """
        ...


def exported(events: Sequence[AnyEvent], name: FormatName, *, words: bool) -> str:
    """A session in one format; without what was said unless `words`.

    Raises:
        InputError: the session holds nothing that this format can show.
    """
    return _format(name)(events if words else without_words(events))


def _format(name: FormatName) -> Format:
    """Each is loaded when it is asked for: some bring a library of their own."""
    match name:
        case "csv":
            from livecue.exports.table import table

            return table
        case "json":
            from livecue.exports.json_lines import json_lines

            return json_lines
        case "vtt":
            from livecue.exports.web_vtt import vtt

            return vtt
        case "textgrid":
            from livecue.exports.praat import textgrid

            return textgrid
        case "eaf":
            from livecue.exports.elan import eaf

            return eaf
        case "audacity":
            from livecue.exports.audacity import labels

            return labels
        case "rttm":
            from livecue.exports.rttm import rttm

            return rttm
        case "html":
            from livecue.exports.report.page import report

            return report
