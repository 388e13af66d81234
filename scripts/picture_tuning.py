"""Write docs/tuning-*.png and docs/trends-*.png: the real windows on six sessions of one client.

The sessions are the bundled one, heard quicker and slower (tests/review/sessions.py). Each picture
is taken in a process and on a screen of its own (package xvfb); the large ones at twice the size of
letters and all else.

    .venv/bin/python scripts/picture_tuning.py
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from screen import dark, start_screen

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QMainWindow

    from livecue.events import AnyEvent

ROOT = Path(__file__).resolve().parents[1]
LOOKS = {"light": ("1", "1280x800"), "dark": ("1", "1280x800"), "large": ("2", "1920x1080")}
PACES = (1.0, 1.3, 0.8, 1.6, 1.1, 0.9)
"""How much longer the silences of each session are than the bundled one's."""


def main() -> None:
    """One process for each picture."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        for n, log in enumerate(_make_logs()):
            lines = "\n".join(event.model_dump_json() for event in log)
            (Path(folder) / f"{n}.jsonl").write_text(lines, "utf-8")
        for window in ("tuning", "trends"):
            for look in LOOKS:
                _take_apart(window, look, folder)


def _take_apart(window: str, look: str, folder: str) -> None:
    scale, screen = LOOKS[look]
    on = {
        **start_screen(screen),
        "QT_SCALE_FACTOR": scale,
        "PYTHONPATH": str(ROOT),
        "LOGS": folder,
    }
    command = [sys.executable, __file__, window, look]
    subprocess.run(command, check=True, env={**os.environ, **on})


def take(name: str, look: str) -> None:
    """One window in one look."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    app = QApplication(["livecue"])
    app.setStyle("Fusion")
    if look == "dark":
        app.setPalette(dark())
    window = _tuning() if name == "tuning" else _trends()
    if look == "large":
        window.resize(960, 540)
    window.show()
    loop = QEventLoop()
    QTimer.singleShot(1000, loop.quit)
    loop.exec()
    target = ROOT / "docs" / f"{name}-{look}.png"
    _small(window.grab().toImage()).save(str(target), quality=0)
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


def _small(picture: "QImage") -> "QImage":
    """With the 64 colours that it has most of: a picture in the docs is to be small."""
    import numpy as np
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(whole.constBits(), dtype=np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    return whole.convertToFormat(
        QImage.Format.Format_Indexed8,
        [int(colour) for colour in colours[np.argsort(counts)[::-1][:64]]],
        Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
    )


def _make_logs() -> "list[list[AnyEvent]]":
    from tests.review.clients import dated, marked, rated
    from tests.review.sessions import bundled_lines, heard, slower

    lines = bundled_lines()
    logs = []
    for n, pace in enumerate(PACES):
        said = lines[: len(lines) - 6 * (n % 4)]
        log = dated(heard(slower(said, pace)), n, clinician=("anna", "ben")[n % 2])
        log = dated(log, n, version="1.0" if n < 4 else "1.1")
        logs.append(rated(marked(log), helpful=n % 2 == 0) if n % 3 else log)
    return logs


def _logs() -> "list[list[AnyEvent]]":
    from livecue.events import parse_event

    folder = Path(os.environ["LOGS"])
    return [
        [parse_event(line) for line in path.read_text("utf-8").splitlines()]
        for path in sorted(folder.iterdir())
    ]


def _tuning() -> "QMainWindow":
    from livecue.config import Settings
    from livecue.markers.sureness import load_costs
    from livecue.model_files import locate
    from livecue.review.tuning.client import Tuner, newest_first
    from livecue.review.tuning.walk import keep
    from livecue.review.tuning.window import TuningWindow
    from tests.review.sessions import GUIDE, LEXICON

    kept = newest_first([keep(log, LEXICON) for log in _logs()])
    costs = load_costs(locate("turn-reader").files["sureness.json"])
    tuner = Tuner("river", Settings(), kept, GUIDE)
    window = TuningWindow(tuner, Settings(), lambda _: None, costs)
    window.plots["response"].drag(1.4)
    return window


def _trends() -> "QMainWindow":
    from livecue.review.trends.client import trends
    from livecue.review.trends.window import TrendsWindow

    return TrendsWindow(trends("river", _logs()))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take(sys.argv[1], sys.argv[2])
    else:
        main()
