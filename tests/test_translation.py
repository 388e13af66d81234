"""One catalogue of all sentences: English in the code, every other language whole."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from livecue import translation
from livecue.errors import MissingError
from livecue.translation import words, words_of
from livecue.wording import MARKER_WORDS
from tests.display import Screen
from tests.sentences import CATALOGUES, outside_the_catalogue, past_the_catalogue, script

catalogues = script("write_translations")
SENTENCES = catalogues.everything()

every_language = pytest.mark.parametrize("path", CATALOGUES, ids=[one.stem for one in CATALOGUES])


def names_in(sentence: str) -> set[str]:
    """What is filled in: '{time}'."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_sentence_can_be_read_from_the_code() -> None:
    assert SENTENCES.unreadable == [], "words() takes a literal, inside a function"
    assert set(MARKER_WORDS.values()) <= set(SENTENCES.found)


def test_no_window_shows_words_that_no_catalogue_reaches() -> None:
    assert past_the_catalogue() == []


def test_every_phrase_in_the_code_of_windows_is_in_the_catalogue() -> None:
    assert outside_the_catalogue(SENTENCES.found) == []


def test_there_is_another_language_as_proof() -> None:
    assert [path.stem for path in CATALOGUES] == ["livecue_de"]


@every_language
def test_a_catalogue_has_every_sentence_of_the_code_and_no_other(path: Path) -> None:
    assert set(catalogues.read_catalogue(path)) == set(SENTENCES.found), (
        "run scripts/write_translations.py"
    )


@every_language
def test_a_catalogue_is_finished(path: Path) -> None:
    unfinished = [text for text, other in catalogues.read_catalogue(path).items() if not other]
    assert unfinished == []


@every_language
def test_a_translation_fills_in_the_same_names(path: Path) -> None:
    differ = [
        text
        for text, other in catalogues.read_catalogue(path).items()
        if other and names_in(text) != names_in(other)
    ]
    assert differ == []


@every_language
def test_a_translation_keeps_keys_and_does_not_run_away_in_length(path: Path) -> None:
    finished = {text: other for text, other in catalogues.read_catalogue(path).items() if other}
    for text, other in finished.items():
        assert re.findall(r"\([A-Z]\)", text) == re.findall(r"\([A-Z]\)", other)
        assert text.count("&") == other.count("&")
        assert len(other) <= 2 * len(text) + 20, text


@every_language
def test_what_windows_load_is_the_catalogue(path: Path) -> None:
    loaded = QTranslator()
    assert loaded.load(str(path.with_suffix(".qm")))
    stale = [
        text
        for text, other in catalogues.read_catalogue(path).items()
        if loaded.translate(translation.CONTEXT, text) != other
    ]
    assert stale == [], "run scripts/write_translations.py"


@pytest.fixture
def german(xvfb: Screen, qapp: QApplication) -> Iterator[None]:
    """Windows in German, and in English again afterwards."""
    before = set(qapp.findChildren(QTranslator))
    translation.speak("de")
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.setParent(None)


@pytest.mark.usefixtures("german")
def test_windows_speak_the_language_that_is_set() -> None:
    assert words_of(MARKER_WORDS["silence"]) == "längere Pausen"
    assert words("{count} times").format(count=3) == "3-mal"


def test_without_a_catalogue_the_english_stays() -> None:
    assert words("longer pauses") == "longer pauses"


def test_a_language_that_livecue_does_not_have_is_said(qapp: QApplication) -> None:
    with pytest.raises(MissingError, match="no words in the language 'xx'"):
        translation.speak("xx")


def test_a_call_without_a_literal_is_found(tmp_path: Path) -> None:
    (tmp_path / "window.py").write_text(
        "from livecue.translation import words\n"
        "said = 'Close'\n"
        "def shown():\n"
        "    words('Begin')\n"
        "    words(said)\n"
        "    words(f'Close {said}')\n"
    )
    found = catalogues.collect(tmp_path)
    assert found.found == {"Begin": ["window.py"]}
    assert found.unreadable == ["window.py:5", "window.py:6"]


def test_a_sentence_made_before_there_is_a_language_is_found(tmp_path: Path) -> None:
    (tmp_path / "window.py").write_text(
        "from livecue.translation import words\n"
        "NAMES = {'close': words('Close')}\n"
        "class Window:\n"
        "    name = words('Begin')\n"
        "    later = lambda: words('Go on')\n"
    )
    found = catalogues.collect(tmp_path)
    assert found.found == {"Go on": ["window.py"]}
    assert found.unreadable == ["window.py:2", "window.py:4"]


def test_a_table_is_collected_where_it_stands_and_its_keys_are_not(tmp_path: Path) -> None:
    (tmp_path / "tables.py").write_text(
        "OTHER = {'pause': 'consider pausing'}\n"
        "FACES: dict[str, str] = {'held': 'on hold', 'pause': OTHER['pause']}\n"
        "NEVER = 'not shown'\n"
    )
    (tmp_path / "window.py").write_text(
        "from livecue.tables import FACES\n"
        "from livecue.translation import words_of\n"
        "NAME = 'practice'\n"
        "words_of(FACES[face])\n"
        "words_of(NAME)\n"
    )
    found = catalogues.collect(tmp_path).found
    assert found == {"on hold": ["tables.py"], "practice": ["window.py"]}


def test_words_that_go_past_the_catalogue_are_found(tmp_path: Path) -> None:
    (tmp_path / "window.py").write_text(
        "from PySide6.QtWidgets import QLabel, QPushButton\n"
        "QPushButton('Close')\n"
        "QLabel(f'<b>At {now}</b>')\n"
        "label.setText(words('Begin'))\n"
        "label.setText(f'<h2>{heading}</h2>')\n"
        "window.setWindowTitle('livecue')\n"
        "label.setText(DISCLAIMER)\n"
    )
    assert past_the_catalogue(tmp_path) == [
        "window.py:2: Close",
        "window.py:3: At",
        "window.py:7: DISCLAIMER",
    ]


def test_a_new_sentence_is_unfinished_an_old_translation_stays_and_a_gone_one_goes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "livecue_xx.ts"
    sentences = catalogues.Sentences({"Begin": ["a.py"], "Close": ["a.py"]}, [])
    catalogues.write_catalogue(path, sentences, {"Close": "Zu", "Gone": "Fort"})
    assert catalogues.read_catalogue(path) == {"Begin": "", "Close": "Zu"}
    assert 'type="unfinished"' in path.read_text(encoding="utf-8")
