"""JSON, CSV, Audacity labels and RTTM, each read back by a reader that is not ours."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from livecue.errors import InputError
from livecue.evaluation.rttm import read_rttm
from livecue.events import AnyEvent, Speech, parse_event
from livecue.exports.audacity import labels
from livecue.exports.json_lines import json_lines
from livecue.exports.rttm import rttm
from livecue.exports.table import COLUMNS, table
from tests.exports.readers import audacity_labels
from tests.exports.sessions import NOTE
from tests.store.twins import ended, started


def rows(events: list[AnyEvent]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(events))))


def test_json_is_the_log_itself_with_its_corrections(full: list[AnyEvent]) -> None:
    assert [parse_event(line) for line in json_lines(full).splitlines()] == full


def test_csv_has_a_row_for_each_event_as_it_stands(talk: list[AnyEvent]) -> None:
    counts = Counter(row["type"] for row in rows(talk))
    assert counts["turn"] == sum(event.type == "turn" for event in talk)
    assert counts["marker"] > 10
    assert not {"session", "end", "correction", "candidate"} & set(counts)


def test_csv_is_in_order_of_time_and_every_row_has_all_columns(full: list[AnyEvent]) -> None:
    lines = list(csv.reader(io.StringIO(table(full))))
    assert lines[0] == list(COLUMNS)
    assert {len(line) for line in lines} == {len(COLUMNS)}
    starts = [float(row["start_s"]) for row in rows(full)]
    assert starts == sorted(starts)


def test_csv_says_what_counted_and_what_was_shown(full: list[AnyEvent]) -> None:
    silences = [row for row in rows(full) if row["name"] == "silence"]
    assert [row["counted"] for row in silences] == ["true", "false", "true"]
    assert [row["shown"] for row in rows(full) if row["type"] == "cue"] == ["true", "false"]


def test_csv_keeps_quotes_commas_and_what_was_corrected(full: list[AnyEvent]) -> None:
    details = [row["detail"] for row in rows(full)]
    assert NOTE in details
    assert "What --> else?" in details
    assert "off the record" in details


def test_a_label_track_reads_back_in_order_of_time(talk: list[AnyEvent]) -> None:
    read = audacity_labels(labels(talk))
    assert read == sorted(read)
    assert sum(label.startswith("client: ") for _, _, label in read) == sum(
        event.type == "turn" and event.speaker == "client" for event in talk
    )


def test_a_cue_is_a_point_on_a_label_track_and_a_gap_is_a_span(full: list[AnyEvent]) -> None:
    read = audacity_labels(labels(full))
    (cues,) = (one for one in read if one[2].startswith("cues: "))
    assert cues[:2] == (15.0, 15.0)
    assert (20.0, 30.0, "not heard: off the record") in read


def test_a_label_track_without_a_label_is_refused() -> None:
    with pytest.raises(InputError, match="nothing to label in session 'one'"):
        labels([started("one"), ended(1, 9.0)])


def test_rttm_reads_back_by_pyannote(talk: list[AnyEvent], tmp_path: Path) -> None:
    util = pytest.importorskip("pyannote.database.util", reason="the extra 'research' is not here")
    path = tmp_path / "one.rttm"
    path.write_text(rttm(talk), encoding="utf-8")
    ((name, spoken),) = util.load_rttm(path).items()
    assert name == talk[0].model_dump()["id"]
    assert set(spoken.labels()) == {"client", "clinician"}
    heard_s = sum(one.end - one.start for one in talk if isinstance(one, Speech))
    assert sum(spoken.label_duration(who) for who in spoken.labels()) == pytest.approx(heard_s)


def test_rttm_reads_back_as_the_recordings_it_is_scored_against(
    full: list[AnyEvent], tmp_path: Path
) -> None:
    path = tmp_path / "one.rttm"
    path.write_text(rttm(full), encoding="utf-8")
    assert read_rttm(path) == {
        "20260412-091500-3fa9": [
            ("clinician", 0.0, 2.0),
            ("client", 7.0, 10.0),
            ("clinician", 9.5, 12.0),
            ("unknown", 31.0, 32.0),
        ]
    }


def test_rttm_of_a_session_in_which_nobody_speaks_is_refused() -> None:
    with pytest.raises(InputError, match="Nobody speaks in session 'one'"):
        rttm([started("one"), ended(1, 9.0)])
