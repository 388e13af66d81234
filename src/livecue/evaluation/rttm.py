"""Reading RTTM, the field's format for who speaks when (NIST Rich Transcription, 2009)."""

from pathlib import Path

from livecue.errors import InputError

Spoken = tuple[str, float, float]
"""Name, start and end in seconds."""


def read_rttm(path: Path) -> dict[str, list[Spoken]]:
    """The labelled speech of each recording, by the recording's name without ending.

    Raises:
        InputError: a line is not as the format has it.
    """
    spoken: dict[str, list[Spoken]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        fields = line.split()
        if not fields or fields[0] != "SPEAKER":
            continue
        try:
            _, recording, _, start, duration, _, _, name = fields[:8]
            begins, ends = float(start), float(start) + float(duration)
        except ValueError:
            raise InputError(
                f"{path}, line {number} is not RTTM (SPEAKER recording channel start duration "
                "<NA> <NA> name …); mend the line."
            ) from None
        spoken.setdefault(recording, []).append((name, begins, ends))
    return spoken
