"""Every sentence that people are shown, collected from the code and the catalogues."""

import ast
import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from livecue import wording
from livecue.cues.guide import Guide, load_guide
from livecue.paths import shipped

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "livecue"
CATALOGUES = sorted((shipped("config") / "translations").glob("livecue_*.ts"))
GUIDES = sorted((shipped("config") / "guide").glob("*.toml"))

_SHOWS = re.compile(
    r"^(Q(Label|PushButton|CheckBox|RadioButton|GroupBox|Action|Menu|DockWidget)"
    r"|set(Text|Html|PlainText|Title|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText"
    r"|AccessibleName|AccessibleDescription|InformativeText|Label|LabelText)"
    r"|add(Action|Menu|Item|Tab|Section|Row)|showMessage|text|element)$"
)
"""Calls of Qt, and of the markup of reports, whose texts a person reads."""

_TEXTS = {"element": slice(1, None), "setLabel": slice(1, None), "addItem": slice(1)}
"""Which arguments are texts, where others are names: an element's, an axis's, what is chosen."""

_LIBRARIES = ("from PySide6", "report.markup")
"""What modules have that show something: Qt, and the markup of reports."""

_NAMES = frozenset({"livecue"})
"""What is the same in every language."""


_WINDOWS = ("overlay", "start", "review", "practice", "exports/report")
"""The folders of what people see."""

_NO_WINDOW = frozenset({"overlay/keys.py", "overlay/reach.py", "overlay/display.py"})
"""Modules that write to a terminal, which speaks English, or that show nothing."""

_NOT_SHOWN = frozenset({"no longer", "only now", "too loud", "hot keys"})
"""Names inside the code that happen to be phrases."""

_PHRASE = re.compile(r"[a-z]{2,} [a-z]{2,}")
_MARKUP = re.compile(r"[<>]|;\n")

_TABLES = frozenset(name for name in vars(wording) if name.isupper())
"""Constants of `wording`: English, until `words_of` gives them in the user's language."""


def script(name: str) -> ModuleType:
    """A script of ours, to be tested without running it."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def guide_lines(guide: Guide) -> Iterator[str]:
    """All of a guide's lines."""
    for step in guide.steps.values():
        yield from step.values()
    yield from guide.branches.values()
    yield from guide.opening.values()


def shipped_guides() -> dict[str, Guide]:
    """Each guide by its language."""
    return {path.stem: load_guide(path.stem) for path in GUIDES}


def past_the_catalogue(source: Path = SOURCE) -> list[str]:
    """Where a window or a report shows English past the catalogue: 'file:line: the words'."""
    found = []
    for path in sorted(source.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if not any(library in text for library in _LIBRARIES):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and _SHOWS.match(_name(node.func)):
                shown = node.args[_TEXTS.get(_name(node.func), slice(None))]
                found += [
                    f"{path.relative_to(source)}:{node.lineno}: {said}"
                    for argument in shown
                    if (said := _english(argument)) and said not in _NAMES
                ]
    return found


def outside_the_catalogue(known: Iterable[str]) -> list[str]:
    """Phrases in the modules of windows and reports that are in no catalogue: 'file: the words'."""
    known = {*known, *_NOT_SHOWN}
    found = []
    for folder in _WINDOWS:
        for path in sorted((SOURCE / folder).rglob("*.py")):
            name = path.relative_to(SOURCE).as_posix()
            if name not in _NO_WINDOW:
                tree = ast.parse(path.read_text(encoding="utf-8"))
                found += [f"{name}: {said}" for said in _phrases(tree) if said not in known]
    return found


def _phrases(tree: ast.AST) -> Iterator[str]:
    """Two words or more in a row, but for what no window shows: docstrings, errors, markup."""
    for node in ast.iter_child_nodes(tree):
        documents = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if documents or isinstance(node, ast.Raise | ast.Assert):
            continue
        said = node.value if isinstance(node, ast.Constant) else None
        if isinstance(said, str) and _PHRASE.search(said) and not _MARKUP.search(said):
            yield said
        yield from _phrases(node)


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _english(argument: ast.expr) -> str:
    """The words that stand in an argument itself, without tags; or a constant as it is."""
    if isinstance(argument, ast.Name) and argument.id in _TABLES:
        return argument.id
    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    said = "".join(
        part.value
        for part in parts
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )
    plain = re.sub(r"<[^>]*>|&\w+;", "", said).strip()
    return plain if re.search(r"[^\W\d_]{2}", plain) else ""
