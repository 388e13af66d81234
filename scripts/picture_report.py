"""Pictures of the report for docs/export.md: the bundled session, printed by Chromium.

    python scripts/picture_report.py

Needs chromium and pdftoppm (apt-get install chromium poppler-utils).
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from livecue.config import Settings
from livecue.exports.formats import exported
from livecue.paths import shipped
from livecue.transcripts.marked import load_marking, mark_session
from livecue.transcripts.reading import read_transcript

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "report.png"
DOTS_PER_INCH = 72
SHEETS = 2
GAP = 12


def main() -> None:
    """Print the report, and put its first sheets side by side."""
    (session,) = read_transcript(shipped("examples") / "session.json")
    log = mark_session(session, load_marking(Settings()))
    with TemporaryDirectory() as folder:
        sheets = _printed(Path(folder), exported(log, "html", words=True))
        _side_by_side(sheets[:SHEETS]).save(str(PICTURE))
    print(PICTURE.relative_to(ROOT), f"{PICTURE.stat().st_size / 1000:.0f} kB")


def _printed(folder: Path, page: str) -> list[QImage]:
    html, pdf = folder / "report.html", folder / "report.pdf"
    html.write_text(page, encoding="utf-8")
    subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            f"--user-data-dir={folder / 'browser'}",
            f"--print-to-pdf={pdf}",
            html.as_uri(),
        ],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", pdf, folder / "sheet"], check=True
    )
    return [QImage(str(sheet)) for sheet in sorted(folder.glob("sheet*.png"))]


def _side_by_side(sheets: list[QImage]) -> QImage:
    width = sum(sheet.width() for sheet in sheets) + GAP * (len(sheets) + 1)
    both = QImage(width, sheets[0].height() + 2 * GAP, QImage.Format.Format_RGB32)
    both.fill(QColor("#c9ced4"))
    painter = QPainter(both)
    x = GAP
    for sheet in sheets:
        painter.drawImage(QPoint(x, GAP), sheet)
        x += sheet.width() + GAP
    painter.end()
    return both.convertToFormat(
        QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither
    )


if __name__ == "__main__":
    sys.exit(main())
