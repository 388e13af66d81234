"""ELAN's EAF, read back by pympi, and by a second reader written from the format's guide."""

from pathlib import Path

from pympi import Elan

from livecue.events import AnyEvent
from livecue.exports.elan import MOMENT_MS, eaf
from livecue.exports.kept import kept_session
from livecue.exports.tiers import tiers_of
from tests.events import cue
from tests.exports.readers import Label, eaf_labels
from tests.store.twins import ended, started


def expected(events: list[AnyEvent]) -> list[Label]:
    return [
        Label(
            tier.name,
            span.start,
            round(span.start + MOMENT_MS / 1000, 3) if tier.moments else span.end,
            span.label,
        )
        for tier in tiers_of(kept_session(events))
        for span in tier.spans
    ]


def test_pympi_reads_every_label_of_every_tier(talk: list[AnyEvent], tmp_path: Path) -> None:
    path = tmp_path / "one.eaf"
    path.write_text(eaf(talk), encoding="utf-8")
    document = Elan.Eaf(str(path))
    tiers = tiers_of(kept_session(talk))
    assert sorted(document.get_tier_names()) == sorted(tier.name for tier in tiers)
    read = [
        Label(tier.name, start / 1000, end / 1000, text)
        for tier in tiers
        for start, end, text in sorted(document.get_annotation_data_for_tier(tier.name))
    ]
    assert read == expected(talk)


def test_a_second_reader_reads_the_same(talk: list[AnyEvent]) -> None:
    assert eaf_labels(eaf(talk)) == expected(talk)


def test_elan_is_told_which_number_its_next_annotation_may_have(talk: list[AnyEvent]) -> None:
    last = f'<PROPERTY NAME="lastUsedAnnotation">{len(expected(talk))}</PROPERTY>'
    assert last in eaf(talk)


def test_what_looks_like_markup_comes_back(full: list[AnyEvent]) -> None:
    texts = [label.text for label in eaf_labels(eaf(full))]
    assert "How was the week? <Well> & so…" in texts


def test_cues_that_come_close_upon_each_other_do_not_overlap() -> None:
    close = [cue(5.0, "silence", seq=1), cue(5.02, "yes_but", seq=2), cue(5.1, "homework", seq=3)]
    assert len(eaf_labels(eaf([started("one"), *close, ended(4, 9.0)]))) == 3


def test_the_same_session_is_the_same_file(full: list[AnyEvent]) -> None:
    assert eaf(full) == eaf(full)
    assert f'DATE="{full[0].model_dump()["started_at"]}"' in eaf(full)
