"""`livecue demo` and `livecue listen`: a session from the command line."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from livecue.capture.source import ChannelUse
from livecue.cli.user_settings import demo_settings, user_settings
from livecue.config import ClientProfile, Settings
from livecue.errors import InputError
from livecue.overlay.display import OverlayChoice
from livecue.paths import home, shipped

if TYPE_CHECKING:
    from livecue.capture.source import Source
    from livecue.store.database import Store
    from livecue.store.records import VoiceRecord

_NEXT = (
    "\nThat was what livecue notices, and when. Next: 'livecue practice' to try it yourself on a "
    "role-play; 'livecue' alone opens the start window for a first session of your own."
)

Speed = Literal["1", "max"]


def demo(
    realtime: Annotated[bool, typer.Option("--realtime", help="play it at its own pace")] = False,
    overlay: Annotated[OverlayChoice, typer.Option(help="where cues are shown")] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="print the events")] = False,
) -> None:
    """The bundled session through the whole live path, with a summary at the end.

    It never asks for anything, and keeps its session apart from those of clients. Of your settings
    it takes how it is shown and steered: overlay, windows, keys and feed.
    """
    from livecue.capture.recording import Recording
    from livecue.cli.running import run
    from livecue.start.running import Plan
    from livecue.store.opening import open_demo_store

    settings = demo_settings()
    example = shipped("examples") / "session.opus"
    source = Recording(example, "split", "1" if realtime else "max", settings.capture)
    store = open_demo_store(home())
    for earlier in store.sessions():
        if not store.is_written(earlier.id):
            store.forget_session(earlier.id)
    run(Plan(settings, None, source, store, consent=()), overlay, as_json=as_json)
    if not as_json:
        typer.echo(_NEXT)


def listen(
    client: Annotated[str | None, typer.Option(help="the client's pseudonym")] = None,
    clinician: Annotated[
        str | None, typer.Option(help="whose enrolled voice is the clinician's, if several are")
    ] = None,
    device: Annotated[str | None, typer.Option(help="microphone, by name")] = None,
    client_device: Annotated[
        str | None,
        typer.Option(
            help="a video call: the output that the client's voice is played on, by name, or "
            "'default'"
        ),
    ] = None,
    recording: Annotated[
        Path | None, typer.Option("--input", help="a recording in place of the microphone")
    ] = None,
    channels: Annotated[
        ChannelUse | None,
        typer.Option(help="mono, if nothing is said; split: channel 0 clinician, channel 1 client"),
    ] = None,
    speed: Annotated[Speed, typer.Option(help="of a recording")] = "1",
    model: Annotated[str | None, typer.Option(help="speech model, by name, or auto")] = None,
    overlay: Annotated[OverlayChoice, typer.Option(help="where cues are shown")] = "auto",
    record: Annotated[
        bool, typer.Option("--record", help="keep the audio too, encrypted; needs consent to it")
    ] = False,
    no_store: Annotated[bool, typer.Option("--no-store", help="keep nothing")] = False,
    consent: Annotated[
        str | None, typer.Option(help="what the client agreed to: listen,timeline,words,audio,…")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print the events")] = False,
) -> None:
    """A session: from the microphone, or from a recording."""
    from livecue.cli.consent import agreed_scopes
    from livecue.cli.running import run
    from livecue.start.running import Plan
    from livecue.transcription.speech_model import check_name

    if recording is not None and device is not None:
        raise InputError("--device and --input exclude each other; give one of them.")
    if client_device is not None and (recording is not None or channels == "mono"):
        raise InputError(
            "--client-device is for a live video call, each voice on a channel; leave out --input "
            "and --channels mono."
        )
    if record and no_store:
        raise InputError("--record keeps audio and --no-store keeps nothing; give one of them.")
    if model is not None:
        check_name(model)
    settings = user_settings(model)
    if recording is None:
        settings = settings.in_the_room()
    store = None if no_store else _open_store()
    if store is not None and client is not None:
        settings = settings.for_client(store.profile(client))
    use: ChannelUse = channels or ("mono" if client_device is None else "split")
    voice = _voice(store, clinician, use)
    if client_device is not None:
        source = _call(device, client_device, speed, settings)
    else:
        source = _source(recording, device, use, speed, settings)
    scopes = agreed_scopes(consent, client, live=recording is None, kept=store is not None)
    if record and "audio" not in scopes:
        source.close()
        raise InputError(
            "--record needs the client's consent to keep audio; add 'audio' to --consent, or leave "
            "--record out."
        )
    ended = run(
        Plan(
            settings=settings,
            client=client,
            source=source,
            store=store,
            consent=scopes,
            record=record,
            clinician_voice=None if voice is None else voice.voiceprint,
            clinician=None if voice is None else voice.name,
        ),
        overlay,
        as_json=as_json,
    )
    if store is not None and client is not None and recording is None:
        store.change_profile(client, ClientProfile.after_a_session)
    if store is not None and ended.kept:
        typer.echo(f"Kept, encrypted; see: livecue sessions show {ended.id}", err=True)


def _open_store() -> "Store":
    from livecue.cli.consent import ask_passphrase
    from livecue.store.opening import open_store

    store = open_store(home(), ask_passphrase)
    if store.anything_is_written():
        typer.echo(
            "Another livecue is keeping a session at this moment; each is kept by itself.", err=True
        )
    return store


def _voice(
    store: "Store | None", clinician: str | None, channels: ChannelUse
) -> "VoiceRecord | None":
    """The clinician's voice, where voices must be told apart and it is known."""
    from livecue.model_files import locate
    from livecue.start.own_voice import own_voice

    if channels == "split":
        if clinician is not None:
            raise InputError(
                "--clinician is for one microphone; with --channels split the channel says who "
                "speaks, so leave it out."
            )
        return None
    return own_voice(store, clinician, locate("campplus").sha256)


def _source(
    recording: Path | None,
    device: str | None,
    channels: ChannelUse,
    speed: Speed,
    settings: Settings,
) -> "Source":
    from livecue.capture.microphone import Microphone
    from livecue.capture.recording import Recording

    if recording is not None:
        return Recording(recording, channels, speed, settings.capture)
    _check_live(speed)
    return Microphone(device, channels, settings.capture)


def _call(device: str | None, played: str, speed: Speed, settings: Settings) -> "Source":
    from livecue.capture.telehealth import Telehealth

    _check_live(speed)
    return Telehealth(device, None if played == "default" else played, settings.capture)


def _check_live(speed: Speed) -> None:
    if speed == "max":
        raise InputError("--speed max is for recordings; leave it out for a microphone.")
