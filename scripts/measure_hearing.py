"""What hearing costs: processor and memory over ten minutes at real time, without Whisper.

    python scripts/measure_hearing.py [mono|split] [minutes]

One microphone (mono) is the dearer, since voices are told apart. The bundled session is played at
its own pace, again from its start as often as it takes.
"""

import resource
import sys
import time
from pathlib import Path
from typing import cast

from livecue.capture.recording import Recording
from livecue.capture.source import Block, ChannelUse
from livecue.config import Settings
from livecue.events import Numbering
from livecue.hearing.hearing import Hearing
from livecue.hearing.silero import SileroEngine
from livecue.hearing.voiceprint import VoiceprintEngine
from livecue.model_files import locate
from livecue.paths import shipped


def main(channels: ChannelUse, minutes: float) -> None:
    """Play, hear, and print what it took."""
    settings = Settings()
    hearing = Hearing(
        settings,
        Numbering(),
        1 if channels == "mono" else 2,
        VoiceprintEngine(locate("campplus").weights),
        silero=SileroEngine(locate("silero-vad").weights),
    )
    session = Path(shipped("examples")) / "session.opus"
    began_s, worked_s, heard_s = time.monotonic(), time.process_time(), 0.0
    before_s = 0.0
    while heard_s < 60 * minutes:
        for heard in Recording(session, channels, "1", settings.capture):
            if isinstance(heard, Block):
                hearing.push(Block(before_s + heard.start_s, heard.samples))
                heard_s = before_s + heard.end_s
            if heard_s >= 60 * minutes:
                break
        before_s = heard_s
    wall_s, work_s = time.monotonic() - began_s, time.process_time() - worked_s
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{channels}: {heard_s / 60:.1f} minutes heard in {wall_s / 60:.1f}: "
        f"{100 * work_s / wall_s:.1f} % of one core, {memory_mb:.0f} MB at most"
    )


if __name__ == "__main__":
    main(
        cast(ChannelUse, sys.argv[1] if len(sys.argv) > 1 else "mono"),
        float(sys.argv[2]) if len(sys.argv) > 2 else 10.0,
    )
