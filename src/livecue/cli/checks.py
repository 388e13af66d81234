"""What `livecue doctor` looks at."""

import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from livecue.computer import cores, memory_gb
from livecue.errors import LivecueError
from livecue.events import Frozen
from livecue.wording import WORDS_LATE

if TYPE_CHECKING:
    from livecue.transcription.speech_model import Tried

_LOOK = "from livecue.cli.checks import {look}; print({look}().model_dump_json())"
_PATIENCE_S = 20.0

_ENOUGH_CORES = 2
"""What livecue's own figures were measured on (docs/evaluation.md)."""

_ENOUGH_MEMORY_GB = 4.0


class Check(Frozen):
    """One thing looked at. to_do: what helps, or nothing. needed: whether a session with a
    microphone cannot run without it."""

    what: str
    state: Literal["works", "limited", "fails"]
    says: str
    to_do: str = ""
    needed: bool = False


def all_checks() -> list[Check]:
    """Everything, in the order in which a session needs it; never raises."""
    return [
        *_guarded("settings", _settings, needed=True),
        *_guarded("microphone", lambda: _apart("microphone"), needed=True),
        *_guarded("video calls", lambda: _apart("video_calls"), needed=False),
        *_guarded("speech model", _speech_model, needed=True),
        *_guarded("models", _models, needed=True),
        *_guarded("store", _store_key, needed=False),
        *_guarded("screen", _screen, needed=False),
        *_guarded("processor", _processor, needed=False),
        *_guarded("memory", _memory, needed=False),
    ]


def _guarded(what: str, look: Callable[[], Iterator[Check]], *, needed: bool) -> Iterator[Check]:
    """A look that fails says so, and the others go on."""
    try:
        for check in look():
            yield check.model_copy(update={"needed": needed})
    except LivecueError as error:
        yield Check(what=what, state="fails", says=str(error), needed=needed)
    except Exception as error:  # a machine can be broken in ways nobody thought of
        failure = f"This could not be looked at ({type(error).__name__}: {error})."
        yield Check(what=what, state="fails", says=failure, needed=needed)


def _settings() -> Iterator[Check]:
    from livecue.cli.user_settings import user_settings

    user_settings()
    yield Check(what="settings", state="works", says="They are in order.")


def _apart(look: str) -> Iterator[Check]:
    """Looked at in a process of its own: a broken sound system can end or hold whoever asks it."""
    try:
        looked = subprocess.run(
            [sys.executable, "-c", _LOOK.format(look=look)],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
        )
    except subprocess.TimeoutExpired:
        says = f"The sound system does not answer within {_PATIENCE_S:.0f} s."
    else:
        if looked.returncode == 0:
            yield Check.model_validate_json(looked.stdout)
            return
        says = f"The sound system ends the program that asks it ({looked.returncode})."
    to_do = "Restart the computer, or mend its sound settings."
    yield Check(what=look.replace("_", " "), state="fails", says=says, to_do=to_do)


def microphone() -> Check:
    """Whether the default microphone opens, and gives sound."""
    from livecue.capture.devices import find, peak_dbfs

    try:
        device = find(None)
        peak = peak_dbfs(device)
    except LivecueError as error:
        return Check(what="microphone", state="fails", says=str(error))
    says, to_do = f"'{device.name}' hears {peak:.0f} dB now.", ""
    if device.loopback:
        says = f"There is none but '{device.name}', which hears what the computer plays."
        to_do = "Plug a microphone in, or switch it on."
    elif device.muted:
        says = f"'{device.name}' is muted."
        to_do = "Switch it on in the system's sound settings."
    elif math.isinf(peak):
        says = f"'{device.name}' opens and gives digital silence."
        to_do = "See whether it is muted, and whether this program may use the microphone."
    return Check(what="microphone", state="limited" if to_do else "works", says=says, to_do=to_do)


