"""Whether a frame sounds like a voice, by webrtcvad: at once, and for next to nothing."""

import webrtcvad

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.hearing.gate import FRAME_SAMPLES

HANGOVER_S = 0.09
"""How long webrtcvad goes on after speech in its stricter modes, 2 and 3: 9 frames of 10 ms
(`kOverHangMax2VAG` in common_audio/vad/vad_core.c of WebRTC; after less than 7 frames of speech
`kOverHangMax1VAG`, 6)."""


class WebrtcJudge:
    """One channel's frames in order; it learns the noise from every one.

    mode: 0 to 3, 3 being strictest.
    """

    def __init__(self, mode: int) -> None:
        self._webrtc = webrtcvad.Vad(mode)

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
