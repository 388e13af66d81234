"""The report: neutral, self-contained, and only what the reader may see."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from livecue.events import AnyEvent
from livecue.exports.formats import exported
from livecue.exports.report.evidence import lit
from livecue.exports.report.page import report
from livecue.exports.report.style import MARKER_COLOURS
from livecue.wording import KEPT_OFF_SCREENS, MACHINERY, MACHINERY_WHOLE, REPORT_OPENING
from tests.exports.sessions import a_full_session
from tests.store.twins import SAID, ended, started

ALONE = "The client did not agree to supervision."


class Page(HTMLParser):
    """What a browser would be asked for, and what there is to read, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self._open.append(tag)
        self.addresses += [
            value or ""
            for name, value in attrs
            if name in ("href", "src", "srcset", "data", "action", "poster") or "xlink" in name
        ]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and "body" in self._open:
            self.texts.append(data.strip())

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


def drawings(page: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]


def test_it_opens_with_what_it_is_not(full: list[AnyEvent]) -> None:
    assert REPORT_OPENING == "Unverified automatic observations, not findings about the client."
    assert Page(report(full)).texts[0] == REPORT_OPENING


def test_it_needs_no_other_file_and_runs_nothing(full: list[AnyEvent]) -> None:
    page = report(full)
    read = Page(page)
    assert read.addresses == []
    assert not {"script", "link", "img", "iframe", "object", "embed"} & set(read.tags)
    assert not re.search(r"\son\w+=|url\((?!#)|@import|javascript:", page)
    assert "default-src 'none'" in page
    addresses = set(re.findall(r"https?://[^\"'\s<]+", page))
    assert addresses == {"http://www.w3.org/2000/svg"}, "a name, not a place to go to"


def test_it_names_neither_devices_nor_files(full: list[AnyEvent]) -> None:
    page = report(full)
    assert "Anna" not in page
    assert "heard live" in page


@pytest.mark.parametrize("words", [True, False])
def test_no_word_of_its_own_judges_a_person(full: list[AnyEvent], words: bool) -> None:
    page = exported(full, "html", words=words).lower()
    assert [word for word in KEPT_OFF_SCREENS if word in page] == []


def test_no_word_of_the_machinery_is_in_what_there_is_to_read(full: list[AnyEvent]) -> None:
    read = Page(exported(full, "html", words=False)).text.lower()
    assert [word for word in MACHINERY if word in read] == []
    assert not re.search(rf"\b({'|'.join(MACHINERY_WHOLE)})\b", read)


def test_what_was_said_is_text_and_nothing_else(full: list[AnyEvent]) -> None:
    page = report(full)
    assert "How was the week? &lt;Well&gt; &amp; so…" in page
    assert 'I hurried, &amp; said "do it" &lt;again&gt;' in page
    assert {"well", "again"} & set(Page(page).tags) == set()


def test_the_words_that_carried_a_sign_are_marked(full: list[AnyEvent]) -> None:
    assert f"<mark>Yes, but</mark> <mark>{SAID}</mark>, honestly." in report(full)


def test_evidence_is_found_whatever_stands_between_its_words() -> None:
    assert lit("Well, I'd - honestly rather not.", ["I'd honestly rather"]) == (
        "Well, <mark>I'd - honestly rather</mark> not."
    )
    assert lit("but the butter", ["but"]) == "<mark>but</mark> the butter"
    assert lit("so it is", ["", "…"]) == "so it is"


def test_a_sign_stands_beside_what_the_clinician_had_said(full: list[AnyEvent]) -> None:
    text = Page(report(full)).text
    assert text.index("How was the week?") < text.index("Yes, but")


def test_what_was_retracted_is_not_in_it(full: list[AnyEvent]) -> None:
    (obstacles,) = re.findall(r"obstacles named</th><td>(\d+)", report(full))
    assert obstacles == "0"


def test_what_does_not_count_says_so_and_is_an_outline(full: list[AnyEvent]) -> None:
    page = report(full)
    assert re.search(r"longer pauses</th><td>3</td><td>1</td>", page)
    assert "not counted" in Page(page).text


def test_a_cue_explains_itself_and_tells_what_came_of_it(full: list[AnyEvent]) -> None:
    text = Page(report(full)).text
    assert "Reservation voiced twice" in text
    assert "the clinician found it helpful" in text
    assert "Cues: 2, of which 1 shown." in text


def test_what_was_not_heard_is_hatched_and_named(full: list[AnyEvent]) -> None:
    page = report(full)
    assert 'fill="url(#unheard)"' in page
    assert "Not heard until 0:30" in Page(page).text


def test_the_clinicians_own_view_is_there(full: list[AnyEvent]) -> None:
    assert "The clinician's own view: the client was taking part." in Page(report(full)).text


def test_without_words_it_says_that_they_are_left_out(full: list[AnyEvent]) -> None:
    page = exported(full, "html", words=False)
    assert "what was said is left out" in page
    assert "what was said is left out" not in report(full)


@pytest.mark.parametrize(
    ("log", "alone"),
    [
        (a_full_session, False),
        (lambda: a_full_session(consent=("listen", "timeline", "words")), True),
        (lambda: a_full_session(client=None, consent=()), False),
    ],
    ids=["agreed", "not agreed", "nobody's"],
)
def test_a_client_who_did_not_agree_to_supervision_is_protected_by_its_second_line(
    log: Callable[[], list[AnyEvent]], alone: bool
) -> None:
    page = report(log())
    assert Page(page).texts[1].startswith(ALONE) == alone
    assert ("for the clinician alone" in page.partition("<body>")[0]) == alone


@pytest.mark.parametrize(
    ("end_s", "strips"), [(0.0, 1), (60.0, 1), (660.0, 1), (661.0, 2), (3036.0, 5), (3600.0, 6)]
)
def test_the_timeline_has_a_drawing_for_every_ten_minutes_or_so(end_s: float, strips: int) -> None:
    drawn = drawings(report([started("one"), ended(1, end_s)]))
    assert len(drawn) == strips
    last = drawn[-1].findtext("{http://www.w3.org/2000/svg}title", "")
    assert last.endswith(f"to {int(end_s) // 60}:{int(end_s) % 60:02d}")


def contrast_on_white(colour: str) -> float:
    """WCAG 2.2, "contrast ratio"."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_what_is_drawn_can_be_told_from_the_paper(full: list[AnyEvent]) -> None:
    (drawing,) = re.findall(r"<svg.*?</svg>", report(full), re.DOTALL)
    fills = set(re.findall(r' fill="(#[0-9a-f]{6})"', drawing))
    assert len(fills) > 6
    assert min(map(contrast_on_white, fills)) >= 3.0
    assert min(map(contrast_on_white, MARKER_COLOURS.values())) >= 4.5


def test_a_session_in_which_nothing_happened_is_still_a_page() -> None:
    text = Page(report([started("one"), ended(1, 9.0)])).text
    assert text.splitlines()[1] == "Session"
    assert "Nothing was noticed." in text


def test_every_pause_is_drawn_as_high_as_it_is_long(full: list[AnyEvent]) -> None:
    (drawing,) = drawings(report(full))
    pauses = [
        float(rect.attrib["height"])
        for rect in drawing.iter("{http://www.w3.org/2000/svg}rect")
        if re.fullmatch(r"\d+:\d\d, \d+\.\d s", rect.findtext("{*}title", ""))
    ]
    assert pauses == pytest.approx([5.0 / 8.0 * 38.0, 4.0 / 8.0 * 38.0], abs=0.01)
