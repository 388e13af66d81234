"""Second readers, written from the formats' own descriptions and from nothing of ours."""

from dataclasses import dataclass
from xml.etree import ElementTree


@dataclass(frozen=True)
class Label:
    """A labelled stretch of one tier, in seconds."""

    tier: str
    start: float
    end: float
    text: str


def audacity_labels(text: str) -> list[tuple[float, float, str]]:
    """Audacity's manual, "Importing and Exporting Labels": three columns with tabs between."""
    labels = []
    for line in text.split("\n")[:-1]:
        start, end, label = line.split("\t")
        assert float(start) <= float(end)
        labels.append((float(start), float(end), label))
    return labels


def eaf_labels(text: str) -> list[Label]:
    """The EAF format's guide (Max Planck Institute): tiers refer to types, annotations to slots."""
    document = ElementTree.fromstring(text)
    assert document.tag == "ANNOTATION_DOCUMENT"
    parts = [part.tag for part in document]
    order = ["HEADER", "TIME_ORDER", "TIER", "LINGUISTIC_TYPE", "CONSTRAINT"]
    assert [part for part in order if part in parts] == list(dict.fromkeys(parts))
    header = document.find("HEADER")
    assert header is not None
    assert header.attrib["TIME_UNITS"] == "milliseconds"
    slots = {
        slot.attrib["TIME_SLOT_ID"]: int(slot.attrib["TIME_VALUE"])
        for slot in document.iterfind("TIME_ORDER/TIME_SLOT")
    }
    types = {kind.attrib["LINGUISTIC_TYPE_ID"] for kind in document.iterfind("LINGUISTIC_TYPE")}
    seen: set[str] = set()
    labels = []
    for tier in document.iterfind("TIER"):
        assert tier.attrib["LINGUISTIC_TYPE_REF"] in types
        free_from = 0
        for annotation in tier.iterfind("ANNOTATION/ALIGNABLE_ANNOTATION"):
            own_id = annotation.attrib["ANNOTATION_ID"]
            assert own_id not in seen
            seen.add(own_id)
            start = slots[annotation.attrib["TIME_SLOT_REF1"]]
            end = slots[annotation.attrib["TIME_SLOT_REF2"]]
            assert free_from <= start < end, "annotations of a tier may not overlap"
            free_from = end
            value = annotation.findtext("ANNOTATION_VALUE", "")
            labels.append(Label(tier.attrib["TIER_ID"], start / 1000, end / 1000, value))
    return labels
