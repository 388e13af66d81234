"""The report as a browser shows and prints it, where Chromium and poppler are installed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from livecue.events import AnyEvent
from livecue.exports.report.page import report
from livecue.wording import REPORT_OPENING

_PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
"""Width and height in points."""


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser's command."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None or shutil.which("pdftotext") is None:
        pytest.skip("Chromium and pdftotext are not here (apt-get install chromium poppler-utils)")
    return found


def run(*command: str | Path) -> str:
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def opened(chromium: str, folder: Path, page: str, *what: str) -> str:
    """What headless Chromium does with the page; it has no network to ask."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    return run(
        chromium,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        f"--user-data-dir={folder / 'browser'}",
        *what,
        f"file://{folder / 'page.html'}",
    )


@pytest.mark.parametrize("paper", list(_PAPERS))
def test_it_prints_on_both_papers_with_its_opening_on_every_sheet(
    chromium: str, tmp_path: Path, talk: list[AnyEvent], paper: str
) -> None:
    page = report(talk).replace("@page {", f"@page {{ size: {paper};", 1)
    pdf = tmp_path / "page.pdf"
    opened(chromium, tmp_path, page, f"--print-to-pdf={pdf}")
    width, height = (
        float(size)
        for size in re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", pdf))[0]
    )
    assert (width, height) == pytest.approx(_PAPERS[paper], abs=1.0)
    sheets = run("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    assert len(sheets) in (2, 3, 4)
    for number, sheet in enumerate(sheets, start=1):
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        assert lines[0].startswith("Session, ")
        assert lines[-1].startswith(REPORT_OPENING)
        assert lines[-1].replace(" ", "").endswith(f"{number}/{len(sheets)}")
    assert "file://" not in "".join(sheets)


def test_nothing_of_it_is_cut_off_at_the_side(
    chromium: str, tmp_path: Path, talk: list[AnyEvent]
) -> None:
    pdf = tmp_path / "page.pdf"
    opened(chromium, tmp_path, report(talk), f"--print-to-pdf={pdf}")
    boxes = run("pdftotext", "-bbox", pdf, "-")
    (width,) = set(re.findall(r'<page width="([\d.]+)"', boxes))
    left = [float(x) for x in re.findall(r'<word xMin="([\d.]+)"', boxes)]
    right = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)]
    margin = 16 / 25.4 * 72
    assert min(left) >= margin - 1
    assert max(right) <= float(width) - margin + 1
