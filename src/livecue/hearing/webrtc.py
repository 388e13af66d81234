"""Whether a frame sounds like a voice, by webrtcvad: at once, and for next to nothing.

It is what the pause meter is measured against. A session leaves it out: where Silero hears a voice,
asking webrtcvad too only loses soft endings (docs/evaluation.md).
"""

import webrtcvad

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.hearing.gate import FRAME_SAMPLES

STRICTEST = 3
"""Of its modes 0 to 3: the one that takes the least noise for a voice."""
HANGOVER_S = 0.09
"""How long webrtcvad goes on after speech in its stricter modes, 2 and 3: 9 frames of 10 ms
(`kOverHangMax2VAG` in common_audio/vad/vad_core.c of WebRTC; after less than 7 frames of speech
`kOverHangMax1VAG`, 6)."""


class WebrtcJudge:
    """One channel's frames in order; it learns the noise from every one."""

    def __init__(self) -> None:
        self._webrtc = webrtcvad.Vad(STRICTEST)

    def push(self, samples: Samples) -> list[bool]:
        """More whole frames (int16, mono); a verdict on each."""
        sound = samples.tobytes()
        width = FRAME_SAMPLES * samples.itemsize
        return [
            self._webrtc.is_speech(sound[at : at + width], SAMPLE_RATE_HZ)
            for at in range(0, len(sound), width)
        ]

    def rest(self) -> list[bool]:
        """No verdict waits."""
        return []
