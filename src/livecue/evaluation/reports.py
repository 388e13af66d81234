"""Hearing alone over many recordings: the tables of `evaluate pauses` and `evaluate speakers`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.evaluation.hearing_runs import (
    HearingEngines,
    RememberingEncoder,
    clinicians_voice,
    heard_by_one_microphone,
    speech_heard,
)
from livecue.evaluation.pauses import (
    CHANNELS,
    PauseScore,
    Piece,
    pieces_of,
    reference,
    score_pauses,
    sounding,
)
from livecue.evaluation.rooms import BAD, CLEAN, OFFICE, ROOMS, Microphones, Room, heard_in
from livecue.evaluation.rttm import Spoken
from livecue.evaluation.speakers import SpeakerScore, diarization_error, score_speakers
from livecue.events import Frozen
from livecue.hearing.layers import LADDER
from livecue.hearing.silero import SileroEngine
from livecue.transcripts.session import TranscriptSession

TOTAL = "all"


@dataclass(frozen=True)
class Labelled:
    """A session whose clean sound is there on two channels: int16, shape (frames, 2)."""

    session: TranscriptSession
    clean: Samples


@dataclass(frozen=True)
class Overheard:
    """A recording of real people. samples: int16, shape (frames, 1 or 2). spoken: who spoke when,
    where that is written; else its two channels tell, the clinician's first."""

    name: str
    samples: Samples
    spoken: tuple[Spoken, ...] | None


class PauseRow(Frozen):
    """One session, or all, in one room, as one build of the meter heard it. Times in seconds."""

    session: str
    room: str
    microphones: Microphones
    layers: str
    pauses: int
    found: int
    recall: float | None
    error_p50_s: float | None
    error_p95_s: float | None
    false_per_10_min: float | None
    unlisted: int
    short_turns: int
    short_turns_heard: int


class PausesReport(Frozen):
    """All rows; those of all sessions together are called `TOTAL`."""

    rows: tuple[PauseRow, ...]


class SpeakerRow(Frozen):
    """One recording, or all, in one room. enrolled: the clinician's voice was known.

    right, unknown: shares of the speech that was heard. unheard: share of the labelled speech.
    der: diarization error rate, where more than two may speak.
    """

    session: str
    room: str
    enrolled: bool
    right: float | None
    unknown: float | None
    unheard: float | None
    der: float | None = None


class SpeakersReport(Frozen):
    """All rows. left_out: recordings without anything to score them by."""

    rows: tuple[SpeakerRow, ...]
    left_out: tuple[str, ...] = ()


def pauses_report(
    recordings: Iterable[Labelled], settings: Settings, silero: SileroEngine
) -> PausesReport:
    """Every session in every room, by one microphone and by one each, as each layer is added."""
    rows: list[PauseRow] = []
    totals: dict[tuple[str, Microphones, str], PauseScore] = {}
    for seed, labelled in enumerate(recordings):
        there = reference(labelled.session, labelled.clean)
        for room, microphones in _hearings():
            sound = heard_in(room, labelled.clean, microphones, seed)
            for name, layers in LADDER:
                heard = speech_heard(sound, settings, silero, layers)
                score = score_pauses(there, heard)
                key = room.name, microphones, name
                rows.append(_pause_row(labelled.session.id, *key, score))
                totals[key] = totals.get(key, PauseScore()) + score
    rows += [_pause_row(TOTAL, *key, score) for key, score in totals.items()]
    return PausesReport(rows=tuple(rows))


def speakers_report(
    recordings: Iterable[Labelled | Overheard | str], settings: Settings, engines: HearingEngines
) -> SpeakersReport:
    """Every recording by one microphone: labelled ones in every room, with and without enrolment;
    real ones as they are. A name alone is a recording that nothing can score."""
    rows: list[SpeakerRow] = []
    totals: dict[tuple[str, bool], SpeakerScore] = {}
    left_out: list[str] = []
    for seed, recording in enumerate(recordings):
        if isinstance(recording, str):
            left_out.append(recording)
        elif isinstance(recording, Overheard):
            rows.append(_overheard(recording, settings, engines))
        else:
            for room, enrolled, score in _in_rooms(recording, settings, engines, seed):
                rows.append(_speaker_row(recording.session.id, room.name, enrolled, score))
                key = room.name, enrolled
                totals[key] = totals.get(key, SpeakerScore()) + score
    rows += [_speaker_row(TOTAL, *key, score) for key, score in totals.items()]
    return SpeakersReport(rows=tuple(rows), left_out=tuple(left_out))


def _hearings() -> Iterator[tuple[Room, Microphones]]:
    microphones: tuple[Microphones, Microphones] = ("one", "each")
    for room in ROOMS:
        for used in microphones:
            yield room, used


def _in_rooms(
    labelled: Labelled, settings: Settings, engines: HearingEngines, seed: int
) -> Iterator[tuple[Room, bool, SpeakerScore]]:
    """One session in three rooms. What the clinician's voice was taken from is not scored."""
    pieces = pieces_of(labelled.session)
    remembering = replace(engines, voices=RememberingEncoder(engines.voices))
    voice, scored_s = clinicians_voice(pieces, labelled.clean, settings, remembering.voices)
    sounds = sounding(pieces, labelled.clean)
    scored = [piece for piece in sounds if piece.end <= scored_s]
    for room in (CLEAN, OFFICE, BAD):
        sound = heard_in(room, labelled.clean, "one", seed)
        for known in (voice, None):
            log = heard_by_one_microphone(sound, settings, remembering, known)
            yield room, known is not None, score_speakers(scored, log)


def _overheard(recording: Overheard, settings: Settings, engines: HearingEngines) -> SpeakerRow:
    """Real people in one microphone; nobody is enrolled."""
    samples = recording.samples
    pieces = _by_channel(samples, settings, engines.silero) if recording.spoken is None else []
    by_channel = tuple((piece.speaker, piece.start, piece.end) for piece in pieces)
    spoken = recording.spoken or by_channel
    mixed = samples.mean(axis=1, keepdims=True).astype(np.int16)
    log = heard_by_one_microphone(mixed, settings, engines, None)
    score = score_speakers(pieces, log)
    until = len(samples) / SAMPLE_RATE_HZ
    row = _speaker_row(recording.name, "as recorded", False, score)
    return row.model_copy(update={"der": round(diarization_error(spoken, log, until), 4)})


def _by_channel(samples: Samples, settings: Settings, silero: SileroEngine) -> list[Piece]:
    """Speech of two channels, each one person's."""
    return [
        Piece(speaker, start, end)
        for speaker, channel in CHANNELS.items()
        for start, end in speech_heard(samples[:, [channel]], settings, silero)
    ]


def _pause_row(
    session: str, room: str, microphones: Microphones, layers: str, score: PauseScore
) -> PauseRow:
    return PauseRow(
        session=session,
        room=room,
        microphones=microphones,
        layers=layers,
        pauses=score.pauses,
        found=score.found,
        recall=_rounded(score.recall),
        error_p50_s=_rounded(score.error_s(50)),
        error_p95_s=_rounded(score.error_s(95)),
        false_per_10_min=_rounded(score.false_per_10_min),
        unlisted=score.unlisted,
        short_turns=score.short_turns,
        short_turns_heard=score.short_turns_heard,
    )


def _speaker_row(session: str, room: str, enrolled: bool, score: SpeakerScore) -> SpeakerRow:
    return SpeakerRow(
        session=session,
        room=room,
        enrolled=enrolled,
        right=_rounded(score.right),
        unknown=_rounded(score.unknown),
        unheard=_rounded(score.unheard),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