def video_calls() -> Check:
    """Whether what the computer plays, the client's voice in a video call, can be heard."""
    from livecue.capture import pulse
    from livecue.capture.devices import find

    if sys.platform.startswith("linux") and not pulse.has_library():
        return Check(
            what="video calls",
            state="limited",
            says="The library libpulse is missing: all microphones show as one, and what the "
            "computer plays cannot be heard apart.",
            to_do="Install libpulse0.",
        )
    try:
        device = find(None, loopback=True)
    except LivecueError as error:
        return Check(what="video calls", state="limited", says=str(error))
    return Check(
        what="video calls",
        state="works",
        says=f"The client's voice in a call can be heard through '{device.name}'.",
    )


def _speech_model() -> Iterator[Check]:
    """Times the models on this machine, which takes some seconds."""
    from livecue.cli.user_settings import user_settings
    from livecue.transcription.speech_model import try_out

    yield told_of(try_out(user_settings().transcription))


def told_of(tried: "Tried") -> Check:
    """What trying out the speech models has shown, for people."""
    speed, in_time = tried.fit.speed, tried.fit.in_time
    says = f"{speed.name} reads {speed.clip_s:.0f} s of speech in {speed.read_s:.2f} s here: "
    others = "".join(f"; {o.name} {o.read_s:.2f} s" for o in tried.speeds if o != speed)
    if tried.named:
        says += "it keeps up" if in_time else "it does not keep up"
        says += ", and is the one that you chose."
    elif tried.installed == 1:
        says += "it keeps up" if in_time else "it does not keep up"
        says += ", and is the only one installed."
    elif in_time:
        says += f"the most exact of the {tried.installed} installed that keeps up{others}."
    else:
        says += f"none of the {tried.installed} installed keeps up, and it is the smallest."
    if in_time:
        return Check(what="speech model", state="works", says=says)
    to_do = f'{WORDS_LATE} Set model = "auto" under [transcription].' if tried.named else WORDS_LATE
    return Check(what="speech model", state="limited", says=says, to_do=to_do)


def _models() -> Iterator[Check]:
    from livecue.model_files import locate

    for name in ("turn-reader", "campplus"):
        try:
            locate(name)
        except LivecueError as error:
            yield Check(what=f"model {name}", state="fails", says=str(error))
        else:
            yield Check(what=f"model {name}", state="works", says="It is here, and whole.")


def _store_key() -> Iterator[Check]:
    import keyring
    from keyring.core import recommended

    backend = keyring.get_keyring()
    if recommended(backend):
        yield Check(what="store", state="works", says=f"Its key is kept by {backend.name}.")
    elif os.environ.get("LIVECUE_PASSPHRASE"):
        yield Check(what="store", state="works", says="It opens with LIVECUE_PASSPHRASE.")
    else:
        yield Check(
            what="store",
            state="limited",
            says="This system has no key ring that livecue can use.",
            to_do="A passphrase will be asked for at the terminal; or set LIVECUE_PASSPHRASE, or "
            "keep nothing with --no-store.",
        )


def _screen() -> Iterator[Check]:
    from livecue.overlay.display import can_show_windows

    if can_show_windows():
        yield Check(what="screen", state="works", says="The overlay can be shown.")
    else:
        yield Check(
            what="screen",
            state="limited",
            says="No window can be shown here; cues come in the terminal.",
            to_do="Run livecue from a desktop"
            + (
                "; if you do, install libegl1 libxkbcommon-x11-0 libxcb-cursor0."
                if sys.platform.startswith("linux")
                else "."
            ),
        )


def _processor() -> Iterator[Check]:
    found = cores()
    enough = found >= _ENOUGH_CORES
    yield Check(
        what="processor",
        state="works" if enough else "limited",
        says=f"{found} cores." if found > 1 else "One core.",
        to_do="" if enough else WORDS_LATE,
    )


def _memory() -> Iterator[Check]:
    memory = memory_gb()
    if memory is None:
        yield Check(what="memory", state="works", says="This system does not say how much.")
        return
    enough = memory >= _ENOUGH_MEMORY_GB
    yield Check(
        what="memory",
        state="works" if enough else "limited",
        says=f"{memory:.1f} GB.",
        to_do="" if enough else "Close other programs, or choose a smaller model.",
    )
