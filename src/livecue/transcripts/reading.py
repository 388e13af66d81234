"""A transcript file to sessions, by its ending."""

from collections.abc import Callable
from pathlib import Path

from livecue.errors import InputError
from livecue.transcripts.json_lines import read_json
from livecue.transcripts.praat import read_textgrid
from livecue.transcripts.session import TranscriptSession
from livecue.transcripts.vtt import read_vtt

_READERS: dict[str, Callable[[Path], list[TranscriptSession]]] = {
    ".jsonl": read_json,
    ".json": read_json,
    ".vtt": read_vtt,
    ".textgrid": read_textgrid,
}

ENDINGS: tuple[str, ...] = tuple(_READERS)


def read_transcript(path: Path) -> list[TranscriptSession]:
    """The sessions in a transcript: JSON Lines, WebVTT with voices, or a Praat TextGrid.

    Raises:
        InputError: there is no such file, it is empty, of another kind, or broken; said with the
            line where it breaks.
    """
    if not path.exists():
        raise InputError(f"There is no file {path}; check the name.")
    if path.is_dir():
        raise InputError(f"{path} is a folder; name one transcript in it.")
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(
            f"{path} is not a transcript that can be read; give one ending in {', '.join(ENDINGS)}."
        )
    if not path.read_bytes().strip():
        raise InputError(f"{path} is empty; give a transcript with at least one turn.")
    return reader(path)
