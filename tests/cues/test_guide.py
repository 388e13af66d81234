"""The five steps, and the words of the guide."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from livecue.config import parse_section
from livecue.cues.guide import LONGEST_LINE_WORDS, STEPS, Guide, load_guide
from livecue.errors import InputError, MissingError
from livecue.events import AMBIVALENCE_MARKERS, Action
from livecue.paths import shipped
from livecue.wording import KEPT_OFF_SCREENS
from tests.cues.hour import GUIDE, Hour

LANGUAGES = sorted(path.stem for path in (shipped("config") / "guide").glob("*.toml"))


def lines(guide: Guide) -> Iterator[str]:
    for step in guide.steps.values():
        yield from step.values()
    yield from guide.branches.values()
    yield from guide.opening.values()


def test_both_sides_are_acknowledged_by_a_reflection_and_then_a_question() -> None:
    assert STEPS == ("notice", "pause", "acknowledge", "ask", "reflect", "return")
    for marker in AMBIVALENCE_MARKERS:
        assert not GUIDE.line("acknowledge", marker).rstrip("'").endswith("?")
        assert GUIDE.line("ask", marker).rstrip("'").endswith("?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_short_enough_for_a_glance(language: str) -> None:
    assert all(len(line.split()) <= LONGEST_LINE_WORDS for line in lines(load_guide(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_judges_a_person(language: str) -> None:
    said = " ".join(lines(load_guide(language))).lower()
    assert [word for word in KEPT_OFF_SCREENS if word in said] == []


def test_every_line_in_english_is_tentative() -> None:
    tentative = ("perhaps", "may ", "?")
    assert [line for line in lines(GUIDE) if not any(t in line.lower() for t in tentative)] == []


@pytest.mark.parametrize("marker", AMBIVALENCE_MARKERS)
def test_each_sign_has_its_own_first_line(marker: str) -> None:
    firsts = {GUIDE.line("notice", name) for name in AMBIVALENCE_MARKERS}
    assert GUIDE.line("notice", marker) in firsts  # type: ignore[arg-type]
    assert len(firsts) == len(AMBIVALENCE_MARKERS)


def test_a_step_without_a_line_for_a_sign_has_one_for_all() -> None:
    assert GUIDE.line("return", "yes_but") == GUIDE.line("return", None)


def test_a_cue_begins_the_guide_and_next_step_moves_it_on_to_the_end() -> None:
    hour = Hour()
    (cue,) = hour.notice("yes_but", 50.0, 60.0)
    offered = [cue.suggestion]
    for at in (61.0, 62.0, 63.0, 64.0, 65.0, 66.0):
        (moved,) = hour.act("next_step", at)
        assert isinstance(moved, Action)
        offered.append(str(moved.value))
    expected = [GUIDE.line(step, "yes_but") for step in STEPS]
    assert offered == [*expected, expected[-1]]


def test_a_step_back_is_as_near_as_a_step_on() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0, 60.0)
    hour.act("next_step", 61.0)
    offered = [hour.act("next_step", at, "back") for at in (62.0, 63.0)]
    assert [[one.value for one in moved if isinstance(one, Action)] for moved in offered] == [
        [GUIDE.line("notice", "yes_but")]
    ] * 2


def test_a_fresh_cue_begins_the_guide_anew() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0, 60.0)
    hour.act("next_step", 61.0)
    (cue,) = hour.notice("homework", 70.0, 300.0)
    assert cue.suggestion == GUIDE.line("notice", "homework")


def test_a_reason_that_only_joins_leaves_the_guide_where_it_is() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0, 60.0)
    hour.act("next_step", 61.0)
    (joined,) = hour.notice("topic_shift", 70.0, 80.0)
    assert joined.suggestion == GUIDE.line("pause", "topic_shift")


@pytest.mark.parametrize("branch", ["no", "far_away"])
def test_when_a_step_does_not_fit_there_is_another_line_and_the_step_stays(branch: str) -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0, 60.0)
    (other,) = hour.act("next_step", 61.0, branch)
    (following,) = hour.act("next_step", 62.0)
    assert isinstance(other, Action)
    assert isinstance(following, Action)
    assert other.value == GUIDE.branches[branch]  # type: ignore[index]
    assert following.value == GUIDE.line("pause", "yes_but")


def test_the_first_thing_about_obstacles_asks_for_the_task_the_week_or_whose_it_was() -> None:
    assert "task, week, or not theirs?" in GUIDE.line("notice", "homework")


def own_lines(home: Path, text: str) -> Path:
    path = home / "guide" / "en.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path))
    return tmp_path


def test_a_clinicians_own_line_goes_before_ours_and_ours_fill_the_rest(home: Path) -> None:
    own_lines(home, '[steps.pause]\nany = "Breathe."\n[branches]\nno = "What did I miss?"')
    guide = load_guide("en")
    assert guide.line("pause", None) == "Breathe."
    assert guide.line("pause", "yes_but") == GUIDE.line("pause", "yes_but")
    assert guide.branches == {**GUIDE.branches, "no": "What did I miss?"}
    assert guide.opening == GUIDE.opening


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[steps.rest]\nany = "Breathe."', "steps.rest"),
        (f'[branches]\nno = "{"long " * 13}"', "1 to 12 words"),
        ("[branches", "not valid TOML"),
    ],
)
def test_a_mistake_in_a_clinicians_own_lines_names_their_file(
    text: str, said: str, home: Path
) -> None:
    path = own_lines(home, text)
    with pytest.raises(InputError, match=said) as error:
        load_guide("en")
    assert str(path) in str(error.value)
    assert error.value.exit_code == 2


def test_a_language_without_a_guide_is_said() -> None:
    with pytest.raises(MissingError, match="no guide for the language 'xx'"):
        load_guide("xx")


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('"Perhaps let the plan rest', '"' + "long " * 12 + "Perhaps let", "1 to 12 words"),
        ("[steps.pause]\nany", "[steps.pause]\nhomewrok", "homewrok"),
        ("[branches]\nno", "[branches]\nnever", "branches"),
        ("[steps.reflect]\nany", "[steps.reflect]\nsilence", "steps.reflect.any"),
        ("[steps.return]", "[steps.return", "not valid TOML"),
    ],
)
def test_a_guide_edited_by_mistake_is_said(
    was: str, becomes: str, said: str, tmp_path: Path
) -> None:
    text = (shipped("config") / "guide" / "en.toml").read_text(encoding="utf-8")
    tomllib.loads(text)
    assert was in text
    with pytest.raises(InputError, match=said):
        parse_section(Guide, text.replace(was, becomes).encode(), "my guide")
