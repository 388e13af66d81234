"""Praat TextGrids: an interval tier for each speaker, empty where that speaker is silent."""

from pathlib import Path

from praatio import textgrid
from praatio.utilities.errors import PraatioException

from livecue.errors import InputError
from livecue.transcripts.session import TranscriptSession
from livecue.transcripts.voices import Piece, session_of


def read_textgrid(path: Path) -> list[TranscriptSession]:
    """The one session of a TextGrid.

    Raises:
        InputError: it is not a TextGrid, or its tiers are not two speakers'.
    """
    try:
        grid = textgrid.openTextgrid(str(path), includeEmptyIntervals=False, reportingMode="error")
    except (PraatioException, UnicodeError, ValueError, LookupError, AssertionError) as error:
        raise InputError(
            f"{path} is not a TextGrid that can be read ({type(error).__name__}); save it again "
            "from Praat, with an interval tier for each speaker."
        ) from error
    pieces = [
        Piece(float(interval.start), float(interval.end), tier.name, interval.label.strip())
        for tier in grid.tiers
        if isinstance(tier, textgrid.IntervalTier)
        for interval in tier.entries
        if interval.label.strip()
    ]
    return [session_of(str(path), path.stem, pieces)]
