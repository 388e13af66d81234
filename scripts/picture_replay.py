"""Write docs/replay-light.png, -dark.png and -large.png: the real window on an hour of talk.

python scripts/picture_replay.py

The session is the bundled one, seven times over (tests/review/long_session.py). Each picture is
taken in a process and on a screen of its own (packages xvfb and openbox); the last one at twice the
size of letters and all else.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from screen import dark, start_screen

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {
    "light": {"look": "light", "scale": "1", "screen": "1280x800"},
    "dark": {"look": "dark", "scale": "1", "screen": "1280x800"},
    "large": {"look": "light", "scale": "2", "screen": "1920x1080"},
}
WAIT_MS = 1500


def main() -> None:
    """One process for each picture."""
    for name, how in PICTURES.items():
        subprocess.run([sys.executable, __file__, name], check=True, env=_on_a_screen(how))
        target = _target(name)
        print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


def _target(name: str) -> Path:
    return ROOT / "docs" / f"replay-{name}.png"


def _on_a_screen(how: dict[str, str]) -> dict[str, str]:
    return {
        **os.environ,
        **start_screen(how["screen"]),
        "QT_SCALE_FACTOR": how["scale"],
        "PYTHONPATH": str(ROOT),
    }


def take(name: str) -> None:
    """The window with one moment chosen, one struck out, and a turn given to the other speaker."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from livecue.events import AnyEvent, Correction, Marker, Numbering
    from livecue.review.replay.conclusions import Conclusions
    from livecue.review.replay.window import ReplayWindow, Reviewed
    from livecue.session.by_hand import sign_of
    from tests.review.long_session import long_log

    app = QApplication(["livecue"])
    look = PICTURES[name]["look"]
    app.setStyle("Fusion")
    if look == "dark":
        app.setPalette(dark())
    log = long_log(8)
    numbering = Numbering(first=log[-1].seq + 1)

    def keep(make: Callable[[int], AnyEvent]) -> AnyEvent:
        return make(numbering())

    wrong = [e for e in log if isinstance(e, Marker) and e.marker == "yes_but"][3]
    log.append(
        Correction(seq=numbering(), at=wrong.end, of_seq=wrong.seq, retracted=True, by="clinician")
    )
    conclusions = Conclusions("en", load=lambda: None)
    window = ReplayWindow(Reviewed(log, keep, conclusions, lambda: None))
    window.resize(window.size().boundedTo(app.primaryScreen().availableSize()))
    window.show()

    def wait(ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    wait(WAIT_MS)
    chosen = next(
        item
        for item in window.timeline.noticed()
        if isinstance(item.of, Marker)
        and item.of.marker == "yes_but"
        and sign_of(item.of) != sign_of(wrong)
        and item.start > wrong.start
    )
    window.choose(chosen)
    window.lanes.see(chosen.start - 700, chosen.start + 500)
    wait(WAIT_MS)
    _small(window.grab().toImage()).save(str(_target(name)))
    window.close()


def _small(picture: "QImage") -> "QImage":
    """With the 256 colours that it has most of: a picture in the docs is to be small."""
    import numpy as np
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(whole.constBits(), dtype=np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    most = colours[np.argsort(counts)[::-1][:256]]
    return whole.convertToFormat(
        QImage.Format.Format_Indexed8,
        [int(colour) for colour in most],
        Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
    )


if __name__ == "__main__":
    take(sys.argv[1]) if len(sys.argv) > 1 else main()
