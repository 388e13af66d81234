"""Praat TextGrid, read back by praatio, by pympi, and by Praat itself where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from praatio import textgrid as praatio
from pympi.Praat import TextGrid

from livecue.events import AnyEvent
from livecue.exports.kept import kept_session
from livecue.exports.praat import textgrid
from livecue.exports.tiers import tiers_of
from tests.store.twins import ended, started

_DESCRIBE = """
form: "Describe"
  infile: "path", ""
endform
grid = Read from file: path$
tiers = Get number of tiers
for tier to tiers
  name$ = Get tier name: tier
  intervals = Is interval tier: tier
  if intervals
    count = Get number of intervals: tier
  else
    count = Get number of points: tier
  endif
  writeInfo: ""
  appendFileLine: "<stdout>", name$, tab$, intervals, tab$, count
endfor
"""


@pytest.fixture
def written(talk: list[AnyEvent], tmp_path: Path) -> Path:
    path = tmp_path / "one.TextGrid"
    path.write_text(textgrid(talk), encoding="utf-8")
    return path


def test_praatio_reads_every_label_of_every_tier(talk: list[AnyEvent], written: Path) -> None:
    grid = praatio.openTextgrid(str(written), includeEmptyIntervals=False, reportingMode="error")
    for tier in tiers_of(kept_session(talk)):
        entries = [tuple(entry) for entry in grid.getTier(tier.name).entries]
        assert entries == [
            (span.start, span.label) if tier.moments else (span.start, span.end, span.label)
            for span in tier.spans
        ]


def test_interval_tiers_are_tiled_from_beginning_to_end(written: Path) -> None:
    grid = praatio.openTextgrid(str(written), includeEmptyIntervals=True, reportingMode="error")
    tiled = [tier for tier in grid.tiers if isinstance(tier, praatio.IntervalTier)]
    assert len(tiled) == 11
    for tier in tiled:
        assert tier.entries[0].start == 0.0
        assert tier.entries[-1].end == grid.maxTimestamp
        for before, after in zip(tier.entries, tier.entries[1:], strict=False):
            assert before.end == after.start


def test_pympi_reads_the_same(talk: list[AnyEvent], written: Path) -> None:
    grid = TextGrid(str(written), codec="utf-8")
    for tier in tiers_of(kept_session(talk)):
        read = grid.get_tier(tier.name).get_intervals(sort=True)
        labelled = [entry for entry in read if entry[-1]]
        assert labelled == [
            (span.start, span.label) if tier.moments else (span.start, span.end, span.label)
            for span in tier.spans
        ]


@pytest.mark.parametrize("with_talk", [True, False], ids=["talk", "nothing but its end"])
def test_praat_itself_opens_it(talk: list[AnyEvent], tmp_path: Path, with_talk: bool) -> None:
    praat = shutil.which("praat")
    if praat is None:
        pytest.skip("Praat is not on this machine (apt-get install praat)")
    nothing: list[AnyEvent] = [started("one"), ended(1, 9.0)]
    events = talk if with_talk else nothing
    (tmp_path / "one.TextGrid").write_text(textgrid(events), encoding="utf-8")
    (tmp_path / "describe.praat").write_text(_DESCRIBE, encoding="utf-8")
    told = subprocess.run(
        [praat, "--run", str(tmp_path / "describe.praat"), str(tmp_path / "one.TextGrid")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    read = [line.split("\t") for line in told.stdout.splitlines()]
    tiers = tiers_of(kept_session(events))
    assert [(name, interval == "0") for name, interval, _ in read] == [
        (tier.name, tier.moments) for tier in tiers
    ]
    assert all(
        int(count) >= len(tier.spans) for (_, _, count), tier in zip(read, tiers, strict=True)
    )


def test_quotes_in_what_was_said_come_back(full: list[AnyEvent], tmp_path: Path) -> None:
    path = tmp_path / "one.TextGrid"
    path.write_text(textgrid(full), encoding="utf-8")
    grid = TextGrid(str(path), codec="utf-8")
    ((_, label),) = grid.get_tier("clinician's marks").get_intervals()
    assert label == 'marked | I hurried, & said "do it" <again>'
