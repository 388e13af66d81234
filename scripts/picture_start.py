"""Write docs/start-window*.png: the start window light, dark and at twice the size; and what
comes before and after it.

It starts a screen of its own (package xvfb), and so gives the same picture anywhere.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from screen import dark, use_screen

from livecue.capture.devices import InputDevice
from livecue.capture.scripted import Scripted
from livecue.capture.source import Block, Source
from livecue.config import Settings
from livecue.events import End, Evidence, Latency, Marker
from livecue.start.after import AfterWindow, summary
from livecue.start.asks import Asks
from livecue.start.known import KnownClient
from livecue.start.memory import Memory
from livecue.start.notes import notes
from livecue.start.passphrase import PassphraseWindow
from livecue.start.running import Ended
from livecue.start.window import StartWindow

DOCS = Path(__file__).resolve().parents[1] / "docs"
RIVER = KnownClient(("listen", "timeline", "words"), "2026-04-12T09:15:00+00:00", 3, 5)


def main() -> None:
    """One picture a scale; at normal scaling light and dark side by side."""
    scaled = "--scaled" in sys.argv
    if not scaled:
        subprocess.run(
            [sys.executable, __file__, "--scaled"],
            env={**os.environ, "QT_SCALE_FACTOR": "2"},
            check=True,
        )
    use_screen("1920x1080")
    app = QApplication(["livecue"])
    app.setStyle("Fusion")
    if scaled:
        _save([_start(["river"])], DOCS / "start-window-200.png")
        return
    first, voice = _start([], voice=None), _voice_page()
    around = [
        _taken(PassphraseWindow(new=True, without="Without: keep nothing today")),
        _taken(_after()),
    ]
    returning = _start(["river", "heron"])
    app.setPalette(dark())
    _save([returning, _start(["river", "heron"], call=True)], DOCS / "start-window.png")
    _save([first, voice, *around], DOCS / "start-window-first.png")


def _asks(clients: list[str], voice: str | None) -> Asks:
    return Asks(
        clients=clients,
        known=lambda _client: RIVER,
        voice=lambda: voice,
        devices=_devices,
        open_microphone=lambda _name: _voice_heard(),
        load_learner=lambda: None,  # type: ignore[arg-type, return-value]
        keep_voice=lambda _name, _voice: "",
        make_ready=lambda _choices: None,
        let_go=lambda _ready: None,
        practise=lambda _say, _parent: None,
        sessions=1,
        keeps=True,
        notes=notes(Settings()),
    )


def _window(clients: list[str], voice: str | None = "anna", *, call: bool = False) -> StartWindow:
    file = Path(tempfile.mkdtemp()) / "start.ini"
    file.write_text("[General]\nkeep=words\nplace=" + ("call" if call else "room") + "\n")
    window = StartWindow(_asks(clients, voice), Memory(file))
    window.show()
    return window


def _start(clients: list[str], voice: str | None = "anna", *, call: bool = False) -> QPixmap:
    return _taken(_window(clients, voice, call=call))


def _voice_page() -> QPixmap:
    window = _window([], None)
    window._learn_voice()
    window._voice_page._bar.setValue(11)
    window._voice_page._says.setText("Speak on: good.")
    return _taken(window)


def _after() -> AfterWindow:
    marker = Marker(
        seq=1,
        start=9.0,
        end=11.0,
        marker="yes_but",
        score=0.9,
        evidence=Evidence(basis="picture"),
        turn=None,
        before_turn=None,
        known_at=12.0,
    )
    end = End(seq=3, at=2982.0, counts={}, audio_s=2982.0, wall_s=2982.0, latency=Latency())
    ended = Ended("x", (marker, marker.model_copy(update={"seq": 2}), end), kept=True)
    return AfterWindow(summary(ended, cues_hidden=True), lambda _say, _parent: None)


def _devices() -> list[InputDevice]:
    return [
        InputDevice("Built-in microphone", "PulseAudio", 2, 48_000.0, True),
        InputDevice("Table microphone", "PulseAudio", 1, 48_000.0, False),
        InputDevice("Loudspeakers", "PulseAudio", 2, 48_000.0, False, loopback=True),
    ]


def _voice_heard() -> Source:
    rng = np.random.default_rng(3)
    made = [(0, rng.normal(0, 3, 4_000)), (1, rng.normal(0, 900, 32_000))]
    return Scripted([Block(at, noise.astype(np.int16)[:, np.newaxis]) for at, noise in made])


def _taken(window: QWidget) -> QPixmap:
    window.show()
    until = time.monotonic() + 0.6
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)
    picture = window.grab()
    window.close()
    return picture


def _save(pages: list[QPixmap], target: Path) -> None:
    width = sum(page.width() for page in pages)
    sheet = QPixmap(width, max(page.height() for page in pages))
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    left = 0
    for page in pages:
        page.setDevicePixelRatio(1.0)
        painter.drawPixmap(left, 0, page)
        left += page.width()
    painter.end()
    image = sheet.toImage().convertToFormat(QImage.Format.Format_RGB32)
    image = image.convertToFormat(
        QImage.Format.Format_Indexed8, _commonest(image), Qt.ImageConversionFlag.ThresholdDither
    )
    image.save(str(target), quality=0)
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


def _commonest(image: QImage) -> list[int]:
    """The colours that most of it has, as many as a small picture can have."""
    pixels = np.frombuffer(image.constBits(), np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    return [int(colour) for colour in colours[np.argsort(-counts)][:256]]


if __name__ == "__main__":
    main()
