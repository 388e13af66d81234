"""Labelled sessions and recordings that a command was given."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from livecue.errors import InputError

if TYPE_CHECKING:
    from livecue.config import Settings
    from livecue.evaluation.reports import Labelled, Overheard
    from livecue.transcripts.session import TranscriptSession

AUDIO_ENDINGS = (".opus", ".flac", ".wav")


def labelled(path: Path) -> "list[TranscriptSession]":
    """Labelled sessions from one file, or from a folder's."""
    from livecue.transcripts.reading import read_transcript

    if not path.is_dir():
        return read_transcript(path)
    files = sorted(p for p in path.iterdir() if p.suffix.lower() in (".jsonl", ".json"))
    if not files:
        raise InputError(f"{path} holds no .jsonl or .json file; give a folder of transcripts.")
    return [session for file in files for session in read_transcript(file)]


def labelled_recordings(path: Path) -> "list[tuple[Path, TranscriptSession]]":
    """Recordings with the one session that their .json holds, in order of name."""
    from livecue.transcripts.reading import read_transcript

    if not path.exists():
        raise InputError(f"There is no file or folder {path}; check the name.")
    recordings = [path]
    if path.is_dir():
        recordings = sorted(
            p
            for p in path.iterdir()
            if p.suffix.lower() in AUDIO_ENDINGS and p.with_suffix(".json").exists()
        )
    if not recordings:
        raise InputError(
            f"{path} holds no recording ({', '.join(AUDIO_ENDINGS)}) with its labels beside it "
            "under the same name ending in .json; give a folder that does."
        )
    pairs = []
    for recording in recordings:
        labels = recording.with_suffix(".json")
        if not labels.exists():
            raise InputError(f"{recording} has no labels; put them beside it as {labels.name}.")
        sessions = read_transcript(labels)
        if len(sessions) != 1 or not sessions[0].measured:
            raise InputError(
                f"{labels} must hold one session whose turns all have a start and an end."
            )
        pairs.append((recording, sessions[0]))
    return pairs


def labelled_sound(
    recordings: "Sequence[tuple[Path, TranscriptSession]]", settings: "Settings"
) -> "Iterator[Labelled]":
    """Each recording's two channels, read when its turn comes.

    Raises:
        InputError: a recording has not two channels.
    """
    from livecue.evaluation.hearing_runs import sound_of
    from livecue.evaluation.reports import Labelled

    for recording, session in recordings:
        yield Labelled(session, sound_of(recording, "split", settings))


def recordings_with_speakers(
    path: Path, settings: "Settings"
) -> "tuple[int, Iterator[Labelled | Overheard | str]]":
    """How many recordings there are, and each with what tells who speaks in it.

    That is its labels (.json), an .rttm file of its folder, or its two channels; the name alone of
    one that has none of these.

    Raises:
        InputError: there is no such file or folder, or no recording in it.
    """
    files = _recordings(path)
    return len(files), _with_speakers(files, settings)


def _with_speakers(
    files: "Sequence[Path]", settings: "Settings"
) -> "Iterator[Labelled | Overheard | str]":
    from livecue.capture.decoding import describe
    from livecue.evaluation.hearing_runs import sound_of
    from livecue.evaluation.reports import Overheard
    from livecue.evaluation.rttm import Spoken, read_rttm

    spoken: dict[str, list[Spoken]] = {}
    for rttm in sorted({p for file in files for p in file.parent.glob("*.rttm")}):
        spoken |= read_rttm(rttm)
    for file in files:
        if file.with_suffix(".json").exists():
            yield from labelled_sound(labelled_recordings(file), settings)
        elif file.stem in spoken:
            sound = sound_of(file, "mono", settings)
            yield Overheard(file.stem, sound, tuple(spoken[file.stem]))
        elif describe(file).channels == 2:
            yield Overheard(file.stem, sound_of(file, "split", settings), None)
        else:
            yield file.stem


def _recordings(path: Path) -> list[Path]:
    if not path.exists():
        raise InputError(f"There is no file or folder {path}; check the name.")
    found = [path]
    if path.is_dir():
        found = sorted(p for p in path.iterdir() if p.suffix.lower() in AUDIO_ENDINGS)
    if not found:
        raise InputError(
            f"{path} holds no recording ({', '.join(AUDIO_ENDINGS)}); give a folder that does."
        )
    return found
