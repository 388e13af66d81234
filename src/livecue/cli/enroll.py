"""`livecue enroll`: the clinician's voice, so that one microphone tells who speaks."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from livecue.cli.consent import ask_passphrase
from livecue.errors import InputError
from livecue.paths import home

if TYPE_CHECKING:
    from livecue.config import Settings
    from livecue.hearing.enrolment import Enrolling, Progress

_ASK = (
    "Say anything for half a minute, alone, with the microphone where it stands in a session: read "
    "aloud, or describe the room. Enter or Ctrl+C stops it. The sound is not kept."
)


def enroll(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="whose voice; without it, who is enrolled")
    ] = None,
    recording: Annotated[
        Path | None, typer.Option("--input", help="a recording in place of the microphone")
    ] = None,
    device: Annotated[str | None, typer.Option(help="microphone, by name")] = None,
    forget: Annotated[bool, typer.Option("--forget", help="erase this voice")] = False,
) -> None:
    """Learn the clinician's voice, for sessions with one microphone.

    Kept, encrypted, is a list of numbers that tells one voice from another; never the sound.
    """
    if recording is not None and device is not None:
        raise InputError("--device and --input exclude each other; give one of them.")
    if name is None:
        _list()
    elif forget:
        _forget(name)
    else:
        _enroll(name, recording, device)


def _list() -> None:
    from livecue.store.opening import open_kept_store
    from livecue.wording import local_time

    store = open_kept_store(home(), ask_passphrase)
    voices = []
    if store is not None:
        with store:
            voices = store.voices()
    for voice in voices:
        typer.echo(f"{voice.name}  since {local_time(voice.made_at)}  with {voice.source}")
    if not voices:
        typer.echo("Nobody is enrolled yet; see: livecue enroll -h")


def _forget(name: str) -> None:
    from livecue.store.opening import open_kept_store

    store = open_kept_store(home(), ask_passphrase)
    if store is None:
        raise InputError(f"No voice is enrolled as '{name}'; nothing was ever kept here.")
    with store:
        store.forget_voice(name)
    typer.echo(f"The voice of {name} is erased.")


def _enroll(name: str, recording: Path | None, device: str | None) -> None:
    from livecue.cli.user_settings import user_settings
    from livecue.hearing.enrolment import Enrolling
    from livecue.hearing.silero import SileroEngine
    from livecue.hearing.voiceprint import VoiceprintEngine
    from livecue.model_files import locate
    from livecue.start.own_voice import keep
    from livecue.store.opening import open_store
    from livecue.store.pseudonym import check_pseudonym

    check_pseudonym(name)
    settings = user_settings()
    model = locate("campplus")
    enrolling = Enrolling(settings, SileroEngine(locate("silero-vad").weights))
    with open_store(home(), ask_passphrase) as store:
        if recording is not None:
            source = "a recording"
            _from_file(enrolling, recording, settings)
        else:
            source = _from_microphone(enrolling, device, settings)
        voice = enrolling.finish(VoiceprintEngine(model.weights))
        typer.echo(keep(store, name, voice, model.sha256, source))


def _from_file(enrolling: "Enrolling", recording: Path, settings: "Settings") -> None:
    from livecue.capture.recording import Recording
    from livecue.capture.source import Block

    for heard in Recording(recording, "mono", "max", settings.capture):
        if isinstance(heard, Block):
            enrolling.push(heard.samples[:, 0])


def _from_microphone(enrolling: "Enrolling", device: str | None, settings: "Settings") -> str:
    """Listen until there is enough, or until Enter or Ctrl+C; gives the microphone's name."""
    from rich.console import Console
    from rich.live import Live

    from livecue.capture.microphone import Microphone
    from livecue.capture.source import Block, Trouble
    from livecue.cli.stopping import stopped_by_hand
    from livecue.overlay.view import TROUBLE_WORDS

    console = Console(stderr=True, highlight=False)
    microphone = Microphone(device, "mono", settings.capture)
    console.print(_ASK)
    trouble: str | None = None
    with Live(console=console, refresh_per_second=8, transient=True) as shown:
        with stopped_by_hand(microphone.close):
            for heard in microphone:
                if isinstance(heard, Trouble):
                    back = heard.what == "device_back"
                    trouble = None if back else TROUBLE_WORDS.get(heard.what)
                elif isinstance(heard, Block) and len(heard.samples):
                    progress = enrolling.push(heard.samples[:, 0])
                    shown.update(_meter(progress, trouble))
                    if progress.enough:
                        break
        microphone.close()
    return microphone.name.removeprefix("microphone: ")


def _meter(progress: "Progress", trouble: str | None) -> str:
    """One line: how much there is, and how loud it is."""
    from livecue.hearing.enrolment import WANTED_S
    from livecue.start.own_voice import level_words

    done = min(1.0, progress.speech_s / WANTED_S)
    bar = "█" * round(20 * done) + "░" * (20 - round(20 * done))
    level = "▁▂▃▄▅▆▇█"[min(7, max(0, int((progress.level_db - 30) / 7.5)))]
    heard = f"{min(progress.speech_s, WANTED_S):.0f} of {WANTED_S:.0f} s"
    return f"{bar} {heard} of speech  level {level} {trouble or level_words(progress.level)}"
