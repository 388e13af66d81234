"""Which speech model reads: the one rule, for every command.

A model that is named, in the settings or with `--model`, is the model. "auto" is

- for sound in lock-step, which waits for its words: the largest model on this machine that knows
  the language. It depends on no clock, so the same recording gives the same words;
- in real time: the largest of them that keeps up here, as timed with five seconds of speech
  (`timing`) and held against `model_rtf_most` and `model_latency_most_s` (`fitting`); the smallest
  if none does.

The session's settings, and its `session` event, then hold the model's name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from livecue.config import AUTO, Settings, TranscriptionSettings
from livecue.errors import InputError, MissingError
from livecue.model_files import ModelSpec, described, locate, manifest, whereabouts
from livecue.transcription import speed_memory
from livecue.transcription.fitting import Fit, Speed, fit
from livecue.transcription.timing import CLIP_LANGUAGE, bundled_clip, time_models
from livecue.transcription.whisper import Whisper


@dataclass(frozen=True)
class Chosen:
    """settings: with the speech model named. late: it is known not to keep up here."""

    settings: Settings
    late: bool = False


@dataclass(frozen=True)
class Tried:
    """What trying models out has shown.

    installed: how many were to be tried; `speeds` ends at the first that does not keep up. named:
    by the settings, so that there was only this one.
    """

    fit: Fit
    speeds: tuple[Speed, ...]
    installed: int
    named: bool


def with_model(settings: Settings) -> Settings:
    """The settings for sound in lock-step, with the speech model named.

    Raises:
        InputError: no speech model has the name that they give.
        MissingError: they say "auto", and no model on this machine knows the language.
    """
    named = settings.transcription.model
    if named != AUTO:
        check_name(named)
        return settings
    return settings.with_speech_model(_installed(settings.transcription)[-1].name)


def model_for_real_time(settings: Settings) -> Chosen:
    """The settings for a session in real time; the first time, models are timed for it.

    Raises:
        InputError, MissingError: as `with_model`; or a model's file was changed.
    """
    if settings.transcription.model != AUTO:
        return Chosen(with_model(settings))
    models = _installed(settings.transcription)
    now = speed_memory.conditions(models, settings.transcription)
    speeds = speed_memory.recall(now) or _timed_anew(models, settings.transcription)
    found = fit(speeds, settings.transcription)
    return Chosen(settings.with_speech_model(found.speed.name), late=not found.in_time)


def try_out(settings: TranscriptionSettings) -> Tried:
    """Time the models anew: those that "auto" chooses from, or the one that is named.

    Raises:
        InputError, MissingError: as `model_for_real_time`.
    """
    if settings.model != AUTO:
        check_name(settings.model)
        locate(settings.model)  # it must be here: only then is its size known
        speeds = _timed([described(settings.model)], settings)
        return Tried(fit(speeds, settings), speeds, installed=1, named=True)
    models = _installed(settings)
    speeds = _timed_anew(models, settings)
    return Tried(fit(speeds, settings), speeds, len(models), named=False)


def check_name(model: str) -> None:
    """Raise if no speech model has this name.

    Raises:
        InputError: it says which there are.
    """
    known = [spec.name for spec in manifest() if spec.languages]
    if model not in (AUTO, *known):
        raise InputError(
            f"There is no speech model '{model}'; choose {AUTO} or one of {', '.join(known)}."
        )


def _installed(settings: TranscriptionSettings) -> tuple[ModelSpec, ...]:
    """The speech models on this machine that know the language, the smallest first."""
    known = [described(spec.name) for spec in manifest() if spec.reads(settings.language)]
    here = [spec for spec in known if whereabouts(spec) is not None]
    if not here:
        raise MissingError(
            f"No speech model for the language '{settings.language}' is on this machine; "
            "`livecue models pull base` fetches one."
        )
    return tuple(sorted(here, key=lambda spec: spec.files[0].size))


def _timed_anew(models: Sequence[ModelSpec], settings: TranscriptionSettings) -> tuple[Speed, ...]:
    speeds = _timed(models, settings)
    speed_memory.remember(speed_memory.conditions(models, settings), speeds)
    return speeds


def _timed(models: Sequence[ModelSpec], settings: TranscriptionSettings) -> tuple[Speed, ...]:
    in_clips_language = settings.model_copy(update={"language": CLIP_LANGUAGE})
    return time_models(
        models, lambda name: Whisper(locate(name), in_clips_language), settings, bundled_clip()
    )
