"""Sessions in JSON: one a line, or one object over the whole file."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from livecue.errors import InputError
from livecue.transcripts.session import TranscriptSession


def read_json(path: Path) -> list[TranscriptSession]:
    """The sessions of a JSON Lines file, or the one session of a JSON file.

    Raises:
        InputError: a line is not JSON, or not a session; the line is named, never what is said in
            it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not text in UTF-8; save it as that.") from error
    return [_session(path, number, value) for number, value in _objects(path, text)]


def _objects(path: Path, text: str) -> list[tuple[int, Any]]:
    """Each JSON value with the number of the line where it begins."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    first_number, first = lines[0]
    if _is_json(first):
        return [(number, _parse(path, line, number)) for number, line in lines]
    return [(first_number, _parse(path, text, 1))]


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except json.JSONDecodeError:
        return False
    return True


def _parse(path: Path, text: str, first_line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise InputError(
            f"{path}, line {line}: this is not JSON ({error.msg}, column {error.colno}); "
            "correct that line."
        ) from error


def _session(path: Path, line: int, value: Any) -> TranscriptSession:
    try:
        return TranscriptSession.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the session"
        raise InputError(
            f"{path}, line {line}: {where}: {first['msg'].lower()}; correct it."
        ) from error
